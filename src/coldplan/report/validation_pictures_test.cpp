#include "coldplan/report/validation_pictures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/drawing/picture_checks.h"
#include "coldplan/report/validation_example.h"

namespace coldplan::report {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> files_of(const std::vector<ValidationPicture>& pictures) {
  std::vector<std::string> files;
  files.reserve(pictures.size());
  for (const ValidationPicture& picture : pictures) {
    files.push_back(picture.file);
  }
  return files;
}

const drawing::ScatterPicture& scatter(const std::vector<ValidationPicture>& pictures,
                                       std::size_t number) {
  return std::get<drawing::ScatterPicture>(pictures.at(number).picture);
}

TEST(ValidationPictures, AreOfThoseGroupsThatHaveTemperatures) {
  EXPECT_THAT(files_of(validation_pictures(three_studies())),
              ElementsAre("predicted-skin-local.svg", "residual-skin.svg", "coverage.svg"));
  EXPECT_THAT(files_of(validation_pictures(with_people())),
              ElementsAre("predicted-skin-local.svg", "predicted-muscle.svg", "residual-skin.svg",
                          "residual-muscle.svg", "coverage.svg"));
  EXPECT_TRUE(validation_pictures(study::Validation{}).empty());
}

TEST(ValidationPictures, PutPredictedOverMeasuredByStudy) {
  const auto pictures = validation_pictures(three_studies());
  const auto& picture = scatter(pictures, 0);
  EXPECT_THAT(picture.series, ElementsAre("a", "b", "c"));
  ASSERT_EQ(picture.panels.size(), 1u);
  const auto& mark = picture.panels[0].series[2].marks[0];
  EXPECT_EQ(mark.x, 17.0);
  EXPECT_EQ(mark.y, 14.0);
  EXPECT_EQ(mark.bar->low, 11.0);
}

TEST(ValidationPictures, TurnFallsSoThatAboveZeroIsTooWarm) {
  study::Validation validation = three_studies();
  validation.rows[0].measurement.quantity = "temperature_drop_C";
  validation.rows[1].measurement.quantity = "temperature_change_C";
  validation.rows[1].measurement.value = -12.0;
  validation.rows[1].predicted = study::Predicted{-14.0, -17.0, -15.0, -13.0, -11.0};
  const auto pictures = validation_pictures(validation);
  const auto& predicted = scatter(pictures, 0);
  ASSERT_EQ(predicted.panels.size(), 2u);
  EXPECT_EQ(predicted.panels[1].series[1].marks[0].x, 12.0);
  EXPECT_EQ(predicted.panels[1].series[1].marks[0].bar->low, 11.0);
  EXPECT_EQ(predicted.panels[1].series[1].marks[0].bar->high, 17.0);
  // A fall of 14 instead of 10 is 4 too cold, with 7 to 1; one of 14 instead of 12 is 2 too cold.
  const auto& by_fat = scatter(pictures, 1).panels[0];
  EXPECT_EQ(by_fat.series[0].marks[0].y, -4.0);
  EXPECT_EQ(by_fat.series[0].marks[0].bar->low, -7.0);
  EXPECT_EQ(by_fat.series[0].marks[0].bar->high, -1.0);
  EXPECT_EQ(by_fat.series[1].marks[0].y, -2.0);
  EXPECT_EQ(by_fat.series[2].marks[0].y, -3.0);
  EXPECT_EQ(by_fat.series[2].marks[0].x, 6.0);
}

TEST(ValidationPictures, CountCoverageOfEachGroup) {
  const auto pictures = validation_pictures(three_studies());
  const auto& coverage = std::get<drawing::SharePicture>(pictures.back().picture);
  ASSERT_EQ(coverage.rows.size(), 1u);
  EXPECT_EQ(coverage.rows[0].note, "3 studies, 3 rows");
  // 4 off is outside the 90 % interval, 2 and 3 are inside; none is within 1.
  EXPECT_NEAR(coverage.rows[0].shares[0], 0.0, 1e-12);
  EXPECT_NEAR(coverage.rows[0].shares[1], 2.0 / 3.0, 1e-12);
}

TEST(ValidationPictures, HaveNoTextOverAnother) {
  for (const ValidationPicture& each : validation_pictures(with_people())) {
    std::visit(
        [](const auto& picture) {
          drawing::testing::expect_texts_apart(drawing::testing::composed(picture));
          EXPECT_TRUE(draw(picture, drawing::Format::svg).has_value());
        },
        each.picture);
  }
}

}  // namespace
}  // namespace coldplan::report
