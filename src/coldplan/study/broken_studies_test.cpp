#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/person/broken_files.h"
#include "coldplan/study/study_file.h"

namespace coldplan::study {
namespace {

using person::tests::BrokenFile;
using person::tests::expect_folder;
using person::tests::expect_line;
using person::tests::test_name;
using person::tests::text_of;

const std::vector<BrokenFile> broken_studies{
    {"01-not-json", ErrorCode::unreadable,
     "line 22, column 18: \"rewarming_min\" is not JSON at this place; look for a missing or extra "
     "comma, quote or bracket"},
    {"02-empty-file", ErrorCode::unreadable, "the text is empty; begin with {\"id\": …}"},
    {"03-list-at-top", ErrorCode::wrong_type, "[] is not an object"},
    {"04-key-twice", ErrorCode::conflict,
     "arms[0].cooling_min: the key stands twice; leave one of the two out"},
    {"05-other-unit", ErrorCode::unknown_name,
     "arms[0].applicator.temperature_F: temperature_F is not a known key; did you mean "
     "temperature_C?"},
    {"06-no-length-of-cooling", ErrorCode::missing,
     "arms[0].cooling_min: give a number of at least 0 or null"},
    {"07-text-for-number", ErrorCode::wrong_type,
     "arms[0].measurements[0].value: \"9.1 °C\" is not a number or null"},
    {"08-unknown-kind", ErrorCode::unknown_name,
     R"(arms[0].applicator.kind: "ice_vest" is not a known word; did you mean "ice_massage"?)"},
    {"09-not-a-number", ErrorCode::unreadable,
     "line 24, column 200: \"value\": N is not JSON at this place; look for a missing or extra "
     "comma, quote or bracket"},
    {"10-depth-from-nowhere", ErrorCode::conflict,
     "arms[0].measurements[0].location.depth_mm: 20 is not null where depth_from is null"},
    {"11-scored-without-value", ErrorCode::wrong_type,
     "arms[0].measurements[0].value: null is not a number where scored is true"},
    {"12-scored-muscle-without-depth", ErrorCode::missing,
     "arms[0].measurements[0].location.depth_mm: give a number: a scored value of muscle needs its "
     "depth"},
    {"13-arm-twice", ErrorCode::conflict,
     "arms[1].id: \"ice\" stands twice; give every arm an id of its own"},
    {"14-cycles-of-another-length", ErrorCode::conflict,
     "arms[0].cycles.on_min: 10 is not cooling_min (20); give both for one cycle"},
    {"15-stage-backwards", ErrorCode::conflict,
     "arms[0].applicator.stages[1].minute_from: 2.5 is not at most minute_to (0.5)"},
    {"16-class-upside-down", ErrorCode::conflict,
     "arms[0].skinfold_mm.low: 18 is not at most high (10)"},
    {"17-read-after-the-end", ErrorCode::conflict,
     "arms[0].measurements[0].minute: 1200 is not within cooling and rewarming (50 min)"},
    {"18-too-many-people", ErrorCode::out_of_range,
     "arms[0].measurements[0].n: 1e+300 is not a number of a study (1e+09 at most)"},
    {"19-window-backwards", ErrorCode::conflict,
     "arms[0].measurements[0].window_min: [5,0] is not a pair, the lower number first"},
    {"20-unknown-quantity", ErrorCode::unknown_name,
     "arms[0].measurements[0].quantity: \"temprature_drop_C\" is not a known word; did you mean "
     "\"temperature_drop_C\"?"},
    {"21-id-with-space", ErrorCode::wrong_type,
     "id: \"example 2005\" is not a text of the pattern ^[A-Za-z0-9][A-Za-z0-9_-]*$"},
    {"22-no-target", ErrorCode::missing,
     "arms[0].measurements[0].target_C: give it where quantity is \"minutes_to_temperature\""},
    {"23-no-reason", ErrorCode::wrong_type,
     "arms[0].measurements[0].why_not: null is not a text where scored is false"},
    {"24-drop-of-a-temperature", ErrorCode::conflict,
     "arms[0].measurements[0].drop_C: 5 is not null where quantity is \"temperature_drop_C\""},
    {"25-negative-mass", ErrorCode::out_of_range,
     "arms[0].applicator.mass_kg: -1.8 is not a number above 0"},
    {"26-fat-assumed-and-given", ErrorCode::conflict,
     "arms[0].fat_thickness_mm.mean: 7.5 is not null where basis is \"assumed_null\""},
    {"27-number-too-large", ErrorCode::out_of_range,
     "arms[0].measurements[0].minute: 1e999 is not a number that can be held; give a smaller one"},
    {"28-unknown-region", ErrorCode::unknown_name,
     "arms[0].measurements[0].location.region: \"calve\" is not a known word; did you mean "
     "\"calf\"?"},
    {"29-number-for-people", ErrorCode::wrong_type,
     "subjects.age_years: 23 is not an object or null"},
    {"30-spread-without-sd", ErrorCode::missing,
     "subjects.age_years.sd: give a number of at least 0 or null"},
};

const std::filesystem::path folder =
    std::filesystem::path{COLDPLAN_SOURCE_DIR} / "tests" / "broken_studies";

class BrokenStudies : public testing::TestWithParam<BrokenFile> {};

TEST_P(BrokenStudies, AreAnsweredInOneLineThatNamesPlaceAndMend) {
  const auto read = read_study(text_of(folder / (std::string{GetParam().file} + ".json")));
  ASSERT_FALSE(read.has_value());
  expect_line(GetParam(), read.error());
}

INSTANTIATE_TEST_SUITE_P(Files, BrokenStudies, testing::ValuesIn(broken_studies), test_name);

TEST(BrokenStudiesFolder, HasAnExpectedLineForEachFile) {
  expect_folder(folder, broken_studies);
}

}  // namespace
}  // namespace coldplan::study
