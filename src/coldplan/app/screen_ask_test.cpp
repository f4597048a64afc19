#include "coldplan/app/screen_ask.h"

#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coldplan::app {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

struct Asked {
  json document;
  std::string said;
};

Asked asked(const char* wishes, const std::string& answers) {
  json document =
      json::parse(R"({"person": {"age": 50, "sex": "male", "height_cm": 180, "weight_kg": 80}})");
  document["wishes"] = json::parse(wishes);
  std::istringstream in{answers};
  std::ostringstream out;
  auto result = ask(document, "2026-11-27", in, out);
  return {result.value(), out.str()};
}

TEST(Ask, LeavesOpenWhatTheInputDoesNotAnswer) {
  const Asked nothing = asked(R"({"forms": ["ice_pack"]})", "");
  EXPECT_FALSE(nothing.document.contains("pain"));
  EXPECT_THAT(nothing.said, HasSubstr("1. "));
}

TEST(Ask, TakesUnsureForAWarningSign) {
  const Asked unsure = asked(R"({"forms": ["ice_pack"]})", "2?\n");
  EXPECT_EQ(unsure.document["pain"]["red_flags"]["rf-motor"]["answer"], "unsure");
  EXPECT_EQ(unsure.document["pain"]["red_flags"]["rf-ces"]["answer"], "no");
}

TEST(Ask, AsksForTheSignsOnWhichAnUrgencyHangs) {
  // rf-infection is the seventh; of its signs the third, drugs by injection.
  const Asked infection = asked(R"({"forms": ["ice_pack"]})", "7\n3\n");
  EXPECT_EQ(infection.document["pain"]["red_flags"]["rf-infection"]["signs"],
            json::array({"injected drugs"}));
}

TEST(Ask, AsksAgainForWhatIsNoAnswer) {
  const Asked again = asked(R"({"forms": ["ice_pack"]})", "twelve\n99\n\n0\n");
  // Once before, and after each of the three that are none.
  std::size_t told = 0;
  for (std::size_t at = again.said.find("Type the numbers"); at != std::string::npos;
       at = again.said.find("Type the numbers", at + 1)) {
    ++told;
  }
  EXPECT_GE(told, 4U);
  EXPECT_EQ(again.document["pain"]["red_flags"]["rf-ces"]["answer"], "no");
}

TEST(Ask, RefusesASwappedPressureAndTakesAnEmptyOneAsNotKnown) {
  // Nothing of the flags, of cold and of the place; surgery: no; none of the medicines.
  const std::string before = "0\n0\n0\n0\n1\n0\n";
  const Asked swapped = asked(R"({"forms": ["ice_pack"]})", before + "95/160\n\n");
  EXPECT_THAT(swapped.said, HasSubstr("Two numbers such as 138/84"));
  EXPECT_EQ(swapped.document["person"]["answers"]["bp_unknown"], "no") << swapped.said;
}

}  // namespace
}  // namespace coldplan::app
