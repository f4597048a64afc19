#include "coldplan/injury/exposure.h"

#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace coldplan::injury {
namespace {

Expected<void> check(const Courses& courses, const char* prefix) {
  for (const auto& [place, course] :
       {std::pair{"skin", &courses.skin}, std::pair{"nerve", &courses.nerve},
        std::pair{"metal", &courses.metal}, std::pair{"core", &courses.core},
        std::pair{"finger", &courses.finger}}) {
    if (auto fit = check(*course, place); !fit) {
      return tl::unexpected(under(prefix, fit.error()));
    }
  }
  return {};
}

Expected<void> check_positive(const char* place, double value) {
  if (value > 0.0 && std::isfinite(value)) {
    return {};
  }
  return tl::unexpected(
      Error{ErrorCode::out_of_range, place, fmt::format("{:g}", value), "a number above 0", ""});
}

}  // namespace

Expected<void> check(const Exposure& exposure) {
  for (const auto& fit :
       {check_positive("age", exposure.age), check_positive("removal", exposure.removal),
        check(exposure.session, "session"), check(exposure.going_on, "going_on"),
        check(exposure.profile)}) {
    if (!fit) {
      return fit;
    }
  }
  if (exposure.water && !std::isfinite(*exposure.water)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "water",
                                fmt::format("{:g}", *exposure.water), "a finite number", ""});
  }
  if (exposure.nitrogen) {
    return applicator::oxygen_in(*exposure.nitrogen)
        .map([](const applicator::OxygenInRoom&) {})
        .map_error([](const Error& error) { return under("nitrogen", error); });
  }
  return {};
}

}  // namespace coldplan::injury
