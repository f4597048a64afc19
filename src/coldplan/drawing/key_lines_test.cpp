#include "coldplan/drawing/key_lines.h"

#include <gtest/gtest.h>

#include "coldplan/drawing/picture_checks.h"

namespace coldplan::drawing {
namespace {

std::vector<KeyEntry> entries(std::size_t count, const std::string& words) {
  return std::vector<KeyEntry>(
      count, {words, [](Canvas& canvas, const Box& box) { canvas.fill(box, ink); }});
}

Canvas drawn(const std::vector<KeyEntry>& key, double width) {
  Canvas canvas = Canvas::open(Format::svg, {width + 40.0, 400.0}).value();
  draw_key_lines(canvas, key, {20.0, 20.0}, width);
  return canvas;
}

TEST(KeyLines, TakeNoRoomWithoutEntries) {
  EXPECT_EQ(key_height({}, 200.0), 0.0);
}

TEST(KeyLines, StandSideBySideWhileTheyFit) {
  EXPECT_EQ(key_height(entries(2, "short"), 300.0), key_height(entries(1, "short"), 300.0));
  EXPECT_GT(key_height(entries(20, "short"), 300.0), key_height(entries(1, "short"), 300.0));
}

TEST(KeyLines, NeverOverlapAndStayInTheirHeight) {
  for (const std::string words : {"short", "a longer entry that takes two lines of a narrow key"}) {
    const std::vector<KeyEntry> key = entries(9, words);
    const Canvas canvas = drawn(key, 150.0);
    testing::expect_texts_apart(canvas);
    EXPECT_LE(canvas.texts().back().ink.bottom, 20.0 + key_height(key, 150.0));
  }
}

}  // namespace
}  // namespace coldplan::drawing
