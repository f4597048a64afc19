#include "coldplan/drawing/bubble_picture.h"

#include <algorithm>
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/drawing/example_effects.h"
#include "coldplan/drawing/example_pictures.h"
#include "coldplan/drawing/picture_checks.h"

namespace coldplan::drawing {
namespace {

using testing::composed;
using testing::example_bubbles;
using ::testing::HasSubstr;

std::string complaint(const BubblePicture& picture) {
  const auto drawn = draw(picture, Format::svg);
  return drawn ? "" : message(drawn.error());
}

TEST(BubblePicture, HasNoTextOverAnotherAndNoneCut) {
  for (const std::size_t studies : {1U, 2U, 9U, 100U}) {
    for (const EffectScale scale : {EffectScale::difference, EffectScale::ratio}) {
      BubblePicture picture = example_bubbles(studies);
      picture.axis.scale = scale;
      testing::expect_texts_apart(composed(picture));
      testing::expect_legible(composed(picture));
    }
  }
}

TEST(BubblePicture, KeepsLongTextsApart) {
  BubblePicture picture = example_bubbles();
  const std::string tail = testing::long_words(3);
  picture.axis.label += tail;
  picture.moderator_label += tail;
  picture.line_label += tail;
  picture.thresholds[0].label += tail;
  testing::expect_texts_apart(composed(picture));
}

TEST(BubblePicture, SaysWhatUpAndDownMeanInTheWordsOfTheAxis) {
  BubblePicture picture = example_bubbles();
  picture.axis.label = "risk ratio (log scale)";
  picture.axis.above = "higher in the first group";
  picture.axis.below = "lower in the first group";
  const Canvas canvas = composed(picture);
  const auto heading = std::ranges::find_if(
      canvas.texts(), [](const PlacedText& text) { return text.text.starts_with("Up: "); });
  ASSERT_NE(heading, canvas.texts().end());
  EXPECT_EQ(heading->text,
            "Up: risk ratio (log scale); upward: higher in the first group; downward: lower in the "
            "first group");
}

TEST(BubblePicture, NeedsNoZeroWhereNoEffectIsNotMarked) {
  BubblePicture picture = example_bubbles();
  for (Bubble& bubble : picture.bubbles) {
    bubble.estimate += 100.0;
  }
  picture.line.clear();
  picture.thresholds.clear();
  EXPECT_TRUE(testing::shows(composed(picture), "40"));
  picture.axis.marks_no_effect = false;
  EXPECT_FALSE(testing::shows(composed(picture), "40"));
}

TEST(BubblePicture, PutsTheLargerEffectHigher) {
  const Canvas canvas = composed(example_bubbles());
  const auto top = [&](const std::string& words) {
    return std::ranges::find(canvas.texts(), words, &PlacedText::text)->ink.top;
  };
  EXPECT_LT(top("0.2"), top("−0.4"));
}

TEST(BubblePicture, HoldsAllBubblesButNotABandWithoutEnd) {
  BubblePicture picture = example_bubbles();
  picture.line.back().effect.interval = {-300.0, 300.0};
  const Canvas canvas = composed(picture);
  EXPECT_TRUE(testing::shows(canvas, "−0.4"));
  EXPECT_FALSE(testing::shows(canvas, "−300"));
}

TEST(BubblePicture, SaysWhatItShowsInWords) {
  const std::string svg = draw(example_bubbles(), Format::svg).value();
  EXPECT_THAT(svg, HasSubstr("Author 1: 0.10 at 2, weight 4.0 %."));
  EXPECT_THAT(svg, HasSubstr("fitted, with its 95 % confidence interval: from 0.10 (−0.22 to 0.42) "
                             "at 2 to −0.07 (−0.38 to 0.25) at 26."));
  EXPECT_EQ(svg, draw(example_bubbles(), Format::svg).value());
}

TEST(BubblePicture, NeedsNoLine) {
  BubblePicture picture = example_bubbles();
  picture.line.clear();
  picture.line_label.clear();
  EXPECT_EQ(complaint(picture), "");
  EXPECT_FALSE(testing::shows(composed(picture), "fitted"));
}

TEST(BubblePicture, NamesThePlaceOfWhatCannotBeDrawn) {
  BubblePicture picture = example_bubbles();
  picture.line[3].moderator = 1.0;
  EXPECT_THAT(complaint(picture), HasSubstr("line[3].moderator: 1"));
  picture = example_bubbles();
  picture.line.resize(1);
  EXPECT_EQ(complaint(picture), "line: one point is not none, or two and more");
  picture = example_bubbles();
  picture.line[2].effect.estimate = 9.0;
  EXPECT_THAT(complaint(picture), HasSubstr("line[2].effect.interval"));
  picture = example_bubbles();
  picture.bubbles[4].weight_percent = -1.0;
  EXPECT_THAT(complaint(picture), HasSubstr("bubbles[4].weight_percent: -1"));
  picture = example_bubbles();
  picture.bubbles[4].moderator = NAN;
  EXPECT_THAT(complaint(picture), HasSubstr("bubbles[4].moderator: nan"));
  picture.bubbles.clear();
  EXPECT_THAT(complaint(picture), HasSubstr("bubbles: none"));
}

}  // namespace
}  // namespace coldplan::drawing
