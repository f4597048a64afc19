#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <cairo.h>

#include "coldplan/drawing/colour.h"
#include "coldplan/drawing/format.h"
#include "coldplan/drawing/scale.h"
#include "coldplan/drawing/text.h"

/// A page to draw on, in points from the upper left corner; cairo and Pango behind it.
namespace coldplan::drawing {

struct Stroke {
  Colour colour = ink;
  double width = 0.5;
  std::vector<double> dashes = {};
  double opacity = 1.0;
};

/// A text that was drawn, and where its ink is.
struct PlacedText {
  std::string text;
  Box ink;
  bool cut = false;   ///< ended with "…" for want of room
  double size = 0.0;  ///< of its letters, points
};

/// What a file says of itself. There is no date in it: the same input gives the same bytes.
struct Description {
  std::string title;
  std::string words;  ///< everything a reader can read, for those who cannot see it
};

/// Draws, then gives the bytes of the file. Move-only; one picture a canvas.
class Canvas {
 public:
  /// A white page. Error `not_written` where the drawing library refuses it or no font is
  /// installed.
  [[nodiscard]] static Expected<Canvas> open(Format format, Size size);

  [[nodiscard]] Size size() const { return size_; }

  void fill(const Box& box, const Colour& colour, double opacity = 1.0);
  void outline(const Box& box, const Stroke& stroke);
  void lines(std::span<const Point> points, const Stroke& stroke);
  void line(Point from, Point to, const Stroke& stroke);
  /// Slanting lines inside a closed outline. They lie on one raster for the whole page, so that
  /// neighbouring zones look like one.
  void hatch(std::span<const Point> outline, double spacing, const Stroke& stroke);
  void disc(Point centre, double radius, const Colour& colour, double opacity = 1.0);
  void circle(Point centre, double radius, const Stroke& stroke);
  /// Fills a closed outline.
  void area(std::span<const Point> outline, const Colour& colour, double opacity = 1.0);
  /// Rows of opaque 0x00RRGGBB pixels, stretched over the box.
  void image(const Box& box, std::span<const std::uint32_t> pixels, std::size_t columns);
  /// A text whose upper edge is at `y`; `x` is its left end, centre or right end as aligned. With a
  /// width, `x` belongs to the block of that width.
  void text(const Text& text, const TextStyle& style, Point at);
  /// Draws only inside `inside` and outside all `holes`.
  void clipped(const Box& inside, std::span<const Box> holes, const std::function<void()>& draw);

  /// Ends a page of a PDF and begins a white one of another size.
  void next_page(Size size);

  [[nodiscard]] std::span<const PlacedText> texts() const { return texts_; }

  /// Ends the page. Error `not_written` where the drawing library failed on the way.
  [[nodiscard]] Expected<std::string> finish(const Description& description);

 private:
  struct Destroy {
    void operator()(cairo_t* context) const;
  };

  Canvas(Format format, Size size, std::unique_ptr<std::string> bytes, cairo_t* context);
  void apply(const Stroke& stroke);

  Format format_;
  Size size_;
  std::unique_ptr<std::string> bytes_;  // a fixed address: the surface writes into it
  std::unique_ptr<cairo_t, Destroy> context_;
  std::vector<PlacedText> texts_;
};

}  // namespace coldplan::drawing
