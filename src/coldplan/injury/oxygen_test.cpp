#include "coldplan/injury/oxygen.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coldplan::injury {
namespace {

using ::testing::HasSubstr;

TEST(OxygenMargin, IsMeasuredFromTheAlarm) {
  EXPECT_NEAR(oxygen_margin(0.209), 0.014, 1e-12);
  EXPECT_LT(oxygen_margin(0.19), 0.0);
}

TEST(OxygenSymptoms, FollowTheTable) {
  EXPECT_TRUE(oxygen_symptoms(0.20).empty());
  EXPECT_THAT(oxygen_symptoms(0.17), HasSubstr("less strength"));
  EXPECT_THAT(oxygen_symptoms(0.13), HasSubstr("judgement"));
  EXPECT_THAT(oxygen_symptoms(0.11), HasSubstr("blue lips"));
  EXPECT_THAT(oxygen_symptoms(0.09), HasSubstr("fainting"));
  EXPECT_THAT(oxygen_symptoms(0.07), HasSubstr("death within minutes"));
  EXPECT_THAT(oxygen_symptoms(0.05), HasSubstr("coma"));
  EXPECT_THAT(oxygen_symptoms(0.0), HasSubstr("coma"));
}

// 20.9 exp(−G t/V) = 19.5 for a leak of 1 L of liquid an hour, 0.694 m³ of gas, into 30 m³.
TEST(TimeToOxygenLimit, IsThatOfTheSealedRoom) {
  applicator::NitrogenRoom room;
  room.volume = 30.0;
  room.session = applicator::usual_session_nitrogen();
  room.leak = 1e-3 / 3600.0;
  const auto answer = applicator::oxygen_in(room);
  ASSERT_TRUE(answer);
  EXPECT_NEAR(*time_to_oxygen_limit(*answer) / 3600.0, 30.0 / 0.694 * std::log(20.9 / 19.5), 1e-9);
  room.leak.reset();
  EXPECT_FALSE(time_to_oxygen_limit(*applicator::oxygen_in(room)).has_value());
}

}  // namespace
}  // namespace coldplan::injury
