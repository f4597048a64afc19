#pragma once

#include <array>

#include "coldplan/thermoregulation/physique.h"
#include "coldplan/thermoregulation/surroundings.h"

/// What commands a whole body and what leaves its skin, written from docs/whole-body.md; of the
/// code under test it uses facts and the body's public data alone.
namespace coldplan::oracle {

using thermoregulation::Physique;
using thermoregulation::Site;
using thermoregulation::site_count;

/// How far a body is from its set-points [K].
struct BodyErrors {
  std::array<double, site_count> skin{};  ///< mean of the dermis, by site
  double mean_skin = 0.0;                 ///< the same over the body, by area
  double head = 0.0;                      ///< core of the head
  double trunk = 0.0;                     ///< cores of chest, back and pelvis
};

/// What it commands.
struct BodySignals {
  double constriction = 0.0;
  double dilation = 0.0;
  double shivering = 0.0;  ///< [W]
  double sweat = 0.0;      ///< of the body, before it is divided among sites [W]
  double hand_open = 1.0;  ///< share of the anastomoses that is open
  double foot_open = 1.0;
};

[[nodiscard]] BodySignals signals_of(const Physique& physique, const BodyErrors& errors);

/// Share of its segment that a site has: Back and the lumbar column divide theirs by area.
[[nodiscard]] double share_of_segment(const Physique& physique, Site site);

/// Dilation of the skin of a site: its factor on the flow.
[[nodiscard]] double dilation_at(const Physique& physique, Site site, const BodySignals& signals);

/// Sweat of a site [W/m²].
[[nodiscard]] double sweat_at(const Physique& physique, Site site, const BodySignals& signals,
                              const BodyErrors& errors);

/// c of the reflex R = 1/(1 + c S).
[[nodiscard]] double constriction_gain(const Physique& physique, Site site);

/// Breath takes this share of the metabolic heat, in such air.
[[nodiscard]] double breath_share(const thermoregulation::Surrounding& at_head);

/// The skin of a site at this moment.
struct SkinState {
  double cell = 0.0;        ///< temperature of the outermost cell [°C]
  double resistance = 0.0;  ///< from that cell's centre to the surface [m² K/W]
  double sweat = 0.0;       ///< wished [W/m²]
  double bath = 0.0;        ///< temperature of the water [°C]
};

/// What leaves the skin [W/m²].
struct SkinLoss {
  double dry = 0.0;
  double evaporation = 0.0;  ///< taken from the outermost cell
};

[[nodiscard]] SkinLoss skin_loss(const SkinState& skin,
                                 const thermoregulation::Surrounding& around);

}  // namespace coldplan::oracle
