#pragma once

#include <string>
#include <vector>

#include "coldplan/applicator/whole_body_form.h"
#include "coldplan/simulation/body_session.h"
#include "coldplan/simulation/session.h"
#include "coldplan/study/study.h"

/// What cooled the people of an arm, as sessions that the model knows.
namespace coldplan::study {

/// A local form in use, or a limb in water.
struct LocalCold {
  simulation::Session session;  ///< of a form; its form is unused for a limb in water
  bool is_water = false;        ///< a limb in a bath
  double water = 0.0;           ///< its temperature [°C]
  std::vector<std::string> assumptions;
};

/// How long an arm has to be simulated: to its last scored reading and its delay, and long enough
/// for times to a drop [s].
[[nodiscard]] double horizon_of(const Arm& arm);

/// When the cold of an arm ends for good: `cooling` with its cycles; the horizon where it lasted
/// until something was reached [s].
[[nodiscard]] double cooling_of(const Arm& arm);

/// Whether an arm cools the whole body: chambers, cryosaunas, and baths that are not for a limb.
[[nodiscard]] bool is_whole_body(const Arm& arm);

/// The local cold of an arm. Errors name the kind or setting that no form has.
[[nodiscard]] Expected<LocalCold> local_cold(const Study& study, const Arm& arm);

/// The session of an arm that cools the whole body.
[[nodiscard]] Expected<simulation::BodySession> body_cold(const Study& study, const Arm& arm);

}  // namespace coldplan::study
