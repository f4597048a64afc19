#include "coldplan/drawing/funnel_picture.h"

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
using testing::example_funnel;
using ::testing::HasSubstr;

std::string complaint(const FunnelPicture& picture) {
  const auto drawn = draw(picture, Format::svg);
  return drawn ? "" : message(drawn.error());
}

TEST(FunnelPicture, HasNoTextOverAnotherAndNoneCut) {
  for (const std::size_t studies : {1U, 3U, 14U, 200U}) {
    for (const EffectScale scale : {EffectScale::difference, EffectScale::ratio}) {
      FunnelPicture picture = example_funnel(studies);
      picture.axis.scale = scale;
      testing::expect_texts_apart(composed(picture));
      testing::expect_legible(composed(picture));
    }
  }
}

TEST(FunnelPicture, KeepsLongTextsApart) {
  FunnelPicture picture = example_funnel();
  const std::string tail = testing::long_words(2);
  picture.pooled.label += tail;
  picture.adjusted->label += tail;
  picture.limits.label += tail;
  picture.contours[1].label += tail;
  picture.axis.label += tail;
  picture.axis.below += tail;
  testing::expect_texts_apart(composed(picture));
}

TEST(FunnelPicture, PutsTheSmallestStandardErrorOnTop) {
  const Canvas canvas = composed(example_funnel());
  const auto top = [&](const std::string& words) {
    return std::ranges::find(canvas.texts(), words, &PlacedText::text)->ink.top;
  };
  EXPECT_LT(top("0.1"), top("0.3"));
}

TEST(FunnelPicture, TellsWhatIsFilledInAndWhatIsNot) {
  FunnelPicture picture = example_funnel();
  EXPECT_TRUE(testing::shows(composed(picture), "studies (14)"));
  EXPECT_TRUE(testing::shows(composed(picture), "filled in (2)"));
  EXPECT_THAT(draw(picture, Format::svg).value(),
              HasSubstr("mirror of Author 12 (filled in): 0.12, standard error 0.41."));
  const std::string hollow = draw(picture, Format::svg).value();
  std::swap(picture.filled[0], picture.studies[0]);
  EXPECT_NE(draw(picture, Format::svg).value(), hollow);
  picture = example_funnel();
  picture.filled.clear();
  picture.adjusted.reset();
  EXPECT_FALSE(testing::shows(composed(picture), "filled in"));
}

TEST(FunnelPicture, NamesZonesOnlyWhereThereAreSome) {
  FunnelPicture picture = example_funnel();
  EXPECT_TRUE(testing::shows(composed(picture), "p 0.01 to 0.05"));
  picture.contours.clear();
  EXPECT_FALSE(testing::shows(composed(picture), "p 0.01 to 0.05"));
}

TEST(FunnelPicture, IsTheSameEveryTime) {
  EXPECT_EQ(draw(example_funnel(), Format::pdf).value(),
            draw(example_funnel(), Format::pdf).value());
}

TEST(FunnelPicture, NamesThePlaceOfWhatCannotBeDrawn) {
  FunnelPicture picture = example_funnel();
  picture.studies[3].standard_error = 0.0;
  EXPECT_EQ(complaint(picture), "studies[3].standard_error: 0 is not a positive finite number");
  picture = example_funnel();
  picture.filled[1].estimate = NAN;
  EXPECT_THAT(complaint(picture), HasSubstr("filled[1].estimate: nan"));
  picture = example_funnel();
  picture.contours[2].standard_errors = 1.0;
  EXPECT_EQ(complaint(picture), "contours[2].standard_errors: 1 is not above 1.96");
  picture = example_funnel();
  picture.contours.push_back({"more", 4.0});
  EXPECT_EQ(complaint(picture), "contours: 4 is not at most 3");
  picture = example_funnel();
  picture.adjusted->label.clear();
  EXPECT_THAT(complaint(picture), HasSubstr("adjusted.label"));
  picture.studies.clear();
  EXPECT_THAT(complaint(picture), HasSubstr("studies: none"));
}

}  // namespace
}  // namespace coldplan::drawing
