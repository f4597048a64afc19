#pragma once

#include <algorithm>
#include <span>
#include <string>

#include <gtest/gtest.h>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/compose.h"

/// What must hold of every picture's texts.
namespace coldplan::drawing::testing {

template <typename Picture>
Canvas composed(const Picture& picture) {
  Canvas canvas = Canvas::open(Format::svg, page_size(picture)).value();
  compose(canvas, picture);
  return canvas;
}

/// All ink on the page with room around it, no ink over other ink.
inline void expect_texts_apart(const Canvas& canvas) {
  const std::span<const PlacedText> texts = canvas.texts();
  const Size size = canvas.size();
  const Box page{10.0, 10.0, size.width - 10.0, size.height - 10.0};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_TRUE(contains(page, texts[i].ink)) << texts[i].text;
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_FALSE(overlap(texts[i].ink, texts[j].ink)) << texts[i].text << " / " << texts[j].text;
    }
  }
}

/// No letters smaller than a reader at paper's length can make out, and nothing cut off.
inline void expect_legible(const Canvas& canvas, double least_size = 6.0) {
  for (const PlacedText& placed : canvas.texts()) {
    EXPECT_GE(placed.size, least_size) << placed.text;
    EXPECT_FALSE(placed.cut) << placed.text;
  }
}

inline bool shows(const Canvas& canvas, const std::string& part) {
  return std::ranges::any_of(canvas.texts(), [&](const PlacedText& placed) {
    return placed.text.find(part) != std::string::npos;
  });
}

}  // namespace coldplan::drawing::testing
