#pragma once

#include <span>
#include <vector>

#include "coldplan/drawing/colour.h"
#include "coldplan/drawing/history.h"

namespace coldplan::drawing {

/// From a temperature in the reader's unit to the colour of its band.
///
/// The colours are the same in every picture: one ramp from 0 to 40 °C in bands of 1 °C (2 °F), and
/// one of another hue from −100 °C to 0 in bands of 5 °C (10 °F). What lies beyond either end has
/// the colour of that end. Only the isotherms differ with what there is to show.
struct ColourScale {
  quantity::UnitSystem units = quantity::UnitSystem::metric;
  std::vector<double> lines;  ///< temperatures of the isotherms, ascending
  double coldest = 0.0;       ///< of the maps, in the reader's unit

  [[nodiscard]] Colour operator()(double temperature_shown) const;
  /// Widths of the bands from 0 °C up and below it.
  [[nodiscard]] double warm_band() const;
  [[nodiscard]] double frost_band() const;
  /// Whether any map goes below 0 °C, or below all that has a colour of its own.
  [[nodiscard]] bool freezes() const;
  [[nodiscard]] bool goes_beyond() const;
};

/// The ends of the two ramps in the reader's unit.
[[nodiscard]] Interval warm_ramp(quantity::UnitSystem units);
[[nodiscard]] Interval frost_ramp(quantity::UnitSystem units);

/// One colour scale for all maps of some histories.
[[nodiscard]] ColourScale colour_scale(std::span<const History* const> histories,
                                       quantity::UnitSystem units);

}  // namespace coldplan::drawing
