#pragma once

#include <string>
#include <string_view>

#include "coldplan/effect/outcomes.h"

/// One plain sentence for each number, with its range. It never calls dulled feeling relief, and
/// says where only animals or other parts of the body were measured.
namespace coldplan::effect {

/// A median with the 5th and 95th percentile, in the unit of the outcome.
struct Range {
  double median = 0.0;
  double p05 = 0.0;
  double p95 = 0.0;
};

/// What a sentence must know of the session.
struct SessionWords {
  std::string_view nerve;  ///< "nerve 8 mm under the skin", follows "the"
  double followed = 0.0;   ///< length of the course from the start of the cold [s]
  double removal = 0.0;    ///< when the cold is taken off, from the start [s]
};

/// The sentence of one outcome.
[[nodiscard]] std::string sentence(OutcomeId id, const Range& range, const SessionWords& session);

/// The same of any interval with median, p05 and p95.
template <typename Interval>
[[nodiscard]] std::string sentence(OutcomeId id, const Interval& interval,
                                   const SessionWords& session) {
  return sentence(id, Range{interval.median, interval.p05, interval.p95}, session);
}

}  // namespace coldplan::effect
