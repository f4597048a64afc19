#include "coldplan/person/case_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "coldplan/person/case_schema.h"

namespace coldplan::person {
namespace {

constexpr const char* smallest =
    R"({"person": {"age": 58, "sex": "female", "height_cm": 165, "weight_kg": 78}})";

Expected<Case> example(const std::string& name) {
  std::ifstream stream{std::filesystem::path{COLDPLAN_SOURCE_DIR} / "examples" / (name + ".json")};
  EXPECT_TRUE(stream.is_open()) << name;
  const std::string text{std::istreambuf_iterator<char>{stream}, {}};
  auto read = read_case(text);
  EXPECT_TRUE(read.has_value()) << name << ": " << (read ? "" : message(read.error()));
  return read;
}

TEST(CaseFile, NeedsNoMoreThanAgeSexHeightAndWeight) {
  const auto read = read_case(smallest);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->person.sex, Sex::female);
  EXPECT_DOUBLE_EQ(read->person.age, 58.0);
  EXPECT_DOUBLE_EQ(read->person.height, 1.65);
  EXPECT_DOUBLE_EQ(read->person.weight, 78.0);
}

TEST(CaseFile, KeepsWhatWasLeftOutAsLeftOut) {
  const auto read = read_case(smallest).value();
  EXPECT_FALSE(read.person.lumbar_skinfold || read.person.lumbar_fat);
  EXPECT_FALSE(read.history.blood_pressure);
  EXPECT_TRUE(read.history.answers.empty() && read.history.medicines.empty());
  EXPECT_FALSE(read.pain.kind || read.pain.cause || read.pain.radiating || read.pain.intensity_nrs);
  EXPECT_TRUE(read.pain.red_flags.empty());
  EXPECT_TRUE(read.wishes.forms.empty());
  EXPECT_FALSE(read.wishes.home_only || read.wishes.budget_per_month || read.wishes.units);
  EXPECT_TRUE(read.wishes.owned.empty() && read.wishes.prices.empty());
  EXPECT_FALSE(read.wishes.travel_per_visit);
}

TEST(CaseFile, ReadsTheGoalAsFarAsItWasGiven) {
  const auto goal_of = [](const std::string& text) {
    return read_case(R"({"person": {"age": 58, "sex": "female", "height_cm": 165, "weight_kg": 78},
                         "wishes": {"goal": )" +
                     text + "}}")
        .value()
        .wishes.goal;
  };
  const WishedGoal whole = goal_of(R"({"target": "disc", "degrees": 1.5, "dull_minutes": 20})");
  EXPECT_EQ(whole.target, TargetTissue::disc);
  EXPECT_EQ(whole.degrees, 1.5);
  EXPECT_EQ(whole.dull_minutes, 20.0);
  const WishedGoal part = goal_of(R"({"target": "facet_joint"})");
  EXPECT_EQ(part.target, TargetTissue::facet_joint);
  EXPECT_FALSE(part.degrees || part.dull_minutes);
  EXPECT_FALSE(goal_of("{}").target);
}

TEST(CaseFile, ReadsUnitedStatesMeasuresAsTheSameBody) {
  const auto read = example("heavy-63").value();
  EXPECT_EQ(read.person.sex, Sex::male);
  EXPECT_DOUBLE_EQ(read.person.height, 1.778);
  EXPECT_NEAR(read.person.weight, 120.20198, 1e-5);
  EXPECT_EQ(read.wishes.units, quantity::UnitSystem::us);
}

TEST(CaseFile, ReadsEveryKeyOfAFullCase) {
  const auto read = example("chronic-58").value();
  EXPECT_DOUBLE_EQ(read.person.lumbar_skinfold.value(), 0.034);
  EXPECT_DOUBLE_EQ(read.history.blood_pressure.value().systolic, 138.0);
  EXPECT_DOUBLE_EQ(read.history.blood_pressure.value().diastolic, 84.0);
  EXPECT_EQ(read.history.answers.at("thyroid"), "yes, treated and stable");
  EXPECT_EQ(read.pain.kind, PainKind::chronic);
  EXPECT_EQ(read.pain.cause, PainCause::strain);
  EXPECT_EQ(read.pain.radiating, false);
  EXPECT_EQ(read.pain.intensity_nrs, 6);
  const RedFlag& flag = read.pain.red_flags.at("rf-no-better");
  EXPECT_EQ(flag.answer, FlagAnswer::yes);
  EXPECT_EQ(flag.signs.size(), 1U);
  EXPECT_EQ(flag.reviewed, "2026-10-01");
  EXPECT_EQ(read.wishes.forms.size(), 7U);
  EXPECT_EQ(read.wishes.home_only, false);
  EXPECT_EQ(read.wishes.budget_per_month, 150.0);
  EXPECT_EQ(read.wishes.uses_per_week, 7.0);
}

TEST(CaseFile, TheFullExampleAnswersEveryWarningSignAndEveryQuestionThatFollowsOnNone) {
  const auto schema = nlohmann::json::parse(case_schema_text());
  const auto& person = schema.at("properties").at("person").at("properties");
  const auto& pain = schema.at("properties").at("pain").at("properties");
  const auto read = example("chronic-58").value();
  for (const auto& [id, question] : person.at("answers").at("properties").items()) {
    EXPECT_NE(read.history.answers.count(id) == 1, question.contains("x-follows")) << id;
  }
  EXPECT_EQ(read.pain.red_flags.size(), pain.at("red_flags").at("properties").size());
}

TEST(CaseFile, ReadsAgreementsAndAMeasuredFatThickness) {
  const auto read = example("post-surgical-71").value();
  EXPECT_DOUBLE_EQ(read.person.lumbar_fat.value(), 0.016);
  ASSERT_EQ(read.history.agreements.size(), 1U);
  EXPECT_EQ(read.history.agreements[0].rule, "surgery-machine");
  EXPECT_EQ(read.history.agreements[0].who, "surgeon");
  EXPECT_EQ(read.history.agreements[0].date, "2026-11-02");
}

TEST(CaseFile, ReadsAnswersThatAreNumbersAndTheLastDayOfAnAgreement) {
  const auto read =
      read_case(R"({"person": {"age": 60, "sex": "male", "height_cm": 180, "weight_kg": 80,
      "answers": {"surgery": "yes, wound healed", "surgery_days": 14},
      "agreements": [{"rule": "surgery-machine", "who": "surgeon", "date": "2026-11-02",
                      "until": "2026-12-02"}]}})");
  ASSERT_TRUE(read) << message(read.error());
  EXPECT_EQ(read->history.numbers.at("surgery_days"), 14.0);
  EXPECT_EQ(read->history.answers.count("surgery_days"), 0U);
  EXPECT_EQ(read->history.agreements[0].until, "2026-12-02");
}

