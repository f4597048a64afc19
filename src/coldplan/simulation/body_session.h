#pragma once

#include <string_view>
#include <vector>

#include "coldplan/anatomy/back.h"
#include "coldplan/applicator/whole_body_form.h"
#include "coldplan/person/person.h"
#include "coldplan/thermoregulation/whole_body.h"

/// One person, one session of whole-body cold: what surrounds each part of her, and for how long.
namespace coldplan::simulation {

/// How far a body is in the water.
enum class ImmersedTo { neck, waist, hip };

/// One use of a whole-body form and the time after it.
struct BodySession {
  applicator::WholeBodyForm form;
  double duration = 0.0;          ///< in the cold, the antechamber with it [s]
  double after = 0.0;             ///< simulated afterwards [s]
  double room_temperature = 0.0;  ///< [°C]
  double clothing_after = 0.0;    ///< over trunk and limbs [m² K/W]
  ImmersedTo immersed = ImmersedTo::neck;
  bool bath_is_held = false;  ///< by ice or a chiller; otherwise it warms by what the body gives
};

/// The form at its usual protocol and two hours after it, in the room of the facts, in dry clothes.
[[nodiscard]] BodySession usual_body_session(const applicator::WholeBodyForm& form);

/// The word for it: "neck", "waist", "hip".
[[nodiscard]] std::string_view word_of(ImmersedTo immersed);

/// The one with this word, or an error that names the place.
[[nodiscard]] Expected<ImmersedTo> immersed_from(std::string_view word, std::string_view place);

/// Nothing, or why the session cannot be simulated: times that are not positive or beyond a day, a
/// room or clothes out of range. Places are "session.duration" and so on.
[[nodiscard]] Expected<void> check(const BodySession& session);

/// Whether it lasts longer than an antechamber, and so meets what the form displays at all; always
/// where there is no antechamber.
[[nodiscard]] bool enters_main_room(const BodySession& session);

/// What surrounds the body in each stage. In a chamber gloves, socks and shoes, underwear, mask and
/// headband are worn (assumed resistances), the lumbar skin is bare; in a cryosauna the same but
/// for the head, which is in the room, as is what a bath does not cover. No clothes are worn in a
/// bath. Afterwards the skin is dry.
[[nodiscard]] std::vector<thermoregulation::Stage> stages_of(
    const BodySession& session, const posterior::Draw& draw = posterior::median());

/// The water of a bath, none for other forms. Heat between tub and room is left out: no value was
/// found.
[[nodiscard]] std::optional<thermoregulation::Bath> bath_of(const BodySession& session);

/// A person as the whole-body model takes her.
struct BodySubject {
  person::Person person;
  anatomy::Build build;
  double body_fat_fraction = 0.0;
};

/// The most likely body of a person under a draw of what is uncertain about all people.
[[nodiscard]] BodySubject median_subject(const person::Person& person,
                                         const posterior::Draw& draw = posterior::median());

/// The task of a checked session on one person under a draw of tissue, blood flow and form. Probes:
/// the landmarks of the paraspinal column in their order (anatomy/back.h), then thigh muscle at 1,
/// 2 and 3 cm under the fat.
[[nodiscard]] thermoregulation::BodyTask body_task(
    const BodySubject& subject, const BodySession& session, const thermoregulation::Layout& layout,
    const posterior::Draw& draw = posterior::median());

/// Names of the probes of `body_task`.
[[nodiscard]] std::vector<std::string> body_probe_names();

}  // namespace coldplan::simulation
