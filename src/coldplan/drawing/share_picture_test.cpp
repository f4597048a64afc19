#include "coldplan/drawing/share_picture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/drawing/picture_checks.h"

namespace coldplan::drawing {
namespace {

using ::testing::HasSubstr;

SharePicture example() {
  SharePicture picture;
  picture.texts = {"Coverage", "Averaged over studies.", "Not a medical device."};
  picture.nominals = {{"inside the 50 % interval", 0.5}, {"inside the 90 % interval", 0.9}};
  picture.rows = {
      {"skin, local forms", "10 studies, 129 rows", {0.4, 0.86}},
      {"heart and breathing, minute_ventilation_L_per_min", "2 studies, 4 rows", {0.0, 1.0}},
      {"muscle", "5 studies", {0.5, 0.5}}};
  return picture;
}

TEST(SharePicture, HasNoTextOverAnotherAndNoneCut) {
  const Canvas canvas = testing::composed(example());
  testing::expect_texts_apart(canvas);
  testing::expect_legible(canvas);
  EXPECT_TRUE(testing::shows(canvas, "10 studies, 129 rows"));
}

TEST(SharePicture, SaysWhatItShowsInWords) {
  EXPECT_THAT(draw(example(), Format::svg).value(),
              HasSubstr("inside the 50 % interval: 40 %; inside the 90 % interval: 86 %"));
}

TEST(SharePicture, NamesThePlaceOfWhatCannotBeDrawn) {
  SharePicture picture = example();
  picture.rows[2].shares[1] = 1.2;
  EXPECT_EQ(message(draw(picture, Format::svg).error()),
            "rows[2].shares[1]: 1.2 is not a share of 0 to 1");
  picture = example();
  picture.rows[1].shares.pop_back();
  EXPECT_THAT(message(draw(picture, Format::svg).error()), HasSubstr("rows[1].shares: 1 shares"));
  picture.rows.clear();
  EXPECT_FALSE(draw(picture, Format::svg).has_value());
  picture = example();
  picture.rows[0].label.clear();
  EXPECT_FALSE(draw(picture, Format::svg).has_value());
}

}  // namespace
}  // namespace coldplan::drawing
