#include "coldplan/app/doctor_verb.h"

#include <gtest/gtest.h>

namespace coldplan::app {
namespace {

TEST(Doctor, FindsNothingWrongHere) {
  for (const Check& check : doctor_checks()) {
    EXPECT_TRUE(check.passed) << check.name << ": " << check.seen;
  }
  EXPECT_TRUE(run_doctor(true).has_value());
}

}  // namespace
}  // namespace coldplan::app
