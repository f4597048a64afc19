#include "coldplan/report/comparison_text.h"

#include <algorithm>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/report/report_example.h"

namespace coldplan::report {
namespace {

using ::testing::HasSubstr;

std::size_t characters(const std::string& line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

TEST(ComparisonText, FitsEightyColumnsInBothUnits) {
  for (const auto units : {quantity::UnitSystem::metric, quantity::UnitSystem::us}) {
    std::istringstream lines(
        comparison_text(planning::compare(tests::case_of_someone(units)).value()));
    std::string line;
    while (std::getline(lines, line)) {
      EXPECT_LE(characters(line), 80u) << line;
    }
  }
}

TEST(ComparisonText, SaysThatScreeningIsNotInAndNamesEveryForm) {
  const std::string text = comparison_text(
      planning::compare(tests::case_of_someone(quantity::UnitSystem::metric)).value());
  EXPECT_THAT(text, HasSubstr("Screening for who must not use cold is not in yet."));
  for (const applicator::Form& form : applicator::all_forms()) {
    EXPECT_THAT(text, HasSubstr(form.name + ": 20 min on bare skin"));
  }
}

TEST(ComparisonText, NamesFamiliesItCannotPredict) {
  person::Case subject = tests::case_of_someone();
  subject.wishes.forms = {"ice_pack", "cryosauna"};
  EXPECT_THAT(comparison_text(planning::compare(subject).value()),
              HasSubstr("Not predicted yet: cryosauna."));
}

}  // namespace
}  // namespace coldplan::report
