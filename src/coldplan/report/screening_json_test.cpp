#include "coldplan/report/screening_json.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/screening/example_cases.h"

namespace coldplan::report {
namespace {

TEST(ScreeningJson, HasEveryVariantWithTheRulesThatSpeakOfIt) {
  person::Case given = screening::example_clean();
  given.history.answers["raynaud"] = "yes";
  const auto json = screening_json(screening::screen(given, "2026-11-27"), std::nullopt);
  std::size_t variants = 0;
  for (const auto& family : json.at("forms")) {
    variants += family.at("variants").size();
  }
  EXPECT_EQ(variants, screening::variants().size());
  const auto& pack = json.at("forms").at("ice_pack");
  EXPECT_EQ(pack.at("level"), "ask_first");
  const auto& reason = pack.at("variants").at("ice_bag").at("reasons").at(0);
  EXPECT_EQ(reason.at("rule"), "raynaud-local");
  EXPECT_EQ(reason.at("is"), "met");
  EXPECT_FALSE(reason.at("sources").empty());
}

TEST(ScreeningJson, TellsWhatWasNotAnsweredFromWhatIsNotKnown) {
  person::Case given = screening::example_clean();
  given.history.blood_pressure.reset();
  given.history.answers["bp_unknown"] = "no";
  given.history.answers.erase("seizure");
  const auto json = screening_json(screening::screen(given, ""), std::nullopt);
  std::vector<std::string> kinds;
  for (const auto& reason :
       json.at("forms").at("ice_bath").at("variants").at("cwi_still").at("reasons")) {
    if (reason.at("rule") == "seizure-systemic" || reason.at("rule") == "bp-160-systemic") {
      kinds.push_back(reason.at("is"));
    }
  }
  std::sort(kinds.begin(), kinds.end());
  EXPECT_EQ(kinds, (std::vector<std::string>{"not_answered", "not_known"}));
}

TEST(ScreeningJson, AsksNothingOfSomebodyWhoIsScreened) {
  EXPECT_TRUE(questions_json(screening::next_screen(screening::example_clean(), "")).is_null());
}

}  // namespace
}  // namespace coldplan::report
