#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "coldplan/bioheat/boundary.h"
#include "coldplan/bioheat/column.h"
#include "coldplan/bioheat/grid.h"

namespace coldplan::bioheat {

/// Heat added by a test [W/m³] at a depth [m] and a time [s]: what a manufactured solution needs.
using AddedHeat = std::function<double(double depth, double time)>;

/// Heats of a column and its store, each per square metre of skin: as rates [W/m²] or sums [J/m²].
struct Heats {
  double surface = 0.0;     ///< out of the skin
  double inner = 0.0;       ///< in through the inner face
  double blood = 0.0;       ///< in from the arterial blood
  double metabolism = 0.0;  ///< made by the tissue
  double added = 0.0;       ///< put in by a test
  double air = 0.0;         ///< from the room into the store

  void add(double factor, const Heats& rate);
};

/// Constriction of one layer: relative flow h [-] and dose D [s] (tissue/perfusion.h).
struct Memory {
  double h = 1.0;
  double dose = 0.0;
};

/// Everything that changes in time. Also used for its rate of change.
struct State {
  std::vector<double> temperature;  ///< of the cells [°C]
  std::vector<Memory> memory;       ///< of the layers; unused by layers that do not constrict
  double enthalpy = 0.0;            ///< of the store [J/m²]
  /// Frozen share of each cell [-]; empty while nothing was ever frozen. In a cell that is frozen
  /// in part the temperature is that of its front, where tissue freezes (enthalpy.h).
  std::vector<double> frozen = {};
  /// Of each cell [J/m²]: what the enthalpy solver advances, empty while ESDIRK does.
  std::vector<double> cell_enthalpy = {};
};

/// The boundary at this moment.
struct Contact {
  Boundary boundary;
  StoreBranch branch = StoreBranch::thawed;
  bool cooling = false;
  double opened = 0.0;  ///< when its phase began [s]
};

/// The semi-discrete bioheat equation of one column: constant coefficients in arrays by cell.
struct System {
  Column column;
  Grid grid;
  std::vector<double> capacity;             ///< ρ c V [J/(m² K)]
  std::vector<double> conductance;          ///< by face [W/(m² K)]; entry 0 is set by the contact
  std::vector<double> perfusion;            ///< ω ρ_b c_b V at rest [W/(m² K)]
  std::vector<double> metabolism;           ///< q V at rest [W/m²]
  std::vector<double> flow_exponent;        ///< ln(Q10)/10 of the flow [1/K]
  std::vector<double> metabolism_exponent;  ///< ln(Q10)/10 of the metabolism [1/K]
  std::vector<double> reference;            ///< T₀, where quotients are 1 [°C]
  std::vector<double> neutral;              ///< T_n by layer [°C]
  std::vector<double> freezing;             ///< T_f [°C]; −∞ in cells that do not freeze
  std::vector<double> latent_heat;          ///< ρ L V [J/m²], 0 there
  std::vector<double> frozen_capacity;      ///< ρ c V when frozen [J/(m² K)]
  std::vector<double> frozen_resistance;    ///< k over k when frozen [-]
  AddedHeat added_heat;
};

/// Assembles the coefficients; the resting temperatures are still to be set (set_reference).
[[nodiscard]] System make_system(const Column& column, const GridOptions& options);

/// Whether the flow of this tissue has a memory of constriction.
[[nodiscard]] bool constricts(const tissue::Tissue& tissue);

/// Takes a profile as the resting temperatures: its layer means as T_n, and itself as T₀, except in
/// tissue whose quotients have a reference of their own.
void set_reference(System& system, std::span<const double> profile);

/// Volume-weighted mean temperature of a layer [°C].
[[nodiscard]] double layer_mean(const System& system, std::span<const double> temperature,
                                std::size_t layer);

/// Temperature behind the boundary's resistance [°C]. Evaporation is taken in as the lower
/// temperature that draws the same flux through the resistance: T − R q(t).
[[nodiscard]] double source_temperature(const Contact& contact, double enthalpy, double time);

/// Heat that reaches a store from the room and from its own pump [W/m²], at its temperature [°C].
[[nodiscard]] double heat_from_outside(const HeatStore& store, double temperature);

/// Conductance from the source to the centre of the first cell [W/(m² K)].
[[nodiscard]] double contact_conductance(const System& system, const Contact& contact);

/// Factor on the flow of each layer from its memory and the reflex: h, h R_eff, or 1.
[[nodiscard]] std::vector<double> layer_flow(const System& system,
                                             std::span<const double> temperature,
                                             std::span<const Memory> memory);

/// Relative perfusion of a cell (and its slope with temperature, 1/K) and heat of metabolism
/// likewise.
struct Sources {
  double flow = 1.0;
  double flow_slope = 0.0;
  double metabolism = 0.0;
  double metabolism_slope = 0.0;
};

/// Sources of a cell at temperature `t`, given its tissue and the factor of its layer.
[[nodiscard]] Sources sources_at(const System& system, std::size_t cell, double t,
                                 double layer_factor, const tissue::Tissue& tissue);

/// Heat added to a cell by a test [W/m²].
[[nodiscard]] double added_heat(const System& system, std::size_t cell, double time);

/// Rates of change of a state, and of the heats.
struct Rates {
  State state;
  Heats heats;
};

/// The right-hand side: d(state)/dt and the heat flows at one instant.
[[nodiscard]] Rates rates_of(const System& system, const Contact& contact, const State& state,
                             double time);

/// The heat flows of a state, its layers' flow factors given.
[[nodiscard]] Heats heat_rates(const System& system, const Contact& contact, const State& state,
                               std::span<const double> flow, double time);

}  // namespace coldplan::bioheat
