#pragma once

#include <string>
#include <vector>

#include "coldplan/person/person.h"

namespace coldplan::person {

/// A quantity that was estimated: the median and an interval that holds nine people of ten with the
/// same measures.
///
/// How uncertainties are combined. Each has a standard deviation below and one above the median: a
/// normal residual has the same on both sides; a range from `low` to `high` about a value is taken
/// as uniform on either side, of standard deviation (value - low)/√3 and (high - value)/√3. They
/// are taken as independent and added in squares, side by side, to s₋ and s₊. The distribution is
/// two half-normals that hold half of the people each and meet at the median:
///
///     low = median - 1.645 s₋,   high = median + 1.645 s₊,   sd² = (s₋² + s₊²)/2
///
/// where sd is about the median. Floors and ceilings are applied to the ends of the interval last,
/// and leave sd as it is.
struct Estimate {
  double median = 0.0;
  double sd = 0.0;
  double low = 0.0;   ///< 5th percentile
  double high = 0.0;  ///< 95th percentile
};

/// What the thickness of fat was taken from, the most certain last.
enum class FatBasis { body_mass_index, skinfold, ultrasound };

/// The body of one person as far as her measures tell. Lengths in m, fractions of 1.
struct Anthropometry {
  double body_mass_index = 0.0;  ///< kg/m²
  double body_surface = 0.0;     ///< m², DuBois
  Estimate body_fat_fraction;
  Estimate waist_circumference;
  Estimate waist_depth;
  Estimate waist_breadth;
  FatBasis fat_basis = FatBasis::body_mass_index;
  Estimate midline_fat;
  Estimate paraspinal_fat;
  Estimate muscle_thickness;
  Estimate muscle_fat_fraction;
  std::vector<std::string> warnings;  ///< sentences; where the equations are stretched
};

/// Anthropometry from a person's measures: medians are those of `body(person)` (body.h has the
/// equations and their sources); intervals carry
///
/// - body fat, waist, depth, breadth: the residuals of their regressions, those of depth and
///   breadth with the residual of the waist on which they rest;
/// - fat from body mass index: residual 9 mm, slope 0.4 to 2.0 mm per kg/m², factor between studies
///   0.5 to 1.2; beside the spine also the ratio to the midline, 0.6 to 1.0;
/// - fat from a skinfold: residual 3 mm (assumed from limits of agreement), ratio of a single layer
///   to the caliper 0.3 to 0.75; in the midline also the ratio above;
/// - fat by ultrasound: none beside the spine, where it was measured; in the midline the ratio;
/// - muscle: residual 6 mm; its fat: residual 9 %, slope 0.13 to 0.45 % a year.
///
/// A warning is given outside the ages (to 80 y, the oldest that the survey tells apart) and body
/// mass indices (16 to 60 kg/m²) of the people to whom the equations were fitted.
[[nodiscard]] Anthropometry anthropometry(const Person& person);

}  // namespace coldplan::person
