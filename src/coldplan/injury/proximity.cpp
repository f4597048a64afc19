#include "coldplan/injury/proximity.h"

#include <limits>

#include "coldplan/injury/circulation.h"
#include "coldplan/injury/core.h"
#include "coldplan/injury/long_cold.h"
#include "coldplan/injury/metal.h"
#include "coldplan/injury/nerve.h"
#include "coldplan/injury/oxygen.h"

namespace coldplan::injury {
namespace {

using Found = std::vector<Proximity>;
using When = std::optional<double>;

constexpr When at_once = 0.0;

Proximity over(Hazard hazard, double margin, When reached) {
  return {hazard, margin, margin < 0.0, reached};
}

Proximity part_of(Hazard hazard, double share, When reached) {
  return {hazard, share, share >= 1.0, reached};
}

Proximity sized(Hazard hazard, double size) {
  return {hazard, size, false, std::nullopt};
}

void add_frozen(const Exposure& exposure, const Coefficients& drawn, Found& found) {
  const bool froze = freezes_at(exposure.session.skin, exposure.skin_state, drawn).has_value();
  const When reached = freezes_at(exposure.going_on.skin, exposure.skin_state, drawn);
  const double depth = froze ? frozen_depth(exposure.profile) : 0.0;
  const FrostGrade grade = froze ? grade_of(exposure.profile, drawn) : FrostGrade::none;
  found.push_back({Hazard::frozen_depth, depth, froze, reached});
  found.push_back({Hazard::frost_grade, static_cast<double>(grade), froze, reached});
}

void add_skin(const Exposure& exposure, const Coefficients& drawn, Found& found) {
  const Course& skin = exposure.session.skin;
  if (skin.empty()) {
    return;
  }
  const double limit = freezing_limit(exposure.skin_state);
  found.push_back(over(Hazard::skin_freezing, coldest(skin) - limit,
                       first_under(exposure.going_on.skin, limit)));
  if (exposure.skin_state == SkinState::wet) {
    found.push_back(
        part_of(Hazard::ice_crossing, ice_dose(skin), crossed_at(exposure.going_on.skin)));
  }
  if (!exposure.profile.empty()) {
    add_frozen(exposure, drawn, found);
  }
}

void add_metal(const Exposure& exposure, Found& found) {
  if (!exposure.session.metal.empty()) {
    found.push_back(over(Hazard::worn_metal, coldest(exposure.session.metal) - contact_limit(),
                         first_under(exposure.going_on.metal, contact_limit())));
  }
  if (exposure.cold_metal) {
    const MetalContact contact = contact_with(*exposure.cold_metal);
    const auto now = [](double margin) { return margin < 0.0 ? at_once : std::nullopt; };
    found.push_back(over(Hazard::cold_metal, contact.metal_margin, now(contact.metal_margin)));
    found.push_back(
        over(Hazard::cold_metal_contact, contact.contact_margin, now(contact.contact_margin)));
  }
}

void add_nerve(const Exposure& exposure, const Coefficients& drawn, Found& found) {
  const Course& nerve = exposure.session.nerve;
  const Course& longer = exposure.going_on.nerve;
  if (!nerve.empty()) {
    const NerveWarning warning = nerve_warning(nerve, drawn);
    found.push_back({Hazard::nerve_warning, static_cast<double>(warning),
                     warning >= NerveWarning::raised, nerve_warning_at(longer, drawn)});
    found.push_back(part_of(Hazard::nerve_cold_time,
                            nerve_cold_time(nerve) / nerve_cold_time_limit(),
                            nerve_cold_limit_at(longer)));
  }
  if (exposure.over_shallow_nerve) {
    found.push_back(
        part_of(Hazard::pack_over_nerve, exposure.removal / pack_time_limit(), pack_time_limit()));
  }
}

void add_hours(const Exposure& exposure, Found& found) {
  if (exposure.session.skin.empty()) {
    return;
  }
  found.push_back(part_of(Hazard::machine_hours,
                          machine_time(exposure.session.skin) / machine_time_limit(),
                          machine_limit_at(exposure.going_on.skin)));
  // Measured under machines; neither a rub nor a cabin stops the flow of one place for so long.
  if (exposure.cabin == Cabin::none && !exposure.has_menthol) {
    found.push_back(
        part_of(Hazard::low_flow, exposure.removal / low_flow_after(), low_flow_after()));
  }
}

void add_core(const Exposure& exposure, const Coefficients& drawn, Found& found) {
  const Course& longer = exposure.going_on.core;
  if (!exposure.session.core.empty()) {
    const CoreCold cold = exposure.cabin == Cabin::none ? CoreCold::water : CoreCold::cabin;
    const double lowest = lowest_core(exposure.session.core, exposure.removal, cold, drawn);
    found.push_back(
        over(Hazard::core_stop, lowest - core_stop(), first_under(longer, core_stop())));
    found.push_back(over(Hazard::core_hypothermia, lowest - hypothermia_limit(),
                         first_under(longer, hypothermia_limit())));
  }
  if (exposure.water) {
    const double lowest = lowest_core_of_bath(*exposure.water, exposure.removal, drawn);
    found.push_back(over(Hazard::bath_core_hypothermia, lowest - hypothermia_limit(),
                         time_to_core(hypothermia_limit(), *exposure.water)));
  }
}

void add_circulation(const Exposure& exposure, const Coefficients& drawn, Found& found) {
  if (exposure.water) {
    if (const auto shock = drawn_cold_shock(*exposure.water, drawn)) {
      found.push_back(sized(Hazard::cold_shock_breaths, shock->breaths));
      found.push_back(sized(Hazard::cold_shock_heart_rate, shock->heart_rate));
    }
  }
  if (exposure.cabin != Cabin::none) {
    const auto response =
        thermoregulation::cabin_response(exposure.age, exposure.cabin == Cabin::head_in);
    found.push_back(sized(Hazard::systolic_rise, response.systolic_rise));
    found.push_back(sized(Hazard::heart_rate_change, response.heart_rate_change));
  }
}

void add_oxygen(const Exposure& exposure, Found& found) {
  if (!exposure.nitrogen) {
    return;
  }
  if (const auto answer = applicator::oxygen_in(*exposure.nitrogen)) {
    found.push_back(
        over(Hazard::oxygen, oxygen_margin(answer->lowest), time_to_oxygen_limit(*answer)));
  }
}

void add_fingers(const Exposure& exposure, const Coefficients& drawn, Found& found) {
  if (!exposure.raynaud || exposure.session.finger.empty()) {
    return;
  }
  const double finger = coldest(exposure.session.finger);
  const double closing = drawn_closing_temperature(*exposure.raynaud, drawn);
  found.push_back(over(Hazard::finger_closing, finger - closing,
                       first_under(exposure.going_on.finger, closing)));
  found.push_back(sized(Hazard::finger_closed_share, closed_share(*exposure.raynaud, finger)));
}

/// The course that a hazard is read from, if it is one.
const Course* course_of(const Courses& courses, Hazard hazard) {
  switch (hazard) {
    case Hazard::skin_freezing:
    case Hazard::ice_crossing:
    case Hazard::frozen_depth:
    case Hazard::frost_grade:
    case Hazard::machine_hours:
      return &courses.skin;
    case Hazard::worn_metal:
      return &courses.metal;
    case Hazard::nerve_warning:
    case Hazard::nerve_cold_time:
      return &courses.nerve;
    case Hazard::core_stop:
    case Hazard::core_hypothermia:
      return &courses.core;
    case Hazard::finger_closing:
      return &courses.finger;
    default:
      return nullptr;
  }
}

/// Whether a clock alone, or the first touch, decides when the limit is reached.
bool needs_no_course(const Exposure& exposure, Hazard hazard) {
  switch (hazard) {
    case Hazard::cold_metal:
    case Hazard::cold_metal_contact:
    case Hazard::pack_over_nerve:
    case Hazard::low_flow:
    case Hazard::bath_core_hypothermia:
      return true;
    case Hazard::oxygen:
      return exposure.nitrogen && exposure.nitrogen->leak;
    default:
      return false;
  }
}

}  // namespace

Expected<std::vector<Proximity>> proximities(const Exposure& exposure, const Coefficients& drawn) {
  if (auto fit = check(exposure); !fit) {
    return tl::unexpected(fit.error());
  }
  Found found;
  found.reserve(hazard_count);
  add_skin(exposure, drawn, found);
  add_metal(exposure, found);
  add_nerve(exposure, drawn, found);
  add_hours(exposure, found);
  add_core(exposure, drawn, found);
  add_circulation(exposure, drawn, found);
  add_oxygen(exposure, found);
  add_fingers(exposure, drawn, found);
  return found;
}

std::optional<double> horizon(const Exposure& exposure, Hazard hazard) {
  if (needs_no_course(exposure, hazard)) {
    return std::numeric_limits<double>::infinity();
  }
  const Course* course = course_of(exposure.going_on, hazard);
  return course != nullptr && !course->empty() ? std::optional{course->time.back()} : std::nullopt;
}

}  // namespace coldplan::injury
