#pragma once

#include <string_view>
#include <vector>

#include "coldplan/applicator/pack.h"

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

/// Every form there is so far, in the order of showing.
[[nodiscard]] std::vector<Form> all_forms();

/// The form with this id, or an error with the nearest known one. `place` names it in the error.
[[nodiscard]] Expected<Form> form_from(std::string_view id, std::string_view place);

}  // namespace coldplan::applicator
