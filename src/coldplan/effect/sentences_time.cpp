#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/effect/sentence_words.h"
#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::effect::words {
namespace {

// numerical: of one minute [s].
constexpr double minute = 60.0;

/// Words around a time: "{lead} about 3 minutes (likely 1 to 6) {tail}."
struct Frame {
  std::string lead;        ///< "A pinprick stays dulled for"
  std::string tail;        ///< "after the cold is taken off"
  std::string at_once;     ///< where the time rounds to nothing even at its longest
  std::string not_within;  ///< where it does not end, or come, in time; goes before "30 minutes"
};

std::string minutes(double seconds) {
  const double rounded = std::round(seconds / minute);
  return rounded < 1.0 ? "less than 1" : fmt::format("{:g}", rounded);
}

std::string about(const Range& range, double longest) {
  const auto told = [longest](double seconds) {
    return (seconds >= longest ? "more than " : "") + minutes(seconds);
  };
  const std::string middle = minutes(range.median);
  const std::string unit = middle == "1" || middle == "less than 1" ? " minute" : " minutes";
  const std::string low = told(range.p05);
  const std::string high = told(range.p95);
  const std::string lead = middle == "less than 1" ? "" : "about ";
  if (low == high) {
    return lead + middle + unit;
  }
  return fmt::format("{}{}{} (likely {} to {})", lead, middle, unit, low, high);
}

Frame onset_frame(OutcomeId id) {
  switch (id) {
    case OutcomeId::cool_onset:
      return {"The skin feels cool after", "of cold", "The skin feels cool at once",
              "In most computed cases the skin does not even feel cool within"};
    case OutcomeId::pain_onset:
      return {"The cold itself begins to hurt after", "of cold", "The cold itself hurts at once",
              "In most computed cases the cold itself does not hurt within"};
    case OutcomeId::ache_onset:
      return {"A dull ache begins after", "of cold", "A dull ache begins at once",
              "In most computed cases no dull ache comes within"};
    default:
      return {"The skin goes numb, the signal to take the cold off, after", "of cold",
              "The skin goes numb at once: take the cold off",
              "In most computed cases the skin does not go numb within"};
  }
}

Frame after_frame(OutcomeId id) {
  namespace fact = facts::id::effects;
  const auto printed = [](facts::Id which) { return facts::fact(which).printed_value; };
  switch (id) {
    case OutcomeId::prick_dulled_after:
      return {"A pinprick stays dulled for", "after the cold is taken off",
              "A pinprick hurts again as soon as the cold is taken off, or was never dulled",
              "A pinprick stays dulled for at least"};
    case OutcomeId::pressure_dulled_after:
      return {
          "Half of the dulling of pressure is gone",
          fmt::format("after the cold is taken off; one study of people with arthritis still "
                      "found some after {:g} and {:g} minutes, and no longer measurement was found",
                      printed(fact::analgesia_duration_raised_at_min_first),
                      printed(fact::analgesia_duration_raised_at_min_second)),
          "Pressure hurts as before as soon as the cold is taken off",
          "More than half of the dulling of pressure is left for at least"};
    case OutcomeId::force_half_back:
      return {"Half of the lost strength is back", "after the cold is taken off",
              "Half of the lost strength is back as soon as the cold is taken off",
              "Less than half of the lost strength is back within"};
    default:
      return {"Half of the lost blood flow of the skin is back", "after the cold is taken off",
              "Half of the lost blood flow of the skin is back as soon as the cold is taken off",
              "The skin has less than half of its lost blood flow back within"};
  }
}

}  // namespace

std::string time_sentence(OutcomeId id, const Range& range, double longest) {
  const bool is_onset = kind_of(id).counted_from == CountedFrom::start;
  const Frame frame = is_onset ? onset_frame(id) : after_frame(id);
  const bool is_pressure = id == OutcomeId::pressure_dulled_after;
  const double measured = facts::value(facts::id::effects::analgesia_duration_raised_at_min_second);
  const double limit = is_pressure ? std::min(longest, measured) : longest;
  if (range.median >= limit) {
    return fmt::format("{} {} minutes, {}.", frame.not_within, minutes(limit),
                       limit < longest ? "the longest for which a measurement was found"
                                       : "as long as the session was followed");
  }
  if (range.p95 < 0.5 * minute) {
    return frame.at_once + ".";
  }
  return fmt::format("{} {} {}.", frame.lead, about(range, limit), frame.tail);
}

}  // namespace coldplan::effect::words
