#include "coldplan/report/validation_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

using ::testing::HasSubstr;

study::Row row(double measured, double expected) {
  study::Row made;
  made.study = "somebody1999withaverylongname";
  made.arm = "an_arm_of_a_very_long_name_too";
  made.kind = "cold_therapy_machine";
  made.group = study::Group::skin_whole_body;
  made.measurement.quantity = "temperature_drop_C";
  made.measurement.scored = true;
  made.measurement.value = measured;
  made.measurement.time = 1200.0;
  made.predicted =
      study::Predicted{expected, expected - 3.0, expected - 1.0, expected + 1.0, expected + 3.0};
  made.assumed = {"fat not stated: from body fat, by assumed shares of the segments"};
  return made;
}

study::Validation some() {
  study::Validation validation;
  validation.rows = {row(10.0, 11.0), row(10.0, 17.0)};
  validation.rows.push_back(row(10.0, 0.0));
  validation.rows.back().predicted.reset();
  validation.rows.back().why_not = "limb.girth: 0.05 m is not a girth that holds a bone";
  validation.unread.push_back(
      {"broken.json", tl::unexpected(Error{ErrorCode::missing, "id", "", "", "give it"})});
  validation.studies = 1;
  return validation;
}

TEST(ValidationText, FitsInEightyColumns) {
  std::size_t width = 0;
  for (const char c : validation_text(some())) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    width = c == '\n' ? 0 : width + (continues ? 0 : 1);
    ASSERT_LE(width, columns);
  }
}

TEST(ValidationText, NamesTheRowsThatAreFarOffAndThoseThatAreNotPredicted) {
  const std::string text = validation_text(some());
  EXPECT_THAT(text, HasSubstr("66.7 % of 3 scored numbers predicted"));
  EXPECT_THAT(text, HasSubstr("measured 10.0,"));
  EXPECT_THAT(text, HasSubstr("holds a bone"));
  EXPECT_THAT(text, HasSubstr("! broken.json"));
}

TEST(ValidationJson, HasNullForWhatIsNotPredicted) {
  const auto json = validation_json(some());
  EXPECT_TRUE(json.at("rows")[2].at("predicted").is_null());
  EXPECT_EQ(json.at("rows")[0].at("minute"), 20.0);
  EXPECT_EQ(json.at("unread")[0].at("file"), "broken.json");
  EXPECT_NEAR(json.at("share_predicted").get<double>(), 0.667, 1e-9);
}

}  // namespace
}  // namespace coldplan::report
