#include "coldplan/report/pool_numbers.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace coldplan::report {
namespace {

/// Where the characters of a text of UTF-8 begin.
std::vector<std::size_t> starts_of(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      starts.push_back(i);
    }
  }
  return starts;
}

}  // namespace

int decimals_for(double standard_error) {
  if (!(standard_error > 0.0) || !std::isfinite(standard_error)) {
    return 2;
  }
  return std::clamp(1 - static_cast<int>(std::floor(std::log10(standard_error))), 2, 6);
}

std::string shown(double value, int decimals) {
  constexpr double large = 1e6;
  // numerical: half a unit of the last decimal.
  const double vanishing = 0.5 * std::pow(10.0, -decimals);
  const double size = std::abs(value);
  if (!std::isfinite(value)) {
    return std::isnan(value) ? "-" : value > 0.0 ? "inf" : "-inf";
  }
  if (size >= large || (size > 0.0 && size < vanishing && decimals >= 6)) {
    return fmt::format("{:.2e}", value);
  }
  const std::string text = fmt::format("{:.{}f}", value, decimals);
  const bool is_minus_zero = size < vanishing && text.starts_with('-');
  return is_minus_zero ? text.substr(1) : text;
}

std::string shown(const evidence::Limits& limits, int decimals) {
  return fmt::format("{} to {}", shown(limits.lower, decimals), shown(limits.upper, decimals));
}

std::string p_words(double p_value) {
  constexpr double least_shown = 0.001;
  return p_value < least_shown ? "p < 0.001" : fmt::format("p = {:.3f}", p_value);
}

std::string omnibus_words(std::string_view name, const evidence::Omnibus& test) {
  const std::string degrees = test.denominator_df
                                  ? fmt::format("{} and {}", test.df, *test.denominator_df)
                                  : fmt::format("{}", test.df);
  return fmt::format("{} {} on {} df, {}", name, shown(test.statistic, 2), degrees,
                     p_words(test.p_value));
}

std::string level_words(double level) {
  return fmt::format("{:.6g} %", 100.0 * level);
}

std::string intervals_words(evidence::Test test) {
  switch (test) {
    case evidence::Test::knha:
      return "intervals by Knapp and Hartung";
    case evidence::Test::adhoc:
      return "intervals by Knapp and Hartung, never narrower than normal ones";
    case evidence::Test::z:
      break;
  }
  return "normal intervals";
}

std::string padded(std::string_view name, std::size_t width) {
  const auto starts = starts_of(name);
  if (starts.size() > width) {
    return std::string{name.substr(0, starts[width - 1])} + "…";
  }
  return std::string{name} + std::string(width - starts.size(), ' ');
}

}  // namespace coldplan::report
