#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coldplan/person/person.h"
#include "coldplan/study/study.h"
#include "coldplan/thermoregulation/site.h"

/// The people of an arm, as far as a paper describes them, and what stands in where it does not.
namespace coldplan::study {

/// One of the people of an arm: how thick her fat is where she was cooled, and how thick the limb.
struct ArmPerson {
  person::Person person;
  double fat = 0.0;                ///< at the site [m]
  double girth = 0.0;              ///< of the limb [m]
  double body_fat_fraction = 0.0;  ///< of the whole body
};

// numerical: how many people stand for an arm.
inline constexpr std::size_t people_of_an_arm = 5;

/// The segment that a region belongs to: calf, knee and achilles to the lower leg, ankle to the
/// foot's end of it. None for "several" and the like.
[[nodiscard]] std::optional<thermoregulation::Site> site_of(const std::string& region);

/// The person in the middle of an arm: means of the arm's own people, else the study's; what
/// neither states is that of the facts (data/observation.json, assumed). A group of both sexes is
/// taken for the larger one.
[[nodiscard]] person::Person middle_person(const Study& study, const Arm& arm);

/// People whose fat lies at the middles of equal shares of its spread: mean and standard deviation
/// or the class where they are stated; else the segment of the middle person with her body fat at
/// the middles of its own spread (thermoregulation/physique.h, whose layers are assumed). The one
/// person of an arm of n = 1 with stated fat is alone.
[[nodiscard]] std::vector<ArmPerson> people_of(const Study& study, const Arm& arm,
                                               thermoregulation::Site site,
                                               std::size_t count = people_of_an_arm);

/// The words for what was taken for granted about them; empty where all was stated.
[[nodiscard]] std::vector<std::string> assumptions_about(const Study& study, const Arm& arm);

}  // namespace coldplan::study
