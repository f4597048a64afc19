#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// The hazards that a number is given for, in the fixed order in which they are told of.
namespace coldplan::injury {

enum class Hazard : std::uint8_t {
  skin_freezing,          ///< coldest skin over where freezing may begin [K]
  ice_crossing,           ///< share of the time that ice takes to cross wet skin
  frozen_depth,           ///< [m]; 0: nothing froze
  frost_grade,            ///< FrostGrade as a number, 0: nothing froze
  worn_metal,             ///< skin under worn metal over 0 °C [K]
  cold_metal,             ///< pre-cooled metal over 4 °C [K]
  cold_metal_contact,     ///< skin that it touches over 0 °C [K]
  nerve_warning,          ///< NerveWarning as a number
  nerve_cold_time,        ///< share of the 10 min that a nerve may be under 10 °C
  pack_over_nerve,        ///< share of the 20 min that a pack may lie over a shallow nerve
  machine_hours,          ///< share of the 2 h that skin may be under 18.3 °C
  low_flow,               ///< share of the 1 h after which flow stayed low
  core_stop,              ///< lowest core over 36 °C, by the model of the body [K]
  core_hypothermia,       ///< and over 35 °C [K]
  bath_core_hypothermia,  ///< lowest core over 35 °C, by the formula of baths [K]
  cold_shock_breaths,     ///< [1/min], no limit
  cold_shock_heart_rate,  ///< [1/min], no limit
  systolic_rise,          ///< [mmHg], no limit
  heart_rate_change,      ///< afterwards, relative, no limit
  oxygen,                 ///< least oxygen of the room over the alarm, as a volume fraction
  finger_closing,         ///< finger over where this person's arteries close [K]
  finger_closed_share,    ///< share of measured people of her severity with closed arteries
};

inline constexpr std::size_t hazard_count =
    static_cast<std::size_t>(Hazard::finger_closed_share) + 1;

/// How a number says that it is near.
enum class Measure : std::uint8_t {
  margin,  ///< over a limit: passed under 0
  share,   ///< of a limit: passed at or over 1
  size,    ///< there is no limit, or the number is a depth, a grade or a level
};

/// What is known of a hazard.
struct HazardInfo {
  Hazard hazard;
  std::string_view id;    ///< "skin_freezing"
  std::string_view unit;  ///< SI; "1" for shares, grades and levels
  std::string_view name;  ///< for a reader
  Measure measure;
  std::string_view rests_on;  ///< what the limit is worth: one sentence
};

/// All, in the order of the enumerators.
[[nodiscard]] const std::array<HazardInfo, hazard_count>& hazards();

[[nodiscard]] const HazardInfo& info(Hazard hazard);

}  // namespace coldplan::injury
