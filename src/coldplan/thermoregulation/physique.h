#pragma once

#include <array>
#include <vector>

#include "coldplan/anatomy/back.h"
#include "coldplan/bioheat/grid.h"
#include "coldplan/person/person.h"
#include "coldplan/posterior/draw.h"
#include "coldplan/thermoregulation/layout.h"

/// A person's body as the whole-body model sees it.
namespace coldplan::thermoregulation {

/// Vessels of one segment, of one side of the body.
struct Vessels {
  double artery_capacity = 0.0;       ///< [J/K]
  double vein_capacity = 0.0;         ///< [J/K]
  double superficial_capacity = 0.0;  ///< of the superficial vein [J/K]; 0 where there is none
  double artery_vein = 0.0;           ///< counter-current exchange [W/K]
  double vessel_tissue = 0.0;         ///< between either vessel and the tissue about it [W/K]
  double vein_skin = 0.0;             ///< between superficial vein and skin [W/K]
};

/// One site of one side, all cells per square metre of its skin.
struct SiteBody {
  double area = 0.0;  ///< skin [m²]
  bioheat::Column column;
  bioheat::Grid grid;
  std::vector<double> perfusion;  ///< ω ρ_b c_b V at rest, by cell [W/(m² K)]
  std::vector<double> heat;       ///< metabolic, at rest, by cell [W/m²]
  Vessels vessels;
};

/// The body of a person at rest.
///
/// Segment masses and areas are those of JOS-3's standard body, scaled with weight and body
/// surface. A segment is a cylinder (the head a sphere) of that volume and surface: its radius is
/// 2 V/A (3 V/A). From outside in: epidermis and dermis as on the back; fat, whose thickness
/// spreads what body fat lies under the skin over the segments by assumed weights; muscle; and a
/// core, which is bone in limbs and viscera elsewhere. **No source was found for the layers of the
/// segments: they are derived so, and assumed.** The lumbar column is the person's own
/// (anatomy/back.h) and stands for a part of Back.
///
/// Flow and heat of skin, fat, muscle and bone are those of the tissue tables, but that the flow of
/// the skin is JOS-3's by segment; flow and heat of the core are JOS-3's, less what muscle has of
/// them, so that the body's basal metabolism is that of its equation (revised Harris-Benedict, as
/// in JOS-3) times `resting_activity`. JOS-3's fall of basal flow with age is left out: with it the
/// core of an old person would rest at 37.8 °C (facts thermoregulation.set_point_*).
struct Physique {
  double age = 0.0;           ///< [y]
  double body_surface = 0.0;  ///< [m²]
  std::array<SiteBody, site_count> sites;
  double central_capacity = 0.0;     ///< of the central blood [J/K]
  double basal_metabolism = 0.0;     ///< [W]
  double flow_scale = 1.0;           ///< of basal flows over the standard body's
  double blood_heat_capacity = 0.0;  ///< ρ_b c_b [J/(m³ K)]
  double body_fat_fraction = 0.0;
  double least_outer_flow = 0.0;  ///< factor on the flow of skin and fat at rest, at least
  double shivering_gain = 0.0;    ///< factor on the published gain
  double shivering_most = 0.0;    ///< [W]
  tissue::PerfusionLaw law;

  [[nodiscard]] const SiteBody& at(Site site) const { return sites.at(place_of(site)); }
};

/// Basal metabolism [W], revised Harris-Benedict equation as JOS-3 has it: men 88.362 + 13.397 W +
/// 500.3 H − 5.677 age, women 447.593 + 9.247 W + 479.9 H − 4.330 age [kcal/d], H in m.
[[nodiscard]] double basal_metabolism(const person::Person& person);

/// The body of a person of this build, cut into the cells of a layout.
[[nodiscard]] Physique physique_of(const person::Person& person, const anatomy::Build& build,
                                   double body_fat_fraction, const Layout& layout,
                                   const posterior::Draw& draw = posterior::median());

}  // namespace coldplan::thermoregulation
