#pragma once

#include "coldplan/facts/ids.h"
#include "coldplan/thermoregulation/site.h"

/// The constants of JOS-3 by segment (TanabeLab/JOS-3, MIT licence, © 2020 Yoshito Takahashi), as
/// facts.
namespace coldplan::thermoregulation::segment {

namespace id = facts::id::thermoregulation;

/// Area of the skin, standard body [m²].
inline constexpr SegmentFacts skin_area{
    id::skin_area_head,     id::skin_area_neck,      id::skin_area_chest,
    id::skin_area_back,     id::skin_area_pelvis,    id::skin_area_left_shoulder,
    id::skin_area_left_arm, id::skin_area_left_hand, id::skin_area_left_thigh,
    id::skin_area_left_leg, id::skin_area_left_foot};
/// Mass, standard body [kg].
inline constexpr SegmentFacts segment_mass{
    id::segment_mass_head,     id::segment_mass_neck,      id::segment_mass_chest,
    id::segment_mass_back,     id::segment_mass_pelvis,    id::segment_mass_left_shoulder,
    id::segment_mass_left_arm, id::segment_mass_left_hand, id::segment_mass_left_thigh,
    id::segment_mass_left_leg, id::segment_mass_left_foot};
/// Heat capacity of its artery, standard body [J/K].
inline constexpr SegmentFacts artery_heat_capacity{
    id::artery_heat_capacity_head,       id::artery_heat_capacity_neck,
    id::artery_heat_capacity_chest,      id::artery_heat_capacity_back,
    id::artery_heat_capacity_pelvis,     id::artery_heat_capacity_left_shoulder,
    id::artery_heat_capacity_left_arm,   id::artery_heat_capacity_left_hand,
    id::artery_heat_capacity_left_thigh, id::artery_heat_capacity_left_leg,
    id::artery_heat_capacity_left_foot};
/// Of its vein [J/K].
inline constexpr SegmentFacts vein_heat_capacity{
    id::vein_heat_capacity_head,       id::vein_heat_capacity_neck,
    id::vein_heat_capacity_chest,      id::vein_heat_capacity_back,
    id::vein_heat_capacity_pelvis,     id::vein_heat_capacity_left_shoulder,
    id::vein_heat_capacity_left_arm,   id::vein_heat_capacity_left_hand,
    id::vein_heat_capacity_left_thigh, id::vein_heat_capacity_left_leg,
    id::vein_heat_capacity_left_foot};
/// Of its superficial vein [J/K].
inline constexpr SegmentFacts superficial_vein_heat_capacity{
    id::superficial_vein_heat_capacity_head,       id::superficial_vein_heat_capacity_neck,
    id::superficial_vein_heat_capacity_chest,      id::superficial_vein_heat_capacity_back,
    id::superficial_vein_heat_capacity_pelvis,     id::superficial_vein_heat_capacity_left_shoulder,
    id::superficial_vein_heat_capacity_left_arm,   id::superficial_vein_heat_capacity_left_hand,
    id::superficial_vein_heat_capacity_left_thigh, id::superficial_vein_heat_capacity_left_leg,
    id::superficial_vein_heat_capacity_left_foot};
/// Between artery and vein [W/K].
inline constexpr SegmentFacts artery_vein_conductance{
    id::artery_vein_conductance_head,       id::artery_vein_conductance_neck,
    id::artery_vein_conductance_chest,      id::artery_vein_conductance_back,
    id::artery_vein_conductance_pelvis,     id::artery_vein_conductance_left_shoulder,
    id::artery_vein_conductance_left_arm,   id::artery_vein_conductance_left_hand,
    id::artery_vein_conductance_left_thigh, id::artery_vein_conductance_left_leg,
    id::artery_vein_conductance_left_foot};
/// Between either vessel and the tissue around it [W/K].
inline constexpr SegmentFacts vessel_core_conductance{
    id::vessel_core_conductance_head,       id::vessel_core_conductance_neck,
    id::vessel_core_conductance_chest,      id::vessel_core_conductance_back,
    id::vessel_core_conductance_pelvis,     id::vessel_core_conductance_left_shoulder,
    id::vessel_core_conductance_left_arm,   id::vessel_core_conductance_left_hand,
    id::vessel_core_conductance_left_thigh, id::vessel_core_conductance_left_leg,
    id::vessel_core_conductance_left_foot};
/// Between superficial vein and skin [W/K].
inline constexpr SegmentFacts vein_skin_conductance{
    id::vein_skin_conductance_head,       id::vein_skin_conductance_neck,
    id::vein_skin_conductance_chest,      id::vein_skin_conductance_back,
    id::vein_skin_conductance_pelvis,     id::vein_skin_conductance_left_shoulder,
    id::vein_skin_conductance_left_arm,   id::vein_skin_conductance_left_hand,
    id::vein_skin_conductance_left_thigh, id::vein_skin_conductance_left_leg,
    id::vein_skin_conductance_left_foot};
/// Heat capacity of the core [J/K].
inline constexpr SegmentFacts core_heat_capacity{
    id::core_heat_capacity_head,       id::core_heat_capacity_neck,
    id::core_heat_capacity_chest,      id::core_heat_capacity_back,
    id::core_heat_capacity_pelvis,     id::core_heat_capacity_left_shoulder,
    id::core_heat_capacity_left_arm,   id::core_heat_capacity_left_hand,
    id::core_heat_capacity_left_thigh, id::core_heat_capacity_left_leg,
    id::core_heat_capacity_left_foot};
/// Of muscle, where the core does not count it [J/K].
inline constexpr SegmentFacts muscle_heat_capacity{
    id::muscle_heat_capacity_head,       id::muscle_heat_capacity_neck,
    id::muscle_heat_capacity_chest,      id::muscle_heat_capacity_back,
    id::muscle_heat_capacity_pelvis,     id::muscle_heat_capacity_left_shoulder,
    id::muscle_heat_capacity_left_arm,   id::muscle_heat_capacity_left_hand,
    id::muscle_heat_capacity_left_thigh, id::muscle_heat_capacity_left_leg,
    id::muscle_heat_capacity_left_foot};
/// Basal blood flow of the core [m³/s].
inline constexpr SegmentFacts core_blood_flow{
    id::core_blood_flow_head,     id::core_blood_flow_neck,      id::core_blood_flow_chest,
    id::core_blood_flow_back,     id::core_blood_flow_pelvis,    id::core_blood_flow_left_shoulder,
    id::core_blood_flow_left_arm, id::core_blood_flow_left_hand, id::core_blood_flow_left_thigh,
    id::core_blood_flow_left_leg, id::core_blood_flow_left_foot};
/// Basal blood flow of the skin [m³/s].
inline constexpr SegmentFacts skin_blood_flow{
    id::skin_blood_flow_head,     id::skin_blood_flow_neck,      id::skin_blood_flow_chest,
    id::skin_blood_flow_back,     id::skin_blood_flow_pelvis,    id::skin_blood_flow_left_shoulder,
    id::skin_blood_flow_left_arm, id::skin_blood_flow_left_hand, id::skin_blood_flow_left_thigh,
    id::skin_blood_flow_left_leg, id::skin_blood_flow_left_foot};
/// Share of basal metabolism in the core.
inline constexpr SegmentFacts core_metabolism_fraction{
    id::core_metabolism_fraction_head,       id::core_metabolism_fraction_neck,
    id::core_metabolism_fraction_chest,      id::core_metabolism_fraction_back,
    id::core_metabolism_fraction_pelvis,     id::core_metabolism_fraction_left_shoulder,
    id::core_metabolism_fraction_left_arm,   id::core_metabolism_fraction_left_hand,
    id::core_metabolism_fraction_left_thigh, id::core_metabolism_fraction_left_leg,
    id::core_metabolism_fraction_left_foot};
/// Share of the heat of activity.
inline constexpr SegmentFacts work_weight{
    id::work_weight_head,     id::work_weight_neck,      id::work_weight_chest,
    id::work_weight_back,     id::work_weight_pelvis,    id::work_weight_left_shoulder,
    id::work_weight_left_arm, id::work_weight_left_hand, id::work_weight_left_thigh,
    id::work_weight_left_leg, id::work_weight_left_foot};
/// Share of the heat of shivering.
inline constexpr SegmentFacts shivering_weight{
    id::shivering_weight_head,       id::shivering_weight_neck,
    id::shivering_weight_chest,      id::shivering_weight_back,
    id::shivering_weight_pelvis,     id::shivering_weight_left_shoulder,
    id::shivering_weight_left_arm,   id::shivering_weight_left_hand,
    id::shivering_weight_left_thigh, id::shivering_weight_left_leg,
    id::shivering_weight_left_foot};
/// Weight of its skin in the warm and cold signals.
inline constexpr SegmentFacts skin_receptor_weight{
    id::skin_receptor_weight_head,       id::skin_receptor_weight_neck,
    id::skin_receptor_weight_chest,      id::skin_receptor_weight_back,
    id::skin_receptor_weight_pelvis,     id::skin_receptor_weight_left_shoulder,
    id::skin_receptor_weight_left_arm,   id::skin_receptor_weight_left_hand,
    id::skin_receptor_weight_left_thigh, id::skin_receptor_weight_left_leg,
    id::skin_receptor_weight_left_foot};
/// Weight of the constriction signal.
inline constexpr SegmentFacts constriction_weight{
    id::constriction_weight_head,       id::constriction_weight_neck,
    id::constriction_weight_chest,      id::constriction_weight_back,
    id::constriction_weight_pelvis,     id::constriction_weight_left_shoulder,
    id::constriction_weight_left_arm,   id::constriction_weight_left_hand,
    id::constriction_weight_left_thigh, id::constriction_weight_left_leg,
    id::constriction_weight_left_foot};
/// Weight of the dilation signal.
inline constexpr SegmentFacts dilation_weight{
    id::dilation_weight_head,     id::dilation_weight_neck,      id::dilation_weight_chest,
    id::dilation_weight_back,     id::dilation_weight_pelvis,    id::dilation_weight_left_shoulder,
    id::dilation_weight_left_arm, id::dilation_weight_left_hand, id::dilation_weight_left_thigh,
    id::dilation_weight_left_leg, id::dilation_weight_left_foot};
/// Share of sweat.
inline constexpr SegmentFacts sweat_weight{
    id::sweat_weight_head,     id::sweat_weight_neck,      id::sweat_weight_chest,
    id::sweat_weight_back,     id::sweat_weight_pelvis,    id::sweat_weight_left_shoulder,
    id::sweat_weight_left_arm, id::sweat_weight_left_hand, id::sweat_weight_left_thigh,
    id::sweat_weight_left_leg, id::sweat_weight_left_foot};
/// Factor on dilation from 60 years on.
inline constexpr SegmentFacts dilation_age_factor{
    id::dilation_age_factor_head,       id::dilation_age_factor_neck,
    id::dilation_age_factor_chest,      id::dilation_age_factor_back,
    id::dilation_age_factor_pelvis,     id::dilation_age_factor_left_shoulder,
    id::dilation_age_factor_left_arm,   id::dilation_age_factor_left_hand,
    id::dilation_age_factor_left_thigh, id::dilation_age_factor_left_leg,
    id::dilation_age_factor_left_foot};
/// Factor on sweating from 60 years on.
inline constexpr SegmentFacts sweating_age_factor{
    id::sweating_age_factor_head,       id::sweating_age_factor_neck,
    id::sweating_age_factor_chest,      id::sweating_age_factor_back,
    id::sweating_age_factor_pelvis,     id::sweating_age_factor_left_shoulder,
    id::sweating_age_factor_left_arm,   id::sweating_age_factor_left_hand,
    id::sweating_age_factor_left_thigh, id::sweating_age_factor_left_leg,
    id::sweating_age_factor_left_foot};
/// Convection in still air, standing [W/(m² K)].
inline constexpr SegmentFacts natural_convection_standing{
    id::natural_convection_standing_head,       id::natural_convection_standing_neck,
    id::natural_convection_standing_chest,      id::natural_convection_standing_back,
    id::natural_convection_standing_pelvis,     id::natural_convection_standing_left_shoulder,
    id::natural_convection_standing_left_arm,   id::natural_convection_standing_left_hand,
    id::natural_convection_standing_left_thigh, id::natural_convection_standing_left_leg,
    id::natural_convection_standing_left_foot};
/// The same, sitting [W/(m² K)].
inline constexpr SegmentFacts natural_convection_sitting{
    id::natural_convection_sitting_head,       id::natural_convection_sitting_neck,
    id::natural_convection_sitting_chest,      id::natural_convection_sitting_back,
    id::natural_convection_sitting_pelvis,     id::natural_convection_sitting_left_shoulder,
    id::natural_convection_sitting_left_arm,   id::natural_convection_sitting_left_hand,
    id::natural_convection_sitting_left_thigh, id::natural_convection_sitting_left_leg,
    id::natural_convection_sitting_left_foot};
/// Radiation to walls of room temperature, standing [W/(m² K)].
inline constexpr SegmentFacts radiation_standing{
    id::radiation_standing_head,       id::radiation_standing_neck,
    id::radiation_standing_chest,      id::radiation_standing_back,
    id::radiation_standing_pelvis,     id::radiation_standing_left_shoulder,
    id::radiation_standing_left_arm,   id::radiation_standing_left_hand,
    id::radiation_standing_left_thigh, id::radiation_standing_left_leg,
    id::radiation_standing_left_foot};
/// The same, sitting [W/(m² K)].
inline constexpr SegmentFacts radiation_sitting{
    id::radiation_sitting_head,       id::radiation_sitting_neck,
    id::radiation_sitting_chest,      id::radiation_sitting_back,
    id::radiation_sitting_pelvis,     id::radiation_sitting_left_shoulder,
    id::radiation_sitting_left_arm,   id::radiation_sitting_left_hand,
    id::radiation_sitting_left_thigh, id::radiation_sitting_left_leg,
    id::radiation_sitting_left_foot};
/// Forced convection a v^b in air of a room [W/(m² K)], v in m/s.
inline constexpr SegmentFacts forced_convection_a{
    id::forced_convection_a_head,       id::forced_convection_a_neck,
    id::forced_convection_a_chest,      id::forced_convection_a_back,
    id::forced_convection_a_pelvis,     id::forced_convection_a_left_shoulder,
    id::forced_convection_a_left_arm,   id::forced_convection_a_left_hand,
    id::forced_convection_a_left_thigh, id::forced_convection_a_left_leg,
    id::forced_convection_a_left_foot};
/// Its exponent.
inline constexpr SegmentFacts forced_convection_b{
    id::forced_convection_b_head,       id::forced_convection_b_neck,
    id::forced_convection_b_chest,      id::forced_convection_b_back,
    id::forced_convection_b_pelvis,     id::forced_convection_b_left_shoulder,
    id::forced_convection_b_left_arm,   id::forced_convection_b_left_hand,
    id::forced_convection_b_left_thigh, id::forced_convection_b_left_leg,
    id::forced_convection_b_left_foot};
/// Thickness of the fat under the skin relative to other segments.
inline constexpr SegmentFacts fat_thickness_weight{
    id::fat_thickness_weight_head,   id::fat_thickness_weight_neck,
    id::fat_thickness_weight_chest,  id::fat_thickness_weight_back,
    id::fat_thickness_weight_pelvis, id::fat_thickness_weight_shoulder,
    id::fat_thickness_weight_arm,    id::fat_thickness_weight_hand,
    id::fat_thickness_weight_thigh,  id::fat_thickness_weight_leg,
    id::fat_thickness_weight_foot};

}  // namespace coldplan::thermoregulation::segment
