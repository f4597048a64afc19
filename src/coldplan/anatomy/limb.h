#pragma once

#include "coldplan/anatomy/back.h"

/// A limb of given girth as a cylinder: skin | fat | muscle | bone on the axis. Most published
/// experiments cooled a calf, a thigh or a forearm; the limb is what they are scored on.
namespace coldplan::anatomy {

/// What a limb is built from. Lengths in m.
struct Limb {
  double age = 0.0;    ///< [y]
  double girth = 0.0;  ///< circumference
  double skin = 0.0;   ///< epidermis and dermis
  double fat = 0.0;    ///< thickness of the subcutaneous fat
};

/// The column of a limb, its axis without heat flux and its arterial blood at core temperature.
/// Skin, interface and muscle depths are its landmarks, as far as they lie within the muscle.
/// Errors: a girth too small to hold skin, fat and bone.
[[nodiscard]] Expected<NamedColumn> limb_column(const Limb& limb,
                                                const posterior::Draw& draw = posterior::median());

}  // namespace coldplan::anatomy
