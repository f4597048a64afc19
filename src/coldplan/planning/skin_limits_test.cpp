#include "coldplan/planning/skin_limits.h"

#include <gtest/gtest.h>

namespace coldplan::planning {
namespace {

TEST(SkinFlags, RiseNearTenFiveAndZeroDegrees) {
  EXPECT_TRUE(skin_flags(12.0).empty());
  ASSERT_EQ(skin_flags(10.8).size(), 1u);
  EXPECT_FALSE(skin_flags(10.8)[0].passed);
  ASSERT_EQ(skin_flags(5.5).size(), 2u);
  EXPECT_TRUE(skin_flags(5.5)[0].passed);
  EXPECT_FALSE(skin_flags(5.5)[1].passed);
  ASSERT_EQ(skin_flags(-0.1).size(), 3u);
  EXPECT_TRUE(skin_flags(-0.1)[2].passed);
}

TEST(AnalgesiaTemperature, IsThatOfBugaj) {
  EXPECT_DOUBLE_EQ(analgesia_temperature(), 13.6);
}

}  // namespace
}  // namespace coldplan::planning
