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
using bioheat::History;
using bioheat::Phase;
using tests::reference;

constexpr double phase_length = 10.0;  // [s]
constexpr int repetitions = 3;

/// A stretch of time in the same gas or water.
struct Stretch {
  double duration;     ///< [s]
  double convection;   ///< [W/(m² K)]
  double temperature;  ///< of gas and walls, or water [°C]
  double emissivity;
};

int phases_in(const Stretch& stretch) {
  return static_cast<int>(std::lround(stretch.duration / phase_length));
}

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

/// A column under a form; the coefficient of radiation of each phase is `films`.
History solved(const bioheat::Column& column, const Check& check,
               const std::vector<double>& films) {
  std::vector<Phase> phases;
  for (const Stretch& stretch : check.stretches) {
    for (int phase = 0; phase < phases_in(stretch); ++phase) {
      const double whole = stretch.convection + films.at(phases.size());
      phases.push_back({phase_length, {1.0 / whole, stretch.temperature, std::nullopt}, true});
    }
  }
  bioheat::SolverOptions options;
  options.sample_interval = 0.5 * phase_length;
  return bioheat::solve(column, bioheat::Rest{tests::reference_room()}, phases, options).value();
}

/// Those of skin as a history has it in the middle of each phase.
std::vector<double> films_of(const Check& check, const History& history) {
  std::vector<double> films;
  for (const Stretch& stretch : check.stretches) {
    for (int phase = 0; phase < phases_in(stretch); ++phase) {
      const std::size_t middle = 2 * films.size() + 1;
      films.push_back(radiation(stretch.emissivity, history.surface_temperature.at(middle),
                                stretch.temperature));
    }
  }
  return films;
}

History solved(const bioheat::Column& column, const Check& check) {
  constexpr std::size_t most_phases = 100;
  const double usual =
      radiation(check.stretches.back().emissivity, 20.0, check.stretches.back().temperature);
  History history = solved(column, check, std::vector(most_phases, usual));
  const bool radiates = check.stretches.back().emissivity > 0.0;
  for (int i = 0; radiates && i < repetitions; ++i) {
    history = solved(column, check, films_of(check, history));
  }
  return history;
}

TEST(WholeBodyReference, GivesItsSkinAndHeatOfChambersAndBaths) {
  double worst = 0.0;
  for (const Check& check : checks()) {
    for (const int fat_mm : {5, 10, 20}) {
      const std::string words = fmt::format("{}, fat {}", check.variant, fat_mm);
      const History history =
          solved(tests::reference_column(0.001 * fat_mm, tests::likely_blood), check);
      const double gap =
          history.surface_temperature.back() - reference(check.variant, "skin", fat_mm);
      worst = std::max(worst, std::abs(gap));
      EXPECT_LE(std::abs(gap), tests::largest_difference) << words;
      const double heat = reference(check.variant, "energy", fat_mm);
      EXPECT_NEAR(history.heat_taken.back(), heat, 0.03 * heat) << words;
      // The flux that was printed is the mean one.
      const double flux = reference(check.variant, "flux", fat_mm);
      EXPECT_NEAR(history.heat_taken.back() / history.time.back(), flux, 0.03 * flux) << words;
    }
  }
  fmt::print("worst skin temperature {:.2f} C off\n", worst);
  // What it printed is rounded to tenths.
  EXPECT_LE(worst, 0.06);
}

}  // namespace
}  // namespace coldplan
