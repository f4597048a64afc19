#pragma once

#include <memory>
#include <stdexcept>
#include <type_traits>

#include <cvode/cvode.h>
#include <fmt/format.h>
#include <sundials/sundials_linearsolver.h>
#include <sundials/sundials_matrix.h>
#include <sundials/sundials_nvector.h>

/// What SUNDIALS hands out, released by itself: of the oracle in the tests, and of the rival in the
/// benchmarks.
namespace coldplan::sundials {

template <auto release>
struct Releaser {
  template <typename T>
  void operator()(T* held) const {
    release(held);
  }
};

inline void release_context(SUNContext context) {
  SUNContext_Free(&context);
}

inline void release_cvode(void* memory) {
  CVodeFree(&memory);
}

using Context = std::unique_ptr<std::remove_pointer_t<SUNContext>, Releaser<release_context>>;
using Vector = std::unique_ptr<std::remove_pointer_t<N_Vector>, Releaser<N_VDestroy>>;
using Matrix = std::unique_ptr<std::remove_pointer_t<SUNMatrix>, Releaser<SUNMatDestroy>>;
using LinearSolver =
    std::unique_ptr<std::remove_pointer_t<SUNLinearSolver>, Releaser<SUNLinSolFree>>;
using Cvode = std::unique_ptr<void, Releaser<release_cvode>>;

/// Throws where a call of SUNDIALS failed.
inline void require(int flag, const char* what) {
  if (flag < 0) {
    throw std::runtime_error(fmt::format("{} returned {}", what, flag));
  }
}

}  // namespace coldplan::sundials
