#include "coldplan/effect/directions.h"

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::effect {
namespace {

namespace id = facts::id::effects;

std::string source_of(facts::Id which) {
  return std::string{facts::fact(which).source};
}

double printed(facts::Id which) {
  return facts::fact(which).printed_value;
}

void add_muscle(std::vector<Direction>& all) {
  all.push_back(
      {"muscle_spasm", "Muscle spasm",
       "Stiffness and spasm may ease if the muscle itself gets cold, which takes far "
       "longer than cooling the skin; cold skin alone may do the opposite.",
       "Skin cold excites the nerve cells that drive muscle, deep cold quiets the muscle's "
       "own stretch sensors; no measurement of the two together in a back in spasm was "
       "found.",
       source_of(id::reflexes_spasm_r_cooling)});
  all.push_back({"reflexes", "Reflexes",
                 "Cold skin makes one reflex of the leg stronger, and long deep cooling makes the "
                 "tendon reflex weaker.",
                 "The two go in opposite directions; they were measured in legs, of healthy people "
                 "and of people with injury of brain or spinal cord, not in backs.",
                 source_of(id::reflexes_spasm_r_cooling)});
  all.push_back({"stiffness", "Stiffness of muscle at rest",
                 "Cooled muscle is stiffer to stretch: warm up before sport.",
                 "By how much does not stand in what was read (16 men).",
                 source_of(id::stiffness_percent)});
  all.push_back(
      {"position_sense", "Sense of position",
       fmt::format("Balance and aim can be off for up to {:g} minutes: do not drive, climb or lift "
                   "heavy things at once.",
                   printed(id::proprioception_caution_window)),
       fmt::format("Seven studies of healthy adults range from no effect to a large one "
                   "(standardised difference {:g} to {:g}); the evidence is limited.",
                   printed(id::proprioception_d_min), printed(id::proprioception_d_max)),
       source_of(id::proprioception_d_max)});
}

void add_injury(std::vector<Direction>& all) {
  all.push_back(
      {"swelling", "Swelling after an injury",
       "Cold may hold swelling down while it is on; the effect does not outlast it, and ice water "
       "ended in as much swelling or more in animals.",
       fmt::format(
           "Rats and mice alone ({:g} to {:g} °C held swelling down during application); no "
           "relation of dose and effect in people was found.",
           printed(id::oedema_temperature_low), printed(id::oedema_temperature_high)),
       source_of(id::oedema_temperature_low)});
  all.push_back({"white_cells", "Inflammation in the tissue",
                 "Fewer white blood cells stick to the vessels of cooled muscle; mild cooling did "
                 "this too, so colder is not shown to be better.",
                 "Rats alone.", source_of(id::leukocytes_microcirculation_adherence_change)});
}

void add_blood(std::vector<Direction>& all) {
  all.push_back(
      {"blood_markers", "Markers in the blood",
       fmt::format("Over many sessions in a cabin some markers of inflammation shift in the "
                   "hoped-for direction, and blood fats from about {:g} sessions on; a single "
                   "session did not change the marker that was looked at. Whether a back gains "
                   "from it is not known.",
                   printed(id::wbc_markers_sessions_n_lipid_change)),
       fmt::format("Sizes stand in no text that was read; the studies are small, uncontrolled, and "
                   "of healthy or athletic men. Change lasted longest after {:g} sessions.",
                   printed(id::wbc_markers_sessions_longest_lasting)),
       source_of(id::wbc_markers_sessions_n_lipid_change)});
  all.push_back({"light_headedness", "Light-headedness on standing up",
                 "After a cabin some people may feel light-headed on standing up: get up slowly.",
                 "Plausible, since the heart slowed in some studies, though it sped up in another; "
                 "how often it happens was not found.",
                 source_of(id::wbc_autonomic_hr_wbc)});
}

}  // namespace

std::vector<Direction> directions() {
  std::vector<Direction> all;
  add_muscle(all);
  add_injury(all);
  add_blood(all);
  return all;
}

}  // namespace coldplan::effect
