#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "coldplan/bioheat/batch_state.h"
#include "coldplan/thermoregulation/layout.h"

/// What a batch of bodies is to the kernel: arrays by row (cell) and lane, by site and lane, or by
/// lane. Lanes never look at each other, so that one has the same bits whoever shares the batch.
namespace coldplan::thermoregulation {

using bioheat::LaneArray;

/// What surrounds a site, one value a lane.
template <typename Real>
struct SurroundingLanes {
  LaneArray<Real> convection;        ///< film to the gas, or to the water [W/(m² K)]
  LaneArray<Real> emissivity;        ///< effective, to the walls; 0 in water
  LaneArray<Real> gas_temperature;   ///< [°C]
  LaneArray<Real> wall_temperature;  ///< [°C]
  LaneArray<Real> clothing;          ///< resistance between skin and film [m² K/W]
  LaneArray<Real> vapour_pressure;   ///< of the gas [Pa]
  LaneArray<Real> in_water;          ///< 1 where the film is the bath's, else 0
};

/// Constants and state of one site (of one side of the body), one value a lane.
template <typename Real>
struct SiteLanes {
  // Constants.
  LaneArray<Real> area;             ///< [m²]
  LaneArray<Real> skin_resistance;  ///< from the outermost cell's centre to the surface [m² K/W]
  LaneArray<Real> artery_capacity, vein_capacity, superficial_capacity;  ///< [J/K]
  LaneArray<Real> artery_vein;                                           ///< [W/K]
  LaneArray<Real> receptor_weight;    ///< in the skin's signals, of all sides together
  LaneArray<Real> constriction_gain;  ///< c of R = 1/(1 + c S)
  LaneArray<Real> dilation_gain;      ///< on the dilation signal
  LaneArray<Real> sweat_share;        ///< of sweat, all sides together
  LaneArray<Real> shivering_share;    ///< of the heat of shivering, of one side
  LaneArray<Real> anastomoses;        ///< ρ_b c_b times the flow of open anastomoses [W/K]
  LaneArray<Real> freezing;           ///< of its skin [°C]
  SurroundingLanes<Real> surrounding;
  // Set-points.
  LaneArray<Real> neutral_skin, neutral_fat;  ///< mean of the layer at rest [°C]
  // State.
  LaneArray<Real> artery, vein, superficial;                       ///< blood [°C]
  LaneArray<Real> artery_change, vein_change, superficial_change;  ///< of the last step [K]
  LaneArray<Real> skin_h, fat_h;        ///< relative flow by local constriction
  LaneArray<Real> skin_dose, fat_dose;  ///< D [s]
  LaneArray<Real> radiation;            ///< radiative coefficient of the last step [W/(m² K)]
  // Of the present step.
  LaneArray<Real> skin_factor, fat_factor;  ///< on the basal flow
  LaneArray<Real> open;                     ///< share of its anastomoses that is open
  LaneArray<Real> outward;      ///< from the outermost cell to the surroundings [W/(m² K)]
  LaneArray<Real> outside;      ///< temperature that this leads to [°C]
  LaneArray<Real> evaporation;  ///< [W/m²]
  LaneArray<Real> surface;      ///< skin surface at the end of the step [°C]
};

/// What a body has once, one value a lane.
template <typename Real>
struct BodyLanes {
  // Constants.
  LaneArray<Real> central_capacity;     ///< [J/K]
  LaneArray<Real> control_scale;        ///< body surface over the standard one
  LaneArray<Real> shivering_scale;      ///< the same, times the factor of age
  LaneArray<Real> shivering_most;       ///< [W]
  LaneArray<Real> flow_per_heat;        ///< ρ_b c_b times flow for each watt of shivering [1/K]
  LaneArray<Real> metabolism_exponent;  ///< log₂(Q10)/10 [1/K]
  LaneArray<Real> flow_exponent;        ///< the same of the flow of muscle
  LaneArray<Real> floor, sensitivity, warm_doubling, warm_cap;  ///< of the local law
  LaneArray<Real> onset, recovery, dose_scale, recovery_cap, recovered;
  LaneArray<Real> reflex_age, blunting, blunting_level, blunting_width;  ///< of the reflex
  LaneArray<Real> bath_capacity;  ///< of the water [J/K]; huge where it is held
  LaneArray<Real> bath_loss;      ///< conductance to the room [W/K]
  LaneArray<Real> bath_room;      ///< temperature of that room [°C]
  // Set-points [°C].
  LaneArray<Real> neutral_head, neutral_trunk, neutral_mean_skin;
  // State.
  LaneArray<Real> central, central_change;  ///< blood [°C], its last change [K]
  LaneArray<Real> bath, bath_change;        ///< water [°C], its last change [K]
  LaneArray<Real> time;                     ///< [s]
  LaneArray<Real> frozen_time;              ///< first moment of frozen skin [s]; huge for none
  LaneArray<Real> frozen_site;              ///< place of the site that froze
  // Of the present step.
  LaneArray<Real> length;    ///< [s]
  LaneArray<Real> forecast;  ///< half of this step over the last one; 0 where that tells nothing
  LaneArray<Real> cooling;   ///< 1 while the dose of constriction grows
  LaneArray<Real> shivering, metabolism, respiration, sweat, evaporation;  ///< [W]
  LaneArray<Real> loss;       ///< through the film, mean over the step [W]
  LaneArray<Real> into_bath;  ///< of it [W]
  LaneArray<Real> skin_flow;  ///< ρ_b c_b times the flow of skin [W/K]
};

/// Resting temperatures and constants of a row, one value a lane; changes at each step below.
template <typename Real>
struct RowLanes {
  LaneArray<Real> capacity;     ///< [J/(m² K)]
  LaneArray<Real> conductance;  ///< to the next row outward [W/(m² K)]; 0 of the outermost
  LaneArray<Real> perfusion;    ///< basal [W/(m² K)]
  LaneArray<Real> heat;         ///< basal [W/m²]
  LaneArray<Real> artery;       ///< exchange with the artery by conduction [W/(m² K)]
  LaneArray<Real> vein;         ///< with the vein
  LaneArray<Real> superficial;  ///< with the superficial vein
  LaneArray<Real> weight;       ///< in the mean of its layer
  LaneArray<Real> reference;    ///< resting temperature [°C]
  LaneArray<Real> temperature, change;
  LaneArray<Real> flow_now, heat_now;
  LaneArray<Real> inverse, coupling;
  LaneArray<Real> by_artery, by_vein, by_superficial;  ///< response to a kelvin of the blood
  std::array<LaneArray<Real>, 3> stage;
};

/// What is observed of a body at the end of a step, one row of lanes each.
enum class Observed : std::uint8_t {
  central_blood,  ///< oesophageal
  pelvis_core,    ///< rectal
  head_core,
  mean_skin,
  shivering,
  metabolism,
  evaporation,
  respiration,
  loss,
  into_bath,
  skin_flow,  ///< times ρ_b c_b [W/K]
  bath,
  first_surface,  ///< the surface of each site from here on
};
inline constexpr std::size_t observed_count =
    static_cast<std::size_t>(Observed::first_surface) + site_count;

/// A batch of bodies.
template <typename Real>
struct BodyState {
  std::size_t lanes = 0;
  const Layout* layout = nullptr;
  RowLanes<Real> row;
  std::array<SiteLanes<Real>, site_count> site;
  BodyLanes<Real> body;
};

/// A batch of so many lanes without anybody in it. The layout must outlive it.
template <typename Real>
[[nodiscard]] BodyState<Real> make_state(const Layout& layout, std::size_t lanes);

/// Makes a lane of one batch what it is in another of the same layout and number of lanes, which is
/// only read.
template <typename Real>
void copy_lane(BodyState<Real>& from, BodyState<Real>& to, std::size_t lane);

}  // namespace coldplan::thermoregulation
