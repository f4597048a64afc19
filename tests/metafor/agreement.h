#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "coldplan/evidence/effect.h"

/// Comparison of a number with metafor's: to 1e-5 of it, with a floor of 1e-8 in the unit of the
/// number.
namespace metafor {

/// What the floor is in units of.
enum class Unit {
  effect,    ///< the root of a data set's variance (`scale`)
  variance,  ///< `scale`
  one,       ///< statistics, ratios
  percent,
  probability,  ///< floor of 1e-12: small ones are compared to five digits too
};

class Agreement {
 public:
  explicit Agreement(double scale) : scale_(scale) {}

  /// Fails the running test where the two differ. A number that R has none for must not be there.
  void check(const std::string& what, double ours, const nlohmann::json& theirs, Unit unit) const;
  void check(const std::string& what, const coldplan::evidence::Limits& ours,
             const nlohmann::json& theirs, Unit unit) const;

 private:
  double scale_;
};

}  // namespace metafor
