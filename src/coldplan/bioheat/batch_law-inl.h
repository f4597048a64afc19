// Included once for each instruction set (Highway): no usual guard.
#if defined(COLDPLAN_BATCH_LAW_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef COLDPLAN_BATCH_LAW_INL
#undef COLDPLAN_BATCH_LAW_INL
#else
#define COLDPLAN_BATCH_LAW_INL
#endif

#include "coldplan/bioheat/batch_math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace coldplan::bioheat::HWY_NAMESPACE {

/// Heat of blood and metabolism of a cell [W/m³], and its slope with temperature [W/(m³ K)].
template <typename Real>
struct SourceVec {
  Vec<Real> blood;
  Vec<Real> metabolism;
  Vec<Real> slope;
};

/// The laws of a section (bioheat/system.h, `sources_at`), its constants in registers.
template <typename Real, KernelFlow flow, bool makes_heat>
struct SectionLaw {
  Vec<Real> perfusion;  ///< the layer's factor multiplied in
  Vec<Real> arterial;
  Vec<Real> flow_exponent;
  Vec<Real> metabolism;
  Vec<Real> metabolism_exponent;
  std::array<Vec<Real>, 3> law;

  HWY_INLINE SectionLaw(const BatchState<Real>& state, std::size_t section, std::size_t v,
                        bool at_rest)
      : arterial(load(state.arterial, v)) {
    const SectionLanes<Real>& lanes = state.section_lanes[section];
    // At rest a quotient that refers to the resting temperature is 1, whatever that is.
    const auto live =
        at_rest ? hn::Sub(constant<Real>(1.0), load(lanes.own_reference, v)) : constant<Real>(1.0);
    perfusion = load(lanes.perfusion, v);
    flow_exponent = hn::Mul(load(lanes.flow_exponent, v), live);
    metabolism = load(lanes.metabolism, v);
    metabolism_exponent = hn::Mul(load(lanes.metabolism_exponent, v), live);
    for (std::size_t i = 0; i < law.size(); ++i) {
      law[i] = load(lanes.law[i], v);
    }
    if (flow == KernelFlow::ramp && at_rest) {
      law[2] = constant<Real>(1.0);  // at rest a ramp is 1 by definition
    }
    if (flow == KernelFlow::factor && state.sections[section].memory >= 0 && !at_rest) {
      const auto memory = static_cast<std::size_t>(state.sections[section].memory);
      perfusion = hn::Mul(perfusion, load(state.memory_lanes[memory].factor, v));
    }
  }

  [[nodiscard]] HWY_INLINE SourceVec<Real> at(Vec<Real> t, Vec<Real> reference) const {
    constexpr double ln_2 = 0.6931471805599453;
    const Tag<Real> d;
    const auto below = hn::Sub(arterial, t);
    const auto above = hn::Sub(t, reference);
    SourceVec<Real> source{hn::Zero(d), hn::Zero(d), hn::Zero(d)};
    if constexpr (flow == KernelFlow::factor) {
      source.blood = hn::Mul(perfusion, below);
      source.slope = hn::Neg(perfusion);
    } else if constexpr (flow == KernelFlow::quotient) {
      const auto flowing = hn::Mul(perfusion, exp2<Real>(hn::Mul(flow_exponent, above)));
      const auto steepness = hn::Mul(flow_exponent, constant<Real>(ln_2));
      source.blood = hn::Mul(flowing, below);
      source.slope = hn::Sub(hn::Mul(steepness, source.blood), flowing);
    } else if constexpr (flow == KernelFlow::ramp) {
      const auto steepness = hn::Div(hn::Sub(constant<Real>(1.0), law[2]), hn::Sub(law[1], law[0]));
      const auto within = hn::Min(hn::Max(t, law[0]), law[1]);
      const auto flowing =
          hn::Mul(perfusion, hn::MulAdd(steepness, hn::Sub(within, law[0]), law[2]));
      const auto rising = hn::IfThenElseZero(hn::Eq(within, t), hn::Mul(perfusion, steepness));
      source.blood = hn::Mul(flowing, below);
      source.slope = hn::Sub(hn::Mul(rising, below), flowing);
    } else if constexpr (flow == KernelFlow::logistic) {
      const auto per_width = hn::Div(constant<Real>(1.0), law[2]);
      const auto high = hn::Sub(constant<Real>(1.0), law[0]);
      const auto one = constant<Real>(1.0);
      const auto share =
          hn::Div(one, hn::Add(one, exp<Real>(hn::Mul(hn::Sub(law[1], t), per_width))));
      const auto flowing = hn::Mul(perfusion, hn::MulAdd(high, share, law[0]));
      const auto rising = hn::Mul(hn::Mul(hn::Mul(perfusion, high), per_width),
                                  hn::Mul(share, hn::Sub(one, share)));
      source.blood = hn::Mul(flowing, below);
      source.slope = hn::Sub(hn::Mul(rising, below), flowing);
    }
    if constexpr (makes_heat) {
      source.metabolism = hn::Mul(metabolism, exp2<Real>(hn::Mul(metabolism_exponent, above)));
      source.slope = hn::MulAdd(hn::Mul(metabolism_exponent, constant<Real>(ln_2)),
                                source.metabolism, source.slope);
    }
    return source;
  }
};

/// A type that carries which laws a section has.
template <KernelFlow law, bool heat>
struct SectionKind {
  static constexpr KernelFlow flow = law;
  static constexpr bool makes_heat = heat;
};

template <KernelFlow flow, typename Visit>
HWY_INLINE void visit_heat(bool makes_heat, const Visit& visit) {
  makes_heat ? visit(SectionKind<flow, true>{}) : visit(SectionKind<flow, false>{});
}

/// Calls `visit` with the SectionKind of a section.
template <typename Visit>
HWY_INLINE void visit_kind(const KernelSection& section, const Visit& visit) {
  switch (section.flow) {
    case KernelFlow::none:
      return visit_heat<KernelFlow::none>(section.makes_heat, visit);
    case KernelFlow::factor:
      return visit_heat<KernelFlow::factor>(section.makes_heat, visit);
    case KernelFlow::quotient:
      return visit_heat<KernelFlow::quotient>(section.makes_heat, visit);
    case KernelFlow::ramp:
      return visit_heat<KernelFlow::ramp>(section.makes_heat, visit);
    case KernelFlow::logistic:
      return visit_heat<KernelFlow::logistic>(section.makes_heat, visit);
  }
}

}  // namespace coldplan::bioheat::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
