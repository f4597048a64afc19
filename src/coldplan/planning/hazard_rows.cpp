#include "coldplan/planning/hazard_rows.h"

#include <algorithm>
#include <utility>

#include "coldplan/injury/proximity.h"
#include "coldplan/injury/sentence.h"

namespace coldplan::planning {
namespace {

// numerical: the seed of the coefficients' draws.
constexpr std::uint64_t seed = 21;

HazardRow row_of(std::span<const std::vector<injury::Proximity>> draws, std::size_t place) {
  HazardRow row;
  row.hazard = draws.front()[place].hazard;
  std::vector<double> values;
  std::size_t passed = 0;
  for (const auto& draw : draws) {
    values.push_back(draw[place].value);
    passed += draw[place].passed ? 1 : 0;
  }
  row.interval = interval_of(std::move(values));
  row.passed_share = static_cast<double>(passed) / static_cast<double>(draws.size());
  return row;
}

std::optional<injury::Passing> passing_in(std::span<const std::vector<injury::Proximity>> draws,
                                          std::size_t place,
                                          std::span<const injury::Exposure> exposures) {
  // As long as every draw was followed: one that ended where skin froze elsewhere was followed for
  // less.
  std::optional<double> horizon;
  for (const injury::Exposure& exposure : exposures) {
    const auto followed = injury::horizon(exposure, draws.front()[place].hazard);
    if (!followed) {
      return std::nullopt;
    }
    horizon = std::min(horizon.value_or(*followed), *followed);
  }
  std::vector<std::optional<double>> reached;
  for (const auto& draw : draws) {
    reached.push_back(draw[place].reached);
  }
  return injury::passing_of(reached, *horizon);
}

}  // namespace

Expected<std::vector<HazardRow>> hazard_rows(std::span<const injury::Exposure> exposures,
                                             quantity::UnitSystem units) {
  std::vector<std::vector<injury::Proximity>> draws;
  for (std::size_t i = 0; i < exposures.size(); ++i) {
    auto found = injury::proximities(exposures[i], injury::drawn_coefficients(seed, i));
    if (!found) {
      return tl::unexpected(found.error());
    }
    draws.push_back(std::move(*found));
  }
  std::vector<HazardRow> rows;
  for (std::size_t place = 0; place < draws.front().size(); ++place) {
    HazardRow row = row_of(draws, place);
    row.passing = passing_in(draws, place, exposures);
    row.sentence = injury::sentence(row.hazard, row.interval, units);
    row.when = injury::passing_sentence(row.passing);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace coldplan::planning
