#pragma once

#include <span>
#include <string_view>

#include "coldplan/injury/coefficients.h"
#include "coldplan/quantity/error.h"

/// How deep skin froze, and what grade that is. Only for tissue in which ice has formed
/// (freezing.h): cold alone is not frostbite.
///
///     P_nec(T_min) = 1/(1 + exp((T_min + 13.5)/2.89))
///
/// was set to 5 % at −5 °C, where pigment cells die, and to 95 % at −22 °C, inside whose isotherm
/// tissue dies in cryosurgery; it may be wrong by 5 K either way. It is never shown as a chance:
/// it decides which layers count. Layers that count make the grade: epidermis 1, upper dermis 2,
/// deep dermis 3, below 4 (a lay first-aid text). Fast freezing, slow thawing and a second freezing
/// are worse, by how much was not found.
namespace coldplan::injury {

enum class FrostGrade {
  none,       ///< nothing froze
  frostnip,   ///< frozen, and no layer counts as dead
  epidermis,  ///< grade 1
  upper_dermis,
  deep_dermis,
  below_skin,  ///< grade 4
};

/// The coldest that each depth was, and where the layers end. Depths rise from 0 [m].
struct ColdProfile {
  std::span<const double> depth;    ///< [m]
  std::span<const double> coldest;  ///< [°C]
  double epidermis = 0.0;           ///< thickness [m]
  double skin = 0.0;                ///< thickness of epidermis and dermis [m]

  [[nodiscard]] bool empty() const { return depth.empty(); }
};

/// Nothing, or what is wrong with a profile. An empty one is allowed.
[[nodiscard]] Expected<void> check(const ColdProfile& profile);

/// P_nec of tissue that froze and was this cold at the coldest. For grades, not for a person's
/// eyes.
[[nodiscard]] double dead_share(double coldest, const Coefficients& drawn = median_coefficients());

/// How deep it froze, once ice is in the skin [m]: down to where the coldest was at the freezing
/// point of tissue, −0.55 °C, linear between depths, since ice that is there spreads through all
/// that is colder. 0 where the surface itself was warmer.
[[nodiscard]] double frozen_depth(const ColdProfile& profile);

/// The grade, once ice is in the skin.
[[nodiscard]] FrostGrade grade_of(const ColdProfile& profile, const Coefficients& drawn);

/// "frostnip", "grade 2: the upper part of the skin", …
[[nodiscard]] std::string_view to_string(FrostGrade grade);

}  // namespace coldplan::injury
