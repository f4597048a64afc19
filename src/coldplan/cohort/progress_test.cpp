#include "coldplan/cohort/progress.h"

#include <gtest/gtest.h>

namespace coldplan::cohort {
namespace {

TEST(Progress, SaysHowFarHowFastAndHowLongStill) {
  EXPECT_EQ(progress_line({.done = 500000, .all = 1000000, .earlier = 0, .seconds = 14.4}, 10),
            "#####.....  50 %  500000 of 1000000 people  34722/s  15 s left");
}

TEST(Progress, CountsOnlyWhatThisRunDidIntoItsRate) {
  EXPECT_DOUBLE_EQ(rate_of({.done = 600, .all = 1000, .earlier = 500, .seconds = 10.0}), 10.0);
}

TEST(Progress, SaysNothingOfARateBeforeThereIsOne) {
  EXPECT_EQ(progress_line({.done = 0, .all = 10, .earlier = 0, .seconds = 0.0}, 0),
            "0 %  0 of 10 people");
}

TEST(Progress, CountsLongTimesInMinutesAndHours) {
  EXPECT_EQ(progress_line({.done = 1, .all = 601, .earlier = 0, .seconds = 1.0}, 0),
            "0 %  1 of 601 people  1.0/s  10 min left");
  EXPECT_EQ(progress_line({.done = 1, .all = 14401, .earlier = 0, .seconds = 1.0}, 0),
            "0 %  1 of 14401 people  1.0/s  4.0 h left");
}

}  // namespace
}  // namespace coldplan::cohort
