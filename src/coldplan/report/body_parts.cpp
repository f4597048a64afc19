#include "coldplan/report/body_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "coldplan/facts/ids.h"
#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

namespace id = facts::id::applicators;

using planning::BodyOutcome;
using planning::Interval;

// numerical: what a time may differ by for rounding.
constexpr double after_rounding = 1.0 + 1e-9;

std::string_view unit_of(quantity::UnitSystem units) {
  return units == quantity::UnitSystem::us ? "°F" : "°C";
}

/// Without decimals: as articles and sellers speak of it.
std::string round_temperature(double celsius, quantity::UnitSystem units) {
  const bool us = units == quantity::UnitSystem::us;
  return fmt::format("{:.0f} {}", us ? quantity::fahrenheit_from_celsius(celsius) : celsius,
                     unit_of(units));
}

std::string chamber_text(const applicator::Chamber& chamber, double shown, double skin,
                         quantity::UnitSystem units) {
  const auto& above = chamber.gas_above_display;
  std::string text =
      fmt::format("Two temperatures: the display shows {}, the gas at the skin is taken as {}",
                  temperature(shown, units), temperature(skin, units));
  text += above.low < above.high
              ? fmt::format(" ({} to {}). How much warmer it is than the display is assumed",
                            temperature(shown + above.low, units),
                            temperature(shown + above.high, units))
              : std::string{", without a spread"};
  return text + (chamber.air_speed ? fmt::format("; air of {:g} m/s.", *chamber.air_speed)
                                   : std::string{"; the air's speed was not found."});
}

std::string cabin_text(const applicator::Cryosauna& cabin, double shown, double skin,
                       quantity::UnitSystem units) {
  return fmt::format(
      "Two temperatures: the display shows {}, that of the gas fed; the gas at the skin is taken "
      "as {} ({} to {}; unless given, read second-hand), at all heights, since its profile was not "
      "found. The {} to {} of a popular article are what boiling nitrogen feeds and boiling "
      "nitrogen itself, no gas on a skin.",
      temperature(shown, units), temperature(skin, units), temperature(cabin.gas.high, units),
      temperature(cabin.gas.low, units),
      round_temperature(facts::value(id::pbc_ln2_cryosauna_article_temperature_warm), units),
      round_temperature(facts::value(id::pbc_ln2_cryosauna_article_temperature_cold), units));
}

std::string bath_text(const BodyOutcome& outcome, const applicator::Immersion& bath) {
  std::string text = fmt::format(
      "Water of {} to the {}, {:.0f} W/(m² K) to the skin ({:.0f} to {:.0f}). ",
      temperature(bath.temperature, outcome.units), simulation::word_of(outcome.session.immersed),
      bath.conductance.usual, bath.conductance.low, bath.conductance.high);
  if (outcome.ice_to_hold) {
    return text + fmt::format(
                      "Holding it there takes {:.1f} kg of ice ({:.1f} to {:.1f}), the room "
                      "not counted.",
                      outcome.ice_to_hold->median, outcome.ice_to_hold->p05,
                      outcome.ice_to_hold->p95);
  }
  const Interval& end =
      planning::series_of(outcome, "bath").values[sample_at(outcome, outcome.exit)];
  return text + fmt::format("Its {:.0f} L end at {}, the room not counted.",
                            bath.volume * quantity::litres_per_cubic_metre,
                            temperature(end.median, outcome.units));
}

}  // namespace

std::string temperature(double celsius, quantity::UnitSystem units) {
  return fmt::format("{} {}", degrees(celsius, units), unit_of(units));
}

std::size_t sample_at(const BodyOutcome& outcome, double time) {
  const auto after =
      std::upper_bound(outcome.time.begin(), outcome.time.end(), time * after_rounding);
  return static_cast<std::size_t>(after - outcome.time.begin()) - 1;
}

bool is_followed(const BodyOutcome& outcome) {
  return outcome.time.back() > outcome.exit * after_rounding;
}

std::string source_text(const BodyOutcome& outcome) {
  const auto& form = outcome.session.form;
  const double shown = applicator::displayed_temperature(form);
  const double skin = applicator::temperature_at_skin(form);
  if (const auto* chamber = std::get_if<applicator::Chamber>(&form.source)) {
    return chamber_text(*chamber, shown, skin, outcome.units);
  }
  if (const auto* cabin = std::get_if<applicator::Cryosauna>(&form.source)) {
    return cabin_text(*cabin, shown, skin, outcome.units);
  }
  return bath_text(outcome, std::get<applicator::Immersion>(form.source));
}

}  // namespace coldplan::report
