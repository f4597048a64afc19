#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/person/broken_files.h"
#include "coldplan/person/case_file.h"

namespace coldplan::person {
namespace {

using person::tests::BrokenFile;
using person::tests::expect_folder;
using person::tests::expect_line;
using person::tests::test_name;
using person::tests::text_of;

const std::vector<BrokenFile> broken_cases{
    {"01-not-json", ErrorCode::unreadable,
     "line 2, column 52: \"height_cm\" is not JSON at this place; look for a missing or extra "
     "comma, "
     "quote or bracket"},
    {"02-empty-file", ErrorCode::unreadable, "the text is empty; begin with {\"person\": {…}}"},
    {"03-list-at-top", ErrorCode::wrong_type,
     "a list of 1 is not a case: an object with the key \"person\""},
    {"04-key-twice", ErrorCode::conflict,
     "person.age: the key stands twice; leave one of the two out"},
    {"05-misspelt-key", ErrorCode::unknown_name,
     "person.hieght_cm: hieght_cm is not a known key; did you mean height_cm?"},
    {"06-missing-age", ErrorCode::missing, "person.age: give an age in years (18 to 110)"},
    {"07-text-for-number", ErrorCode::wrong_type,
     "person.height_cm: \"165 cm\" is not a height in cm (100 to 230)"},
    {"08-height-in-metres", ErrorCode::out_of_range,
     "person.height_cm: 1.65 is not a height in cm (100 to 230)"},
    {"09-both-heights", ErrorCode::conflict,
     "person.height_in: height_cm is given too; leave one of the two out"},
    {"10-negative-weight", ErrorCode::out_of_range,
     "person.weight_kg: -78 is not a weight in kg (30 to 300)"},
    {"11-child", ErrorCode::out_of_range, "person.age: 12 is not an age in years (18 to 110)"},
    {"12-unknown-sex", ErrorCode::unknown_name,
     "person.sex: \"woman\" is not a sex (female or male)"},
    {"13-unknown-pain-kind", ErrorCode::unknown_name,
     "pain.kind: \"cronic\" is not a kind of back pain (acute, subacute, chronic, post_surgical or "
     "disc_herniation); did you mean \"chronic\"?"},
    {"14-pain-of-eleven", ErrorCode::out_of_range,
     "pain.intensity_nrs: 11 is not a pain intensity in whole numbers (0 to 10)"},
    {"15-pressure-upside-down", ErrorCode::conflict,
     "person.blood_pressure_mmHg: [84,138] is not a blood pressure: a pair such as [138, 84], the "
     "upper number first"},
    {"16-one-number-pressure", ErrorCode::out_of_range,
     "person.blood_pressure_mmHg: [138] is not a blood pressure: a pair such as [138, 84], the "
     "upper "
     "number first"},
    {"17-unknown-form", ErrorCode::unknown_name,
     "wishes.forms[1]: \"cryo_sauna\" is not a form of cold (wbc_chamber, cryosauna, local_nozzle, "
     "ice_bath, cold_machine, ice_pack or menthol_gel); did you mean \"cryosauna\"?"},
    {"18-unknown-question", ErrorCode::unknown_name,
     "person.answers.reynaud: reynaud is not a known key; did you mean raynaud?"},
    {"19-wrong-answer-word", ErrorCode::unknown_name,
     "person.answers.diabetes: \"yes\" is not an answer (\"no\", \"yes, no complications\" or "
     "\"yes, "
     "with any of these\")"},
    {"20-number-too-large", ErrorCode::out_of_range,
     "person.weight_kg: 1e999 is not a number that can be held; give a smaller one"},
    {"21-implausible-build", ErrorCode::conflict,
     "person: 7.5 is not a plausible body mass index in kg/m2 (10 to 80); check height and weight"},
    {"22-breaks-off", ErrorCode::unreadable,
     "line 2, column 75: the end of the text is not JSON at this place; look for a missing or "
     "extra "
     "comma, quote or bracket"},
    {"23-no-such-day", ErrorCode::out_of_range,
     "person.agreements[0].date: \"2026-02-30\" is not a date such as 2026-11-02"},
    {"24-pressure-as-answer", ErrorCode::unknown_name,
     "person.answers.bp: bp is not a known key; give person.blood_pressure_mmHg instead"},
    {"25-no-weight", ErrorCode::missing,
     "person.weight_kg: give a weight in kg (30 to 300), or else weight_lb"},
    {"26-unknown-rule", ErrorCode::unknown_name,
     "person.agreements[0].rule: \"surgery-machin\" is not a screening rule; did you mean "
     "\"surgery-machine\"?"},
    {"27-owns-no-form", ErrorCode::unknown_name,
     "wishes.owned[0]: \"gelpack\" is not a form of cold that can be owned; did you mean "
     "\"gel_pack\"?"},
    {"28-owned-twice", ErrorCode::conflict,
     "wishes.owned[1]: \"gel_pack\" stands twice; leave one of the two out"},
    {"29-price-of-no-form", ErrorCode::unknown_name,
     "wishes.prices.wbc_chamber: wbc_chamber is not a known key; give "
     "wishes.prices.wbc_electric_chamber instead"},
    {"30-negative-price", ErrorCode::out_of_range,
     "wishes.prices.gel_pack: -12 is not a price in dollars (0 to 100000)"},
    {"31-price-as-text", ErrorCode::wrong_type,
     "wishes.prices.local_ln2_vapour: \"$40\" is not a price in dollars (0 to 100000)"},
    {"32-travel-in-miles", ErrorCode::unknown_name,
     "wishes.travel.miles_per_visit: miles_per_visit is not a known key; did you mean "
     "dollars_per_visit?"},
    {"33-travel-as-number", ErrorCode::wrong_type,
     "wishes.travel: 9 is not what the way there costs"},
    {"34-unknown-target", ErrorCode::unknown_name,
     "wishes.goal.target: \"facet\" is not a tissue to cool (skin, muscle, facet_joint or disc)"},
    {"35-goal-too-cold", ErrorCode::out_of_range,
     "wishes.goal.degrees: 40 is not a fall of temperature in °C (0.1 to 25)"},
};

const std::filesystem::path folder =
    std::filesystem::path{COLDPLAN_SOURCE_DIR} / "tests" / "broken_cases";

class BrokenCases : public testing::TestWithParam<BrokenFile> {};

TEST_P(BrokenCases, AreAnsweredInOneLineThatNamesPlaceAndMend) {
  const auto read = read_case(text_of(folder / (std::string{GetParam().file} + ".json")));
  ASSERT_FALSE(read.has_value());
  expect_line(GetParam(), read.error());
}

INSTANTIATE_TEST_SUITE_P(Files, BrokenCases, testing::ValuesIn(broken_cases), test_name);

TEST(BrokenCasesFolder, HasAnExpectedLineForEachFile) {
  expect_folder(folder, broken_cases);
}

}  // namespace
}  // namespace coldplan::person
