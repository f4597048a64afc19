#pragma once

#include <cmath>
#include <cstdio>
#include <string_view>

namespace coldplan::tests {

/// Counts the checks that failed and prints each: GoogleTest is not compiled for the browser.
struct Checks {
  int made = 0;
  int failed = 0;

  void is_true(bool holds, std::string_view what) {
    ++made;
    if (!holds) {
      ++failed;
      std::printf("FAILED: %.*s\n", static_cast<int>(what.size()), what.data());
    }
  }

  void near(double seen, double expected, double tolerance, std::string_view what) {
    const bool holds = std::abs(seen - expected) <= tolerance;
    is_true(holds, what);
    if (!holds) {
      std::printf("  %.17g is not within %g of %.17g\n", seen, tolerance, expected);
    }
  }

  /// 0 when all held and at least one was made: what main returns.
  [[nodiscard]] int report() const {
    std::printf("%d of %d checks hold\n", made - failed, made);
    return failed == 0 && made > 0 ? 0 : 1;
  }
};

}  // namespace coldplan::tests
