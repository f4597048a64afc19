#include "coldplan/study/arm_cold.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/settings.h"
#include "coldplan/facts/ids.h"
#include "coldplan/quantity/units.h"

namespace coldplan::study {
namespace {

using quantity::seconds_per_minute;

// numerical: a minute more than the last reading, for what is read late [s].
constexpr double margin = 4.0 * seconds_per_minute;
// numerical: how long a drop is waited for [s].
constexpr double longest_wait = 150.0 * seconds_per_minute;

/// The form of a kind of applicator (data/studies/applicator_kinds.json).
std::string_view form_of(const std::string& kind) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> table{{
      {"crushed_ice_pack", "ice_bag"},
      {"ice_water_bag", "ice_bag_wetted"},
      {"gel_pack", "gel_pack"},
      {"frozen_peas", "frozen_peas"},
      {"ice_massage", "ice_massage"},
      {"cold_therapy_machine", "ctm_controlled_compression"},
      {"cold_air_nozzle", "local_cold_air_machine"},
      {"co2_gas_nozzle", "local_co2_neurocryostimulation"},
      {"ln2_nozzle", "local_ln2_vapour"},
      {"vapocoolant_spray", "vapocoolant_spray"},
      {"menthol_gel", "topical_menthol"},
      {"cold_metal", "local_contact_plate"},
  }};
  const auto* const found = std::find_if(table.begin(), table.end(),
                                         [&](const auto& entry) { return entry.first == kind; });
  return found == table.end() ? std::string_view{} : found->second;
}

bool says(const Arm& arm, std::string_view word) {
  return arm.applicator.text.find(word) != std::string::npos;
}

applicator::Hold hold_of(const Arm& arm, std::vector<std::string>& assumptions) {
  if (says(arm, "Flex-i-Wrap")) {
    return applicator::Hold::flexible;
  }
  if (arm.applicator.compression || says(arm, "elastic wrap")) {
    return applicator::Hold::elastic;
  }
  assumptions.emplace_back("how the pack was held is not stated: as usual");
  return applicator::Hold::usual;
}

void add_barriers(applicator::Use& use, const Arm& arm, std::vector<std::string>& assumptions) {
  const std::string& word = arm.applicator.barrier;
  if (word == "dry_towel" || word == "wet_towel" || word == "dressing") {
    use.barriers.push_back(applicator::barrier_from(word, "applicator.barrier").value());
  } else if (word == "bandage") {
    use.barriers.push_back(applicator::Barrier::dressing);
  } else if (word != "none" && word != "plastic") {
    assumptions.push_back(fmt::format("barrier \"{}\": taken as none", word));
  }
}

/// Those settings that the form has.
void apply_settings(applicator::Form& form, const Applicator& given,
                    std::vector<std::string>& assumptions) {
  const auto apply = [&](applicator::Settings settings, const char* what) {
    if (auto set = applicator::with_settings(form, settings)) {
      form = std::move(*set);
    } else {
      assumptions.push_back(fmt::format("the stated {} is not a setting of the form", what));
    }
  };
  if (given.temperature && given.kind != "crushed_ice_pack" && given.kind != "ice_water_bag") {
    apply({given.temperature, std::nullopt, std::nullopt}, "temperature");
  }
  if (given.mass) {
    apply({std::nullopt, given.mass, std::nullopt}, "mass");
  }
  if (given.area) {
    apply({std::nullopt, std::nullopt, given.area}, "area");
  }
}

double room_of(const Study& study) {
  return study.ambient.value_or(facts::value(facts::id::body::room_temperature));
}

double bouts_of(const Arm& arm) {
  return arm.cycles ? arm.cycles->times * (arm.cycles->on + arm.cycles->off) - arm.cycles->off
                    : 0.0;
}

Error unknown(std::string place, std::string seen, std::string allowed) {
  return {ErrorCode::unknown_name, std::move(place), std::move(seen), std::move(allowed), ""};
}

}  // namespace

