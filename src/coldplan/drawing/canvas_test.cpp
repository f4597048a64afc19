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

std::size_t count_of(const std::string& part, const std::string& whole) {
  std::size_t count = 0;
  for (auto at = whole.find(part); at != std::string::npos; at = whole.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST(Canvas, WritesAPdfOfSeveralPagesOfTheirOwnSizes) {
  auto canvas = Canvas::open(Format::pdf, {100.0, 100.0}).value();
  canvas.next_page({200.0, 300.0});
  EXPECT_DOUBLE_EQ(canvas.size().height, 300.0);
  const std::string bytes = canvas.finish({"title", ""}).value();
  EXPECT_EQ(count_of("/MediaBox [ 0 0 100 100 ]", bytes), 1U);
  EXPECT_EQ(count_of("/MediaBox [ 0 0 200 300 ]", bytes), 1U);
}

TEST(Canvas, HatchesOnlyInsideAnOutline) {
  const auto bytes_with = [](std::vector<Point> outline) {
    auto canvas = Canvas::open(Format::png, {60.0, 60.0}).value();
    canvas.hatch(outline, 4.0, {ink, 1.0});
    return canvas.finish({"title", ""}).value();
  };
  const std::string blank = bytes_with({});
  EXPECT_NE(bytes_with({{10.0, 10.0}, {50.0, 10.0}, {30.0, 50.0}}), blank);
  EXPECT_EQ(bytes_with({{80.0, 80.0}, {99.0, 80.0}, {90.0, 99.0}}), blank);
}

TEST(Canvas, RefusesAPageThatNoFileCanHold) {
  const auto canvas = Canvas::open(Format::png, {1e6, 1e6});
  ASSERT_FALSE(canvas.has_value());
  EXPECT_EQ(canvas.error().code, ErrorCode::not_written);
}

}  // namespace
}  // namespace coldplan::drawing
