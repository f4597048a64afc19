#include "coldplan/effect/sentences.h"

#include <algorithm>

#include <fmt/format.h>

#include "coldplan/effect/sentence_words.h"

namespace coldplan::effect {
namespace words {
namespace {

// numerical: shares are told in hundredths.
constexpr double hundred = 100.0;

/// "about 65{0} (likely 50 to 80{0})" of numbers that are printed alike.
std::string told(const std::string& middle, const std::string& low, const std::string& high,
                 std::string_view unit, std::string_view unit_of_range) {
  if (low == high) {
    return fmt::format("about {}{}", middle, unit);
  }
  return fmt::format("about {}{} (likely {} to {}{})", middle, unit, low, high, unit_of_range);
}

/// A share in hundredths. Shares under 0 are rounding or a muscle that was warmed: nothing is told.
std::string hundredths(double share) {
  return fmt::format("{:.0f}", std::max(0.0, hundred * share));
}

}  // namespace

std::string percent(const Range& range) {
  return told(hundredths(range.median), hundredths(range.p05), hundredths(range.p95), " %", " %");
}

std::string people(const Range& range) {
  // No study is large enough to speak of none or of all.
  const std::string middle = hundredths(range.median);
  const std::string told_of =
      middle == "0" ? "fewer than 1 of 100 people" : "more than 99 of 100 people";
  if (middle == "0" || middle == "100") {
    const std::string low = hundredths(range.p05);
    const std::string high = hundredths(range.p95);
    return low == high ? told_of : fmt::format("{} (likely {} to {})", told_of, low, high);
  }
  return told(middle, hundredths(range.p05), hundredths(range.p95), " of 100 people", "");
}

std::string times(const Range& range) {
  const auto one = [](double number) { return fmt::format("{:.1f}", number); };
  return told(one(range.median), one(range.p05), one(range.p95), " times", " times");
}

}  // namespace words

namespace {

using words::people;
using words::percent;
using words::times;

std::string nerve_sentence(OutcomeId id, const Range& range, std::string_view nerve) {
  switch (id) {
    case OutcomeId::nerve_velocity:
      return fmt::format("At the coldest, signals in the {} travel at {} of their speed before.",
                         nerve, percent(range));
    case OutcomeId::thick_fibres:
      return fmt::format(
          "At the coldest, {} of the fibres for movement and touch in the {} still "
          "carry signals.",
          percent(range), nerve);
    case OutcomeId::prick_fibres:
      return fmt::format(
          "In the coldest skin, {} of the fibres that feel a pinprick still carry "
          "signals; no measurement in people was found, and this is taken from thicker "
          "fibres.",
          percent(range));
    case OutcomeId::slow_fibres:
      return fmt::format(
          "At the coldest, {} of the slow pain fibres in the {} still carry signals; "
          "this was measured in cats, not in people.",
          percent(range), nerve);
    case OutcomeId::pressure_threshold:
      return fmt::format(
          "It may take {} the usual pressure on the cooled spot before it hurts; one "
          "study found such a rise, another found none.",
          times(range));
    default:
      return fmt::format(
          "{} the usual pressure may be borne on the cooled spot; one study found "
          "such a rise, another found none.",
          "A" + times(range).substr(1));
  }
}

std::string feeling_sentence(OutcomeId id, const Range& range) {
  switch (id) {
    case OutcomeId::prick_dulled:
      return fmt::format(
          "At the coldest, a pinprick on the cooled skin would not hurt {}; this is "
          "a dulled pinprick, not relief of back pain.",
          people(range));
    case OutcomeId::painful:
      return fmt::format(
          "At the coldest, the cold itself would hurt {}; the lower back was not "
          "tested, so hands, feet and faces stand for it.",
          people(range));
    case OutcomeId::ache_strength:
      return fmt::format(
          "The ache of the cold may reach {} of the worst imaginable, as measured "
          "on hands in ice water.",
          percent(range));
    default:
      return fmt::format(
          "At the coldest, the skin would be numb in {}; numbness is the signal to "
          "take the cold off.",
          people(range));
  }
}

std::string tissue_sentence(OutcomeId id, const Range& range) {
  switch (id) {
    case OutcomeId::holding_force:
      return fmt::format(
          "At its coldest, the cooled muscle has {} of its strength for holding: do "
          "not lift heavy things at once.",
          percent(range));
    case OutcomeId::fast_force:
      return fmt::format(
          "At its coldest, the cooled muscle has {} of its strength for quick "
          "movement: warm up before sport or hard work.",
          percent(range));
    case OutcomeId::skin_flow:
      return fmt::format("Blood flow in the cooled skin falls to {} of what it is at rest.",
                         percent(range));
    case OutcomeId::muscle_metabolism:
      return fmt::format(
          "At its coldest, the cooled muscle uses {} of the energy that it uses at "
          "rest.",
          percent(range));
    default:
      return fmt::format(
          "Only if a muscle was torn or crushed just before: cold may spare {} of "
          "the further damage of the first hours; this rests on rats, and no study "
          "in people was read.",
          percent(range));
  }
}

bool speaks_of_nerve(OutcomeId id) {
  return id <= OutcomeId::slow_fibres || id == OutcomeId::pressure_threshold ||
         id == OutcomeId::pressure_tolerance;
}

}  // namespace

std::string sentence(OutcomeId id, const Range& range, const SessionWords& session) {
  switch (kind_of(id).counted_from) {
    case CountedFrom::start:
      return words::time_sentence(id, range, session.followed);
    case CountedFrom::removal:
      return words::time_sentence(id, range, session.followed - session.removal);
    case CountedFrom::not_a_time:
      break;
  }
  if (speaks_of_nerve(id)) {
    return nerve_sentence(id, range, session.nerve);
  }
  return id < OutcomeId::holding_force ? feeling_sentence(id, range) : tissue_sentence(id, range);
}

}  // namespace coldplan::effect
