#include "coldplan/app/compare_verb.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace coldplan::app {
namespace {

namespace fs = std::filesystem;

const fs::path examples = fs::path{COLDPLAN_SOURCE_DIR} / "examples";

/// A folder of its own that goes with the test.
struct Scratch {
  fs::path folder =
      fs::temp_directory_path() /
      ("coldplan-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
       ::testing::UnitTest::GetInstance()->current_test_info()->name());
  Scratch() { fs::create_directories(folder); }
  ~Scratch() { fs::remove_all(folder); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  Scratch(Scratch&&) = delete;
  Scratch& operator=(Scratch&&) = delete;
};

TEST(RunCompare, AnswersForAllSixExamples) {
  int cases = 0;
  for (const auto& entry : fs::directory_iterator(examples)) {
    if (entry.path().extension() == ".json") {
      const auto text = run_compare({entry.path(), false, std::nullopt});
      ASSERT_TRUE(text.has_value()) << entry.path() << " " << message(text.error());
      // Its owner was unsure of a sign that counts as an emergency.
      const bool is_urgent = entry.path().stem() == "acute-52";
      EXPECT_THAT(*text, ::testing::HasSubstr(is_urgent ? "EMERGENCY" : "muscle at 2 cm"));
      ++cases;
    }
  }
  EXPECT_EQ(cases, 6);
}

TEST(RunCompare, PrintsJsonThatCanBeRead) {
  const auto text = run_compare({examples / "chronic-58.json", true, std::nullopt});
  EXPECT_FALSE(nlohmann::json::parse(text.value()).at("forms").empty());
}

TEST(RunCompare, WritesThePictureAskedFor) {
  const Scratch scratch;
  for (const auto* name : {"back.svg", "back.png", "back.pdf"}) {
    ASSERT_TRUE(run_compare({examples / "thin-47.json", false, scratch.folder / name}).has_value());
    EXPECT_GT(fs::file_size(scratch.folder / name), 10000u) << name;
  }
}

TEST(RunCompare, LeavesNothingBehindAfterBadInput) {
  const Scratch scratch;
  const fs::path broken = scratch.folder / "broken.json";
  std::ofstream(broken) << R"({"person":{"age":58,"sex":"female","height_cm":17,"weight_kg":78}})";
  const auto result = run_compare({broken, false, scratch.folder / "back.svg"});
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(message(result.error()),
            broken.string() + ": person.height_cm: 17 is not a height in cm (100 to 230)");
  EXPECT_FALSE(fs::exists(scratch.folder / "back.svg"));
}

TEST(RunCompare, TellsOfAnEmergencyWhateverPictureIsAskedFor) {
  const fs::path picture = fs::path{::testing::TempDir()} / "emergency.svg";
  const auto text = run_compare({examples / "acute-52.json", false, picture});
  ASSERT_TRUE(text) << message(text.error());
  EXPECT_THAT(*text, ::testing::HasSubstr("EMERGENCY"));
  EXPECT_FALSE(fs::exists(picture));
}

TEST(RunCompare, RefusesAPictureItCannotDrawBeforeReadingTheCase) {
  const auto result = run_compare({"no-such-case.json", false, "back.bmp"});
  ASSERT_FALSE(result.has_value());
  EXPECT_THAT(message(result.error()), ::testing::HasSubstr(".svg, .png or .pdf"));
}

/// A case that wishes for one family.
fs::path case_with(const Scratch& scratch, const std::string& family) {
  std::ifstream example(examples / "thin-47.json");
  auto subject = nlohmann::json::parse(example);
  subject["wishes"]["forms"] = {family};
  fs::path file = scratch.folder / "case.json";
  std::ofstream(file) << subject;
  return file;
}

TEST(RunCompare, SendsTheWholeBodyToSimulate) {
  const Scratch scratch;
  const fs::path file = case_with(scratch, "wbc_chamber");
  EXPECT_THAT(run_compare({file, false, std::nullopt}).value(),
              ::testing::HasSubstr("wbc_chamber cools the whole body; use coldplan simulate"));
  const auto drawn = run_compare({file, false, scratch.folder / "back.svg"});
  ASSERT_FALSE(drawn.has_value());
  EXPECT_EQ(message(drawn.error()),
            file.string() +
                ": wishes.forms: wbc_chamber cools the whole body; use coldplan simulate --form "
                "wbc_electric_chamber or wbc_forced_air_chamber; or add ice_pack: so far there is "
                "nothing to draw");
  EXPECT_FALSE(fs::exists(scratch.folder / "back.svg"));
}

TEST(RunCompare, NamesTheFamilyOfAFormThatIsNone) {
  const Scratch scratch;
  const fs::path file = case_with(scratch, "wbc_electric_chamber");
  const auto result = run_compare({file, false, std::nullopt});
  ASSERT_FALSE(result.has_value());
  EXPECT_THAT(message(result.error()), ::testing::AllOf(::testing::StartsWith(file.string()),
                                                        ::testing::HasSubstr("wishes.forms[0]"),
                                                        ::testing::HasSubstr("\"wbc_chamber\"?")));
}

TEST(RunCompare, NamesAFileThatIsNotThere) {
  const auto result = run_compare({"no-such-case.json", false, std::nullopt});
  EXPECT_EQ(result.error().code, ErrorCode::unreadable);
  EXPECT_EQ(result.error().place, "no-such-case.json");
}

}  // namespace
}  // namespace coldplan::app
