#include "oracle/cvode_run.h"

#include <algorithm>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "sundials_handles.h"
#include <cvode/cvode.h>
#include <fmt/format.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_linearsolver.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

namespace coldplan::oracle {
namespace {

using sundials::Context;
using sundials::Cvode;
using sundials::LinearSolver;
using sundials::Matrix;
using sundials::require;
using sundials::Vector;

/// A problem and the time at which CVODE's clock starts [s].
struct Shifted {
  CvodeProblem equations;
  double begin = 0.0;
};

}  // namespace

struct CvodeRun::Parts {
  Shifted problem;
  Context context;
  Vector y;
  Matrix matrix;
  LinearSolver solver;
  Cvode cvode;
};

namespace {

std::span<double> values(N_Vector vector) {
  return {N_VGetArrayPointer(vector), static_cast<std::size_t>(N_VGetLength(vector))};
}

/// CVODE's functions are C's: what they call comes through a pointer without type.
const Shifted& problem_of(void* data) {
  return *static_cast<const Shifted*>(data);
}

int derivative(double time, N_Vector y, N_Vector rate, void* data) {
  const Shifted& problem = problem_of(data);
  problem.equations.derivative(problem.begin + time, N_VGetArrayPointer(y),
                               N_VGetArrayPointer(rate));
  // A step that is not a number is to be tried again, shorter.
  const auto rates = values(rate);
  return std::all_of(rates.begin(), rates.end(), [](double each) { return each == each; }) ? 0 : 1;
}

int root_functions(double time, N_Vector y, double* value, void* data) {
  const Shifted& problem = problem_of(data);
  problem.equations.gaps(problem.begin + time, N_VGetArrayPointer(y),
                         {value, problem.equations.gap_count});
  return 0;
}

/// CVODE hands its own memory to a solver that builds its matrix itself.
struct SolverContent {
  void* cvode;
  const Shifted* problem;
};

SUNLinearSolver_Type solver_type(SUNLinearSolver /*solver*/) {
  return SUNLINEARSOLVER_MATRIX_EMBEDDED;
}

// NOLINTNEXTLINE(readability-function-size): CVODE fixes the parameters.
int solver_solve(SUNLinearSolver solver, SUNMatrix /*matrix*/, N_Vector x, N_Vector b,
                 double /*tolerance*/) {
  const auto& content = *static_cast<const SolverContent*>(solver->content);
  double gamma = 0.0;
  double time = 0.0;
  N_Vector state = nullptr;
  require(CVodeGetCurrentGamma(content.cvode, &gamma), "CVodeGetCurrentGamma");
  require(CVodeGetCurrentTime(content.cvode, &time), "CVodeGetCurrentTime");
  require(CVodeGetCurrentState(content.cvode, &state), "CVodeGetCurrentState");
  const auto right = values(b);
  std::copy(right.begin(), right.end(), values(x).begin());
  content.problem->equations.solve(content.problem->begin + time, N_VGetArrayPointer(state), gamma,
                                   values(x));
  return 0;
}

int solver_free(SUNLinearSolver solver) {
  const std::unique_ptr<SolverContent> content{static_cast<SolverContent*>(solver->content)};
  solver->content = nullptr;
  SUNLinSolFreeEmpty(solver);
  return 0;
}

LinearSolver make_solver(SUNContext context, void* cvode, const Shifted& problem) {
  LinearSolver solver{SUNLinSolNewEmpty(context)};
  solver->ops->gettype = solver_type;
  solver->ops->solve = solver_solve;
  solver->ops->free = solver_free;
  solver->content = std::make_unique<SolverContent>(SolverContent{cvode, &problem}).release();
  return solver;
}

}  // namespace

void CvodeRun::Release::operator()(Parts* parts) const {
  const std::default_delete<Parts> release;
  release(parts);
}

CvodeRun::CvodeRun(CvodeProblem problem, std::span<const double> y, double time, double tolerance)
    : parts_{std::make_unique<Parts>().release()}, begin_{time} {
  parts_->problem = {std::move(problem), time};
  SUNContext context = nullptr;
  require(SUNContext_Create(nullptr, &context), "SUNContext_Create");
  parts_->context.reset(context);
  parts_->y.reset(N_VNew_Serial(static_cast<sunindextype>(y.size()), context));
  std::copy(y.begin(), y.end(), N_VGetArrayPointer(parts_->y.get()));
  parts_->cvode.reset(CVodeCreate(CV_BDF, context));
  void* cvode = parts_->cvode.get();
  require(CVodeInit(cvode, derivative, 0.0, parts_->y.get()), "CVodeInit");
  require(CVodeSStolerances(cvode, tolerance, tolerance), "CVodeSStolerances");
  require(CVodeSetUserData(cvode, &parts_->problem), "CVodeSetUserData");
  if (parts_->problem.equations.solve) {
    parts_->solver = make_solver(context, cvode, parts_->problem);
  } else {
    const auto size = static_cast<sunindextype>(y.size());
    parts_->matrix.reset(SUNDenseMatrix(size, size, context));
    parts_->solver.reset(SUNLinSol_Dense(parts_->y.get(), parts_->matrix.get(), context));
  }
  require(CVodeSetLinearSolver(cvode, parts_->solver.get(), parts_->matrix.get()),
          "CVodeSetLinearSolver");
  require(CVodeSetMaxNumSteps(cvode, 1000000), "CVodeSetMaxNumSteps");
  const auto gaps = static_cast<int>(parts_->problem.equations.gap_count);
  require(CVodeRootInit(cvode, gaps, root_functions), "CVodeRootInit");
  std::vector<int> rising(parts_->problem.equations.gap_count, 1);
  require(CVodeSetRootDirection(cvode, rising.data()), "CVodeSetRootDirection");
  require(CVodeSetNoInactiveRootWarn(cvode), "CVodeSetNoInactiveRootWarn");
}

std::vector<int> CvodeRun::advance(double target, double stop) {
  void* cvode = parts_->cvode.get();
  require(CVodeSetStopTime(cvode, stop - begin_), "CVodeSetStopTime");
  const int flag = CVode(cvode, target - begin_, parts_->y.get(), &elapsed_, CV_NORMAL);
  require(flag, "CVode");
  if (flag != CV_ROOT_RETURN) {
    return {};
  }
  std::vector<int> found(parts_->problem.equations.gap_count);
  require(CVodeGetRootInfo(cvode, found.data()), "CVodeGetRootInfo");
  return found;
}

std::vector<double> CvodeRun::state() const {
  const auto y = values(parts_->y.get());
  return {y.begin(), y.end()};
}

}  // namespace coldplan::oracle
