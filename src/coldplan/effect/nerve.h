#pragma once

#include "coldplan/effect/coefficients.h"

/// Nerve: how fast its signals travel, and which of its fibres still conduct.
///
///     V(T)/V(35) = 1.36^((T − 35)/10)                        T ≥ 27 °C
///                = 1.36^(−0.8) · 1.44^((T − 27)/10)          T < 27 °C
///
/// from the ulnar sensory nerve of 14 young adults, 35 to 20 °C with the probe beside the nerve;
/// below 20 °C it extrapolates. A person's slowing is `nerve_slope` times the mean one (0.8 to
/// 2.0 m/s per °C, 24 people, Wu 1993); in diabetes and other neuropathy nerves slow less.
/// Share of fibres that conduct:
///
///     g(T) = 1 / (1 + exp((T½ − T)/s))        myelinated T½ 12 °C, s 1.02;  C fibres 10 °C, 1.70
///
/// through onset at 15 °C and complete block at 8 to 10 °C of the human ulnar motor nerve
/// (Vanggaard 1975), and at 5 °C of C fibres of cats (Morgan 2020). No block temperature of human
/// Aδ fibres was found: they are taken as the thicker myelinated ones.
///
/// T is the temperature at the nerve, not of the skin: at 10 °C ankle skin the tibial nerve behaves
/// as if it had 20 to 23 °C. How deep the cutaneous branches of the dorsal rami (cluneal nerves)
/// run in the lower back is not among the facts. The endings of pinprick fibres are therefore taken
/// at the skin, and deeper fibres at the depth whose course the caller gives and names.
namespace coldplan::effect {

enum class Fibre {
  thick_myelinated,  ///< Aα, Aβ: movement, touch, position
  thin_myelinated,   ///< Aδ: pinprick; its block is taken from the thick ones
  unmyelinated,      ///< C: slow, burning and aching pain; measured in cats
};

/// Velocity at nerve temperature t [°C], relative to that at 35 °C. At least 0.
[[nodiscard]] double relative_velocity(double t, const Coefficients& c);

/// Velocity relative to that at the nerve's own temperature before the cold, `rest` [°C].
[[nodiscard]] double relative_velocity(double t, double rest, const Coefficients& c);

/// The temperature [°C] at which `relative_velocity(t, c)` has this value, over 0.
[[nodiscard]] double temperature_at_velocity(double velocity, const Coefficients& c);

/// Share of fibres that still conduct at t [°C]: 0 to 1.
[[nodiscard]] double conducting_share(Fibre fibre, double t, const Coefficients& c);

/// The temperature [°C] at which this share, between 0 and 1, still conducts.
[[nodiscard]] double temperature_at_conducting_share(Fibre fibre, double share,
                                                     const Coefficients& c);

}  // namespace coldplan::effect
