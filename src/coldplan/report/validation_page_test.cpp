#include "coldplan/report/validation_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/report/validation_example.h"

namespace coldplan::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string page_of(const study::Validation& validation) {
  return validation_page(validation, validation_pictures(validation),
                         "coldplan validate data/studies --pictures docs/validation");
}

TEST(ValidationPage, SaysHowItWasMadeAndInWhichMode) {
  study::Validation validation = three_studies();
  const std::string text = page_of(validation);
  EXPECT_THAT(text, HasSubstr("Made wholly by `coldplan validate data/studies --pictures "
                              "docs/validation`: 96 draws, seed 1, coldplan "));
  EXPECT_THAT(text, HasSubstr("Mode: **in sample**. 3 studies; 100.0 % of 3 scored numbers"));
  validation.mode = "held out";
  EXPECT_THAT(page_of(validation), HasSubstr("Mode: **held out**."));
}

TEST(ValidationPage, ShowsEveryPictureAndTable) {
  const std::string text = page_of(three_studies());
  EXPECT_THAT(text, HasSubstr("](predicted-skin-local.svg)"));
  EXPECT_THAT(text, HasSubstr("](residual-skin.svg)"));
  EXPECT_THAT(text, HasSubstr("](coverage.svg)"));
  // Differences 4, 2 and −3 about a mean of 1; two of three inside the 90 % interval of 6.
  EXPECT_THAT(text,
              HasSubstr("| skin, local forms | 3 | 3 | +1.0 | 3.1 | – | – | 0 % | 67 % | 6.0 |"));
  EXPECT_THAT(text, HasSubstr("| crushed_ice_pack: skin, local forms | 3 | 3 |"));
  EXPECT_THAT(text, HasSubstr("| b: skin, local forms | 1 | 1 | +2.0 | 2.0 |"));
  EXPECT_THAT(text, HasSubstr("studies differ by 3.6 °C SD (3 studies"));
  EXPECT_THAT(text, HasSubstr("not predicted\n\nNone.\n"));
  EXPECT_THAT(text, HasSubstr("measured muscle under uninjured lumbar skin"));
}

TEST(ValidationPage, HasPeopleOneByOneOnlyWhereThereAreEnough) {
  EXPECT_THAT(page_of(three_studies()), Not(HasSubstr("People one by one")));
  EXPECT_THAT(page_of(with_people()),
              HasSubstr("## People one by one\n\n- 10 people in 10 arms of one person each"));
}

TEST(ValidationPage, NamesWhatIsNotPredictedAndWhatCannotBeReadWithoutBreakingItsTable) {
  study::Validation validation = three_studies();
  validation.rows[1].predicted.reset();
  validation.rows[1].why_not = "neither | nor\n<b>";
  validation.unread.push_back(
      {"broken.json", tl::unexpected(Error{ErrorCode::missing, "id", "", "", "give it"})});
  const std::string text = page_of(validation);
  EXPECT_THAT(text, HasSubstr("| b | ice | temperature_C | 20 | neither \\| nor &lt;b> |"));
  EXPECT_THAT(text, HasSubstr("- broken.json: id"));
}

TEST(ValidationPage, IsTheSameForTheSameInput) {
  EXPECT_EQ(page_of(with_people()), page_of(with_people()));
}

}  // namespace
}  // namespace coldplan::report
