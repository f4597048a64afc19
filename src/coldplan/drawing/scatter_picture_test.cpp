#include "coldplan/drawing/scatter_picture.h"

#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/drawing/marker.h"
#include "coldplan/drawing/picture_checks.h"

namespace coldplan::drawing {
namespace {

using ::testing::HasSubstr;

/// Two panels: predicted against measured of two series, one with very many marks.
ScatterPicture example() {
  ScatterSeries few{0, {{10.0, 12.0, Interval{8.0, 15.0}}, {20.0, 19.0, Interval{15.0, 24.0}}}};
  ScatterSeries many{1, {}};
  for (int i = 0; i < 120; ++i) {
    many.marks.push_back({12.0 + 0.1 * i, 13.0 + 0.1 * i, std::nullopt});
  }
  ScatterPicture picture;
  picture.texts = {"Predicted against measured", "Skin under local forms.", "Not measurements."};
  picture.series = {"somebody1999", "a study of a name that is long enough for two lines of a key"};
  picture.panels = {
      {"Temperature", "measured, °C", "predicted, °C", ScatterLine::identity, {few, many}},
      {"Off", "minutes", "predicted less measured, °C", ScatterLine::zero, {few}}};
  return picture;
}

/// All texts of a picture, its ticks among them.
std::vector<std::string> words_of(const Canvas& canvas) {
  std::vector<std::string> words;
  for (const PlacedText& each : canvas.texts()) {
    words.push_back(each.text);
  }
  return words;
}

TEST(ScatterPicture, HasNoTextOverAnotherAndNoneCut) {
  const Canvas canvas = testing::composed(example());
  testing::expect_texts_apart(canvas);
  testing::expect_legible(canvas);
  EXPECT_TRUE(testing::shows(canvas, "somebody1999 (2)"));
  EXPECT_TRUE(testing::shows(canvas, "(120)"));
}

TEST(ScatterPicture, HasRoomForAsManySeriesAsItTakes) {
  ScatterPicture picture = example();
  while (picture.series.size() < most_series) {
    picture.series.push_back("another study of a long name " +
                             std::to_string(picture.series.size()));
  }
  testing::expect_texts_apart(testing::composed(picture));
  ASSERT_TRUE(draw(picture, Format::svg).has_value());
  picture.series.emplace_back("one more");
  EXPECT_EQ(message(draw(picture, Format::svg).error()), "series: 29 is not at most 28 names");
}

TEST(ScatterPicture, LeavesMarksTheirRoomBesideABarWithoutEnd) {
  ScatterPicture wide = example();
  wide.panels[0].series[0].marks[0].bar = Interval{-1000.0, 1000.0};
  ScatterPicture wider = example();
  wider.panels[0].series[0].marks[0].bar = Interval{-9000.0, 9000.0};
  const Canvas of_wide = testing::composed(wide);
  const Canvas of_wider = testing::composed(wider);
  EXPECT_EQ(words_of(of_wide), words_of(of_wider));
  EXPECT_FALSE(testing::shows(of_wide, "1000"));
}

TEST(ScatterPicture, SaysWhatItShowsInWords) {
  const auto svg = draw(example(), Format::svg);
  ASSERT_TRUE(svg.has_value());
  EXPECT_THAT(*svg, HasSubstr("somebody1999: 12.0 at 10.0 (8.0 to 15.0); 19.0 at 20.0"));
  EXPECT_EQ(*svg, draw(example(), Format::svg).value());
}

TEST(ScatterPicture, NamesThePlaceOfWhatCannotBeDrawn) {
  ScatterPicture picture = example();
  picture.panels[1].series[0].marks[1].bar->high = std::numeric_limits<double>::infinity();
  EXPECT_THAT(message(draw(picture, Format::svg).error()),
              HasSubstr("panels[1].series[0].marks[1]"));
  picture = example();
  picture.panels[0].series[0].name = 2;
  EXPECT_THAT(message(draw(picture, Format::svg).error()), HasSubstr("panels[0].series[0].name"));
  picture = example();
  picture.panels[1].series.clear();
  EXPECT_THAT(message(draw(picture, Format::svg).error()), HasSubstr("panels[1]: no mark"));
  picture.panels.clear();
  EXPECT_THAT(message(draw(picture, Format::svg).error()), HasSubstr("panels: 0"));
  picture = example();
  picture.series[0].clear();
  EXPECT_FALSE(draw(picture, Format::svg).has_value());
}

TEST(MarkerColour, StandsOutFromWhite) {
  for (std::size_t kind = 0; kind < most_series; ++kind) {
    EXPECT_GT(contrast(marker_colour(kind), white), 2.0) << kind;
  }
}

}  // namespace
}  // namespace coldplan::drawing
