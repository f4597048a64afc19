#pragma once

#include <functional>
#include <string>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/history.h"

/// What every page has: a head with the person's line, and a foot with what must not be forgotten.
namespace coldplan::drawing {

struct PageTexts {
  std::string title;
  std::string subtitle;
  std::string footer;
};

/// Heights with the texts wrapped to `width`, the space to what lies between them included.
[[nodiscard]] double head_height(const PageTexts& texts, double width);
[[nodiscard]] double foot_height(const PageTexts& texts, double width);

/// Title, subtitle and a rule, from `at` down.
void draw_head(Canvas& canvas, const PageTexts& texts, Point at, double width);
/// A rule and the footer; their lower edge is at `at`.
void draw_foot(Canvas& canvas, const PageTexts& texts, Point at, double width);

/// A sheet of paper for a reader, across or upright: US Letter or A4.
[[nodiscard]] Size paper_across(quantity::UnitSystem units);
[[nodiscard]] Size paper_upright(quantity::UnitSystem units);

/// The bytes of a page that `compose` fills. Errors as of Canvas::open and Canvas::finish.
[[nodiscard]] Expected<std::string> draw_page(Format format, Size size,
                                              const Description& description,
                                              const std::function<void(Canvas&)>& compose);

/// What a picture shows, in words, for those who cannot see it.
[[nodiscard]] std::string in_words(const History& history, quantity::UnitSystem units);
[[nodiscard]] std::string in_words(const Setting& setting);

}  // namespace coldplan::drawing
