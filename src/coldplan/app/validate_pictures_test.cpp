#include "coldplan/app/validate_pictures.h"

#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "coldplan/app/program.h"
#include "coldplan/app/validate_verb.h"

namespace coldplan::app {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

std::string content(const fs::path& path) {
  std::ifstream stream{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

/// A folder of one small study, gone at the end of the test.
class Pictures : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "studies");
    fs::copy_file(study_folder() / "tomchuk2010.json", folder_ / "studies/tomchuk2010.json");
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  static fs::path study_folder() { return fs::path{COLDPLAN_SOURCE_DIR} / "data/studies"; }

  [[nodiscard]] ValidateOptions options(const fs::path& pictures) const {
    ValidateOptions made;
    made.folder = (folder_ / "studies").string();
    // numerical: few, for speed.
    made.draws = 24;
    made.pictures = pictures.string();
    return made;
  }

  const fs::path folder_ =
      fs::temp_directory_path() / ("coldplan_pictures_" + std::to_string(getpid()) + "_" +
                                   ::testing::UnitTest::GetInstance()->current_test_info()->name());
};

/// A study of people of one arm each, made of an arm that was published: muscle is the colder after
/// 20 min of ice the thinner the fat.
nlohmann::json people_of(const fs::path& published, int count) {
  auto study = nlohmann::json::parse(content(published));
  const auto arm = study.at("arms").at(0);
  study["id"] = "made_up_people";
  study["arms"] = nlohmann::json::array();
  for (int person = 0; person < count; ++person) {
    auto own = arm;
    own["id"] = "ice_subject" + std::to_string(person);
    own["n"] = 1;
    own["fat_thickness_mm"]["mean"] = 4 + person;
    own["fat_thickness_mm"]["sd"] = nullptr;
    own["measurements"] = nlohmann::json::array();
    for (auto reading : arm.at("measurements")) {
      if (reading.at("location").at("tissue") == "muscle" && reading.at("minute") == 20.0 &&
          reading.at("quantity") == "temperature_C") {
        reading["value"] = 28.0 + 0.3 * person;
        own["measurements"].push_back(reading);
      }
    }
    study["arms"].push_back(own);
  }
  return study;
}

TEST_F(Pictures, ComeWithAPageIntoAFolderThatIsMade) {
  const fs::path pictures = folder_ / "new/pictures";
  std::ostringstream out;
  const auto text = run_validate(options(pictures), out, nullptr);
  ASSERT_TRUE(text.has_value()) << message(text.error());
  const std::string page = content(pictures / "README.md");
  EXPECT_THAT(page,
              HasSubstr("--draws 24 --pictures " + pictures.string() + "`: 24 draws, seed 1"));
  std::size_t shown = 0;
  for (const auto& entry : fs::directory_iterator{pictures}) {
    const std::string name = entry.path().filename().string();
    EXPECT_THAT(name, Not(HasSubstr("partial")));
    if (name != "README.md") {
      ++shown;
      EXPECT_THAT(page, HasSubstr("](" + name + ")"));
      EXPECT_THAT(content(entry.path()), HasSubstr("<svg"));
    }
  }
  EXPECT_EQ(shown, 3u);
  EXPECT_THAT(*text, HasSubstr("Packs of ice, skin: how far apart studies are"));
  EXPECT_THAT(*text, Not(HasSubstr("Skill")));
}

TEST_F(Pictures, HaveTheSameBytesOnceMore) {
  const fs::path pictures = folder_ / "pictures";
  std::ostringstream out;
  ASSERT_TRUE(run_validate(options(pictures), out, nullptr).has_value());
  const std::string page = content(pictures / "README.md");
  const std::string picture = content(pictures / "predicted-skin-local.svg");
  ASSERT_TRUE(run_validate(options(pictures), out, nullptr).has_value());
  EXPECT_EQ(content(pictures / "README.md"), page);
  EXPECT_EQ(content(pictures / "predicted-skin-local.svg"), picture);
}

TEST_F(Pictures, TellPeopleOneByOneWhereAFolderHasThem) {
  std::ofstream(folder_ / "studies/made_up_people.json")
      << people_of(study_folder() / "dykstra2009.json", 10);
  const fs::path pictures = folder_ / "pictures";
  std::ostringstream out;
  const auto text = run_validate(options(pictures), out, nullptr);
  ASSERT_TRUE(text.has_value()) << message(text.error());
  EXPECT_THAT(*text, HasSubstr("10 people in 10 arms of one person each"));
  EXPECT_THAT(*text, HasSubstr("measured -0.30 °C for each mm of fat"));
  EXPECT_THAT(content(pictures / "README.md"), HasSubstr("## People one by one"));
}

TEST_F(Pictures, AreRefusedAPlaceWhereAFileIsBeforeAnythingIsComputed) {
  const fs::path file = folder_ / "file";
  std::ofstream{file} << "mine";
  const std::string folder = (folder_ / "studies").string();
  std::ostringstream out;
  std::ostringstream err;
  const auto run = [&](const std::string& pictures) {
    err.str("");
    const std::array<const char*, 5> words{"coldplan", "validate", folder.c_str(), "--pictures",
                                           pictures.c_str()};
    return run_program(static_cast<int>(words.size()), words.data(), out, err, {});
  };
  EXPECT_EQ(run(file.string()), exit_bad_input);
  EXPECT_EQ(err.str(), "--pictures: " + file.string() +
                           " is not a folder; choose a folder, or a name that is free\n");
  EXPECT_EQ(content(file), "mine");
  EXPECT_EQ(run(""), exit_bad_input);
  EXPECT_THAT(err.str(), HasSubstr("--pictures"));
  EXPECT_EQ(run((file / "under").string()), exit_failed);
  EXPECT_TRUE(out.str().empty());
}

}  // namespace
}  // namespace coldplan::app
