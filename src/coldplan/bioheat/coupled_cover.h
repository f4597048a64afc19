#pragma once

#include "coldplan/bioheat/column.h"

namespace coldplan::bioheat {

/// How skin under the cold and bare skin lie beside each other.
enum class CoverShape {
  strip,  ///< a long pack on a flat back
  disc,   ///< a round pack on a flat back
  limb,   ///< a sector of a limb's circumference, with two edges
};

/// Sizes of the covered part and of the bare part beside it. No heat crosses the middle of either.
struct Cover {
  CoverShape shape = CoverShape::strip;
  double covered = 0.0;  ///< half width or radius [m]; of a limb its share of the circumference
  double bare = 0.0;     ///< width of the bare skin [m]; of a limb the other share
};

/// A long pack, from its centre line to one edge, and the strip of bare skin beyond that. The strip
/// should be wider than cold spreads: 5 cm for a session of half an hour, more for hours.
[[nodiscard]] Cover long_pack(double half_width, double bare_width);

/// A round pack and the ring of bare skin about it.
[[nodiscard]] Cover round_pack(double radius, double bare_width);

/// A limb of which a share of the circumference, over 0 and under 1, is covered in one piece.
[[nodiscard]] Cover partly_covered_limb(double share);

/// Nothing, or what makes the cover unfit for the column: a size that is not positive, a strip or
/// disc on anything but a planar column, a limb that is not cylindrical.
[[nodiscard]] Expected<void> check(const Cover& cover, const Column& column);

/// The two parts in a section across the edge at one depth.
struct Section {
  double covered_width = 0.0;  ///< from the middle of the covered part to the edge [m]
  double bare_width = 0.0;     ///< from the edge to the middle of the bare part [m]
  double covered_area = 0.0;   ///< of a thin layer of tissue, for each metre of edge [m²/m]
  double bare_area = 0.0;
};

/// The section at a depth [m] under skin of this radius [m], which only a limb needs. Nearer to the
/// axis than a third of the radius a limb counts as there: radial conduction evens out what is
/// within, and the arcs would vanish.
[[nodiscard]] Section section_at(const Cover& cover, double depth, double outer_radius);

/// What decides how far a difference of temperature has spread to one side of the edge, ℓ [m].
struct Spreading {
  double conductivity = 0.0;           ///< k of the tissue there [W/(m K)]
  double diffusivity = 0.0;            ///< κ [m²/s]
  double blood = 0.0;                  ///< ω ρ_b c_b, as it flows at this time [W/(m³ K)]
  double resistance_to_outside = 0.0;  ///< R: of the tissue above and both films [m² K/W]
  double age = 0.0;                    ///< since the two parts first differed [s], over 0
};

/// A step of temperature along the surface of a half-space has at depth z, time t, the gradient
/// ∂T/∂x = ΔT exp(−η²)/(π z) at the edge and the step ΔT erfc(η) far from it, η = z/(2 √(κ t)); so
/// each side takes part as if all of it lay within
///
///     ℓ₀ = (π z/2) exp(η²) erfc(η),    from π z/2 (steady) down to √(π κ t) (deep or early).
///
/// The surface lies behind films: z = k R. Blood holds tissue to its own temperature within
/// λ = √(k/(ω ρ_b c_b)): 1/ℓ² = 1/ℓ₀² + 1/λ², exact where only blood does.
[[nodiscard]] double spread_length(const Spreading& spreading);

/// Heat across each square metre of the edge for a kelvin between the mean temperatures of the two
/// parts [W/(m² K)]: k/(δ_covered + δ_bare). In a part of width w over which temperature falls as
/// cosh or I₀ with length ℓ, the mean lies from the edge
///
///     strip:  δ = ℓ (coth(w/ℓ) − ℓ/w),   w/3 if w ≪ ℓ, ℓ if w ≫ ℓ
///     disc:   δ = ℓ (I₀(w/ℓ)/I₁(w/ℓ) − 2 ℓ/w),   w/4 or ℓ
///
/// and the ring about a disc of radius a as a strip over 1 + ℓ/(2 a).
[[nodiscard]] double edge_conductance(const Cover& cover, const Section& section,
                                      double conductivity, double length);

}  // namespace coldplan::bioheat
