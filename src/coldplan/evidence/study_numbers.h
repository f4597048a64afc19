#pragma once

#include <span>

#include "coldplan/evidence/effect_size.h"
#include "coldplan/evidence/study_columns.h"

/// From the numbers of one row of a table to an effect.
namespace coldplan::evidence {

/// Whether a table means what it seems to. Errors (place "row 3, column yi"): a decimal comma where
/// another cell of `columns` has a decimal point, or the other way; sei beside vi of which it is
/// not the root (to 1e-6).
[[nodiscard]] Expected<void> check_decimal_marks(const TextTable& text,
                                                 std::span<const std::size_t> columns);
[[nodiscard]] Expected<void> check_errors_beside(const TextTable& text, const Layout& layout);

/// The counts of a row with cells or with events and arm sizes. Errors (place: a name of the
/// layout): an arm's size that is not whole or 0; more events than people.
[[nodiscard]] Expected<TwoByTwo> counts_of(const Layout& layout, std::span<const double> numbers);

/// The effect of a row's numbers, which stand in the order of the layout's columns. Errors (place:
/// a name of the layout): those of counts_of and effect_of; a given effect, variance or standard
/// error with which no weight can be computed.
[[nodiscard]] Expected<Effect> effect_of_numbers(const Layout& layout,
                                                 std::span<const double> numbers,
                                                 const EffectOptions& options);

}  // namespace coldplan::evidence
