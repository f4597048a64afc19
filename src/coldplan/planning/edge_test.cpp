#include "coldplan/planning/edge.h"

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"

namespace coldplan::planning {
namespace {

person::Person someone() {
  person::Person person;
  person.age = 58.0;
  person.height = 1.65;
  person.weight = 78.0;
  person.lumbar_skinfold = 0.02;
  return person;
}

TEST(EdgeRows, WarmEveryTissueALittleAndSmallPiecesMore) {
  simulation::Session session = simulation::usual_session(applicator::ice_bag());
  const auto usual = edge_rows(someone(), session).value();
  session.form.area = 0.005;
  const auto small = edge_rows(someone(), session).value();
  ASSERT_EQ(usual.size(), small.size());
  for (std::size_t i = 0; i < usual.size(); ++i) {
    EXPECT_GT(usual[i].warmer, 0.0) << usual[i].name;
    EXPECT_GT(small[i].warmer, usual[i].warmer) << usual[i].name;
  }
  // docs/edges.md: under a round pack of 12 cm, skin by up to 1.1 K.
  EXPECT_LT(usual.front().warmer, 1.2);
}

TEST(EdgeRows, SayWhatTheyDoNotFollow) {
  EXPECT_FALSE(edge_rows(someone(), simulation::usual_session(applicator::co2_jet())).has_value());
}

}  // namespace
}  // namespace coldplan::planning
