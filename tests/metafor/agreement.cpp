#include "metafor/agreement.h"

#include <cmath>

#include <gtest/gtest.h>

namespace metafor {
namespace {

double floor_of(Unit unit, double scale) {
  switch (unit) {
    case Unit::effect:
      return 1e-8 * std::sqrt(scale);
    case Unit::variance:
      return 1e-8 * scale;
    case Unit::percent:
      return 1e-6;
    case Unit::probability:
      return 1e-12;
    case Unit::one:
      break;
  }
  return 1e-8;
}

}  // namespace

void Agreement::check(const std::string& what, double ours, const nlohmann::json& theirs,
                      Unit unit) const {
  if (!theirs.is_number()) {
    EXPECT_FALSE(std::isfinite(ours)) << what << ": metafor has " << theirs.dump();
    return;
  }
  const auto expected = theirs.get<double>();
  EXPECT_NEAR(ours, expected, 1e-5 * std::abs(expected) + floor_of(unit, scale_)) << what;
}

void Agreement::check(const std::string& what, const coldplan::evidence::Limits& ours,
                      const nlohmann::json& theirs, Unit unit) const {
  check(what + " (lower)", ours.lower, theirs.at(0), unit);
  check(what + " (upper)", ours.upper, theirs.at(1), unit);
}

}  // namespace metafor
