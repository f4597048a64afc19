#pragma once

#include <memory>

#include <pango/pangocairo.h>

#include "coldplan/drawing/text.h"

/// Text shaped by Pango; only the canvas and the measuring of text need it.
namespace coldplan::drawing {

struct Unreference {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using GObjectPointer = std::unique_ptr<T, Unreference>;

/// The text laid out in DejaVu Sans, or in what the system has for letters that font lacks. It
/// measures the same for every kind of file.
[[nodiscard]] GObjectPointer<PangoLayout> new_layout(const Text& text, const TextStyle& style);

/// Whether there is a font with letters; without one a text has no size to lay out.
[[nodiscard]] bool a_font_is_installed();

}  // namespace coldplan::drawing
