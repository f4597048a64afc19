#include "oracle/cvode_solution.h"

#include <cmath>
#include <memory>
#include <stdexcept>
#include <string>

#include "oracle/right_hand_side.h"
#include <cvode/cvode.h>
#include <fmt/format.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_band.h>
#include <sunmatrix/sunmatrix_band.h>

namespace coldplan::oracle {
namespace {

template <auto release>
struct Releaser {
  template <typename T>
  void operator()(T* held) const {
    release(held);
  }
};

void release_context(SUNContext context) {
  SUNContext_Free(&context);
}

void release_cvode(void* memory) {
  CVodeFree(&memory);
}

using Context = std::unique_ptr<std::remove_pointer_t<SUNContext>, Releaser<release_context>>;
using Vector = std::unique_ptr<std::remove_pointer_t<N_Vector>, Releaser<N_VDestroy>>;
using Matrix = std::unique_ptr<std::remove_pointer_t<SUNMatrix>, Releaser<SUNMatDestroy>>;
using LinearSolver =
    std::unique_ptr<std::remove_pointer_t<SUNLinearSolver>, Releaser<SUNLinSolFree>>;
using Cvode = std::unique_ptr<void, Releaser<release_cvode>>;

void require(int flag, const char* what) {
  if (flag < 0) {
    throw std::runtime_error(fmt::format("{} returned {}", what, flag));
  }
}

/// What happens between two restarts, and the equations themselves.
struct Problem {
  ColumnEquations equations;

  /// Roots: the pack's next change of part, then the recovery of each layer.
  [[nodiscard]] std::size_t roots() const { return 1 + equations.memory_at.size(); }
};

int derivative(double /*time*/, N_Vector y, N_Vector rate, void* data) {
  const auto& problem = *static_cast<const Problem*>(data);
  problem.equations.derivative(N_VGetArrayPointer(y), N_VGetArrayPointer(rate));
  return 0;
}

// NOLINTNEXTLINE(readability-function-size): CVODE fixes the parameters.
int jacobian(double /*time*/, N_Vector y, N_Vector /*rate*/, SUNMatrix matrix, void* data,
             N_Vector /*spare*/, N_Vector /*spare*/, N_Vector /*spare*/) {
  const auto& problem = *static_cast<const Problem*>(data);
  const Band band = jacobian_band(problem.equations, N_VGetArrayPointer(y));
  const auto size = static_cast<sunindextype>(band.on.size());
  for (sunindextype column = 0; column < size; ++column) {
    double* entries = SUNBandMatrix_Column(matrix, column);
    // The array of a column holds row r at place r − column.
    const auto at = static_cast<std::size_t>(column);
    entries[0] = band.on[at];
    if (column > 0) {
      entries[-1] = band.above[at - 1];
    }
    if (column + 1 < size) {
      entries[1] = band.below[at + 1];
    }
  }
  return 0;
}

int root_functions(double /*time*/, N_Vector y_vector, double* value, void* data) {
  const auto& problem = *static_cast<const Problem*>(data);
  const ColumnEquations& equations = problem.equations;
  const double* y = N_VGetArrayPointer(y_vector);
  std::fill(value, value + problem.roots(), 1.0);
  const Surroundings& around = equations.surroundings;
  if (around.boundary.store && around.part != PackPart::above_melting) {
    const double end = around.part == PackPart::melting ? around.boundary.store->latent_heat : 0.0;
    value[0] = y[0] - end / ColumnEquations::enthalpy_unit;
  }
  for (std::size_t layer = 0; layer < equations.memory_at.size(); ++layer) {
    const std::size_t at = equations.memory_at[layer];
    if (at > 0 && !around.cooling && y[at + 1] > 0.0) {
      value[1 + layer] = y[at] - equations.column.law.recovered_level;
    }
  }
  return 0;
}

class CvodeRun {
 public:
  CvodeRun(Problem problem, const OracleOptions& options)
      : problem_{std::make_unique<Problem>(std::move(problem))} {
    SUNContext context = nullptr;
    require(SUNContext_Create(nullptr, &context), "SUNContext_Create");
    context_.reset(context);
    const ColumnEquations& equations = problem_->equations;
    const auto size = static_cast<sunindextype>(equations.size());
    y_.reset(N_VNew_Serial(size, context));
    std::fill(y(), y() + size, 0.0);
    std::copy_n(equations.resting.begin(), equations.mesh.free_nodes(), y() + 1);
    for (const std::size_t at : equations.memory_at) {
      if (at > 0) {
        y()[at] = 1.0;
      }
    }
    cvode_.reset(CVodeCreate(CV_BDF, context));
    void* memory = cvode_.get();
    require(CVodeInit(memory, derivative, 0.0, y_.get()), "CVodeInit");
    require(CVodeSStolerances(memory, options.relative_tolerance, options.absolute_tolerance),
            "CVodeSStolerances");
    require(CVodeSetUserData(memory, problem_.get()), "CVodeSetUserData");
    matrix_.reset(SUNBandMatrix(size, 1, 1, context));
    solver_.reset(SUNLinSol_Band(y_.get(), matrix_.get(), context));
    require(CVodeSetLinearSolver(memory, solver_.get(), matrix_.get()), "CVodeSetLinearSolver");
    require(CVodeSetJacFn(memory, jacobian), "CVodeSetJacFn");
    require(CVodeSetMaxNumSteps(memory, 1000000), "CVodeSetMaxNumSteps");
    const auto roots = static_cast<int>(problem_->roots());
    require(CVodeRootInit(memory, roots, root_functions), "CVodeRootInit");
    std::vector<int> rising(problem_->roots(), 1);
    require(CVodeSetRootDirection(memory, rising.data()), "CVodeSetRootDirection");
    require(CVodeSetNoInactiveRootWarn(memory), "CVodeSetNoInactiveRootWarn");
  }

