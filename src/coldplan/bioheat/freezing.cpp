#include "coldplan/bioheat/freezing.h"

#include <algorithm>
#include <cmath>

#include "coldplan/bioheat/memory.h"
#include "coldplan/bioheat/tridiagonal.h"

namespace coldplan::bioheat {
namespace {

const double gamma = 1.0 - std::sqrt(0.5);

// An update this small of a cell's temperature [K], or this small a share of its latent heat,
// leaves nothing but rounding behind: Newton's iteration converges quadratically.
constexpr double last_update = 1e-10;
constexpr double last_latent_share = 1e-10;
constexpr int most_iterations = 40;

/// The unknowns of a stage.
struct Unknowns {
  std::vector<double> enthalpy;  ///< of the cells [J/m²]
  std::vector<Memory> memory;
  double store = 0.0;  ///< enthalpy of the store [J/m²]
};

struct StageProblem {
  const System& system;
  const Contact& contact;
  std::span<const Front> fronts;
  Unknowns base;          ///< what the earlier stage gives
  double implicit = 0.0;  ///< γ times the length of the step [s]
  double time = 0.0;
};

State state_of(const System& system, std::span<const Front> fronts, const Unknowns& unknowns) {
  State state;
  const std::size_t cells = unknowns.enthalpy.size();
  state.temperature.resize(cells);
  state.frozen.resize(cells);
  for (std::size_t i = 0; i < cells; ++i) {
    const CellPhase phase = phase_of(system, i, fronts[i], unknowns.enthalpy[i]);
    state.temperature[i] = phase.temperature;
    // What has a front keeps it until it is handed on.
    state.frozen[i] = phase.in_part ? std::clamp(phase.frozen, 1e-9, 1.0 - 1e-9) : phase.frozen;
  }
  state.memory = unknowns.memory;
  state.enthalpy = unknowns.store;
  state.cell_enthalpy = unknowns.enthalpy;
  return state;
}

/// Flow of heat inward through a face and its slopes with the enthalpies of the cells (or the
/// store) on either side.
struct FaceFlow {
  double flow = 0.0;
  double outer_slope = 0.0;
  double inner_slope = 0.0;
};

struct Side {
  double temperature = 0.0;
  double temperature_slope = 0.0;
  double resistance = 0.0;
  double resistance_slope = 0.0;  ///< with the enthalpy
};

FaceFlow flow_between(const Side& outer, const Side& inner) {
  // Between two fronts, both at T_f, one of which has run past the face, nothing flows whatever the
  // resistance; it must only not be 0.
  constexpr double least_resistance = 1e-12;
  const double conductance = 1.0 / std::max(least_resistance, outer.resistance + inner.resistance);
  const double flow = conductance * (outer.temperature - inner.temperature);
  return {flow, conductance * (outer.temperature_slope - flow * outer.resistance_slope),
          -conductance * (inner.temperature_slope + flow * inner.resistance_slope)};
}

struct CellSides {
  Side outer;
  Side inner;
};

CellSides sides_of(const System& system, std::size_t cell, const CellPhase& phase,
                   FrozenPart part) {
  const NodeResistance r = node_resistance(system, cell, phase, part);
  return {
      {phase.temperature, phase.temperature_slope, r.outer, r.outer_slope * phase.frozen_slope},
      {phase.temperature, phase.temperature_slope, r.inner, r.inner_slope * phase.frozen_slope}};
}

Side contact_side(const Contact& contact, double store, double time) {
  const Boundary& boundary = contact.boundary;
  const double slope = boundary.store ? store_slope(*boundary.store, contact.branch) : 0.0;
  return {source_temperature(contact, store, time), slope, boundary.resistance, 0.0};
}

/// Flows through all faces, from the contact to the inner face.
std::vector<FaceFlow> face_flows(const StageProblem& problem, const Unknowns& unknowns,
                                 std::span<const CellPhase> phases) {
  const System& system = problem.system;
  const std::size_t cells = phases.size();
  std::vector<FaceFlow> flows(cells + 1);
  Side outer = contact_side(problem.contact, unknowns.store, problem.time);
  for (std::size_t i = 0; i < cells; ++i) {
    const CellSides sides = sides_of(system, i, phases[i], problem.fronts[i].part);
    flows[i] = flow_between(outer, sides.outer);
    outer = sides.inner;
  }
  if (system.column.inner_temperature) {
    flows[cells] = flow_between(outer, {*system.column.inner_temperature, 0.0, 0.0, 0.0});
  }
  return flows;
}

/// Blood, metabolism and added heat of a cell [W/m²], and their slope with its enthalpy.
struct CellHeat {
  double blood = 0.0;
  double metabolism = 0.0;
  double added = 0.0;
  double slope = 0.0;
};

CellHeat cell_heat(const System& system, std::size_t cell, const CellPhase& phase,
                   double layer_factor, const tissue::Tissue& tissue, double time) {
  CellHeat heat;
  heat.added = added_heat(system, cell, time);
  const double thawed = 1.0 - phase.frozen;
  if (thawed <= 0.0) {
    return heat;
  }
  const Sources sources = sources_at(system, cell, phase.temperature, layer_factor, tissue);
  const double below_arterial = system.column.arterial_temperature - phase.temperature;
  const double blood = system.perfusion[cell] * sources.flow * below_arterial;
  heat.blood = thawed * blood;
  heat.metabolism = thawed * sources.metabolism;
  heat.slope = thawed * phase.temperature_slope *
                   (system.perfusion[cell] * (sources.flow_slope * below_arterial - sources.flow) +
                    sources.metabolism_slope) -
               phase.frozen_slope * (blood + sources.metabolism);
  return heat;
}

/// Residual and Jacobian of the enthalpies (and of the store's, as row 0).
struct LinearSystem {
  Tridiagonal matrix;
  std::vector<double> residual;
};

void assemble_store(const StageProblem& problem, const Unknowns& unknowns, const FaceFlow& surface,
                    LinearSystem& linear) {
  const HeatStore& store = *problem.contact.boundary.store;
  const double slope = store_slope(store, problem.contact.branch);
  const double source = source_temperature(problem.contact, unknowns.store, problem.time);
  linear.matrix.diagonal[0] =
      1.0 / problem.implicit + surface.outer_slope + store.air_conductance * slope;
  linear.matrix.upper[0] = surface.inner_slope;
  linear.matrix.lower[1] = -surface.outer_slope;
  linear.residual[0] = (unknowns.store - problem.base.store) / problem.implicit + surface.flow -
                       heat_from_outside(store, source);
}

LinearSystem assemble(const StageProblem& problem, const Unknowns& unknowns,
                      std::span<const CellPhase> phases, std::span<const double> flow) {
  const System& system = problem.system;
  const std::size_t cells = phases.size();
  const std::size_t shift = problem.contact.boundary.store ? 1 : 0;
  LinearSystem linear{Tridiagonal(cells + shift), std::vector<double>(cells + shift)};
  const std::vector<FaceFlow> flows = face_flows(problem, unknowns, phases);
  if (shift == 1) {
    assemble_store(problem, unknowns, flows[0], linear);
  }
  for (std::size_t layer = 0; layer < system.grid.layers(); ++layer) {
    const tissue::Tissue& tissue = system.column.layers[layer].tissue;
    for (std::size_t i = system.grid.layer_begin[layer]; i < system.grid.layer_begin[layer + 1];
         ++i) {
      const CellHeat heat = cell_heat(system, i, phases[i], flow[layer], tissue, problem.time);
      const std::size_t row = i + shift;
      linear.residual[row] = (unknowns.enthalpy[i] - problem.base.enthalpy[i]) / problem.implicit -
                             flows[i].flow + flows[i + 1].flow - heat.blood - heat.metabolism -
                             heat.added;
      linear.matrix.diagonal[row] =
          1.0 / problem.implicit - flows[i].inner_slope + flows[i + 1].outer_slope - heat.slope;
      if (i > 0) {
        linear.matrix.lower[row] = -flows[i].outer_slope;
      }
      if (i + 1 < cells) {
        linear.matrix.upper[row] = flows[i + 1].inner_slope;
      }
    }
  }
  return linear;
}

/// Where an update takes an enthalpy. One that would leave the range with a front is stopped just
/// beyond its end: there T(h) is hundreds of times steeper, and the next iteration knows that. One
/// that would take a front further past a face than it may run is stopped short of that; if it has
/// to go there, the step is too long.
double updated(const System& system, std::size_t cell, const Front& front, double enthalpy,
               double update) {
  const double target = enthalpy - update;
  if (system.latent_heat[cell] <= 0.0) {
    return target;
  }
  const double beyond = 1e-9 * (front.all_thawed - front.all_frozen);
  if (enthalpy < front.least) {
    return std::min(target, front.most);
  }
  const double least = front.least + (front.runs_inward ? beyond : -beyond);
  const double most = front.most + (front.runs_outward ? -beyond : beyond);
  return std::max(enthalpy <= front.most ? std::min(target, most) : target, least);
}

/// How far an update is from counting as none, 1 being just that.
double weight_of(const System& system, std::size_t cell, const CellPhase& phase, double update) {
  const double least = last_update * system.capacity[cell];
  return std::abs(update) /
         (phase.in_part ? std::max(least, last_latent_share * system.latent_heat[cell]) : least);
}

std::vector<CellPhase> phases_of(const System& system, std::span<const Front> fronts,
                                 const Unknowns& unknowns) {
  std::vector<CellPhase> phases(unknowns.enthalpy.size());
  for (std::size_t i = 0; i < phases.size(); ++i) {
    phases[i] = phase_of(system, i, fronts[i], unknowns.enthalpy[i]);
  }
  return phases;
}

std::vector<double> temperatures_of(std::span<const CellPhase> phases) {
  std::vector<double> temperatures(phases.size());
  std::transform(phases.begin(), phases.end(), temperatures.begin(),
                 [](const CellPhase& phase) { return phase.temperature; });
  return temperatures;
}

/// Solves one stage in place; `flow` returns the layers' factors that its heats belong to.
bool solve_stage(const StageProblem& problem, Unknowns& unknowns, std::vector<double>& flow) {
  const System& system = problem.system;
  for (int iteration = 0; iteration < most_iterations; ++iteration) {
    const std::vector<CellPhase> phases = phases_of(system, problem.fronts, unknowns);
    const std::vector<double> temperature = temperatures_of(phases);
    solve_memory(system, problem.contact.cooling, problem.implicit, temperature,
                 problem.base.memory, unknowns.memory);
    flow = layer_flow(system, temperature, unknowns.memory);
    LinearSystem linear = assemble(problem, unknowns, phases, flow);
    solve_in_place(linear.matrix, linear.residual);
    const std::size_t shift = linear.residual.size() - phases.size();
    double largest = 0.0;
    for (std::size_t i = 0; i < phases.size(); ++i) {
      const double update = linear.residual[i + shift];
      unknowns.enthalpy[i] = updated(system, i, problem.fronts[i], unknowns.enthalpy[i], update);
      largest = std::max(largest, weight_of(system, i, phases[i], update));
    }
    if (shift == 1) {
      unknowns.store -= linear.residual[0];
    }
    if (!std::isfinite(largest)) {
      return false;
    }
    if (largest < 1.0) {
      return true;
    }
  }
  return false;
}

/// base + share (stage − base), of everything: what the second stage starts from.
Unknowns extrapolated(const Unknowns& base, const Unknowns& stage, double share) {
  Unknowns result = base;
  for (std::size_t i = 0; i < base.enthalpy.size(); ++i) {
    result.enthalpy[i] += share * (stage.enthalpy[i] - base.enthalpy[i]);
  }
  for (std::size_t i = 0; i < base.memory.size(); ++i) {
    result.memory[i].h += share * (stage.memory[i].h - base.memory[i].h);
    result.memory[i].dose += share * (stage.memory[i].dose - base.memory[i].dose);
  }
  result.store += share * (stage.store - base.store);
  return result;
}

}  // namespace

Heats freezing_heat_rates(const System& system, const Contact& contact, const State& state,
                          std::span<const Front> fronts, std::span<const double> flow,
                          double time) {
  const Unknowns unknowns{enthalpies_of(system, state), state.memory, state.enthalpy};
  const std::vector<CellPhase> phases = phases_of(system, fronts, unknowns);
  const std::vector<FaceFlow> flows =
      face_flows({system, contact, fronts, {}, 0.0, time}, unknowns, phases);
  Heats rates;
  rates.surface = -flows.front().flow;
  rates.inner = -flows.back().flow;
  if (contact.boundary.store) {
    rates.air = heat_from_outside(*contact.boundary.store,
                                  source_temperature(contact, state.enthalpy, time));
  }
  for (std::size_t layer = 0; layer < system.grid.layers(); ++layer) {
    const tissue::Tissue& tissue = system.column.layers[layer].tissue;
    for (std::size_t i = system.grid.layer_begin[layer]; i < system.grid.layer_begin[layer + 1];
         ++i) {
      const CellHeat heat = cell_heat(system, i, phases[i], flow[layer], tissue, time);
      rates.blood += heat.blood;
      rates.metabolism += heat.metabolism;
      rates.added += heat.added;
    }
  }
  return rates;
}

namespace {

/// A step under these fronts; the state at its end is told by `told`.
FreezingStep step_under(const System& system, const Contact& contact, const State& from,
                        std::span<const Front> fronts, std::span<const Front> told, double time,
                        double length) {
  const Unknowns start{enthalpies_of(system, from), from.memory, from.enthalpy};
  StageProblem problem{system, contact, fronts, start, gamma * length, time + gamma * length};
  Unknowns stage = start;
  std::vector<double> flow;
  if (!solve_stage(problem, stage, flow)) {
    return {};
  }
  FreezingStep step;
  step.heats.add((1.0 - gamma) * length,
                 freezing_heat_rates(system, contact, state_of(system, fronts, stage), fronts, flow,
                                     problem.time));
  problem.base = extrapolated(start, stage, (1.0 - gamma) / gamma);
  problem.time = time + length;
  if (!solve_stage(problem, stage, flow)) {
    return {};
  }
  step.heats.add(gamma * length,
                 freezing_heat_rates(system, contact, state_of(system, fronts, stage), fronts, flow,
                                     problem.time));
  step.state = state_of(system, told, stage);
  hand_on(system, told, step.state);
  step.solved = true;
  return step;
}

/// Whether every cell that was held with a front ended near enough to the range that a front has:
/// one that has left it for good gets there by the next step.
bool held_well(const System& system, const State& from, std::span<const Front> fronts,
               const State& state) {
  // That far past the end of its range a cell's temperature jumps [K].
  constexpr double most_jump = 0.5;
  for (std::size_t i = 0; i < fronts.size(); ++i) {
    const double enthalpy = state.cell_enthalpy[i];
    const bool had_front = from.frozen[i] > 0.0 && from.frozen[i] < 1.0;
    if (had_front && (enthalpy < fronts[i].least - most_jump * system.frozen_capacity[i] ||
                      enthalpy > fronts[i].most + most_jump * system.capacity[i])) {
      return false;
    }
  }
  return true;
}

}  // namespace

FreezingStep freezing_step(const System& system, const Contact& contact, const State& from,
                           std::span<const Front> fronts, double time, double length) {
  FreezingStep step = step_under(system, contact, from, fronts, fronts, time, length);
  if (step.solved) {
    return step;
  }
  step = step_under(system, contact, from, held(from, fronts), fronts, time, length);
  step.solved = step.solved && held_well(system, from, fronts, step.state);
  return step;
}

}  // namespace coldplan::bioheat
