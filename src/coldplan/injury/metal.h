#pragma once

#include "coldplan/applicator/source.h"

/// Metal against skin: two hazards that must not be confused.
///
/// *Worn* metal (piercings, zips, jewellery) is as warm as the skin when the cold begins, and draws
/// heat from it like a fin while it lasts: its skin has a course of its own, that of the form
/// metal_worn. *Pre-cooled* metal (a cold plate, a roller, a rail) acts in seconds: skin takes the
/// temperature of two half spaces that meet (applicator/source.h).
///
/// Frostbite threatens from a contact temperature of 0 °C, and bare hands should not touch metal
/// under 4 °C (Geng 2006, Chen 1994; fingers of healthy adults, never a back). Times to 0 °C by
/// material stand in ISO 13732-3, which was not read.
namespace coldplan::injury {

/// Temperature of skin that touches something at which frostbite threatens [°C]: 0.
[[nodiscard]] double contact_limit();

/// Temperature of bare metal under which it should not be touched [°C]: 4.
[[nodiscard]] double bare_metal_limit();

/// What a piece of metal and skin meet at, against their limits.
struct MetalContact {
  double metal_margin = 0.0;    ///< metal over 4 °C [K]; negative: too cold to touch
  double contact_margin = 0.0;  ///< contact over 0 °C [K]
};

/// Of a massive piece of pre-cooled metal in perfect contact, the worst case.
[[nodiscard]] MetalContact contact_with(const applicator::Solid& metal);

}  // namespace coldplan::injury
