#include "coldplan/drawing/compare_picture.h"

#include <gmock/gmock.h>

#include "coldplan/drawing/example_pictures.h"
#include "coldplan/drawing/picture_checks.h"

namespace coldplan::drawing {
namespace {

using testing::composed;
using testing::example_comparison;
using testing::expect_texts_apart;
using testing::long_words;
using testing::shows;

TEST(ComparePicture, BecomesAFileOfTheFormatAskedForTheSameEveryTime) {
  const ComparePicture picture = example_comparison(2);
  for (const auto& [format, magic] : std::vector<std::pair<Format, std::string>>{
           {Format::svg, "<?xml"}, {Format::png, "\x89PNG\r\n\x1a\n"}, {Format::pdf, "%PDF-"}}) {
    const std::string first = draw(picture, format).value();
    EXPECT_THAT(first, ::testing::StartsWith(magic));
    EXPECT_TRUE(first == draw(picture, format).value());
  }
}

TEST(ComparePicture, GrowsByARowAForm) {
  const double two = page_size(example_comparison(2)).height;
  const double four = page_size(example_comparison(4)).height;
  const double six = page_size(example_comparison(6)).height;
  EXPECT_GT(four - two, 200.0);
  EXPECT_NEAR(six - four, four - two, 2.0);
}

TEST(ComparePicture, ShowsEveryForm) {
  const Canvas canvas = composed(example_comparison());
  for (const char* label : {"form 1", "form 6", "a note", "joint", "last limit", "40 °C"}) {
    EXPECT_TRUE(shows(canvas, label)) << label;
  }
  expect_texts_apart(canvas);
}

TEST(ComparePicture, KeepsLongTextsApartAndOnThePage) {
  for (const int times : {1, 10}) {
    for (const auto units : {quantity::UnitSystem::metric, quantity::UnitSystem::us}) {
      ComparePicture picture = example_comparison();
      picture.setting.units = units;
      picture.subtitle += long_words(times);
      picture.footer += long_words(times);
      testing::lengthen(picture.setting, long_words(times));
      for (FormPicture& form : picture.forms) {
        form.name += long_words(times);
        form.note += long_words(times);
        testing::lengthen(form.history, long_words(times));
      }
      expect_texts_apart(composed(picture));
    }
  }
}

TEST(ComparePicture, SharesItsAxesAmongFormsOfDifferentLength) {
  ComparePicture picture = example_comparison(2);
  for (double& minute : picture.forms[0].history.minutes) {
    minute *= 2.0;
  }
  const Canvas canvas = composed(picture);
  int rows_to_120 = 0;
  for (const PlacedText& placed : canvas.texts()) {
    rows_to_120 += placed.text == "120 min" ? 1 : 0;
  }
  EXPECT_EQ(rows_to_120, 4);  // curves and map of both forms
  expect_texts_apart(canvas);
}

TEST(ComparePicture, RefusesTooFewOrTooManyForms) {
  EXPECT_EQ(message(draw(ComparePicture{"x", "", "", {}, {}}, Format::svg).error()),
            "forms: 0 is not from 1 to 24");
  EXPECT_EQ(message(draw(example_comparison(25), Format::svg).error()),
            "forms: 25 is not from 1 to 24");
}

TEST(ComparePicture, NamesTheFormThatCannotBeDrawn) {
  ComparePicture picture = example_comparison(3);
  picture.forms[1].history.minutes.pop_back();
  EXPECT_EQ(draw(picture, Format::svg).error().place, "forms[1].history.curves[0].temperature_C");
  picture = example_comparison(3);
  picture.forms[2].name.clear();
  EXPECT_EQ(draw(picture, Format::svg).error().place, "forms[2].name");
}

}  // namespace
}  // namespace coldplan::drawing
