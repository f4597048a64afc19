#pragma once

#include <string>

#include "coldplan/evidence/model.h"

/// Numbers of a meta-analysis for a reader.
namespace coldplan::report {

/// Decimals that show two digits of this standard error, 2 to 6 of them.
[[nodiscard]] int decimals_for(double standard_error);

/// "-0.71" with this many decimals; by its exponent where it is a million or more, or where the
/// decimals would leave nothing of it.
[[nodiscard]] std::string shown(double value, int decimals);

/// "-1.11 to -0.32".
[[nodiscard]] std::string shown(const evidence::Limits& limits, int decimals);

/// "p = 0.021", "p < 0.001".
[[nodiscard]] std::string p_words(double p_value);

/// "Q 152.2 on 12 df, p < 0.001"; F where there are two numbers of degrees.
[[nodiscard]] std::string omnibus_words(std::string_view name, const evidence::Omnibus& test);

/// "95 %", "99.5 %".
[[nodiscard]] std::string level_words(double level);

/// "intervals by Knapp and Hartung", "normal intervals".
[[nodiscard]] std::string intervals_words(evidence::Test test);

/// A name in a column of this many characters: cut where it is longer, filled with spaces where
/// shorter.
[[nodiscard]] std::string padded(std::string_view name, std::size_t width);

}  // namespace coldplan::report
