#include "coldplan/drawing/canvas.h"

#include <gmock/gmock.h>

namespace coldplan::drawing {
namespace {

using ::testing::HasSubstr;

TEST(Canvas, MeasuresWrappedTextNarrowerAndTaller) {
  const Text text{"bold", " and a few plain words"};
  const Size line = measure(text, {10.0});
  const Size block = measure(text, {10.0, ink, 60.0});
  EXPECT_GT(line.width, 60.0);
  EXPECT_LE(block.width, 60.0);
  EXPECT_GT(block.height, 1.9 * line.height);
}

TEST(Canvas, RecordsWhereTheInkOfATextIs) {
  auto canvas = Canvas::open(Format::svg, {200.0, 100.0}).value();
  canvas.text({"", "left"}, {10.0}, {20.0, 30.0});
  canvas.text({"", "right"}, {10.0, ink, 0.0, 0, Align::right}, {150.0, 60.0});
  ASSERT_EQ(canvas.texts().size(), 2U);
  EXPECT_NEAR(canvas.texts()[0].ink.left, 20.0, 1.5);
  EXPECT_GT(canvas.texts()[0].ink.top, 30.0);
  EXPECT_NEAR(canvas.texts()[1].ink.right, 150.0, 1.5);
  EXPECT_FALSE(canvas.texts()[0].cut);
}

TEST(Canvas, CutsTextOnlyWhereLinesRunOut) {
  auto canvas = Canvas::open(Format::svg, {200.0, 100.0}).value();
  const Text text{"", "words that are too long for a single line"};
  canvas.text(text, {10.0, ink, 80.0, 1}, {0.0, 0.0});
  canvas.text(text, {10.0, ink, 80.0, 9}, {0.0, 20.0});
  EXPECT_TRUE(canvas.texts()[0].cut);
  EXPECT_FALSE(canvas.texts()[1].cut);
}

TEST(Canvas, KeepsANumberWithItsUnit) {
  EXPECT_EQ(unbroken("12 mm"), "12\u00a0mm");
}

TEST(Canvas, WritesNoDateIntoAPdf) {
  auto canvas = Canvas::open(Format::pdf, {100.0, 100.0}).value();
  const std::string bytes = canvas.finish({"title", ""}).value();
  EXPECT_THAT(bytes, ::testing::StartsWith("%PDF-"));
  EXPECT_THAT(bytes, ::testing::Not(HasSubstr("Date")));
}

TEST(Canvas, RefusesAPageThatNoFileCanHold) {
  const auto canvas = Canvas::open(Format::png, {1e6, 1e6});
  ASSERT_FALSE(canvas.has_value());
  EXPECT_EQ(canvas.error().code, ErrorCode::not_written);
}

}  // namespace
}  // namespace coldplan::drawing
