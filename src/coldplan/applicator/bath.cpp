#include "coldplan/applicator/bath.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "coldplan/applicator/whole_body_form.h"
#include "coldplan/facts/ids.h"
#include "coldplan/quantity/units.h"

namespace coldplan::applicator {
namespace {

namespace id = facts::id::applicators;

// numerical: the minutes in the names of the facts cwi_still_model_flux_minute_*.
constexpr std::array minutes_of_flux{1.0, 5.0, 15.0};

struct FluxAt {
  double time;  ///< [s]
  double flux;  ///< [W/m²]
};

using FluxHistory = std::array<FluxAt, minutes_of_flux.size()>;

FluxHistory flux_history() {
  const std::array fluxes{id::cwi_still_model_flux_minute_1, id::cwi_still_model_flux_minute_5,
                          id::cwi_still_model_flux_minute_15};
  FluxHistory history{};
  for (std::size_t i = 0; i < history.size(); ++i) {
    history[i] = {minutes_of_flux[i] * quantity::seconds_per_minute, facts::value(fluxes[i])};
  }
  return history;
}

double overlap(double begin, double end, double least, double most) {
  return std::max(0.0, std::min(end, most) - std::max(begin, least));
}

/// Least heat between two times of a flux that only falls: every stretch at the flux of its end.
double least_heat(const FluxHistory& history, double begin, double end) {
  double heat = 0.0;
  double before = 0.0;
  for (const FluxAt& at : history) {
    heat += at.flux * overlap(begin, end, before, at.time);
    before = at.time;
  }
  return heat;
}

/// Most heat between two times: every stretch at the flux of its beginning. Unbounded before the
/// first.
double most_heat(const FluxHistory& history, double begin, double end) {
  constexpr double forever = std::numeric_limits<double>::infinity();
  if (begin < history.front().time && begin < end) {
    return forever;
  }
  double heat = 0.0;
  for (std::size_t i = 0; i + 1 < history.size(); ++i) {
    heat += history[i].flux * overlap(begin, end, history[i].time, history[i + 1].time);
  }
  return heat;
}

/// How much more heat stirred water takes: the greatest of three thicknesses of fat.
double stirred_over_still() {
  const std::array pairs{
      std::pair{id::cwi_stirred_reference_energy_fat_5mm, id::cwi_still_reference_energy_fat_5mm},
      std::pair{id::cwi_stirred_reference_energy_fat_10mm, id::cwi_still_reference_energy_fat_10mm},
      std::pair{id::cwi_stirred_reference_energy_fat_20mm,
                id::cwi_still_reference_energy_fat_20mm}};
  double greatest = 1.0;
  for (const auto& [stirred, still] : pairs) {
    greatest = std::max(greatest, facts::value(stirred) / facts::value(still));
  }
  return greatest;
}

Error refusal(const char* place, double seen, std::string allowed) {
  return {ErrorCode::out_of_range, place, fmt::format("{:g}", seen), std::move(allowed), ""};
}

Expected<void> check(const Bath& bath) {
  const double melting = facts::value(id::ice_melting_temperature);
  if (!(bath.volume > 0.0 && std::isfinite(bath.volume))) {
    return tl::unexpected(refusal("volume", bath.volume, "a volume above 0"));
  }
  if (!(bath.duration > 0.0 && std::isfinite(bath.duration))) {
    return tl::unexpected(refusal("duration", bath.duration, "a time above 0"));
  }
  if (!(bath.from > melting && std::isfinite(bath.from))) {
    return tl::unexpected(
        refusal("from", bath.from, fmt::format("a temperature of water above {:g} °C", melting)));
  }
  const double warmest = allowed_temperature(still_bath()).most;
  if (bath.to > warmest) {
    return tl::unexpected(refusal(
        "to", bath.to, fmt::format("a temperature of a cold bath (at most {:g} °C)", warmest)));
  }
  if (!(bath.to > melting)) {
    return tl::unexpected(
        refusal("to", bath.to, fmt::format("a temperature of water above {:g} °C", melting)));
  }
  if (!(bath.to <= bath.from)) {
    return tl::unexpected(refusal(
        "to", bath.to, fmt::format("a temperature that ice cools water of {:g} °C to", bath.from)));
  }
  return {};
}

}  // namespace

double ice_to_cool(double water, double from, double to) {
  const double heat = facts::value(id::water_specific_heat);
  const double melting = facts::value(id::ice_melting_temperature);
  return water * heat * (from - to) / (facts::value(id::ice_latent_heat) + heat * (to - melting));
}

double longest_known_heat() {
  return flux_history().back().time;
}

Between heat_of_bather(double duration) {
  const FluxHistory history = flux_history();
  const double last = history.back().time;
  const double end = std::min(duration, last);
  const double whole = facts::value(id::cwi_still_model_energy_15_min);
  return {std::max(least_heat(history, 0.0, end), whole - most_heat(history, end, last)),
          stirred_over_still() * (whole - least_heat(history, end, last))};
}

double skin_at_rest() {
  return facts::value(facts::id::thermoregulation::two_node_neutral_temperature_skin);
}

Expected<BathPlan> plan_bath(const Bath& bath) {
  if (auto fit = check(bath); !fit) {
    return tl::unexpected(fit.error());
  }
  const double density = facts::value(id::water_density);
  const double heat = facts::value(id::water_specific_heat);
  const double water = bath.volume * density;
  const double area = facts::value(id::cwi_still_default_a_immersed);
  const double per_ice = facts::value(id::ice_latent_heat) +
                         heat * (bath.to - facts::value(id::ice_melting_temperature));
  const auto over = [](const Between& between, double divisor) {
    return Between{between.low / divisor, between.high / divisor};
  };
  BathPlan plan;
  plan.ice_to_cool = ice_to_cool(water, bath.from, bath.to);
  plan.water_of_ice = plan.ice_to_cool / density;
  plan.counted = std::min(bath.duration, longest_known_heat());
  plan.heat = over(heat_of_bather(plan.counted), 1.0 / area);
  plan.ice_to_hold = over(plan.heat, per_ice);
  plan.warming = over(plan.heat, water * heat);
  const double to_skin = std::max(0.0, skin_at_rest() - bath.to);
  if (plan.warming.high > to_skin) {
    // Water that warms so far takes less than the heat of one that stays cold.
    plan.warming = {0.0, to_skin};
    plan.warms_to_skin = true;
  }
  return plan;
}

bool may_shock(double temperature) {
  return temperature < facts::value(id::cwi_still_cold_shock_temperature);
}

bool is_colder_than_in_use(double temperature) {
  return temperature < facts::fact(id::cwi_still_bath_temperature).low;
}

}  // namespace coldplan::applicator
