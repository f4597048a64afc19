#include "coldplan/cohort/session_words.h"

#include <fmt/format.h>

#include "coldplan/quantity/units.h"

namespace coldplan::cohort {
namespace {

double minutes(double seconds) {
  return seconds / quantity::seconds_per_minute;
}

}  // namespace

std::string barrier_words(const simulation::Session& session) {
  std::string words;
  for (const applicator::Barrier barrier : session.use.barriers) {
    words += words.empty() ? "" : " ";
    words += applicator::word_of(barrier);
  }
  return words.empty() ? "none" : words;
}

std::string session_words(const simulation::Session& session) {
  std::string words = fmt::format("{}: {:g} min", session.form.name, minutes(session.duration));
  if (session.bouts > 1) {
    words = fmt::format("{}, {} times, {:g} min apart", words, session.bouts, minutes(session.gap));
  }
  if (session.use.barriers.empty()) {
    words += ", on bare skin";
  }
  for (const applicator::Barrier barrier : session.use.barriers) {
    words += fmt::format(", over a {}", applicator::name_of(barrier));
  }
  if (session.use.hold != applicator::Hold::usual) {
    words += fmt::format(", held {}", applicator::word_of(session.use.hold));
  }
  if (session.use.dwell) {
    words += fmt::format(", dwell {:g}", *session.use.dwell);
  }
  return fmt::format("{}, {:g} min followed up, room {:g} °C", words, minutes(session.after),
                     session.use.room_temperature);
}

}  // namespace coldplan::cohort
