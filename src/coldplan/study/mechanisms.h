#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace coldplan::study {

/// What the simulation of an experiment is made of beyond layers, flow and contact. Each can be
/// left out, to see what it is worth.
struct Mechanisms {
  bool geometry = true;     ///< a limb is a cylinder, partly covered; else a slab
  bool memory = true;       ///< constriction outlasts the cold; else it goes as it comes
  bool limb_artery = true;  ///< blood reaches a limb colder than the core
  bool observation = true;  ///< sensors, wires, delays, muscle that settles; else as printed
  bool discrepancy = true;  ///< what the model misses in a study
};

/// The word of each: "geometry", "memory", "limb-artery", "observation", "discrepancy".
inline constexpr std::array<std::pair<std::string_view, bool Mechanisms::*>, 5> mechanism_words{{
    {"geometry", &Mechanisms::geometry},
    {"memory", &Mechanisms::memory},
    {"limb-artery", &Mechanisms::limb_artery},
    {"observation", &Mechanisms::observation},
    {"discrepancy", &Mechanisms::discrepancy},
}};

}  // namespace coldplan::study
