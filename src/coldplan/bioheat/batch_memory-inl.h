// Included once for each instruction set (Highway): no usual guard.
#if defined(COLDPLAN_BATCH_MEMORY_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef COLDPLAN_BATCH_MEMORY_INL
#undef COLDPLAN_BATCH_MEMORY_INL
#else
#define COLDPLAN_BATCH_MEMORY_INL
#endif

#include "coldplan/bioheat/batch_math-inl.h"

// Constriction of a layer (tissue/perfusion.h) beside the temperatures: h relaxes exactly towards a
// target that is held over half the step to predict the flow of its middle, and over the whole step
// once the temperatures at its end are known. Second order, as the step itself is for its sources.

HWY_BEFORE_NAMESPACE();
namespace coldplan::bioheat::HWY_NAMESPACE {

/// h* (tissue::local_target).
template <typename Real>
HWY_INLINE Vec<Real> local_target(const LawLanes<Real>& law, Vec<Real> t, Vec<Real> neutral,
                                  std::size_t v) {
  const auto above = hn::Sub(t, neutral);
  const auto floor = load(law.floor, v);
  const auto cold = hn::MulAdd(hn::Sub(constant<Real>(1.0), floor),
                               exp<Real>(hn::Mul(load(law.sensitivity, v), above)), floor);
  const auto warm =
      hn::Min(load(law.warm_cap, v), exp2<Real>(hn::Mul(above, load(law.per_doubling, v))));
  return hn::IfThenElse(hn::Lt(above, hn::Zero(Tag<Real>{})), cold, warm);
}

/// τ (tissue::response_time).
template <typename Real>
HWY_INLINE Vec<Real> response_time(const LawLanes<Real>& law, Vec<Real> h, Vec<Real> target,
                                   Vec<Real> dose, std::size_t v) {
  const auto recovery = hn::Min(
      load(law.recovery_time_cap, v),
      hn::Mul(load(law.recovery_time, v), exp<Real>(hn::Mul(dose, load(law.per_dose_scale, v)))));
  return hn::IfThenElse(hn::Lt(target, h), load(law.onset_time, v), recovery);
}

/// R_eff (tissue::reflex_factor) at a fall of the skin's temperature [K].
template <typename Real>
HWY_INLINE Vec<Real> reflex_factor(const LawLanes<Real>& law, Vec<Real> fall, Vec<Real> h,
                                   std::size_t v) {
  const auto one = constant<Real>(1.0);
  const auto zero = hn::Zero(Tag<Real>{});
  const auto signal = hn::Mul(load(law.signal_per_kelvin, v), hn::Max(fall, zero));
  const auto constriction =
      hn::Sub(one, hn::Div(one, hn::MulAdd(load(law.reflex_gain, v), signal, one)));
  const auto blend = hn::Mul(hn::Sub(h, load(law.blend_begin, v)), load(law.per_blend_width, v));
  const auto share = hn::Min(hn::Max(blend, zero), one);
  const auto blunting = load(law.blunting, v);
  const auto acting = hn::MulAdd(hn::Sub(one, blunting), share, blunting);
  return hn::NegMulAdd(hn::Mul(constriction, load(law.age_factor, v)), acting, one);
}

/// The factor on the flow in the middle of the step, from where the layer's temperature is then
/// likely to be.
template <typename Real>
HWY_INLINE void predict_memory(BatchState<Real>& state, std::size_t memory) {
  MemoryLanes<Real>& lanes = state.memory_lanes[memory];
  for (std::size_t v = 0; v < vectors; ++v) {
    const auto half = hn::Mul(load(state.length, v), constant<Real>(0.5));
    const auto neutral = load(lanes.neutral, v);
    const auto h = load(lanes.h, v);
    const auto quarter = hn::Mul(half, constant<Real>(0.5));
    const auto forecast = load(lanes.forecast, v);
    const auto now = load(lanes.mean, v);
    const auto mean = hn::MulAdd(half, forecast, now);
    const auto target = local_target(state.law, hn::MulAdd(quarter, forecast, now), neutral, v);
    const auto tau = response_time(state.law, h, target, load(lanes.dose, v), v);
    const auto left = exp<Real>(hn::Neg(hn::Div(half, tau)));
    auto factor = hn::MulAdd(hn::Sub(h, target), left, target);
    if (state.memories[memory].reflex) {
      factor = hn::Mul(factor, reflex_factor(state.law, hn::Sub(neutral, mean), factor, v));
    }
    store<Real>(factor, lanes.factor, v);
  }
}

/// The slope to expect of the next step: on a graded mesh slopes fade from step to step by a nearly
/// constant factor, as powers of time do.
template <typename Real>
HWY_INLINE Vec<Real> forecast_of(Vec<Real> slope, Vec<Real> before) {
  const auto zero = hn::Zero(Tag<Real>{});
  const auto one = constant<Real>(1.0);
  const auto is_first = hn::Eq(before, zero);
  const auto ratio = hn::Div(slope, hn::IfThenElse(is_first, one, before));
  const auto fading = hn::Min(hn::Max(ratio, zero), one);
  return hn::Mul(slope, hn::IfThenElse(is_first, one, fading));
}

/// h and D at the end of the step, from the means at both ends.
template <typename Real>
HWY_INLINE void correct_memory(BatchState<Real>& state, std::size_t memory) {
  MemoryLanes<Real>& lanes = state.memory_lanes[memory];
  const auto one = constant<Real>(1.0);
  for (std::size_t v = 0; v < vectors; ++v) {
    const auto length = load(state.length, v);
    const auto h = load(lanes.h, v);
    const auto dose = load(lanes.dose, v);
    const auto middle =
        hn::Mul(hn::Add(load(lanes.mean, v), load(lanes.next_mean, v)), constant<Real>(0.5));
    const auto target = local_target(state.law, middle, load(lanes.neutral, v), v);
    const auto tau = response_time(state.law, h, target, dose, v);
    const auto left = exp<Real>(hn::Neg(hn::Div(length, tau)));
    const auto gap = hn::Sub(h, target);
    const auto lost =
        hn::NegMulAdd(hn::Mul(gap, tau), hn::Sub(one, left), hn::Mul(length, hn::Sub(one, target)));
    store<Real>(hn::MulAdd(gap, left, target), lanes.next_h, v);
    store<Real>(hn::MulAdd(load(state.cooling, v), lost, dose), lanes.next_dose, v);
  }
}

}  // namespace coldplan::bioheat::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
