#include "coldplan/planning/miss.h"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/facts/ids.h"
#include "coldplan/simulation/session.h"

namespace coldplan::planning {
namespace {

namespace id = facts::id::observation;

const std::vector<double> minutes{0.0, 60.0, 300.0, 1200.0, 2400.0};

TEST(MissScores, AreTheSameInEveryCallAndOthersInEveryDraw) {
  EXPECT_EQ(miss_scores(1, 2).skin, miss_scores(1, 2).skin);
  EXPECT_NE(miss_scores(1, 2).skin, miss_scores(1, 3).skin);
  EXPECT_NE(miss_scores(1, 2).skin, miss_scores(1, 2).under_skin);
}

TEST(MissOf, SpreadsAsTheModelAndThePeopleDoTogether) {
  const posterior::Draw& draw = posterior::median();
  const Miss miss = miss_of({-2.0, 0.5}, draw);
  EXPECT_DOUBLE_EQ(miss.skin, -2.0 * std::hypot(value(draw, id::discrepancy_skin),
                                                value(draw, id::person_skin)));
  EXPECT_DOUBLE_EQ(miss.under_skin, 0.5 * std::hypot(value(draw, id::discrepancy_muscle),
                                                     value(draw, id::person_muscle)));
}

TEST(AddMiss, GrowsFromTheStartOfTheCold) {
  std::vector<double> course{33.0, 20.0, 20.0, 20.0, 20.0};
  add_miss(course, minutes, 2.0, 0.0);
  EXPECT_DOUBLE_EQ(course[0], 33.0);
  const double fallen = 13.0 / (13.0 + facts::value(id::discrepancy_fall));
  EXPECT_NEAR(course[1],
              20.0 + 2.0 * fallen * (1.0 - std::exp(-60.0 / facts::value(id::discrepancy_rise))),
              1e-12);
  EXPECT_LT(course[1], course[2]);
  EXPECT_NEAR(course[4], 20.0 + 2.0 * fallen, 0.01);
}

TEST(AddMiss, MissesLittleOfWhatHardlyCools) {
  std::vector<double> muscle{36.0, 36.0, 35.95, 35.9, 35.95};
  add_miss(muscle, minutes, -1.5, 0.0);
  EXPECT_GT(muscle[3], 35.6);
  EXPECT_LT(muscle[3], 35.9);
}

TEST(AddMiss, TakesNothingBelowTheSourceOrAboveItsRest) {
  std::vector<double> skin{33.0, 10.0, 2.0, 1.0, 30.0};
  std::vector<double> warm = skin;
  add_miss(skin, minutes, -5.0, 0.5);
  EXPECT_DOUBLE_EQ(skin[2], 0.5);
  EXPECT_DOUBLE_EQ(skin[3], 0.5);
  add_miss(warm, minutes, 9.0, 0.5);
  EXPECT_DOUBLE_EQ(warm[4], 33.0);
}

TEST(AddMiss, LeavesWhatTheModelHasBeyondThem) {
  std::vector<double> course{33.0, 0.2, 33.5, 33.5, 33.5};
  add_miss(course, minutes, -0.0, 0.5);
  EXPECT_DOUBLE_EQ(course[1], 0.2);
  EXPECT_DOUBLE_EQ(course[2], 33.5);
  add_miss(course, minutes, 4.0, 0.5);
  EXPECT_DOUBLE_EQ(course[3], 33.5);
}

TEST(ColdestSource, IsThatOfAPackAndTheStopOfADevice) {
  const auto coldest = [](const applicator::Form& form) {
    return coldest_source(simulation::schedule_of(simulation::usual_session(form)));
  };
  const auto bag = applicator::ice_bag();
  EXPECT_DOUBLE_EQ(coldest(bag), std::get<applicator::Pack>(bag.source).start_temperature.usual);
  const auto jet = applicator::co2_jet();
  ASSERT_TRUE(jet.stop_temperature.has_value());
  EXPECT_DOUBLE_EQ(coldest(jet), *jet.stop_temperature);
  EXPECT_EQ(coldest(applicator::menthol_gel()), -std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace coldplan::planning
