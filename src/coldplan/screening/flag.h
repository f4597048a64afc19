#pragma once

#include <span>
#include <string_view>

/// Warning signs of back pain that has a cause which cold must not delay.
namespace coldplan::screening {

/// How soon somebody has to look at it, mildest first.
enum class Urgency { none, routine, within_days, same_day, emergency };

/// "none", "routine", "within_days", "same_day", "emergency".
[[nodiscard]] std::string_view to_string(Urgency urgency);

/// How the urgency of a flag hangs on which of its signs are there. The first that fits holds.
struct SignRule {
  std::span<const std::string_view> any_of;  ///< one of these; empty: whichever
  int at_least;                              ///< so many signs
  std::string_view with_flag;                ///< and this flag; may be empty
  Urgency urgency;
};

/// A warning sign with what follows from it.
struct Flag {
  std::string_view id;
  std::string_view group;
  std::string_view question;
  std::span<const std::string_view> signs;
  Urgency urgency;                       ///< where nothing is said of its signs
  std::span<const SignRule> sign_rules;  ///< none: always its urgency
  std::string_view action;
  std::string_view why;
  std::string_view combine;  ///< the rules of its signs, in words
  std::span<const std::string_view> sources;
};

}  // namespace coldplan::screening
