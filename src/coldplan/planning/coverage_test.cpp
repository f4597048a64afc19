#include "coldplan/planning/coverage.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/screening/tables.h"

namespace coldplan::planning {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Coverage, HasARowOfInsuranceForEveryFamily) {
  const auto rows = read_insurance();
  for (const screening::Variant& variant : screening::variants()) {
    EXPECT_THAT(about(rows, variant.family), Not(IsEmpty())) << variant.id;
  }
}

TEST(Coverage, SaysWhatEachPayerSaysOfColdMachines) {
  const auto rows = about(read_insurance(), "cold_machine");
  for (const char* payer : {"Medicare", "TRICARE", "Blue plans"}) {
    EXPECT_THAT(rows, Contains(Field(&InsuranceRow::payer, payer)));
  }
  EXPECT_THAT(rows, Contains(AllOf(Field(&InsuranceRow::codes, ElementsAre("E0218", "E0236")),
                                   Field(&InsuranceRow::says, HasSubstr("not covered")))));
}

TEST(Coverage, NamesASourceWithItsAddressWhereverAPayerIsQuoted) {
  for (const InsuranceRow& row : read_insurance()) {
    if (row.read_as == "not found") {
      EXPECT_TRUE(row.source.empty()) << row.says;
    } else {
      EXPECT_THAT(row.source, HasSubstr("<http")) << row.says;
    }
  }
}

TEST(Coverage, AsksTheInsurerThreeQuestionsWithTheirCodes) {
  const auto questions = read_insurer_questions();
  ASSERT_EQ(questions.size(), 3u);
  for (const InsurerQuestion& question : questions) {
    EXPECT_FALSE(question.codes.empty()) << question.id;
    for (const std::string& code : question.codes) {
      EXPECT_THAT(question.text, HasSubstr(code));
    }
  }
  EXPECT_THAT(about(questions, "ice_pack"), Contains(Field(&InsurerQuestion::id, "pack_at_visit")));
}

TEST(Coverage, GuidesBuyingByMassThermostatAndTimer) {
  const auto guide = read_buying_guide();
  EXPECT_THAT(about(guide, "ice_pack"), Contains(Field(&BuyingNote::topic, "mass")));
  const auto machines = about(guide, "cold_machine");
  EXPECT_THAT(machines, Contains(Field(&BuyingNote::topic, "thermostat")));
  EXPECT_THAT(machines, Contains(Field(&BuyingNote::topic, "timer")));
}

TEST(Coverage, GuidesEveryFamilyAndNamesNoBrand) {
  const auto guide = read_buying_guide();
  for (const screening::Variant& variant : screening::variants()) {
    EXPECT_THAT(about(guide, variant.family), Not(IsEmpty())) << variant.id;
  }
  for (const BuyingNote& note : guide) {
    EXPECT_NE(note.source.empty(), note.read_as != "weakest point of the model") << note.says;
    for (const char* brand : {"Breg", "DonJoy", "IceMan", "Ossur", "Game Ready", "Hyperice", "Nice",
                              "Polar", "Physiolab", "Biofreeze", "Zimmer"}) {
      EXPECT_THAT(note.says, Not(HasSubstr(brand)));
    }
  }
}

TEST(Coverage, KnowsNothingOfAFamilyThatIsNotThere) {
  EXPECT_THAT(about(read_insurance(), "cold_tap"), IsEmpty());
}

}  // namespace
}  // namespace coldplan::planning
