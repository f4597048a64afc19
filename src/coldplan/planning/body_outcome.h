#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coldplan/person/anthropometry.h"
#include "coldplan/planning/body_limits.h"
#include "coldplan/planning/interval.h"
#include "coldplan/quantity/units.h"
#include "coldplan/simulation/body_session.h"
#include "coldplan/thermoregulation/cardiovascular.h"

/// What whole-body cold does to one person, with intervals: the answer of `coldplan simulate
/// --form` for chambers, cryosaunas and baths as one value.
///
/// The session is run at the median and under draws of tissue, blood flow, layers of segments, the
/// fitted control, clothes, the form's numbers and the person's own unknown fat, together;
/// intervals are the 5th and 95th percentile of the draws.
namespace coldplan::planning {

/// A quantity over time.
struct BodySeries {
  std::string id;                ///< "skin_hand", "rectal", "lumbar_muscle_at_2_cm"
  std::string name;              ///< in words
  std::string unit;              ///< "°C" or "W"
  std::vector<Interval> values;  ///< at the outcome's times
  Interval lowest;               ///< of the whole time
  Interval lowest_time;          ///< [s]
};

/// The whole answer.
struct BodyOutcome {
  simulation::BodySession session;
  std::vector<double> time;  ///< [s]
  double exit = 0.0;         ///< when the cold ends [s]
  std::vector<BodySeries> series;
  std::vector<BodyLimit> limits;
  thermoregulation::Neutral neutral;                   ///< at the median
  std::optional<thermoregulation::Freezing> freezing;  ///< at the median: nothing is told after it
  double freezing_share = 0.0;                         ///< of the draws
  std::optional<thermoregulation::ColdShock> cold_shock;  ///< of a bath
  std::optional<thermoregulation::CabinResponse> cabin;   ///< of a chamber or cryosauna
  Interval rectal_fall;                                   ///< from rest to the lowest [K]
  bool core_still_falls = false;          ///< at the median, at the end of what was followed
  Interval heat_taken;                    ///< out of the body until the exit [J]
  Interval ice_to_hold;                   ///< that a held bath melts [kg]; 0 for others
  thermoregulation::BodyHistory history;  ///< at the median
  int draws = 0;
  std::string version;
  std::string data_hash;
  person::Person person;
  person::Anthropometry anthropometry;
  anatomy::Build build;  ///< at the median
  quantity::UnitSystem units = quantity::UnitSystem::metric;
  std::vector<std::string> warnings;
};

/// Runs a session on a person. Errors: those of `check` and of the model.
[[nodiscard]] Expected<BodyOutcome> predict_body(
    const person::Person& person, const simulation::BodySession& session,
    quantity::UnitSystem units = quantity::UnitSystem::metric);

/// The series with this id. Throws std::out_of_range for one that is not there.
[[nodiscard]] const BodySeries& series_of(const BodyOutcome& outcome, const std::string& id);

}  // namespace coldplan::planning
