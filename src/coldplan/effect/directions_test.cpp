#include "coldplan/effect/directions.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coldplan::effect {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

Direction of(std::string_view id) {
  const auto all = directions();
  return *std::find_if(all.begin(), all.end(),
                       [id](const Direction& each) { return each.id == id; });
}

TEST(Directions, StandForSpasmReflexesAndBloodMarkersWithReasonAndSource) {
  for (const char* id : {"muscle_spasm", "reflexes", "stiffness", "position_sense", "swelling",
                         "white_cells", "blood_markers", "light_headedness"}) {
    const Direction direction = of(id);
    EXPECT_THAT(direction.sentence, AllOf(EndsWith("."), Not(HasSubstr("!"))));
    EXPECT_FALSE(direction.why.empty()) << id;
    EXPECT_FALSE(direction.source.empty()) << id;
  }
  EXPECT_EQ(directions().size(), 8u);
}

// Costello & Donnelly 2010: seven studies, d −0.08 to 1.17, caution for 30 minutes.
TEST(Directions, AskNotToDriveForHalfAnHour) {
  EXPECT_THAT(of("position_sense").sentence,
              AllOf(HasSubstr("up to 30 minutes"), HasSubstr("do not drive")));
  EXPECT_THAT(of("position_sense").why, HasSubstr("-0.08 to 1.17"));
}

TEST(Directions, SayThatSwellingWasSeenInAnimalsAndOnlyDuringTheCold) {
  EXPECT_THAT(of("swelling").why, AllOf(HasSubstr("Rats and mice"), HasSubstr("12.8 to 15.6")));
  EXPECT_THAT(of("swelling").sentence, HasSubstr("does not outlast it"));
}

TEST(Directions, SayThatSkinColdAloneMayMakeSpasmWorse) {
  EXPECT_THAT(of("muscle_spasm").sentence, HasSubstr("cold skin alone may do the opposite"));
}

}  // namespace
}  // namespace coldplan::effect
