#include "coldplan/app/screen_verb.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace coldplan::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::filesystem::path examples = std::filesystem::path{COLDPLAN_SOURCE_DIR} / "examples";

ScreenOptions options_of(const std::filesystem::path& file) {
  ScreenOptions options;
  options.case_file = file;
  options.date = "2026-11-27";
  return options;
}

std::string screened(const ScreenOptions& options, const std::string& answers = "") {
  std::istringstream in{answers};
  std::ostringstream out;
  const auto text = run_screen(options, in, out);
  return text ? *text : message(text.error());
}

/// A case file in a folder of its own.
struct Written {
  std::filesystem::path path;
  explicit Written(const std::string& text)
      : path{std::filesystem::path{::testing::TempDir()} /
             (std::string{::testing::UnitTest::GetInstance()->current_test_info()->name()} +
              ".json")} {
    std::ofstream{path} << text;
  }
};

std::size_t count_of(const std::string& text, const std::string& word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    ++count;
  }
  return count;
}

TEST(RunScreen, AnswersForAllExamplesInEightyColumns) {
  for (const auto& entry : std::filesystem::directory_iterator{examples}) {
    if (entry.path().extension() != ".json") {
      continue;
    }
    auto options = options_of(entry.path());
    options.details = true;
    const std::string text = screened(options);
    EXPECT_THAT(text, HasSubstr("Rules not approved by a clinician.")) << entry.path();
    EXPECT_EQ(count_of(text, "safe "), 0U) << text;
    EXPECT_EQ(count_of(text, "safe."), 1U) << text;  // "or says that a form is safe."
  }
}

TEST(RunScreen, ShowsNoFormInAnEmergency) {
  const Written file{R"({"person": {"age": 50, "sex": "male", "height_cm": 180, "weight_kg": 80},
                         "pain": {"red_flags": {"rf-ces": {"answer": "yes"}}}})"};
  const std::string text = screened(options_of(file.path));
  EXPECT_THAT(text, HasSubstr("EMERGENCY (cauda equina)"));
  EXPECT_THAT(text, HasSubstr("No form of cold is shown"));
  EXPECT_THAT(text, Not(HasSubstr("Packs")));
}

TEST(RunScreen, NamesTheNearestKnownConditionWhereOneIsUnknown) {
  const Written file{R"({"person": {"age": 50, "sex": "male", "height_cm": 180, "weight_kg": 80,
                         "answers": {"reynaud": "yes"}}})"};
  EXPECT_THAT(screened(options_of(file.path)), HasSubstr("raynaud"));
}

TEST(RunScreen, CatchesAPressureThatIsSwapped) {
  const Written file{R"({"person": {"age": 50, "sex": "male", "height_cm": 180, "weight_kg": 80,
                         "blood_pressure_mmHg": [95, 160]}})"};
  EXPECT_THAT(screened(options_of(file.path)), HasSubstr("person.blood_pressure_mmHg"));
}

TEST(RunScreen, TellsMachinesEveryRuleThatSpeaks) {
  auto options = options_of(examples / "chronic-58.json");
  options.json = true;
  const auto json = nlohmann::json::parse(screened(options));
  EXPECT_EQ(json.at("urgency"), "none");
  EXPECT_EQ(json.at("red_flags").at(0).at("reviewed"), "2026-10-01");
  EXPECT_EQ(json.at("forms").size(), 7U);
  EXPECT_EQ(json.at("rules_approval"), "Rules not approved by a clinician.");
}

TEST(RunScreen, AsksWhatCouldChangeTheOutcomeAndSavesTheAnswers) {
  const Written file{R"({"person": {"age": 50, "sex": "male", "height_cm": 180, "weight_kg": 80},
                         "wishes": {"forms": ["ice_pack"]}})"};
  auto options = options_of(file.path);
  options.ask = true;
  options.save = std::filesystem::path{::testing::TempDir()} / "saved.json";
  // No flags, none of the first list, a wound of the second, and then the input ends.
  const std::string text = screened(options, "0\n0\n0\nnonsense\n3\n");
  EXPECT_THAT(text, HasSubstr("Packs, compress, ice massage: not for you"));
  std::ifstream saved{*options.save};
  const auto json = nlohmann::json::parse(saved);
  EXPECT_EQ(json.at("pain").at("red_flags").at("rf-ces").at("answer"), "no");
  EXPECT_EQ(json.at("person").at("answers").at("wound"), "yes");
}

TEST(RunScreen, NamesTheNextQuestionsForMachines) {
  auto options = options_of(Written{R"({"person": {"age": 50, "sex": "male", "height_cm": 180,
                                        "weight_kg": 80}})"}
                                .path);
  options.ask = options.json = true;
  const auto json = nlohmann::json::parse(screened(options));
  EXPECT_EQ(json.at("screen"), "flags-now");
  EXPECT_EQ(json.at("red_flags").size(), 9U);
}

TEST(RunScreen, RefusesADayThatIsNoneAndAnApprovalOfOtherRules) {
  auto options = options_of(examples / "chronic-58.json");
  options.date = "2026-02-30";
  EXPECT_THAT(screened(options), HasSubstr("--date"));
  const Written approval{R"({"approved_by": "A", "profession": "physician", "licence": "1",
      "date": "2026-11-01", "rules": ")" +
                         std::string(64, '0') + "\"}"};
  options = options_of(examples / "chronic-58.json");
  options.approval = approval.path;
  EXPECT_THAT(screened(options), HasSubstr("rules"));
}

TEST(RunScreen, RefusesAPlaceToSaveBeforeItAsks) {
  auto options = options_of(examples / "thin-47.json");
  options.save = "/no/such/folder/case.json";
  EXPECT_THAT(screened(options), HasSubstr("--save"));
  options.ask = true;
  EXPECT_THAT(screened(options, "0\n"), HasSubstr("--save"));
  options = options_of("-");
  options.ask = true;
  EXPECT_THAT(screened(options), HasSubstr("--ask"));
}

TEST(RunScreen, NamesWhoApprovedTheRulesInUse) {
  ScreenOptions of_rules;
  of_rules.rules = true;
  std::string hash = screened(of_rules);
  hash.pop_back();
  const Written approval{R"({"approved_by": "Dr A", "profession": "physician", "licence": "1",
      "date": "2026-11-01", "rules": ")" +
                         hash + "\"}"};
  auto options = options_of(examples / "chronic-58.json");
  options.approval = approval.path;
  EXPECT_THAT(screened(options), HasSubstr("Rules approved by Dr A, physician"));
}

}  // namespace
}  // namespace coldplan::app
