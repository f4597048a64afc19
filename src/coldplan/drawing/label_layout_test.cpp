#include "coldplan/drawing/label_layout.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace coldplan::drawing {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

TEST(LabelLayout, LeavesLabelsWhereTheyAreWhenThereIsRoom) {
  const std::vector<LabelWish> wishes{{20.0, 10.0}, {50.0, 10.0}, {90.0, 10.0}};
  EXPECT_THAT(spread_labels(wishes, 0.0, 100.0, 1.0).value(), ElementsAre(20.0, 50.0, 90.0));
}

TEST(LabelLayout, PushesTwoApartByTheSameAmount) {
  const std::vector<LabelWish> wishes{{50.0, 10.0}, {50.0, 10.0}};
  EXPECT_THAT(spread_labels(wishes, 0.0, 100.0, 2.0).value(),
              ElementsAre(DoubleNear(44.0, 1e-12), DoubleNear(56.0, 1e-12)));
}

TEST(LabelLayout, KeepsLabelsInsideTheColumn) {
  const std::vector<LabelWish> wishes{{99.0, 10.0}, {100.0, 10.0}, {-5.0, 6.0}};
  EXPECT_THAT(spread_labels(wishes, 0.0, 100.0, 0.0).value(), ElementsAre(85.0, 95.0, 3.0));
}

TEST(LabelLayout, SaysWhenTheLabelsDoNotFit) {
  const std::vector<LabelWish> wishes(5, LabelWish{10.0, 10.0});
  EXPECT_FALSE(spread_labels(wishes, 0.0, 49.0, 0.0).has_value());
  EXPECT_TRUE(spread_labels(wishes, 0.0, 50.0, 0.0).has_value());
  EXPECT_FALSE(spread_labels(wishes, 0.0, 50.0, 1.0).has_value());
}

TEST(LabelLayout, HasNothingToDoForNoLabels) {
  EXPECT_TRUE(spread_labels({}, 0.0, 1.0, 1.0).value().empty());
}

RC_GTEST_PROP(LabelLayout, NeverOverlapsNorLeavesTheColumnAndKeepsTheOrder, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(1, 20);
  std::vector<LabelWish> wishes;
  double heights = 0.0;
  for (std::size_t i = 0; i < count; ++i) {
    wishes.push_back({*rc::gen::inRange(-50, 150) * 1.0, *rc::gen::inRange(1, 30) * 1.0});
    heights += wishes.back().height;
  }
  const double gap = 0.5;
  const double bottom = heights + gap * static_cast<double>(count) + *rc::gen::inRange(0, 60);
  const auto centres = spread_labels(wishes, 0.0, bottom, gap).value();
  for (std::size_t i = 0; i < count; ++i) {
    RC_ASSERT(centres[i] - wishes[i].height / 2.0 >= -1e-9);
    RC_ASSERT(centres[i] + wishes[i].height / 2.0 <= bottom + 1e-9);
    for (std::size_t j = 0; j < count; ++j) {
      const double apart = (wishes[i].height + wishes[j].height) / 2.0 + gap;
      RC_ASSERT(i == j || std::abs(centres[i] - centres[j]) >= apart - 1e-9);
      RC_ASSERT(wishes[i].centre >= wishes[j].centre || centres[i] < centres[j]);
    }
  }
}

}  // namespace
}  // namespace coldplan::drawing
