#pragma once

#include <optional>

#include "coldplan/effect/coefficients.h"
#include "coldplan/effect/course.h"

/// What cold feels like: cool, then ache, then numb.
///
///     cool  Φ((29.4 − T)/2.0)      pain  Φ((μ − T)/6)      numb  1/(1 + exp((T − 8)/1))
///
/// of skin at T [°C], each the share of people who feel it. Cool: 9 human cold fibres (Campero
/// 2001). Pain: μ is 20 °C at hand and foot (ACSM 2006), 15 at a fingertip (Geng 2006), 10 at the
/// face (Osczevski 1994); at the lower back it was not measured, and is drawn from 10 to 20. People
/// differ by 6 °C (one SD), and one person from one day to the next by a factor of two. Numb:
/// fingers (Provins & Morton 1960); its width is assumed.
///
/// The ache of lasting cold comes from veins, and goes on when the skin is numb (Klement 1992, hand
/// in ice water): from nothing at 23 to 28 °C of the vein wall to 72 to 100 % of the scale at 9 °C,
/// taken as linear between. On the back the course at nerve depth stands for the veins there.
///
/// "Cold, burning, aching, numb after 7 to 20 minutes" stands on clinics' pages alone: the order is
/// kept, the minutes come from the temperatures.
namespace coldplan::effect {

enum class Site { hand_or_foot, fingertip, face, lower_back };

/// Skin temperature at which half of people feel pain [°C].
[[nodiscard]] double pain_temperature(Site site, const Coefficients& c);

/// Share of people whose skin at t [°C] feels cool.
[[nodiscard]] double cool_share(double t, const Coefficients& c);

/// Share of people to whom skin at t [°C] hurts.
[[nodiscard]] double pain_share(Site site, double t, const Coefficients& c);

/// Share of people whose skin at t [°C] is numb.
[[nodiscard]] double numb_share(double t, const Coefficients& c);

/// Ache from veins at t [°C], as a share of the scale from none to the worst.
[[nodiscard]] double ache_strength(double t, const Coefficients& c);

/// When the drawn person first feels each [s]; none where it does not come.
struct Sensations {
  std::optional<double> cool;
  std::optional<double> pain;  ///< sharp, of the skin
  std::optional<double> ache;  ///< dull, of the veins
  std::optional<double> numb;
};

/// The sequence of a session, from the course of the skin [°C] and of the veins, for which that of
/// the nerve stands.
[[nodiscard]] Sensations sensations(const Course& skin, const Course& veins, Site site,
                                    const Coefficients& c);

}  // namespace coldplan::effect
