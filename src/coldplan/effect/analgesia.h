#pragma once

#include "coldplan/effect/coefficients.h"
#include "coldplan/effect/course.h"

/// Dulled pinprick and pressure pain. Neither is relief of back pain, which trials alone can show.
///
/// Prick: the share of people whom a pinprick hurts no more on skin at T is Φ((13.6 − T)/2)
/// (13.6 °C: Bugaj 1975, 16 people, ice massage; the width is assumed). It lasts while the skin
/// stays below: about 3 minutes after ice massage.
///
/// Pressure: threshold × (1 + 2.44 (1 − v)), tolerance × (1 + 2.01 (1 − v)), with v the velocity of
/// the nerve relative to before; fitted to +89 and +71 %, +76 and +56 % at −32.8 % (Algafly &
/// George 2007, 23 men). Against it: no change under a gel bag on the knee (22 women). The gain is
/// drawn from none to that. Thresholds were still raised 10 and 30 minutes after ice massage in 30
/// people with arthritis (Curkovic 1993); nothing longer was found, so
/// that no time beyond is given.
namespace coldplan::effect {

/// Share of people whom a pinprick on skin at t [°C] hurts no more.
[[nodiscard]] double prick_dulled_share(double t, const Coefficients& c);

/// How long a pinprick stays dulled for the drawn person after `removal` [s]; the rest of the
/// course where the skin does not warm up within it.
[[nodiscard]] double prick_dulled_after(const Course& skin, double removal, const Coefficients& c);

/// Pressure that begins to hurt, relative to before the cold, at relative velocity v of the nerve.
[[nodiscard]] double pressure_threshold(double velocity, const Coefficients& c);

/// Pressure that is borne, relative to before the cold.
[[nodiscard]] double pressure_tolerance(double velocity, const Coefficients& c);

/// The highest of both in a session, by the temperature of the nerve [°C]. The velocity is that of
/// the mean nerve, since the gains were fitted to a mean and what a steeper slope does to pain was
/// not found; no more than the greatest measured rise (+89 and +76 %) is told, however cold the
/// nerve.
[[nodiscard]] double highest_pressure_threshold(const Course& nerve, const Coefficients& c);
[[nodiscard]] double highest_pressure_tolerance(const Course& nerve, const Coefficients& c);

/// How long after `removal` [s] more than half of the greatest rise of the pressure pain threshold
/// is left, by the temperature of the nerve [°C]; at most the longest that was measured (30
/// minutes). 0 where there was no rise.
[[nodiscard]] double pressure_dulled_after(const Course& nerve, double removal,
                                           const Coefficients& c);

}  // namespace coldplan::effect
