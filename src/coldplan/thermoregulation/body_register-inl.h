// Included once for each instruction set (Highway): no usual guard.
#if defined(COLDPLAN_BODY_REGISTER_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef COLDPLAN_BODY_REGISTER_INL
#undef COLDPLAN_BODY_REGISTER_INL
#else
#define COLDPLAN_BODY_REGISTER_INL
#endif

#include "coldplan/bioheat/batch_math-inl.h"
#include "coldplan/thermoregulation/body_state.h"

HWY_BEFORE_NAMESPACE();
namespace coldplan::thermoregulation::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
namespace math = coldplan::bioheat::HWY_NAMESPACE;

template <typename Real>
using Tag = hn::ScalableTag<Real>;

/// A register of lanes with the operators of arithmetic.
template <typename Real>
struct Register {
  hn::Vec<Tag<Real>> raw;

  Register() = default;
  HWY_INLINE explicit Register(hn::Vec<Tag<Real>> value) : raw(value) {}
  HWY_INLINE explicit Register(double value)
      : raw(hn::Set(Tag<Real>{}, static_cast<Real>(value))) {}

  HWY_INLINE friend Register operator+(Register a, Register b) {
    return Register{hn::Add(a.raw, b.raw)};
  }
  HWY_INLINE friend Register operator-(Register a, Register b) {
    return Register{hn::Sub(a.raw, b.raw)};
  }
  HWY_INLINE friend Register operator*(Register a, Register b) {
    return Register{hn::Mul(a.raw, b.raw)};
  }
  HWY_INLINE friend Register operator/(Register a, Register b) {
    return Register{hn::Div(a.raw, b.raw)};
  }
  HWY_INLINE Register& operator+=(Register b) { return *this = *this + b; }
  HWY_INLINE Register& operator-=(Register b) { return *this = *this - b; }
};

/// a b + c.
template <typename Real>
HWY_INLINE Register<Real> fused(Register<Real> a, Register<Real> b, Register<Real> c) {
  return Register<Real>{hn::MulAdd(a.raw, b.raw, c.raw)};
}
template <typename Real>
HWY_INLINE Register<Real> least(Register<Real> a, Register<Real> b) {
  return Register<Real>{hn::Min(a.raw, b.raw)};
}
template <typename Real>
HWY_INLINE Register<Real> most(Register<Real> a, Register<Real> b) {
  return Register<Real>{hn::Max(a.raw, b.raw)};
}
template <typename Real>
HWY_INLINE Register<Real> within(Register<Real> x, double low, double high) {
  return least(most(x, Register<Real>{low}), Register<Real>{high});
}
template <typename Real>
HWY_INLINE Register<Real> positive(Register<Real> x) {
  return most(x, Register<Real>{0.0});
}
/// `yes` where a < b, else `no`.
template <typename Real>
HWY_INLINE Register<Real> where_less(Register<Real> a, Register<Real> b, Register<Real> yes,
                                     Register<Real> no) {
  return Register<Real>{hn::IfThenElse(hn::Lt(a.raw, b.raw), yes.raw, no.raw)};
}
template <typename Real>
HWY_INLINE Register<Real> exp2(Register<Real> x) {
  return Register<Real>{math::exp2<Real>(x.raw)};
}
template <typename Real>
HWY_INLINE Register<Real> exp(Register<Real> x) {
  return Register<Real>{math::exp<Real>(x.raw)};
}

/// The register of a row of lanes.
template <typename Real>
HWY_INLINE Register<Real> get(const LaneArray<Real>& lanes, std::size_t row = 0) {
  return Register<Real>{hn::Load(Tag<Real>{}, lanes.data() + row * hn::Lanes(Tag<Real>{}))};
}
template <typename Real>
HWY_INLINE void put(LaneArray<Real>& lanes, Register<Real> value, std::size_t row = 0) {
  hn::Store(value.raw, Tag<Real>{}, lanes.data() + row * hn::Lanes(Tag<Real>{}));
}

}  // namespace coldplan::thermoregulation::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
