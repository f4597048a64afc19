#include "coldplan/drawing/typeset.h"

#include <cmath>

namespace coldplan::drawing {
namespace {

constexpr const char* font_family = "DejaVu Sans, sans-serif";

struct FreeFontDescription {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

/// A Pango context that measures the same on every kind of surface: no hinting, points as units.
GObjectPointer<PangoContext> new_text_context() {
  GObjectPointer<PangoContext> context{
      pango_font_map_create_context(pango_cairo_font_map_get_default())};
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context.get(), 72.0);
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  return context;
}

PangoAlignment pango_alignment(Align align) {
  switch (align) {
    case Align::centre:
      return PANGO_ALIGN_CENTER;
    case Align::right:
      return PANGO_ALIGN_RIGHT;
    case Align::left:
      break;
  }
  return PANGO_ALIGN_LEFT;
}

}  // namespace

GObjectPointer<PangoLayout> new_layout(const Text& text, const TextStyle& style) {
  const GObjectPointer<PangoContext> context = new_text_context();
  GObjectPointer<PangoLayout> layout{pango_layout_new(context.get())};
  const std::unique_ptr<PangoFontDescription, FreeFontDescription> font{
      pango_font_description_from_string(font_family)};
  pango_font_description_set_size(font.get(),
                                  static_cast<int>(std::lround(style.size * PANGO_SCALE)));
  pango_layout_set_font_description(layout.get(), font.get());
  const std::string whole = text.strong + text.plain;
  pango_layout_set_text(layout.get(), whole.data(), static_cast<int>(whole.size()));
  PangoAttrList* attributes = pango_attr_list_new();
  PangoAttribute* bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
  bold->start_index = 0;
  bold->end_index = static_cast<guint>(text.strong.size());
  pango_attr_list_insert(attributes, bold);
  pango_layout_set_attributes(layout.get(), attributes);
  pango_attr_list_unref(attributes);
  pango_layout_set_alignment(layout.get(), pango_alignment(style.align));
  if (style.width > 0.0) {
    pango_layout_set_width(layout.get(), static_cast<int>(std::floor(style.width * PANGO_SCALE)));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    if (style.most_lines > 0) {
      pango_layout_set_height(layout.get(), -style.most_lines);
      pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_MIDDLE);
    }
  }
  return layout;
}

Size measure(const Text& text, const TextStyle& style) {
  const auto layout = new_layout(text, style);
  PangoRectangle logical{};
  pango_layout_get_extents(layout.get(), nullptr, &logical);
  return {static_cast<double>(logical.width) / PANGO_SCALE,
          static_cast<double>(logical.height) / PANGO_SCALE};
}

bool a_font_is_installed() {
  // Pango names its generic families even where there is nothing behind them, so a letter is asked
  // for.
  const GObjectPointer<PangoContext> context = new_text_context();
  const std::unique_ptr<PangoFontDescription, FreeFontDescription> description{
      pango_font_description_from_string(font_family)};
  const GObjectPointer<PangoFont> font{pango_context_load_font(context.get(), description.get())};
  return font != nullptr && pango_font_has_char(font.get(), 'a') != FALSE;
}

}  // namespace coldplan::drawing
