#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "reference/reference_column.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "coldplan/facts/ids.h"
#include "coldplan/thermoregulation/controls.h"

/// Chambers, a cryosauna and baths in the model that their films were fitted with. The product's
/// column solver has no radiation: its coefficient follows the skin here, by short phases whose
/// film is that of the skin in their middle, found by solving again until it no longer moves.
namespace coldplan {
namespace {

namespace id = facts::id::applicators;
using bioheat::Boundary;
using bioheat::History;
using bioheat::Phase;
using tests::reference;

constexpr double phase_length = 2.0;  // [s]
constexpr int repetitions = 4;

/// A stretch of time in the same gas or water.
struct Stretch {
  double duration;     ///< [s]
  double convection;   ///< [W/(m² K)]
  double temperature;  ///< of gas and walls, or water [°C]
  double emissivity;
};

struct Check {
  std::string variant;
  std::vector<Stretch> stretches;
};

std::vector<Check> checks() {
  using facts::value;
  const auto bath = [](facts::Id time, facts::Id film, facts::Id temperature) {
    return std::vector<Stretch>{{value(time), value(film), value(temperature), 0.0}};
  };
  const double film = value(id::wbc_electric_chamber_default_h_c);
  const double emissivity = value(id::wbc_electric_chamber_default_emissivity);
  return {{"wbc_electric_chamber",
           {{value(id::wbc_electric_chamber_default_t_prechamber), film,
             value(id::wbc_electric_chamber_default_t_gas_prechamber), emissivity},
            {value(id::wbc_electric_chamber_default_t_main), film,
             value(id::wbc_electric_chamber_default_t_gas_main), emissivity}}},
          {"wbc_forced_air_chamber",
           {{value(id::wbc_forced_air_chamber_default_t_main),
             value(id::wbc_forced_air_chamber_default_h_c),
             value(id::wbc_forced_air_chamber_default_t_gas_main),
             value(id::wbc_forced_air_chamber_default_emissivity)}}},
          {"pbc_ln2_cryosauna",
           {{value(id::pbc_ln2_cryosauna_default_time), value(id::pbc_ln2_cryosauna_default_h_c),
             value(id::pbc_ln2_cryosauna_default_t_gas_lumbar),
             value(id::pbc_ln2_cryosauna_default_emissivity)}}},
          {"cwi_still",
           bath(id::cwi_still_default_time, id::cwi_still_default_h, id::cwi_still_default_t_bath)},
          {"cwi_stirred", bath(id::cwi_stirred_default_time, id::cwi_stirred_default_h,
                               id::cwi_stirred_default_t_bath)}};
}

/// What ε σ (T_s⁴ − T_w⁴) is for each kelvin between skin and walls [W/(m² K)].
double radiation(double emissivity, double skin, double wall) {
  using thermoregulation::kelvin;
  const double warm = skin + kelvin;
  const double cold = wall + kelvin;
  return emissivity * thermoregulation::stefan_boltzmann * (warm * warm + cold * cold) *
         (warm + cold);
}

/// The stretches in phases, of which `films` are the coefficients of radiation.
std::vector<Phase> phases_of(const Check& check, const std::vector<double>& films) {
  std::vector<Phase> phases;
  for (const Stretch& stretch : check.stretches) {
    const auto count = static_cast<std::size_t>(std::lround(stretch.duration / phase_length));
    for (std::size_t i = 0; i < count; ++i) {
      const double whole = stretch.convection + films[phases.size()];
      phases.push_back({phase_length, {1.0 / whole, stretch.temperature, std::nullopt}, true});
    }
  }
  return phases;
}

History solved(const bioheat::Column& column, const std::vector<Phase>& phases) {
  bioheat::SolverOptions options;
  options.sample_interval = 0.5 * phase_length;
  return bioheat::solve(column, bioheat::Rest{tests::reference_room()}, phases, options).value();
}

History solved(const bioheat::Column& column, const Check& check) {
  std::vector<double> films;
  for (const Stretch& stretch : check.stretches) {
    films.insert(films.end(),
                 static_cast<std::size_t>(std::lround(stretch.duration / phase_length)),
                 radiation(stretch.emissivity, 20.0, stretch.temperature));
  }
  History history = solved(column, phases_of(check, films));
  for (int i = 0; i < repetitions; ++i) {
    std::size_t phase = 0;
    for (const Stretch& stretch : check.stretches) {
      for (double t = 0.0; t < stretch.duration; t += phase_length, ++phase) {
        const auto middle = static_cast<std::size_t>(
            std::upper_bound(history.time.begin(), history.time.end(),
                             (static_cast<double>(phase) + 0.25) * phase_length) -
            history.time.begin());
        films[phase] =
            radiation(stretch.emissivity, history.surface_temperature[middle], stretch.temperature);
      }
    }
    history = solved(column, phases_of(check, films));
  }
  return history;
}

TEST(WholeBodyReference, GivesItsSkinAndHeatOfChambersAndBaths) {
  for (const Check& check : checks()) {
    for (const int fat_mm : {5, 10, 20}) {
      const History history =
          solved(tests::reference_column(0.001 * fat_mm, tests::likely_blood), check);
      const double skin = history.surface_temperature.back();
      const double heat = history.heat_taken.back();
      fmt::print("{} fat {}: skin {:.2f} {:.2f} heat {:.1f} {:.1f} kJ flux {:.0f} {:.0f}\n",
                 check.variant, fat_mm, skin, reference(check.variant, "skin", fat_mm), heat / 1e3,
                 reference(check.variant, "energy", fat_mm) / 1e3, heat / history.time.back(),
                 reference(check.variant, "flux", fat_mm));
      EXPECT_NEAR(skin, reference(check.variant, "skin", fat_mm), tests::largest_difference)
          << check.variant << ", fat " << fat_mm;
      const double expected = reference(check.variant, "energy", fat_mm);
      EXPECT_NEAR(heat, expected, 0.03 * expected) << check.variant << ", fat " << fat_mm;
      // The flux that it printed is the mean one.
      EXPECT_NEAR(heat / history.time.back(), reference(check.variant, "flux", fat_mm),
                  0.03 * reference(check.variant, "flux", fat_mm));
    }
  }
}

}  // namespace
}  // namespace coldplan
