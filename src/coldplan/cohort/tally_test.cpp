#include "coldplan/cohort/tally.h"

#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "coldplan/cohort/example_plan.h"

namespace coldplan::cohort {
namespace {

Row row_with(float skin, float fat, std::uint8_t sex) {
  Row row;
  row.age = 60.0F;
  row.sex = sex;
  row.paraspinal_fat = fat;
  row.skin_coldest = skin;
  row.analgesia_duration = skin < 13.6F ? 60.0F : 0.0F;
  row.numb_duration = skin < 10.0F ? 30.0F : 0.0F;
  return row;
}

constexpr std::array both{By::fat, By::sex};

TEST(Tally, CountsEverybodyOnceInEveryVariable) {
  Tally tally{small_plan(3), both};
  const std::vector<Row> rows{row_with(9.0F, 0.005F, 0), row_with(12.0F, 0.015F, 1),
                              row_with(20.0F, 0.055F, 1)};
  tally.add(0, rows);
  EXPECT_EQ(tally.count(0, 0, Count::people), 3U);
  EXPECT_EQ(tally.count(0, 0, Count::analgesia), 2U);
  EXPECT_EQ(tally.count(0, 0, Count::numb), 1U);
  for (const GroupRange& range : {tally.ranges()[0], tally.ranges()[1], tally.narrow_fat()}) {
    std::uint64_t people = 0;
    for (std::size_t group = range.first; group < range.first + range.count; ++group) {
      people += tally.count(0, group, Count::people);
    }
    EXPECT_EQ(people, 3U);
  }
}

TEST(Tally, LeavesThoseWhoWereNotSolvedOutOfShares) {
  Tally tally{small_plan(2), both};
  const std::vector<Row> rows{row_with(9.0F, 0.005F, 0),
                              without_results(row_with(9.0F, 0.005F, 0))};
  tally.add(0, rows);
  EXPECT_EQ(tally.count(0, 0, Count::people), 2U);
  EXPECT_EQ(tally.count(0, 0, Count::solved), 1U);
  EXPECT_EQ(tally.count(0, 0, Count::analgesia), 1U);
  EXPECT_NEAR(tally.quantile(0, 0, Tissue::skin, 0.5), 9.0, 0.02);
}

TEST(Tally, FindsQuantilesToAHundredthOfADegree) {
  Tally tally{small_plan(1001), both};
  std::vector<Row> rows;
  for (int i = 0; i <= 1000; ++i) {
    rows.push_back(row_with(10.0F + 0.01F * static_cast<float>(i), 0.02F, 0));
  }
  tally.add(0, rows);
  EXPECT_NEAR(tally.quantile(0, 0, Tissue::skin, 0.05), 10.5, 0.02);
  EXPECT_NEAR(tally.quantile(0, 0, Tissue::skin, 0.5), 15.0, 0.02);
  EXPECT_NEAR(tally.quantile(0, 0, Tissue::skin, 0.95), 19.5, 0.02);
}

TEST(Tally, IsTheSameInPartsAddedUp) {
  const std::vector<Row> rows{row_with(9.0F, 0.005F, 0), row_with(12.0F, 0.015F, 1)};
  Tally whole{small_plan(2), both};
  whole.add(0, rows);
  Tally one{small_plan(2), both};
  Tally other{small_plan(2), both};
  one.add(0, std::span{rows}.first(1));
  other.add(0, std::span{rows}.last(1));
  for (std::size_t i = 0; i < one.numbers().size(); ++i) {
    one.numbers()[i] += other.numbers()[i];
  }
  EXPECT_TRUE(std::equal(one.numbers().begin(), one.numbers().end(), whole.numbers().begin()));
}

TEST(Tally, KnowsNoTemperatureOfNobody) {
  const Tally tally{small_plan(1), both};
  EXPECT_TRUE(std::isnan(tally.quantile(0, 0, Tissue::skin, 0.5)));
}

}  // namespace
}  // namespace coldplan::cohort