  [[nodiscard]] double* y() { return N_VGetArrayPointer(y_.get()); }
  [[nodiscard]] ColumnEquations& equations() { return problem_->equations; }

  void restart(double time) { require(CVodeReInit(cvode_.get(), time, y_.get()), "CVodeReInit"); }

  /// Goes on to `target` or to the next root, whose marks it returns; nothing at the target.
  std::vector<int> advance(double& time, double target) {
    require(CVodeSetStopTime(cvode_.get(), target), "CVodeSetStopTime");
    const int flag = CVode(cvode_.get(), target, y_.get(), &time, CV_NORMAL);
    require(flag, "CVode");
    if (flag != CV_ROOT_RETURN) {
      return {};
    }
    std::vector<int> found(problem_->roots());
    require(CVodeGetRootInfo(cvode_.get(), found.data()), "CVodeGetRootInfo");
    return found;
  }

 private:
  std::unique_ptr<Problem> problem_;
  Context context_;
  Vector y_;
  Matrix matrix_;
  LinearSolver solver_;
  Cvode cvode_;
};

void forget_dose_of_recovered_layers(CvodeRun& run) {
  for (const std::size_t at : run.equations().memory_at) {
    if (at > 0 && run.y()[at] >= run.equations().column.law.recovered_level) {
      run.y()[at + 1] = 0.0;
    }
  }
}

void open_phase(CvodeRun& run, const bioheat::Phase& phase, double time) {
  Surroundings around{phase.boundary, PackPart::above_melting, phase.cooling};
  run.y()[0] = 0.0;
  if (phase.boundary.store) {
    const bioheat::HeatStore& pack = *phase.boundary.store;
    const double warmer = pack.start_temperature - pack.melting_temperature;
    const bool thawed = warmer > 0.0 || (warmer == 0.0 && pack.latent_heat == 0.0);
    around.part = thawed         ? PackPart::above_melting
                  : warmer < 0.0 ? PackPart::below_melting
                                 : PackPart::melting;
    const double enthalpy =
        thawed ? pack.latent_heat + warmer * pack.thawed_capacity : warmer * pack.frozen_capacity;
    run.y()[0] = enthalpy / ColumnEquations::enthalpy_unit;
  }
  run.equations().surroundings = around;
  if (!phase.cooling) {
    forget_dose_of_recovered_layers(run);
  }
  run.restart(time);
}

void handle_roots(CvodeRun& run, const std::vector<int>& found, double time,
                  OracleSolution& solution) {
  ColumnEquations& equations = run.equations();
  Surroundings& around = equations.surroundings;
  if (found[0] != 0) {
    const bool ice = around.boundary.store->latent_heat > 0.0;
    const bool begins = around.part == PackPart::below_melting && ice;
    (begins ? solution.melting_began : solution.melted).push_back(time);
    around.part = begins ? PackPart::melting : PackPart::above_melting;
  }
  for (std::size_t layer = 0; layer < equations.memory_at.size(); ++layer) {
    if (found[1 + layer] != 0) {
      solution.recovered.push_back(time);
      run.y()[equations.memory_at[layer] + 1] = 0.0;
    }
  }
  run.restart(time);
}

void record(CvodeRun& run, const std::vector<std::size_t>& nodes, OracleSolution& solution) {
  for (std::size_t probe = 0; probe < nodes.size(); ++probe) {
    const std::size_t node = nodes[probe];
    const bool free = node < run.equations().mesh.free_nodes();
    solution.temperature[probe].push_back(free ? run.y()[1 + node] : run.equations().resting[node]);
  }
}

}  // namespace

OracleSolution solve_with_cvode(const bioheat::Column& column, const bioheat::Boundary& room,
                                std::span<const bioheat::Phase> schedule,
                                std::span<const double> depths, const OracleOptions& options) {
  Mesh mesh = make_mesh(column, depths, options.first, options.growth);
  std::vector<std::size_t> nodes;
  for (const double depth : depths) {
    nodes.push_back(node_at(mesh, depth));
  }
  CvodeRun run{{make_equations(column, std::move(mesh), room.resistance, room.temperature)},
               options};
  OracleSolution solution;
  solution.temperature.resize(depths.size());
  record(run, nodes, solution);
  double time = 0.0;
  double begin = 0.0;
  for (const bioheat::Phase& phase : schedule) {
    open_phase(run, phase, begin);
    const auto minutes = static_cast<int>(std::lround(phase.duration / 60.0));
    for (int minute = 1; minute <= minutes; ++minute) {
      const double target = begin + 60.0 * minute;
      for (auto found = run.advance(time, target); !found.empty();
           found = run.advance(time, target)) {
        handle_roots(run, found, time, solution);
      }
      record(run, nodes, solution);
    }
    begin += phase.duration;
  }
  return solution;
}

}  // namespace coldplan::oracle
