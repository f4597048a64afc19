#include "coldplan/drawing/canvas.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <pango/pangocairo.h>

#include "coldplan/drawing/svg_text.h"
#include "coldplan/drawing/typeset.h"

namespace coldplan::drawing {
namespace {

constexpr double pixels_per_point = 2.0;

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using SurfacePointer = std::unique_ptr<cairo_surface_t, DestroySurface>;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  // A C callback must not let an exception through.
  try {
    static_cast<std::string*>(bytes)->append(data, data + length);
    return CAIRO_STATUS_SUCCESS;
  } catch (const std::exception&) {
    return CAIRO_STATUS_NO_MEMORY;
  }
}

SurfacePointer new_surface(Format format, Size size, std::string& bytes) {
  switch (format) {
    case Format::svg:
      return SurfacePointer{
          cairo_svg_surface_create_for_stream(append, &bytes, size.width, size.height)};
    case Format::pdf:
      return SurfacePointer{
          cairo_pdf_surface_create_for_stream(append, &bytes, size.width, size.height)};
    case Format::png:
      break;
  }
  return SurfacePointer{cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, static_cast<int>(std::ceil(size.width * pixels_per_point)),
      static_cast<int>(std::ceil(size.height * pixels_per_point)))};
}

Error refused(cairo_status_t status) {
  return {ErrorCode::not_written, "picture", "",
          std::string{"cannot be drawn ("} + cairo_status_to_string(status) + ")", ""};
}

}  // namespace

void Canvas::Destroy::operator()(cairo_t* context) const {
  cairo_destroy(context);
}

Canvas::Canvas(Format format, Size size, std::unique_ptr<std::string> bytes, cairo_t* context)
    : format_{format}, size_{size}, bytes_{std::move(bytes)}, context_{context} {}

Expected<Canvas> Canvas::open(Format format, Size size) {
  if (!a_font_is_installed()) {
    return tl::unexpected(Error{ErrorCode::not_written, "picture", "",
                                "cannot be drawn (no font is installed)",
                                "install a font such as DejaVu Sans"});
  }
  auto bytes = std::make_unique<std::string>();
  const SurfacePointer surface = new_surface(format, size, *bytes);
  // The page's own scale is set on the surface's device, so that drawing is in points everywhere.
  if (format == Format::png) {
    cairo_surface_set_device_scale(surface.get(), pixels_per_point, pixels_per_point);
  }
  Canvas canvas{format, size, std::move(bytes), cairo_create(surface.get())};
  const cairo_status_t status = cairo_status(canvas.context_.get());
  if (status != CAIRO_STATUS_SUCCESS) {
    return tl::unexpected(refused(status));
  }
  cairo_set_line_join(canvas.context_.get(), CAIRO_LINE_JOIN_ROUND);
  canvas.fill({0.0, 0.0, size.width, size.height}, white);
  return canvas;
}

void Canvas::fill(const Box& box, const Colour& colour, double opacity) {
  cairo_t* const context = context_.get();
  cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, opacity);
  cairo_rectangle(context, box.left, box.top, box.width(), box.height());
  cairo_fill(context);
}

void Canvas::apply(const Stroke& stroke) {
  cairo_t* const context = context_.get();
  cairo_set_source_rgba(context, stroke.colour.red, stroke.colour.green, stroke.colour.blue,
                        stroke.opacity);
  cairo_set_line_width(context, stroke.width);
  cairo_set_dash(context, stroke.dashes.data(), static_cast<int>(stroke.dashes.size()), 0.0);
  cairo_stroke(context);
}

void Canvas::outline(const Box& box, const Stroke& stroke) {
  cairo_rectangle(context_.get(), box.left, box.top, box.width(), box.height());
  apply(stroke);
}

void Canvas::lines(std::span<const Point> points, const Stroke& stroke) {
  for (const Point& point : points) {
    cairo_line_to(context_.get(), point.x, point.y);
  }
  apply(stroke);
}

void Canvas::line(Point from, Point to, const Stroke& stroke) {
  lines(std::vector<Point>{from, to}, stroke);
}

void Canvas::hatch(std::span<const Point> outline, double spacing, const Stroke& stroke) {
  if (outline.empty()) {
    return;
  }
  cairo_t* const context = context_.get();
  cairo_save(context);
  Box bounds{outline.front().x, outline.front().y, outline.front().x, outline.front().y};
  for (const Point& point : outline) {
    cairo_line_to(context, point.x, point.y);
    bounds = {std::min(bounds.left, point.x), std::min(bounds.top, point.y),
              std::max(bounds.right, point.x), std::max(bounds.bottom, point.y)};
  }
  cairo_close_path(context);
  cairo_clip(context);
  // Along each line x + y is the same.
  const long first = std::lround(std::ceil((bounds.left + bounds.top) / spacing));
  const long last = std::lround(std::floor((bounds.right + bounds.bottom) / spacing));
  for (long i = first; i <= last; ++i) {
    const double sum = static_cast<double>(i) * spacing;
    cairo_move_to(context, sum - bounds.top, bounds.top);
    cairo_line_to(context, sum - bounds.bottom, bounds.bottom);
  }
  apply(stroke);
  cairo_restore(context);
}

