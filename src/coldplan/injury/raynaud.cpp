#include "coldplan/injury/raynaud.h"

#include <array>
#include <cmath>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/posterior/random_draws.h"

namespace coldplan::injury {
namespace {

namespace id = facts::id::injury;

struct Drop {
  double finger = 0.0;
  facts::Id share{};
};

// numerical: temperatures of the fingers, which stand in the names of the facts [°C].
constexpr std::array drops{Drop{10.0, id::normal_finger_pressure_drop_pct_at_10},
                           Drop{15.0, id::normal_finger_pressure_drop_pct_at_15},
                           Drop{20.0, id::normal_finger_pressure_drop_pct_at_20},
                           Drop{25.0, id::normal_finger_pressure_drop_pct_at_25},
                           Drop{30.0, id::normal_finger_pressure_drop_pct_at_30}};

facts::Id fact_of(RaynaudSeverity severity) {
  switch (severity) {
    case RaynaudSeverity::mild:
      return id::raynaud_closing_mild;
    case RaynaudSeverity::moderate:
      return id::raynaud_closing_moderate;
    case RaynaudSeverity::severe:
      break;
  }
  return id::raynaud_closing_severe;
}

}  // namespace

ClosingTemperature closing_temperature(RaynaudSeverity severity) {
  const facts::Fact& fact = facts::fact(fact_of(severity));
  return {fact.value, fact.sd};
}

double closed_share(RaynaudSeverity severity, double finger) {
  const ClosingTemperature closing = closing_temperature(severity);
  return posterior::normal_share((closing.mean - finger) / closing.sd);
}

double drawn_closing_temperature(RaynaudSeverity severity, const Coefficients& drawn) {
  const ClosingTemperature closing = closing_temperature(severity);
  return closing.mean + closing.sd * drawn.closing_score;
}

double raynaud_people() {
  return facts::value(id::raynaud_closing_people);
}

std::optional<double> normal_pressure_drop(double finger) {
  for (std::size_t i = 0; i + 1 < drops.size(); ++i) {
    const Drop& colder = drops.at(i);
    const Drop& warmer = drops.at(i + 1);
    if (finger >= colder.finger && finger <= warmer.finger) {
      return std::lerp(facts::value(colder.share), facts::value(warmer.share),
                       (finger - colder.finger) / (warmer.finger - colder.finger));
    }
  }
  return std::nullopt;
}

}  // namespace coldplan::injury
