#include "coldplan/drawing/forest_picture.h"

#include <algorithm>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/drawing/example_forests.h"
#include "coldplan/drawing/example_pictures.h"
#include "coldplan/drawing/picture_checks.h"

namespace coldplan::drawing {
namespace {

using testing::around;
using testing::composed;
using testing::example_disagreement;
using testing::example_forest;
using testing::example_groups;
using testing::example_ratios;
using testing::expect_legible;
using testing::expect_texts_apart;
using ::testing::HasSubstr;
using testing::shows;

std::string complaint(const ForestPicture& picture) {
  const auto drawn = draw(picture, Format::svg);
  return drawn ? "" : message(drawn.error());
}

const PlacedText& text_of(const Canvas& canvas, const std::string& words) {
  return *std::ranges::find(canvas.texts(), words, &PlacedText::text);
}

TEST(ForestPicture, HasNoTextOverAnotherAndNoneCutFromOneRowToSixty) {
  for (const std::size_t rows : {1U, 2U, 4U, 60U}) {
    const Canvas canvas = composed(example_forest(rows));
    expect_texts_apart(canvas);
    expect_legible(canvas);
  }
}

TEST(ForestPicture, DrawsALineOfNoEffectOnlyWhereThereIsOne) {
  ForestPicture picture = example_forest(4);
  const std::string marked = draw(picture, Format::svg).value();
  picture.axis.marks_no_effect = false;
  EXPECT_LT(draw(picture, Format::svg).value().size(), marked.size());
}

TEST(ForestPicture, KeepsGroupsRatiosAndHugeIntervalsApart) {
  for (const ForestPicture& picture :
       {example_groups(), example_ratios(), example_disagreement()}) {
    const Canvas canvas = composed(picture);
    expect_texts_apart(canvas);
    expect_legible(canvas);
  }
}

TEST(ForestPicture, KeepsLongTextsApart) {
  for (const int times : {1, 4}) {
    ForestPicture picture = example_groups();
    const std::string tail = testing::long_words(times);
    for (ForestGroup& group : picture.groups) {
      group.heading += tail;
      group.pooled[0].name += tail;
      group.pooled[0].note += tail;
      group.pooled[0].cells = {"a cell" + tail, "2"};
      for (ForestRow& row : group.rows) {
        row.name += tail;
        row.note += tail;
        row.cells[0] += tail;
      }
    }
    picture.columns[1] += tail;
    picture.axis.label += tail;
    picture.axis.heading += tail;
    picture.axis.below += tail;
    picture.axis.above += tail;
    picture.thresholds[0].label += tail;
    picture.not_pooled[0].name += tail;
    picture.not_pooled[1].direction += tail;
    picture.texts.footer += tail;
    expect_texts_apart(composed(picture));
    expect_legible(composed(picture));
  }
}

TEST(ForestPicture, ShowsNumbersWeightsGroupsAndWhatWasNotPooled) {
  const Canvas canvas = composed(example_groups());
  for (const char* words :
       {"Study", "n cold", "Weight", "Acute strain", "−0.20", "(−0.45 to", "0.05)", "30.0\u00a0%",
        "prediction interval", "← favours cold", "favours control →", "Not pooled (2)",
        "no difference from placebo", "smallest change that matters: −0.50, 0.50"}) {
    EXPECT_TRUE(shows(canvas, words)) << words;
  }
}

TEST(ForestPicture, IsAsLongAsItsRows) {
  const double few = page_size(example_forest(4)).height;
  const double many = page_size(example_forest(60)).height;
  EXPECT_GT(many - few, 56.0 * 12.0);
  EXPECT_LT(many - few, 56.0 * 20.0);
}

TEST(ForestPicture, PutsNumbersUnderOneAnother) {
  const Canvas canvas = composed(example_forest(4));
  const auto bottom_right = [&](const char* words) { return text_of(canvas, words).ink.right; };
  EXPECT_NEAR(bottom_right("−0.20"), bottom_right("0.25"), 0.6);
  EXPECT_NEAR(bottom_right("0.05)"), bottom_right("0.85)"), 0.01);
}

TEST(ForestPicture, IsScaledByTrialsAndNotByAPooledIntervalThatIsHuge) {
  ForestPicture picture = example_disagreement();
  const Canvas canvas = composed(picture);
  EXPECT_TRUE(shows(canvas, "(−6.08 to"));
  picture.pooled[1].effect = around(0.42, 9.99);
  picture.pooled[1].prediction = Interval{-30.0, 31.0};
  const Canvas wider = composed(picture);
  EXPECT_EQ(text_of(canvas, "0.5").ink.left, text_of(wider, "0.5").ink.left);
  EXPECT_FALSE(shows(canvas, "6.0\u00a0"));
}

TEST(ForestPicture, TakesARangeOfItsOwn) {
  ForestPicture picture = example_forest(4);
  picture.range = Interval{-0.1, 0.1};
  expect_texts_apart(composed(picture));
  EXPECT_FALSE(shows(composed(picture), "−1.0"));
  picture.range = Interval{0.1, 0.1};
  EXPECT_EQ(complaint(picture), "range: 0.1 to 0.1 is not a range that ends above where it begins");
}

TEST(ForestPicture, NamesItsRowsByWhatTheyAre) {
  ForestPicture picture = example_forest(4);
  picture.kind = ForestKind::leave_one_out;
  EXPECT_TRUE(shows(composed(picture), "Pooled without"));
  EXPECT_THAT(draw(picture, Format::svg).value(), HasSubstr("Pooled without:"));
  const std::string without = draw(picture, Format::svg).value();
  picture.kind = ForestKind::cumulative;
  EXPECT_TRUE(shows(composed(picture), "Pooled up to and with"));
  EXPECT_NE(draw(picture, Format::svg).value(), without);
}

TEST(ForestPicture, HasNoColumnThatIsEmpty) {
  ForestPicture picture = example_forest(4);
  for (ForestRow& row : picture.groups[0].rows) {
    row.weight_percent.reset();
    row.cells.clear();
  }
  picture.columns.clear();
  picture.pooled[0].cells.clear();
  EXPECT_FALSE(shows(composed(picture), "Weight"));
  EXPECT_LT(page_size(picture).width, page_size(example_forest(4)).width - 60.0);
}

TEST(ForestPicture, SaysWhatItShowsInWords) {
  const std::string svg = draw(example_groups(), Format::svg).value();
  for (const char* words :
       {"no effect is 0, less favours cold, more favours control",
        "Author 2, 2011: 0.25 (−0.35 to 0.85); weight 5.0\u00a0%; n cold 27; n control 30.",
        "prediction interval −0.90 to 0.48",
        "Not pooled: Author 7, 1999: less analgesic in the cooled arm (no standard"}) {
    EXPECT_THAT(svg, HasSubstr(words));
  }
  EXPECT_THAT(draw(example_ratios(), Format::svg).value(), HasSubstr("no effect is 1"));
}

TEST(ForestPicture, IsTheSameEveryTime) {
  for (const Format format : {Format::svg, Format::png, Format::pdf}) {
    EXPECT_TRUE(draw(example_groups(), format).value() == draw(example_groups(), format).value());
  }
}

TEST(ForestPicture, NamesThePlaceOfANumberThatCannotBeDrawn) {
  ForestPicture picture = example_forest(4);
  picture.groups[0].rows[2].effect.interval.high = std::numeric_limits<double>::infinity();
  EXPECT_THAT(complaint(picture), HasSubstr("groups[0].rows[2].effect.interval.high: inf"));
  picture = example_forest(4);
  picture.groups[0].rows[1].effect.estimate = 7.0;
  EXPECT_THAT(complaint(picture), HasSubstr("groups[0].rows[1].effect.interval:"));
  picture = example_forest(4);
  picture.groups[0].rows[3].weight_percent = 100.5;
  EXPECT_EQ(complaint(picture),
            "groups[0].rows[3].weight_percent: 100.5 is not a weight of 0 to 100");
  picture = example_forest(4);
  picture.pooled[0].prediction = Interval{0.5, 0.9};
  EXPECT_THAT(complaint(picture), HasSubstr("pooled[0].prediction.interval:"));
}

TEST(ForestPicture, NamesThePlaceOfATextThatCannotBeDrawn) {
  ForestPicture picture = example_forest(4);
  picture.groups[0].rows[0].cells.pop_back();
  EXPECT_EQ(complaint(picture),
            "groups[0].rows[0].cells: 1 cells is not one for each of 2 columns");
  picture = example_groups();
  picture.not_pooled[1].name.clear();
  EXPECT_THAT(complaint(picture), HasSubstr("not_pooled[1].name"));
  picture = example_groups();
  picture.groups[1].pooled[0].note = "\xff";
  EXPECT_THAT(complaint(picture), HasSubstr("groups[1].pooled[0].note"));
  picture = example_forest(1);
  picture.groups[0].rows.clear();
  EXPECT_EQ(complaint(picture), "groups: 0 rows is not 1 to 500 rows");
  picture = example_forest(most_forest_rows + 1);
  EXPECT_EQ(complaint(picture), "groups: 501 rows is not 1 to 500 rows");
}

}  // namespace
}  // namespace coldplan::drawing