double horizon_of(const Arm& arm) {
  double last = arm.cooling.value_or(0.0);
  for (const Measurement& each : arm.measurements) {
    if (!each.scored) {
      continue;
    }
    last = std::max({last, each.time.value_or(0.0), each.window ? each.window->second : 0.0});
    if (!each.time && !each.window) {
      last = std::max(last, longest_wait);
    }
  }
  return last + margin;
}

double cooling_of(const Arm& arm) {
  const bool waits = std::any_of(
      arm.measurements.begin(), arm.measurements.end(),
      [](const Measurement& each) { return each.scored && !each.time && !each.window; });
  if (arm.cycles) {
    return bouts_of(arm);
  }
  return arm.cooling && !waits ? *arm.cooling : horizon_of(arm);
}

bool is_whole_body(const Arm& arm) {
  const Applicator& given = arm.applicator;
  const bool is_limb = given.extent == "limb" || given.extent == "one_leg";
  return given.kind == "whole_body_chamber" || given.kind == "partial_body_cryosauna" ||
         (given.kind == "cold_water_immersion" && !is_limb);
}

Expected<LocalCold> local_cold(const Study& study, const Arm& arm) {
  LocalCold cold;
  simulation::Session& session = cold.session;
  session.use.room_temperature = room_of(study);
  session.duration = arm.cycles ? arm.cycles->on : cooling_of(arm);
  session.bouts = arm.cycles ? arm.cycles->times : 1;
  session.gap = arm.cycles ? arm.cycles->off : 0.0;
  session.after = std::max(0.0, horizon_of(arm) - cooling_of(arm));
  if (arm.applicator.kind == "cold_water_immersion") {
    if (!arm.applicator.temperature) {
      return tl::unexpected(unknown("applicator.temperature_C", "null", "a temperature of water"));
    }
    cold.is_water = true;
    cold.water = *arm.applicator.temperature;
    return cold;
  }
  const std::string_view id = form_of(arm.applicator.kind);
  if (id.empty()) {
    return tl::unexpected(
        unknown("applicator.kind", arm.applicator.kind, "a kind that the model has a form for"));
  }
  auto form = applicator::form_from(id, "applicator.kind");
  if (!form || !applicator::is_predictable(*form)) {
    return tl::unexpected(
        unknown("applicator.kind", arm.applicator.kind, "a form that can be predicted"));
  }
  session.form = std::move(*form);
  session.form.stop_temperature = std::nullopt;
  add_barriers(session.use, arm, cold.assumptions);
  if (const auto* contact = applicator::contact_of(session.form.source); contact != nullptr) {
    session.use.hold = contact->loose ? hold_of(arm, cold.assumptions) : applicator::Hold::usual;
  }
  apply_settings(session.form, arm.applicator, cold.assumptions);
  if (auto fit = simulation::check(session); !fit) {
    return tl::unexpected(fit.error());
  }
  return cold;
}

Expected<simulation::BodySession> body_cold(const Study& study, const Arm& arm) {
  const Applicator& given = arm.applicator;
  applicator::WholeBodyForm form =
      given.kind == "whole_body_chamber"       ? applicator::electric_chamber()
      : given.kind == "partial_body_cryosauna" ? applicator::nitrogen_cryosauna()
      : given.water_motion == "stirred"        ? applicator::stirred_bath()
                                               : applicator::still_bath();
  if (!given.temperature) {
    return tl::unexpected(unknown("applicator.temperature_C", "null", "a temperature"));
  }
  auto set = applicator::with_temperature(form, *given.temperature);
  if (!set) {
    return tl::unexpected(under("applicator", set.error()));
  }
  simulation::BodySession session = simulation::usual_body_session(*set);
  session.room_temperature = room_of(study);
  session.duration = cooling_of(arm);
  session.after = std::max(0.0, horizon_of(arm) - session.duration);
  session.bath_is_held = true;
  if (given.extent == "to_iliac_crest") {
    session.immersed = simulation::ImmersedTo::hip;
  } else if (given.extent == "to_umbilicus") {
    session.immersed = simulation::ImmersedTo::waist;
  }
  if (auto fit = simulation::check(session); !fit) {
    return tl::unexpected(fit.error());
  }
  return session;
}

}  // namespace coldplan::study
