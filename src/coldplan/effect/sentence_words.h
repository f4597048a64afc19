#pragma once

#include <string>
#include <string_view>

#include "coldplan/effect/sentences.h"

/// Parts that sentences share; for sentences.cpp and sentences_time.cpp alone.
namespace coldplan::effect::words {

/// "about 65 % (likely 50 to 80 %)"; one number where both ends print alike.
[[nodiscard]] std::string percent(const Range& range);

/// "about 92 of 100 people (likely 60 to 99)".
[[nodiscard]] std::string people(const Range& range);

/// "about 1.9 times (likely 1.0 to 1.9 times)".
[[nodiscard]] std::string times(const Range& range);

/// The sentence of a time. `longest` is what is left of the course from where it is counted [s].
[[nodiscard]] std::string time_sentence(OutcomeId id, const Range& range, double longest);

}  // namespace coldplan::effect::words
