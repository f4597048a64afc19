#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coldplan/person/anthropometry.h"
#include "coldplan/planning/body_hazards.h"
#include "coldplan/planning/body_limits.h"
#include "coldplan/planning/interval.h"
#include "coldplan/quantity/units.h"
#include "coldplan/simulation/body_session.h"
#include "coldplan/thermoregulation/cardiovascular.h"

/// What whole-body cold does to one person, with intervals: the answer of `coldplan simulate
/// --form` for chambers, cryosaunas and baths as one value.
///
/// The session is run under draws of tissue, blood flow, layers of segments, the fitted control,
/// clothes, the form's numbers and the person's own unknown fat, together. A median is that of the
/// draws, an interval their 5th and 95th percentile. Once skin has frozen in more than one draw of
/// twenty nothing more is told.
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
  std::vector<double> time;  ///< as far as is told [s]
  double exit = 0.0;         ///< when the cold ends [s]
  bool is_complete = true;   ///< whether it is told to the end of the session
  std::vector<BodySeries> series;
  std::vector<BodyLimit> limits;
  std::optional<BodyHazards> hazards;  ///< where they were asked for (body_hazards.h)
  FrozenSkin frozen;
  thermoregulation::Neutral neutral;                      ///< at the likeliest values
  std::optional<thermoregulation::ColdShock> cold_shock;  ///< of a bath
  std::optional<thermoregulation::CabinResponse> cabin;   ///< of a chamber or cryosauna
  std::optional<Interval> rectal_fall;        ///< from rest to the lowest [K]; of a complete answer
  std::optional<double> rectal_fall_in_room;  ///< as long without cold, at the likeliest [K]
  bool core_still_falls = false;              ///< in most draws, at the end
  std::optional<Interval> heat_taken;         ///< out of the body until the exit [J]
  std::optional<Interval> ice_to_hold;        ///< that a held bath melts [kg]; none of others
  thermoregulation::BodyHistory history;      ///< at the likeliest values, for pictures
  int draws = 0;
  std::string version;
  std::string data_hash;
  person::Person person;
  person::Anthropometry anthropometry;
  anatomy::Build build;  ///< at the likeliest values
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
