#pragma once

#include "coldplan/posterior/draw.h"
#include "coldplan/tissue/properties.h"

/// Blood flow of cooled tissue: the one perfusion law of the project.
///
/// Skin:  ω = ω₀ · h · R_eff       fat:  ω = ω₀ · h       muscle, bone:  ω = ω₀ · Q10^((T − T₀)/10)
///
///     h* = f + (1 − f) exp(−κ (T_n − T))                     T < T_n   (local constriction)
///     h* = min(cap, 2^((T − T_n)/6 K))                       T ≥ T_n
///     dh/dt = (h* − h)/τ,   τ = τ_on while h* < h, else τ_off
///     τ_off = min(τ_max, τ₁ exp(D/D₁)),   D = ∫ (1 − h) dt over the cooling
///     R = 1/(1 + c S),      R_eff = 1 − (1 − R) a b(h)        (reflex of the whole body)
///
/// T is the mean temperature of the layer, T_n and T₀ its own resting temperature, S the
/// constriction signal of the JOS-3 model (Takahashi 2021, Energy Build 231:110575), a the ageing
/// of the reflex, and b its blunting where the skin itself is cold: 0.57 below h = 0.6, 1 above
/// (Hodges 2007), blended linearly so that flow never rises as skin cools (while (1 − R) a < 0.65,
/// far beyond any pack). D grows during cooling, is frozen at removal and reset once h has
/// recovered to 0.95. The form of τ_off was made for this project and rests on two published
/// observations (Hohenauer 2019, Khoshnevis 2016): it is the weakest part of the law.
namespace coldplan::tissue {

/// Coefficients of the law. Times are in seconds.
struct PerfusionLaw {
  double local_floor = 0.0;            ///< f [-]
  double local_sensitivity = 0.0;      ///< κ [1/K]
  double warm_doubling = 1.0;          ///< temperature rise that doubles flow [K]
  double warm_cap = 1.0;               ///< highest h [-]
  double onset_time = 1.0;             ///< τ_on [s]
  double recovery_time = 1.0;          ///< τ₁ [s]
  double recovery_dose_scale = 1.0;    ///< D₁ [s]
  double recovery_time_cap = 1.0;      ///< τ_max [s]
  double recovered_level = 1.0;        ///< h at which D is forgotten [-]
  double reflex_gain = 0.0;            ///< c [-]
  double reflex_age_factor = 1.0;      ///< a [-]
  double reflex_blunting = 1.0;        ///< b of locally cold skin [-]
  double reflex_blunting_level = 0.0;  ///< h in the middle of the blend [-]
  double reflex_blunting_width = 1.0;  ///< half width of the blend in h [-]
};

/// The law of the facts for a person of this age [y]: the reflex weakens from 30 to 60 years
/// (Thompson & Kenney 2004), local constriction does not (Thompson 2005).
[[nodiscard]] PerfusionLaw perfusion_law(double age,
                                         const posterior::Draw& draw = posterior::median());

/// h*: the relative flow that local temperature `t` aims at, `neutral` being the resting one [°C].
/// Rises with `t`, from the floor to the cap.
[[nodiscard]] double local_target(const PerfusionLaw& law, double t, double neutral);

/// The time constant of h on its way to `target`, `dose` being D [s].
[[nodiscard]] double response_time(const PerfusionLaw& law, double h, double target, double dose);

/// R_eff for the constriction signal S ≥ 0 at the local state h. In (0, 1].
[[nodiscard]] double reflex_factor(const PerfusionLaw& law, double signal, double h);

/// Q10^((t − reference)/10): the factor on muscle and bone flow and on all metabolism.
[[nodiscard]] double temperature_quotient(double q10, double t, double reference);

}  // namespace coldplan::tissue
