#include "coldplan/quantity/print_time.h"

#include <gtest/gtest.h>

namespace coldplan::quantity {
namespace {

TEST(PrintTime, CountsSecondsBelowAMinuteAndMinutesFromThere) {
  EXPECT_EQ(print_time(2.4, 1), "2 s");
  EXPECT_EQ(print_time(12.0, 1), "12 s");
  EXPECT_EQ(print_time(59.4, 1), "59 s");
  EXPECT_EQ(print_time(60.0, 1), "1.0 min");
  EXPECT_EQ(print_time(150.0, 1), "2.5 min");
  EXPECT_EQ(print_time(150.0, 0), "2 min");
  EXPECT_EQ(print_time(7200.0, 0), "120 min");
}

TEST(PrintTime, NeverSaysSixtySeconds) {
  EXPECT_EQ(print_time(59.6, 1), "1.0 min");
  EXPECT_EQ(print_time(59.6, 0), "1 min");
}

}  // namespace
}  // namespace coldplan::quantity
