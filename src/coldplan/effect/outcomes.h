#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "coldplan/effect/coefficients.h"
#include "coldplan/quantity/error.h"

/// All numbers that a session's effects come down to, in one fixed order, so that an interval can
/// be taken of each over draws.
///
///     effect::Courses courses{.time = time, .removal = 1200.0, .skin = skin, .nerve = nerve, …};
///     const auto numbers = effect::outcomes(courses, effect::drawn_coefficients(seed, index));
///     // numbers.value()[static_cast<std::size_t>(effect::OutcomeId::prick_dulled)]
///
/// Every number is finite in every draw. Times are counted from the start of the course or from the
/// removal of the cold; what does not come within the course has the length that is left of it, and
/// the sentence (sentences.h) then says so.
namespace coldplan::effect {

/// One draw of a session: what the simulation gives, over one time. All values are borrowed.
struct Courses {
  std::span<const double> time;   ///< rises from the start of the cold [s]
  double removal = 0.0;           ///< when the cold is taken off for good [s]
  std::span<const double> skin;   ///< surface [°C]
  std::span<const double> nerve;  ///< at the depth of a nerve that the caller names [°C]
  /// Muscle at one depth or more, as at 1, 2 and 3 cm, [°C]; effects on muscle take their mean.
  std::span<const std::span<const double>> muscle;
  std::span<const double> skin_flow;          ///< simulated blood flow, relative to rest
  std::span<const double> muscle_metabolism;  ///< simulated, relative to rest
};

/// The order of the numbers. **A new one goes to the end.**
enum class OutcomeId : std::uint8_t {
  nerve_velocity,         ///< slowest, relative to before
  thick_fibres,           ///< fewest that conduct, at nerve depth
  prick_fibres,           ///< fewest that conduct, at the skin
  slow_fibres,            ///< fewest that conduct, at nerve depth
  prick_dulled,           ///< share of people, at the coldest skin
  prick_dulled_after,     ///< [s] from removal
  pressure_threshold,     ///< highest, relative to before
  pressure_tolerance,     ///< highest, relative to before
  pressure_dulled_after,  ///< [s] from removal
  cool_onset,             ///< [s] from the start
  painful,                ///< share of people, at the coldest skin
  pain_onset,             ///< [s] from the start
  ache_onset,             ///< [s] from the start
  ache_strength,          ///< greatest, share of the scale
  numb,                   ///< share of people, at the coldest skin
  numb_onset,             ///< [s] from the start
  holding_force,          ///< least, relative to before
  fast_force,             ///< least, relative to before
  force_half_back,        ///< [s] from removal until half of the loss is left
  skin_flow,              ///< least, relative to rest
  skin_flow_half_back,    ///< [s] from removal until half of the fall is left
  muscle_metabolism,      ///< least, relative to rest
  injury_spared,          ///< share of further damage of a fresh injury; animals alone
};

inline constexpr std::size_t outcome_count = static_cast<std::size_t>(OutcomeId::injury_spared) + 1;

/// From when a time is counted, and so where a course that ends first cuts it.
enum class CountedFrom : std::uint8_t { not_a_time, start, removal };

/// What a number is.
struct OutcomeKind {
  OutcomeId id;
  std::string_view name;  ///< stable: "prick_dulled"
  std::string_view unit;  ///< "1" or "s"
  CountedFrom counted_from;
  std::string_view words;     ///< "share of people whom a pinprick hurts no more, at the coldest"
  std::string_view rests_on;  ///< who was measured, and what was not
};

/// All of them, in the order of the numbers.
[[nodiscard]] std::span<const OutcomeKind> outcome_kinds();

/// The kind of an outcome.
[[nodiscard]] const OutcomeKind& kind_of(OutcomeId id);

/// Whether courses can be read: equally long, at least two samples, times that rise, numbers that
/// are finite, a removal within them, at least one depth of muscle. The error names the course.
[[nodiscard]] Expected<void> check(const Courses& courses);

/// The numbers of one draw, in the order of `OutcomeId`. Errors: those of `check`.
[[nodiscard]] Expected<std::array<double, outcome_count>> outcomes(const Courses& courses,
                                                                   const Coefficients& c);

}  // namespace coldplan::effect
