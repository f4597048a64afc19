#include "coldplan/injury/hazard.h"

namespace coldplan::injury {
namespace {

using enum Hazard;
using enum Measure;

constexpr std::array<HazardInfo, hazard_count> table{{
    {skin_freezing, "skin_freezing", "K", "freezing of the skin", margin,
     "Where skin freezes was measured in people; the range for dry skin errs on caution."},
    {ice_crossing, "ice_crossing", "1", "ice that crosses wet skin", share,
     "How fast ice crosses skin was measured in mice only."},
    {frozen_depth, "frozen_depth", "m", "depth of frozen skin", size,
     "It is computed, and was compared with no frostbite of a person."},
    {frost_grade, "frost_grade", "1", "grade of the frostbite", size,
     "The temperature at which frozen tissue dies is little known; what froze is shown by layers."},
    {worn_metal, "worn_metal", "K", "metal that is worn", margin,
     "The limit was found on fingers of healthy adults."},
    {cold_metal, "cold_metal", "K", "cold metal that touches the skin", margin,
     "The limit was found on bare hands."},
    {cold_metal_contact, "cold_metal_contact", "K", "skin that touches cold metal", margin,
     "It is the worst case: a massive piece that touches perfectly."},
    {nerve_warning, "nerve_warning", "1", "injury of a nerve without freezing", size,
     "It rests on animals and a few reported cases; the dose may be wrong by a factor of five."},
    {nerve_cold_time, "nerve_cold_time", "1", "time of the nerve in the cold", share,
     "The ten minutes are assumed."},
    {pack_over_nerve, "pack_over_nerve", "1", "time of a pack over a shallow nerve", share,
     "It is the shortest icing after which a palsy was reported; less is not proven safe."},
    {machine_hours, "machine_hours", "1", "hours on a machine", share,
     "It is an opinion of surgeons who saw skin die; how many were cooled so is not known."},
    {low_flow, "low_flow", "1", "blood flow that stays low", share,
     "Flow was measured in healthy people; whether it harmed was not."},
    {core_stop, "core_stop", "K", "core where the session should stop", margin,
     "The limit is a choice of this program."},
    {core_hypothermia, "core_hypothermia", "K", "hypothermia", margin,
     "The limit is that of the clinical stages."},
    {bath_core_hypothermia, "bath_core_hypothermia", "K", "hypothermia, by the formula of baths",
     margin, "The formula is of young men in water that was not very cold, and fat is not in it."},
    {cold_shock_breaths, "cold_shock_breaths", "1/min", "breathing in the first 30 seconds", size,
     "It was measured in 13 young men; the spread between people is assumed."},
    {cold_shock_heart_rate, "cold_shock_heart_rate", "1/min", "heart in the first 30 seconds", size,
     "It was measured in 13 young men; the spread between people is assumed."},
    {systolic_rise, "systolic_rise", "mmHg", "rise of the upper blood pressure", size,
     "It was measured in men of 21; the part of age is taken from cooling by a suit."},
    {heart_rate_change, "heart_rate_change", "1", "heart after a cabin", size,
     "Other studies saw the heart go faster."},
    {oxygen, "oxygen", "1", "oxygen in the room", margin,
     "Mixing is taken as perfect; near the rim of a cabin and near the floor there is less."},
    {finger_closing, "finger_closing", "K", "arteries of the fingers that close", margin,
     "It was measured in 44 people; how many were of each severity was not read."},
    {finger_closed_share, "finger_closed_share", "1", "closed arteries among people measured", size,
     "It was measured in 44 people; how many were of each severity was not read."},
}};

}  // namespace

const std::array<HazardInfo, hazard_count>& hazards() {
  return table;
}

const HazardInfo& info(Hazard hazard) {
  return table.at(static_cast<std::size_t>(hazard));
}

}  // namespace coldplan::injury
