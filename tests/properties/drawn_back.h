#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "coldplan/bioheat/solver.h"

/// Backs drawn by rapidcheck, and what properties ask of their histories.
namespace coldplan::properties {

/// What a property may miss by [°C]: a twentieth of the solver's bound of 0.02 °C. Both sides of
/// most comparisons share a grid, so that most of its error cancels.
inline constexpr double tolerance = 1e-3;

/// A uniform draw in steps of a thousandth of the range; shrinks towards `low`.
[[nodiscard]] double between(double low, double high);

/// A whole number of minutes, in seconds.
[[nodiscard]] double minutes(int low, int high);

/// Skin, fat, muscle and bone of tissue::tissue_of in a bare room.
struct Back {
  bioheat::Column column;
  bioheat::Boundary room;

  /// Depth [m] where muscle begins.
  [[nodiscard]] double muscle_begin() const;
};

[[nodiscard]] Back draw_back();

/// A source held at −2 to 15 °C, behind a resistance under that of the bare film.
[[nodiscard]] bioheat::Boundary draw_bath();

/// A pack with or without ice in it, from −15 to 5 °C.
[[nodiscard]] bioheat::Boundary draw_pack(double room_temperature);

/// A form of applicator::all_forms() on bare skin or over a towel, anywhere in the range of its
/// contact. It is always behind less resistance than bare skin in the room.
[[nodiscard]] bioheat::Boundary draw_form(double room_temperature);

/// The same, of the forms that melt.
[[nodiscard]] bioheat::Boundary draw_melting_form(double room_temperature);

/// Solves from rest; the energy is asserted.
[[nodiscard]] bioheat::History run(const Back& back, const std::vector<bioheat::Phase>& schedule,
                                   const bioheat::SolverOptions& options = {});

/// When the first of the packs of a history had melted [s]; infinite where none had.
[[nodiscard]] double melted_at(const bioheat::History& history);

/// Largest excess [°C] of one history's cells and skin over another's at the times until `until`
/// [s] that both have samples of, both on one grid; at most 0 where the first is nowhere warmer.
/// Tissue warmer than arterial blood is left out: blood cools it, so that stronger constriction
/// leaves it warmer by a few thousandths of a degree, and rightly so (found under thick fat beside
/// muscle).
[[nodiscard]] double largest_excess(const Back& back, const bioheat::History& warmer,
                                    const bioheat::History& colder,
                                    double until = std::numeric_limits<double>::infinity());

}  // namespace coldplan::properties
