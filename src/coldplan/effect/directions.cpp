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
       "own stretch sensors; how the two add up was not measured in a back in spasm.",
       source_of(id::reflexes_spasm_r_cooling)});
  all.push_back({"reflexes", "Reflexes",
                 "Cold skin makes one reflex of the leg stronger, and long deep cooling makes the "
                 "tendon reflex weaker.",
                 "The two go in opposite directions, and most were measured in people with injury "
                 "of brain or spinal cord.",
                 source_of(id::reflexes_spasm_r_cooling)});
  all.push_back({"stiffness", "Stiffness of muscle at rest",
                 "Cooled muscle is somewhat stiffer to stretch; warm up before sport.",
                 "Size not stated in what was read (16 men).", source_of(id::stiffness_percent)});
  all.push_back(
      {"position_sense", "Sense of position",
       fmt::format("Balance and aim can be off for up to {:g} minutes: do not drive, climb or lift "
                   "heavy things at once.",
                   printed(id::proprioception_caution_window)),
       fmt::format("Seven studies range from no effect to a large one (standardised difference "
                   "{:g} to {:g}), mostly of knee and ankle; the back was not measured.",
                   printed(id::proprioception_d_min), printed(id::proprioception_d_max)),
       source_of(id::proprioception_d_max)});
}

void add_injury(std::vector<Direction>& all) {
  all.push_back(
      {"swelling", "Swelling after an injury",
       "Cold may hold swelling down while it is on; the effect does not outlast it, and hard cold "
       "can end in more swelling.",
       fmt::format(
           "Rats and mice alone ({:g} to {:g} °C held down swelling during application); no "
           "relation of dose and effect in people was found.",
           printed(id::oedema_temperature_low), printed(id::oedema_temperature_high)),
       source_of(id::oedema_temperature_low)});
  all.push_back({"white_cells", "Inflammation in the tissue",
                 "Fewer white blood cells stick to the vessels of cooled muscle; mild cooling did "
                 "this too, so colder is not shown to be better.",
                 "Rats alone, cooled for hours.",
                 source_of(id::leukocytes_microcirculation_adherence_change)});
}

void add_blood(std::vector<Direction>& all) {
  all.push_back(
      {"blood_markers", "Markers in the blood",
       fmt::format("Over {:g} sessions or more in a cabin some markers of inflammation and blood "
                   "fats shift in the hoped-for direction; a single session did not change the "
                   "one that was looked at. Whether a back gains from it is not known.",
                   printed(id::wbc_markers_sessions_n_lipid_change)),
       fmt::format("Sizes were in no text that was read; the studies are small, of healthy or "
                   "athletic men, and most without a control group. Change lasted longest after "
                   "{:g} sessions.",
                   printed(id::wbc_markers_sessions_longest_lasting)),
       source_of(id::wbc_markers_sessions_n_lipid_change)});
  all.push_back({"light_headedness", "Light-headedness on standing up",
                 "After a cabin or bath the heart beats more slowly, and some people may feel "
                 "light-headed on standing up: get up slowly.",
                 "Plausible from measured heart rates; how often it happens was not found.",
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
