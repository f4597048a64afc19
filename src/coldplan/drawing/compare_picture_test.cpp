#include "coldplan/drawing/compare_picture.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "coldplan/drawing/example_pictures.h"
#include "coldplan/drawing/form_grid.h"
#include "coldplan/drawing/picture_checks.h"

namespace coldplan::drawing {
namespace {

using testing::composed;
using testing::example_comparison;
using testing::example_families;
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

TEST(ComparePicture, IsLegibleWithFormsOfEveryKind) {
  for (const std::size_t forms : {most_rows, most_rows + 1, most_forms}) {
    for (const auto units : {quantity::UnitSystem::metric, quantity::UnitSystem::us}) {
      ComparePicture picture = example_families(forms);
      picture.setting.units = units;
      const Canvas canvas = composed(picture);
      expect_texts_apart(canvas);
      testing::expect_legible(canvas, 5.9);
      for (const Sheet& sheet : grid_sheets(picture, true)) {
        Canvas page = Canvas::open(Format::pdf, sheet.size).value();
        compose_sheet(page, picture, sheet);
        expect_texts_apart(page);
        testing::expect_legible(page, 5.9);
      }
    }
  }
}

TEST(ComparePicture, ShowsManyFormsByFamilyWithOneKey) {
  const Canvas canvas = composed(example_families());
  for (const char* label : {"Packs", "Gels", "form 20", "frozen", "cold on for 8 h", "12 h",
                            "13.0\u00a0°C first limit", "mind the time axes"}) {
    EXPECT_TRUE(shows(canvas, label)) << label;
  }
  const auto names = std::ranges::count(canvas.texts(), "tissue at 30 mm", &PlacedText::text);
  EXPECT_EQ(names, 1);
}

TEST(ComparePicture, SaysWhyAFormHasNoPrediction) {
  for (const std::size_t forms : {std::size_t{1}, std::size_t{3}, std::size_t{9}}) {
    ComparePicture picture = example_comparison(most_rows);
    picture.forms.resize(forms, picture.forms[0]);
    picture.forms[0].history = {};
    picture.forms[0].no_prediction = "nothing was measured";
    ASSERT_TRUE(draw(picture, Format::pdf).has_value());
    EXPECT_TRUE(shows(composed(picture), "No prediction: nothing was measured"));
    expect_texts_apart(composed(picture));
    picture.forms[0].history = testing::example_history();
    EXPECT_EQ(draw(picture, Format::svg).error().place, "forms[0].history");
  }
}

TEST(ComparePicture, SaysWhereAMapEndsBeforeTheOthers) {
  for (const std::size_t forms : {std::size_t{2}, std::size_t{8}}) {
    ComparePicture picture = example_comparison(most_rows);
    picture.forms.resize(forms, picture.forms[0]);
    EXPECT_FALSE(shows(composed(picture), "no prediction this deep"));
    History& shallow = picture.forms[1].history;
    shallow.map_depth_m.resize(2);
    for (std::vector<double>& row : shallow.map_temperature_C) {
      row.resize(2);
    }
    EXPECT_TRUE(shows(composed(picture), "no prediction this deep"));
    expect_texts_apart(composed(picture));
  }
}

TEST(ComparePicture, WritesManyFormsTheSameEveryTime) {
  for (const Format format : {Format::svg, Format::png, Format::pdf}) {
    const std::string first = draw(example_families(12), format).value();
    EXPECT_TRUE(first == draw(example_families(12), format).value());
  }
}

TEST(ComparePicture, KeepsLongTextsOfManyFormsApart) {
  for (const int times : {1, 10}) {
    ComparePicture picture = example_families(10);
    picture.footer += long_words(times);
    testing::lengthen(picture.setting, long_words(times));
    for (FormPicture& form : picture.forms) {
      form.name += long_words(times);
      form.note += long_words(times);
      form.family += long_words(times);
      form.no_prediction += form.no_prediction.empty() ? "" : long_words(times);
      testing::lengthen(form.history, long_words(times));
    }
    expect_texts_apart(composed(picture));
    for (const Sheet& sheet : grid_sheets(picture, true)) {
      Canvas page = Canvas::open(Format::pdf, sheet.size).value();
      compose_sheet(page, picture, sheet);
      expect_texts_apart(page);
    }
  }
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
