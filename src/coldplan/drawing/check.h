#pragma once

#include "coldplan/drawing/history.h"
#include "coldplan/drawing/page.h"

namespace coldplan::drawing {

/// Most of each that a panel still shows legibly.
inline constexpr std::size_t most_curves = 12;
inline constexpr std::size_t most_bouts = 100;
inline constexpr std::size_t most_limits = 8;
inline constexpr std::size_t most_marks = 6;
inline constexpr std::size_t most_layers = 16;

/// Whether a history can be drawn; an error names the first place that cannot ("curves[2].label").
[[nodiscard]] Expected<void> check(const History& history);
/// The same for a setting ("layers[0].thickness_m").
[[nodiscard]] Expected<void> check(const Setting& setting);
/// The same for a page's texts: a title, and UTF-8 throughout.
[[nodiscard]] Expected<void> check(const PageTexts& texts);
/// The same for what every picture has ("setting.layers[0].thickness_m").
[[nodiscard]] Expected<void> check(const PageTexts& texts, const Setting& setting);
/// A text that must not be empty and must be UTF-8.
[[nodiscard]] Expected<void> check_name(const std::string& text, const std::string& place);
/// A text that may be empty but must be UTF-8.
[[nodiscard]] Expected<void> check_text(const std::string& text, const std::string& place);

}  // namespace coldplan::drawing