TEST(CaseFile, ReadsWhatIsOwnedWhatThingsCostAndTheWayThere) {
  const auto read =
      read_case(R"({"person": {"age": 60, "sex": "male", "height_cm": 180, "weight_kg": 80},
      "wishes": {"owned": ["gel_pack", "ctm_ice_water_pump"],
                 "prices": {"wbc_electric_chamber": 60, "topical_menthol": 0.4},
                 "travel": {"dollars_per_visit": 7.5}}})");
  ASSERT_TRUE(read) << message(read.error());
  EXPECT_EQ(read->wishes.owned, (std::vector<std::string>{"gel_pack", "ctm_ice_water_pump"}));
  EXPECT_EQ(read->wishes.prices.at("wbc_electric_chamber"), 60.0);
  EXPECT_EQ(read->wishes.prices.at("topical_menthol"), 0.4);
  EXPECT_EQ(read->wishes.travel_per_visit, 7.5);
}

TEST(CaseFile, KeepsAnUnsureAnswerUnsure) {
  EXPECT_EQ(example("acute-52").value().pain.red_flags.at("rf-aaa").answer, FlagAnswer::unsure);
}

TEST(CaseFile, ReadsTheOtherExamples) {
  EXPECT_DOUBLE_EQ(example("thin-47").value().person.weight, 55.0);
  EXPECT_DOUBLE_EQ(example("frail-88").value().person.age, 88.0);
}

TEST(CaseFile, HasAMeaningForEveryWordOfTheSchema) {
  const auto schema = nlohmann::json::parse(case_schema_text()).at("properties");
  for (const char* key : {"kind", "cause"}) {
    for (const auto& word : schema.at("pain").at("properties").at(key).at("enum")) {
      auto written = nlohmann::json::parse(smallest);
      written["pain"][key] = word;
      EXPECT_TRUE(read_case(written.dump()).has_value()) << word;
    }
  }
  for (const auto& word : schema.at("wishes").at("properties").at("units").at("enum")) {
    auto written = nlohmann::json::parse(smallest);
    written["wishes"]["units"] = word;
    EXPECT_TRUE(read_case(written.dump()).has_value()) << word;
  }
}

TEST(CaseFile, SurvivesEveryTextThatBreaksOff) {
  const std::string whole = smallest;
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_FALSE(read_case(whole.substr(0, length)).has_value()) << length;
  }
}

TEST(CaseFile, SurvivesDeepNesting) {
  EXPECT_FALSE(read_case(std::string(200'000, '[')).has_value());
  EXPECT_FALSE(read_case(std::string(50'000, '[') + std::string(50'000, ']')).has_value());
}

}  // namespace
}  // namespace coldplan::person
