#pragma once

#include <string_view>
#include <vector>

#include "coldplan/applicator/form.h"

namespace coldplan::applicator {

/// Ice bag of crushed or cubed ice in thin plastic: dry outside, or wetted so that water fills the
/// gap.
[[nodiscard]] Form ice_bag();
[[nodiscard]] Form ice_bag_wetted();

/// Gel pack from the freezer: a flexible gel that does not freeze, or a water-based one that does.
[[nodiscard]] Form gel_pack();
[[nodiscard]] Form gel_pack_water_based();

/// Bag of frozen peas.
[[nodiscard]] Form frozen_peas();

/// Salt dissolving in water, activated by a blow.
[[nodiscard]] Form instant_chemical_pack();

/// Cloth soaked in cold water, which warms.
[[nodiscard]] Form wet_compress();

/// Ice rubbed over bare skin.
[[nodiscard]] Form ice_massage();

/// Pad fed with ice water by a pump, without control of its temperature: while there is ice the
/// water keeps its temperature, then it warms.
[[nodiscard]] Form ice_water_machine();

/// Pad at a set temperature, pressed on by a cuff.
[[nodiscard]] Form compression_machine();

/// Cuff filled with ice water by gravity.
[[nodiscard]] Form gravity_cuff();

/// Home machine that blows cold air: nothing was found of it, so that it is not predicted.
[[nodiscard]] Form home_air_machine();

/// Cooled rigid plate, soft hydrogel pad, and small probe (of which too little was found) pressed
/// on the skin.
[[nodiscard]] Form contact_plate();
[[nodiscard]] Form contact_pad();
[[nodiscard]] Form contact_probe();

/// Refrigerated air from a hose that sweeps the skin.
[[nodiscard]] Form cold_air_machine();

/// Snow and gas of carbon dioxide from a nozzle; stops when the skin is at 4 °C.
[[nodiscard]] Form co2_jet();

/// Vapour of liquid nitrogen from a hose: as it was measured on knees, and as a maker claims it.
[[nodiscard]] Form nitrogen_vapour();
[[nodiscard]] Form nitrogen_vapour_intense();

/// A few seconds of a liquid that boils off the skin.
[[nodiscard]] Form vapocoolant();

/// Menthol gel: its solvent evaporates; what menthol does is a sensation, not a temperature.
[[nodiscard]] Form menthol_gel();

/// Share of TRPM8 receptors that a concentration of menthol [mol/m³] opens, C/(C + EC50). How much
/// menthol of a gel reaches the nerve endings was not found, nor how far it shifts the temperature
/// at which they open, so that no drive is predicted from it.
[[nodiscard]] double receptor_occupancy(double concentration);

/// Metal on the skin, a hazard and no therapy: worn in a cold chamber, where its exposed side
/// gathers cold, and already as cold as the chamber when it touches.
[[nodiscard]] Form metal_worn();
[[nodiscard]] Form metal_precooled();

/// Every local form there is, in the order of showing, hazards last.
[[nodiscard]] std::vector<Form> all_forms();

/// The form with this id, or an error with the nearest known one. `place` names it in the error.
[[nodiscard]] Expected<Form> form_from(std::string_view id, std::string_view place);

}  // namespace coldplan::applicator