void Canvas::next_page(Size size) {
  cairo_t* const context = context_.get();
  cairo_show_page(context);
  size_ = size;
  if (format_ == Format::pdf) {
    cairo_pdf_surface_set_size(cairo_get_target(context), size.width, size.height);
  }
  fill({0.0, 0.0, size_.width, size_.height}, white);
}

void Canvas::disc(Point centre, double radius, const Colour& colour, double opacity) {
  cairo_t* const context = context_.get();
  cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, opacity);
  cairo_arc(context, centre.x, centre.y, radius, 0.0, 2.0 * G_PI);
  cairo_fill(context);
}

void Canvas::circle(Point centre, double radius, const Stroke& stroke) {
  cairo_arc(context_.get(), centre.x, centre.y, radius, 0.0, 2.0 * G_PI);
  apply(stroke);
}

void Canvas::area(std::span<const Point> outline, const Colour& colour, double opacity) {
  cairo_t* const context = context_.get();
  cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, opacity);
  for (const Point& point : outline) {
    cairo_line_to(context, point.x, point.y);
  }
  cairo_fill(context);
}

void Canvas::image(const Box& box, std::span<const std::uint32_t> pixels, std::size_t columns) {
  const auto width = static_cast<int>(columns);
  const auto height = static_cast<int>(pixels.size() / columns);
  const SurfacePointer source{cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)};
  unsigned char* const rows = cairo_image_surface_get_data(source.get());
  if (rows == nullptr) {
    return;
  }
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(source.get()));
  for (std::size_t row = 0; row < pixels.size() / columns; ++row) {
    const auto line = pixels.subspan(row * columns, columns);
    std::memcpy(rows + row * stride, line.data(), line.size_bytes());
  }
  cairo_surface_mark_dirty(source.get());
  cairo_t* const context = context_.get();
  cairo_save(context);
  cairo_rectangle(context, box.left, box.top, box.width(), box.height());
  cairo_clip(context);
  cairo_translate(context, box.left, box.top);
  cairo_scale(context, box.width() / width, box.height() / height);
  cairo_set_source_surface(context, source.get(), 0.0, 0.0);
  cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_BILINEAR);
  cairo_paint(context);
  cairo_restore(context);
}

void Canvas::text(const Text& text, const TextStyle& style, Point at) {
  const auto layout = new_layout(text, style);
  PangoRectangle ink_box{};
  PangoRectangle logical{};
  pango_layout_get_extents(layout.get(), &ink_box, &logical);
  const double width =
      style.width > 0.0 ? style.width : static_cast<double>(logical.width) / PANGO_SCALE;
  const double shift = style.align == Align::left ? 0.0 : style.align == Align::right ? 1.0 : 0.5;
  const double left = at.x - shift * width;
  cairo_t* const context = context_.get();
  cairo_set_source_rgb(context, style.colour.red, style.colour.green, style.colour.blue);
  cairo_move_to(context, left, at.y);
  pango_cairo_show_layout(context, layout.get());
  cairo_new_path(context);
  const auto points = [](int units) { return static_cast<double>(units) / PANGO_SCALE; };
  texts_.push_back(
      {text.strong + text.plain,
       {left + points(ink_box.x), at.y + points(ink_box.y),
        left + points(ink_box.x + ink_box.width), at.y + points(ink_box.y + ink_box.height)},
       pango_layout_is_ellipsized(layout.get()) != FALSE,
       style.size});
}

void Canvas::clipped(const Box& inside, std::span<const Box> holes,
                     const std::function<void()>& draw) {
  cairo_t* const context = context_.get();
  cairo_save(context);
  cairo_rectangle(context, inside.left, inside.top, inside.width(), inside.height());
  cairo_clip(context);
  if (!holes.empty()) {
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_rectangle(context, inside.left, inside.top, inside.width(), inside.height());
    for (const Box& hole : holes) {
      cairo_rectangle(context, hole.left, hole.top, hole.width(), hole.height());
    }
    cairo_clip(context);
  }
  draw();
  cairo_restore(context);
}

Expected<std::string> Canvas::finish(const Description& description) {
  cairo_t* const context = context_.get();
  cairo_surface_t* const surface = cairo_get_target(context);
  if (format_ == Format::pdf) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, description.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, nullptr);
  }
  cairo_status_t status = CAIRO_STATUS_SUCCESS;
  if (format_ == Format::png) {
    status = cairo_surface_write_to_png_stream(surface, append, bytes_.get());
  } else {
    cairo_show_page(context);
  }
  cairo_surface_finish(surface);
  for (const cairo_status_t seen : {status, cairo_status(context), cairo_surface_status(surface)}) {
    if (seen != CAIRO_STATUS_SUCCESS && seen != CAIRO_STATUS_SURFACE_FINISHED) {
      return tl::unexpected(refused(seen));
    }
  }
  return format_ == Format::svg ? published_svg(*bytes_, description.title, description.words)
                                : std::move(*bytes_);
}

}  // namespace coldplan::drawing
