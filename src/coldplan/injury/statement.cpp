#include "coldplan/injury/statement.h"

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/injury/circulation.h"
#include "coldplan/injury/core.h"
#include "coldplan/quantity/print_time.h"

namespace coldplan::injury {
namespace {

namespace id = facts::id::injury;

constexpr std::string_view no_users =
    "How many people did the same and were not harmed is not known.";

double printed(facts::Id fact) {
  return facts::fact(fact).printed_value;
}

std::string_view source(facts::Id fact) {
  return facts::fact(fact).source;
}

Statement rhythm() {
  return {"heart_rhythm",
          fmt::format("Keep the face dry and do not hold the breath for the first {}: cold water "
                      "with either of them can disturb the rhythm of the heart.",
                      quantity::print_time(rhythm_time(), 0)),
          "It was called frequent, and no number was in the text that was read.",
          source(id::autonomic_conflict_incidence)};
}

Statement cold_bath() {
  return {"bath_colder_than_measured",
          "The fall of the core was measured in warmer water; in this water the formula is carried "
          "beyond that.",
          "Nothing was measured in water this cold.", source(id::core_cooling_rest_a)};
}

Statement cabin_cases() {
  return {"cabin_cases",
          fmt::format("After cabins {:g} harmful events were found in the literature, and {:g} "
                      "frostbites after a "
                      "single session are told of, of how many users nobody counted. Damp socks "
                      "were the cause of one: be dry.",
                      printed(id::wbc_adverse_events_documented_ae_true_wbc),
                      printed(id::wbc_adverse_events_frostbites)),
          std::string{no_users}, source(id::wbc_adverse_events_documented_ae_true_wbc)};
}

Statement no_wind_chill() {
  return {"wind_chill_not_used", "Tables of wind chill are not used for this cabin.",
          fmt::format("They were measured on faces outdoors, in wind, down to {:g} °C.",
                      printed(id::frostnip_face_wind_air_coldest)),
          source(id::frostnip_face_wind_air_coldest)};
}

Statement metal_off() {
  return {"metal_off",
          "Take off piercings, jewellery and what has a zip where the cold acts: metal draws heat "
          "from the skin under it.",
          "How long skin under each metal takes to freeze stands in a norm that was not read.",
          source(id::contact_frostbite_metal_limit)};
}

Statement light_headed() {
  return {"light_headedness",
          "Get up slowly and hold on to something for the first minutes: the heart may beat "
          "slower after such cold, and one may feel faint on standing.",
          "How often people felt faint or fell was looked for and not found.",
          source(facts::id::effects::wbc_autonomic_hr_wbc)};
}

Statement menthol() {
  return {
      "irritation_by_menthol",
      fmt::format("A rub with menthol can irritate the skin and burn it, often "
                  "within a day of the first use: {:g} cases were reported. At most {:g} to "
                  "{:g} times a day, see a doctor after {:g} days, nothing tight or warm over "
                  "it, and wash it off if it burns.",
                  printed(id::irritation_menthol_cases), printed(id::irritation_menthol_times_low),
                  printed(id::irritation_menthol_times_high), printed(id::irritation_menthol_days)),
      std::string{no_users}, source(id::irritation_menthol_cases)};
}

Statement salicylate() {
  return {
      "irritation_by_salicylate",
      fmt::format("Most of the deeper burns came with menthol alone, or with more than {:g} % "
                  "menthol and more than {:g} % methyl salicylate.",
                  printed(id::irritation_menthol_share), printed(id::irritation_salicylate_share)),
      std::string{no_users}, source(id::irritation_salicylate_share)};
}

Statement cold_on_skin() {
  return {"irritation_by_cold",
          fmt::format("Cold can redden, irritate or burn skin, more so a pack from the freezer, "
                      "without a cloth, pressed, or left on numb skin. One series counted {:g} "
                      "burns by cold in {:g} years, of how many users nobody counted.",
                      printed(id::ice_pack_burns_series), printed(id::ice_pack_burns_series_years)),
          "After how many minutes they came was not told. " + std::string{no_users},
          source(id::ice_pack_burns_times)};
}

Statement shallow_nerve() {
  return {
      "nerve_cases",
      fmt::format("Weakness after icing over a shallow nerve was reported, once after {:g} min. "
                  "Numb and weak afterwards means: stop, and be seen by a doctor. {:g} athletes "
                  "of one report all recovered.",
                  printed(id::nerve_palsy_cases_shortest_exposure),
                  printed(id::nerve_palsy_cases_series)),
      std::string{no_users}, source(id::nerve_palsy_cases_series)};
}

Statement machine() {
  return {"machine_cases",
          fmt::format("Frozen or dead skin under cold machines was reported in {:g} people after "
                      "surgery, who often were numb from it. Take pauses, and look at the skin.",
                      printed(id::cold_device_necrosis_cases)),
          "How cold their skin was is not told. " + std::string{no_users},
          source(id::cold_device_necrosis_cases)};
}

Statement pain_is_late() {
  return {"pain_is_no_guide",
          fmt::format("From about {:g} years on cold is felt later, in the feet most of all: go by "
                      "the clock and not by pain.",
                      printed(id::older_and_neuropathic_age)),
          "How much later differs from person to person, and was measured as a mean.",
          source(id::older_and_neuropathic_thermal_threshold_ratio)};
}

Statement silence() {
  return {"silence_is_not_safety",
          "What is not told of here was not looked at or is not known; that does not make it safe.",
          "Nobody has counted those who were not harmed.", ""};
}

}  // namespace

std::vector<Statement> statements(const Exposure& exposure) {
  std::vector<Statement> told;
  const auto add_if = [&told](bool applies, Statement (*make)()) {
    if (applies) {
      told.push_back(make());
    }
  };
  const bool is_cabin = exposure.cabin != Cabin::none;
  const bool touches_skin = !exposure.water && !is_cabin && !exposure.session.skin.empty();
  add_if(exposure.water && may_disturb_rhythm(*exposure.water), rhythm);
  add_if(
      exposure.water && core_cooling_rate(*exposure.water) && !is_measured_water(*exposure.water),
      cold_bath);
  add_if(is_cabin || exposure.water.has_value(), light_headed);
  add_if(is_cabin || !exposure.session.metal.empty(), metal_off);
  add_if(is_cabin, cabin_cases);
  add_if(is_cabin, no_wind_chill);
  add_if(exposure.is_machine, machine);
  add_if(exposure.over_shallow_nerve, shallow_nerve);
  add_if(touches_skin && !exposure.has_menthol, cold_on_skin);
  add_if(exposure.has_menthol, menthol);
  add_if(exposure.has_salicylate, salicylate);
  add_if(exposure.age >= facts::value(id::older_and_neuropathic_age), pain_is_late);
  told.push_back(silence());
  return told;
}

}  // namespace coldplan::injury
