#include "coldplan/bioheat/esdirk.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "coldplan/bioheat/memory.h"
#include "coldplan/bioheat/tridiagonal.h"

namespace coldplan::bioheat {
namespace {

// Newton's iteration converges quadratically in the temperatures and by a factor under 0.01 a round
// in the slow memory of constriction, so an update this small [K] leaves nothing but rounding
// behind.
constexpr double last_update = 1e-9;
constexpr int most_iterations = 30;

struct StageProblem {
  const System& system;
  const Contact& contact;
  State base;             ///< what the earlier stages give
  double implicit = 0.0;  ///< γ times the length of the step [s]
  double time = 0.0;
};

void add_scaled(State& state, double factor, const State& rate) {
  for (std::size_t i = 0; i < state.temperature.size(); ++i) {
    state.temperature[i] += factor * rate.temperature[i];
  }
  for (std::size_t i = 0; i < state.memory.size(); ++i) {
    state.memory[i].h += factor * rate.memory[i].h;
    state.memory[i].dose += factor * rate.memory[i].dose;
  }
  state.enthalpy += factor * rate.enthalpy;
}

/// Residual and Jacobian of the temperatures (and of the store's enthalpy, as row 0).
struct LinearSystem {
  Tridiagonal matrix;
  std::vector<double> residual;
};

/// Row 0: the enthalpy of the store, coupled to the first cell through its temperature.
void assemble_store(const StageProblem& problem, const State& stage, double contact, double inflow,
                    LinearSystem& linear) {
  const HeatStore& store = *problem.contact.boundary.store;
  const double slope = store_slope(store, problem.contact.branch);
  const double source = source_temperature(problem.contact, stage.enthalpy, problem.time);
  linear.matrix.diagonal[0] = 1.0 / problem.implicit + (contact + store.air_conductance) * slope;
  linear.matrix.upper[0] = -contact;
  linear.matrix.lower[1] = -contact * slope;
  linear.residual[0] = (stage.enthalpy - problem.base.enthalpy) / problem.implicit + inflow -
                       heat_from_outside(store, source);
}

/// What flows through a cell's two faces, and the conductances of these.
struct Faces {
  double outward_conductance;
  double inward_conductance;
  double inflow;  ///< from both sides [W/m²]
};

/// The row of one cell, its coupling to the neighbours left out.
void assemble_cell(const StageProblem& problem, std::size_t cell, double t, const Sources& sources,
                   const Faces& faces, std::size_t row, LinearSystem& linear) {
  const System& system = problem.system;
  const double rate = system.capacity[cell] / problem.implicit;
  const double below_arterial = system.column.arterial_temperature - t;
  linear.residual[row] = rate * (t - problem.base.temperature[cell]) - faces.inflow -
                         system.perfusion[cell] * sources.flow * below_arterial -
                         sources.metabolism - added_heat(system, cell, problem.time);
  linear.matrix.diagonal[row] =
      rate + faces.outward_conductance + faces.inward_conductance +
      system.perfusion[cell] * (sources.flow - sources.flow_slope * below_arterial) -
      sources.metabolism_slope;
}

LinearSystem assemble(const StageProblem& problem, const State& stage,
                      const std::vector<double>& flow) {
  const System& system = problem.system;
  const std::span<const double> t = stage.temperature;
  const std::size_t cells = t.size();
  const std::size_t shift = problem.contact.boundary.store ? 1 : 0;
  LinearSystem linear{Tridiagonal(cells + shift), std::vector<double>(cells + shift)};
  const double contact = contact_conductance(system, problem.contact);
  double outward =
      contact * (source_temperature(problem.contact, stage.enthalpy, problem.time) - t[0]);
  if (shift == 1) {
    assemble_store(problem, stage, contact, outward, linear);
  }
  for (std::size_t layer = 0; layer < system.grid.layers(); ++layer) {
    const tissue::Tissue& tissue = system.column.layers[layer].tissue;
    for (std::size_t i = system.grid.layer_begin[layer]; i < system.grid.layer_begin[layer + 1];
         ++i) {
      const double g_out = i == 0 ? contact : system.conductance[i];
      const double g_in = system.conductance[i + 1];
      const double beyond =
          i + 1 < cells ? t[i + 1] : system.column.inner_temperature.value_or(t[i]);
      const double inward = g_in * (beyond - t[i]);
      assemble_cell(problem, i, t[i], sources_at(system, i, t[i], flow[layer], tissue),
                    {g_out, g_in, outward + inward}, i + shift, linear);
      if (i > 0) {
        linear.matrix.lower[i + shift] = -g_out;
      }
      if (i + 1 < cells) {
        linear.matrix.upper[i + shift] = -g_in;
      }
      outward = -inward;
    }
  }
  return linear;
}

/// Solves one implicit stage in place; `flow` returns the layers' factors that its heats belong to.
bool solve_stage(const StageProblem& problem, State& stage, std::vector<double>& flow) {
  for (int iteration = 0; iteration < most_iterations; ++iteration) {
    solve_memory(problem.system, problem.contact.cooling, problem.implicit, stage.temperature,
                 problem.base.memory, stage.memory);
    flow = layer_flow(problem.system, stage.temperature, stage.memory);
    LinearSystem linear = assemble(problem, stage, flow);
    solve_in_place(linear.matrix, linear.residual);
    const std::size_t shift = linear.residual.size() - stage.temperature.size();
    double largest = 0.0;
    for (std::size_t i = 0; i < stage.temperature.size(); ++i) {
      const double update = linear.residual[i + shift];
      stage.temperature[i] -= update;
      largest = std::max(largest, std::abs(update));
    }
    if (shift == 1) {
      stage.enthalpy -= linear.residual[0];
    }
    if (!std::isfinite(largest)) {
      return false;
    }
    if (largest < last_update) {
      return true;
    }
  }
  return false;
}

/// (stage − base) / (γ h): the rate that the stage's equations have solved for.
State implied_rate(const StageProblem& problem, const State& stage) {
  State rate = stage;
  add_scaled(rate, -1.0, problem.base);
  for (double& t : rate.temperature) {
    t /= problem.implicit;
  }
  for (Memory& memory : rate.memory) {
    memory.h /= problem.implicit;
    memory.dose /= problem.implicit;
  }
  rate.enthalpy /= problem.implicit;
  return rate;
}

}  // namespace

Step esdirk_step(const System& system, const Contact& contact, const State& from,
                 const Rates& at_start, double time, double length) {
  using Tableau = EsdirkTableau;
  std::array<Rates, Tableau::stages> rates;
  rates[0] = at_start;
  State stage = from;
  for (std::size_t i = 1; i < Tableau::stages; ++i) {
    StageProblem problem{system, contact, from, Tableau::gamma * length,
                         time + Tableau::time[i] * length};
    for (std::size_t j = 0; j < i; ++j) {
      add_scaled(problem.base, length * Tableau::weight[i][j], rates[j].state);
    }
    std::vector<double> flow;
    if (!solve_stage(problem, stage, flow)) {
      return {};
    }
    rates[i].state = implied_rate(problem, stage);
    rates[i].heats = heat_rates(system, contact, stage, flow, problem.time);
  }
  Step step{stage, rates.back(), {}, true};
  for (std::size_t i = 0; i < Tableau::stages; ++i) {
    step.heats.add(length * Tableau::weight.back()[i], rates[i].heats);
  }
  return step;
}

double hermite(double from, double from_slope, double to, double to_slope, double length,
               double share) {
  const double s = share;
  const double r = 1.0 - share;
  return from * (1.0 + 2.0 * s) * r * r + to * s * s * (3.0 - 2.0 * s) +
         length * s * r * (from_slope * r - to_slope * s);
}

State dense_output(const State& from, const Rates& at_start, const Step& step, double length,
                   double share) {
  const State& slope0 = at_start.state;
  const State& slope1 = step.rates_at_end.state;
  State state = from;
  for (std::size_t i = 0; i < state.temperature.size(); ++i) {
    state.temperature[i] = hermite(from.temperature[i], slope0.temperature[i],
                                   step.state.temperature[i], slope1.temperature[i], length, share);
  }
  for (std::size_t i = 0; i < state.memory.size(); ++i) {
    state.memory[i].h = hermite(from.memory[i].h, slope0.memory[i].h, step.state.memory[i].h,
                                slope1.memory[i].h, length, share);
    state.memory[i].dose = hermite(from.memory[i].dose, slope0.memory[i].dose,
                                   step.state.memory[i].dose, slope1.memory[i].dose, length, share);
  }
  state.enthalpy =
      hermite(from.enthalpy, slope0.enthalpy, step.state.enthalpy, slope1.enthalpy, length, share);
  return state;
}

}  // namespace coldplan::bioheat
