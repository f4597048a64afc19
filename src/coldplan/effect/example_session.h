#pragma once

#include <array>
#include <span>
#include <vector>

#include "coldplan/effect/outcomes.h"

namespace coldplan::effect {

/// Frozen peas for 20 minutes, an hour after them followed, in five samples; for tests.
struct ExampleSession {
  std::vector<double> time{0.0, 600.0, 1200.0, 2400.0, 4800.0};
  std::vector<double> skin{33.0, 16.0, 10.8, 26.0, 32.0};
  std::vector<double> nerve{35.0, 27.0, 22.0, 28.0, 34.0};
  std::vector<double> muscle_1{35.0, 31.0, 26.0, 28.0, 33.0};
  std::vector<double> muscle_2{35.0, 34.0, 30.0, 30.5, 33.0};
  std::vector<double> flow{1.0, 0.3, 0.16, 0.2, 0.7};
  std::vector<double> metabolism{1.0, 0.8, 0.62, 0.7, 0.9};
  std::array<std::span<const double>, 2> depths{};

  ExampleSession() = default;

  /// Borrows from this session.
  [[nodiscard]] Courses courses() {
    depths = {muscle_1, muscle_2};
    return {time, 1200.0, skin, nerve, depths, flow, metabolism};
  }
};

}  // namespace coldplan::effect
