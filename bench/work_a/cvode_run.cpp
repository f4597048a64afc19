#include "work_a/cvode_run.h"

#include <algorithm>
#include <stdexcept>
#include <type_traits>

#include "sundials_handles.h"
#include "work_a/fast_vector.h"
#include "work_a/tridiagonal.h"
#include <cvode/cvode.h>
#include <fmt/format.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_linearsolver.h>
#include <sundials/sundials_matrix.h>
#include <sunlinsol/sunlinsol_band.h>
#include <sunmatrix/sunmatrix_band.h>

namespace coldplan::work_a {
namespace {

using sundials::Context;
using sundials::Cvode;
using sundials::Matrix;
using sundials::require;
using sundials::Vector;

/// What CVODE's callbacks see.
struct Problem {
  explicit Problem(std::size_t cells) : factors(cells), diagonal(cells) {}
  const Equations* equations = nullptr;
  TridiagonalFactors factors;
  std::vector<double> diagonal;  ///< of the last Jacobian
};

int rates(double /*time*/, N_Vector y, N_Vector rate, void* data) {
  static_cast<const Problem*>(data)->equations->rates(N_VGetArrayPointer(y),
                                                      N_VGetArrayPointer(rate));
  return 0;
}

// NOLINTNEXTLINE(readability-function-size): CVODE fixes the parameters.
int band_jacobian(double /*time*/, N_Vector y, N_Vector /*rate*/, SUNMatrix jacobian, void* data,
                  N_Vector /*a*/, N_Vector /*b*/, N_Vector /*c*/) {
  auto& problem = *static_cast<Problem*>(data);
  const Equations& equations = *problem.equations;
  equations.diagonal(N_VGetArrayPointer(y), problem.diagonal.data());
  const std::size_t n = equations.size();
  for (std::size_t i = 0; i < n; ++i) {
    double* column = SUNBandMatrix_Column(jacobian, static_cast<sunindextype>(i));
    column[0] = problem.diagonal[i];
    if (i > 0) {
      column[-1] = equations.inner()[i - 1];
    }
    if (i + 1 < n) {
      column[1] = equations.outer()[i + 1];
    }
  }
  return 0;
}

/// Sets up I − γ J; keeps ∂f/∂y while CVODE says that it is still good.
// NOLINTNEXTLINE(readability-function-size): CVODE fixes the parameters.
int tridiagonal_system(double /*time*/, N_Vector y, N_Vector /*rate*/, SUNMatrix /*matrix*/,
                       booleantype still_good, booleantype* is_fresh, double gamma, void* data,
                       N_Vector /*a*/, N_Vector /*b*/, N_Vector /*c*/) {
  auto& problem = *static_cast<Problem*>(data);
  const Equations& equations = *problem.equations;
  if (still_good == SUNFALSE) {
    equations.diagonal(N_VGetArrayPointer(y), problem.diagonal.data());
  }
  *is_fresh = still_good == SUNFALSE ? SUNTRUE : SUNFALSE;
  problem.factors.factor(gamma, equations.outer(), problem.diagonal, equations.inner());
  return 0;
}

SUNLinearSolver_Type solver_type(SUNLinearSolver /*solver*/) {
  return SUNLINEARSOLVER_DIRECT;
}

// NOLINTNEXTLINE(readability-function-size): CVODE fixes the parameters.
int tridiagonal_solve(SUNLinearSolver solver, SUNMatrix /*matrix*/, N_Vector x, N_Vector b,
                      double /*tolerance*/) {
  static_cast<const Problem*>(solver->content)
      ->factors.solve(N_VGetArrayPointer(b), N_VGetArrayPointer(x));
  return 0;
}

int solver_free(SUNLinearSolver solver) {
  solver->content = nullptr;
  SUNLinSolFreeEmpty(solver);
  return 0;
}

SUNMatrix_ID matrix_kind(SUNMatrix /*matrix*/) {
  return SUNMATRIX_CUSTOM;
}

}  // namespace

struct CvodeRun::Parts {
  explicit Parts(std::size_t cells) : problem(cells) {}
  Problem problem;
  Context context;
  Vector y;
  Matrix matrix;
  sundials::LinearSolver solver;
  Cvode cvode;
  CvodeCounts counts;
};

namespace {

template <typename Parts>
void attach_band(Parts& parts) {
  const auto n = N_VGetLength(parts.y.get());
  SUNContext context = parts.context.get();
  parts.matrix.reset(SUNBandMatrix(n, 1, 1, context));
  parts.solver.reset(SUNLinSol_Band(parts.y.get(), parts.matrix.get(), context));
  void* cvode = parts.cvode.get();
  require(CVodeSetLinearSolver(cvode, parts.solver.get(), parts.matrix.get()),
          "CVodeSetLinearSolver");
  require(CVodeSetJacFn(cvode, band_jacobian), "CVodeSetJacFn");
}

template <typename Parts>
void attach_tridiagonal(Parts& parts) {
  SUNContext context = parts.context.get();
  // Nothing is kept in the matrix: the factors stand in the problem.
  parts.matrix.reset(SUNMatNewEmpty(context));
  parts.matrix->ops->getid = matrix_kind;
  parts.matrix->ops->destroy = SUNMatFreeEmpty;
  parts.solver.reset(SUNLinSolNewEmpty(context));
  parts.solver->ops->gettype = solver_type;
  parts.solver->ops->solve = tridiagonal_solve;
  parts.solver->ops->free = solver_free;
  parts.solver->content = &parts.problem;
  void* cvode = parts.cvode.get();
  require(CVodeSetLinearSolver(cvode, parts.solver.get(), parts.matrix.get()),
          "CVodeSetLinearSolver");
  require(CVodeSetLinSysFn(cvode, tridiagonal_system), "CVodeSetLinSysFn");
}

void add_counts(void* cvode, CvodeCounts& counts) {
  long steps = 0;
  long rate_calls = 0;
  long set_ups = 0;
  require(CVodeGetNumSteps(cvode, &steps), "CVodeGetNumSteps");
  require(CVodeGetNumRhsEvals(cvode, &rate_calls), "CVodeGetNumRhsEvals");
  require(CVodeGetNumLinSolvSetups(cvode, &set_ups), "CVodeGetNumLinSolvSetups");
  counts.steps += steps;
  counts.rates += rate_calls;
  counts.set_ups += set_ups;
}

}  // namespace

void CvodeRun::Release::operator()(Parts* parts) const {
  const std::default_delete<Parts> release;
  release(parts);
}

CvodeRun::CvodeRun(std::size_t cells, const CvodeOptions& options)
    : parts_{std::make_unique<Parts>(cells).release()} {
  SUNContext context = nullptr;
  require(SUNContext_Create(nullptr, &context), "SUNContext_Create");
  parts_->context.reset(context);
  parts_->y.reset(N_VNew_Serial(static_cast<sunindextype>(cells), context));
  // Several vectors in one loop instead of a call for each.
  require(N_VEnableFusedOps_Serial(parts_->y.get(), SUNTRUE), "N_VEnableFusedOps_Serial");
  if (options.fast_vectors) {
    use_fast_operations(parts_->y.get());
  }
  parts_->cvode.reset(CVodeCreate(CV_BDF, context));
  void* cvode = parts_->cvode.get();
  require(CVodeInit(cvode, rates, 0.0, parts_->y.get()), "CVodeInit");
  require(CVodeSStolerances(cvode, options.tolerance, options.tolerance), "CVodeSStolerances");
  require(CVodeSetUserData(cvode, &parts_->problem), "CVodeSetUserData");
  require(CVodeSetMaxNumSteps(cvode, 1000000), "CVodeSetMaxNumSteps");
  if (options.linear_solver == LinearSolver::band) {
    attach_band(*parts_);
  } else {
    attach_tridiagonal(*parts_);
  }
}

void CvodeRun::solve(Equations& equations, const Person& person, std::span<double> temperatures) {
  constexpr double minute = 60.0;
  parts_->problem.equations = &equations;
  void* cvode = parts_->cvode.get();
  N_Vector y = parts_->y.get();
  double* t = N_VGetArrayPointer(y);
  const auto record = [&](std::size_t at) {
    equations.probe(t, temperatures.subspan(at * depths).first<depths>());
  };
  equations.face(air_film());
  const auto rest = equations.steady();
  std::copy(rest.begin(), rest.end(), t);
  record(0);
  std::size_t at = 1;
  const auto run_phase = [&](const Film& film, double duration) {
    equations.face(film);
    require(CVodeReInit(cvode, 0.0, y), "CVodeReInit");
    require(CVodeSetStopTime(cvode, duration), "CVodeSetStopTime");
    const auto steps = static_cast<int>(duration / minute);
    for (int k = 1; k <= steps; ++k) {
      double reached = 0.0;
      require(CVode(cvode, k * minute, y, &reached, CV_NORMAL), "CVode");
      record(at++);
    }
    add_counts(cvode, parts_->counts);
  };
  run_phase(pack_film(person), pack_time);
  run_phase(air_film(), air_time);
}

const CvodeCounts& CvodeRun::counts() const {
  return parts_->counts;
}

}  // namespace coldplan::work_a
