#include "coldplan/quantity/error.h"

#include <gtest/gtest.h>

namespace coldplan {
namespace {

TEST(Error, ReadsAsOneLineThatNamesPlaceAndMend) {
  const Error error{ErrorCode::out_of_range, "person.height_cm", "17",
                    "a height in cm (100 to 230)", ""};
  EXPECT_EQ(message(error), "person.height_cm: 17 is not a height in cm (100 to 230)");
}

TEST(Error, SaysTheMendWhenThereIsNoValueToShow) {
  const Error error{ErrorCode::missing, "person.age", "", "", "give the age in years"};
  EXPECT_EQ(message(error), "person.age: give the age in years");
}

TEST(Error, KeepsBothTheRangeAndTheMend) {
  const Error error{ErrorCode::unknown_name, "person.hieght_cm", "hieght_cm", "a known key",
                    "did you mean height_cm?"};
  EXPECT_EQ(message(error),
            "person.hieght_cm: hieght_cm is not a known key; did you mean height_cm?");
}

TEST(Error, TakesThePlaceOfWhatHoldsIt) {
  const Error inner{ErrorCode::missing, "age", "", "", "give it"};
  EXPECT_EQ(under("person", inner).place, "person.age");
  EXPECT_EQ(under("person", Error{}).place, "person");
}

}  // namespace
}  // namespace coldplan
