// Included once for each instruction set (Highway): no usual guard.
#if defined(COLDPLAN_BATCH_STEP_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef COLDPLAN_BATCH_STEP_INL
#undef COLDPLAN_BATCH_STEP_INL
#else
#define COLDPLAN_BATCH_STEP_INL
#endif

#include "coldplan/bioheat/batch_law-inl.h"
#include "coldplan/bioheat/batch_memory-inl.h"

// One step of all lanes. The matrix C/(γh) − CJ is eliminated from the inner face to the source as
// a ladder of resistors: `beyond` is the conductance that a row sees beyond itself, a sum of
// positive terms, so that float loses nothing to cancellation. The same factors serve three solves.

HWY_BEFORE_NAMESPACE();
namespace coldplan::bioheat::HWY_NAMESPACE {

/// What elimination carries from one row to the next.
template <typename Real>
struct Ladder {
  Vecs<Real> beyond;  ///< conductance beyond the row [W/(m² K)]
  Vecs<Real> inflow;  ///< into the row from the inner side [W/m²]
  Vecs<Real> carry;   ///< coupling times right side of the row before
};

/// Row by row over a section, from its inner end outward: sources, matrix and elimination of the
/// first right side F.
template <typename Real, typename Kind>
HWY_INLINE void assemble_section(BatchState<Real>& state, std::size_t number, bool at_rest,
                                 const Vecs<Real>& per_length, Ladder<Real>& ladder) {
  const Tag<Real> d;
  const std::size_t lanes = state.lanes;
  const KernelSection& section = state.sections[number];
  using Law = SectionLaw<Real, Kind::flow, Kind::makes_heat>;
  const auto laws =
      for_each_register([&](std::size_t v) HWY_ATTR { return Law(state, number, v, at_rest); });
  Vecs<Real> storing;
  for (std::size_t v = 0; v < vectors; ++v) {
    storing[v] = hn::Mul(load(state.section_lanes[number].heat, v), per_length[v]);
  }
  const Real* const temperature = state.temperature.data();
  for (std::size_t row = section.end; row-- > section.begin;) {
    for (std::size_t v = 0; v < vectors; ++v) {
      const auto t = hn::Load(d, part_of(temperature, row, lanes, v));
      const auto outer = hn::Load(d, part_of(temperature, row - 1, lanes, v));
      const auto g = hn::Load(d, part_of(state.conductance.data(), row, lanes, v));
      const auto volume = hn::Load(d, part_of(state.volume.data(), row, lanes, v));
      const auto reference = hn::Load(d, part_of(state.reference.data(), row, lanes, v));
      const SourceVec<Real> source = laws[v].at(t, reference);
      const auto outflow = hn::Mul(g, hn::Sub(t, outer));
      const auto rate = hn::MulAdd(volume, hn::Add(source.blood, source.metabolism),
                                   hn::Sub(ladder.inflow[v], outflow));
      const auto own = hn::MulAdd(volume, hn::Sub(storing[v], source.slope), ladder.beyond[v]);
      const auto inverse = hn::Div(constant<Real>(1.0), hn::Add(own, g));
      const auto coupling = hn::Mul(g, inverse);
      const auto right = hn::Add(rate, ladder.carry[v]);
      hn::Store(inverse, d, part_of(state.inverse.data(), row, lanes, v));
      hn::Store(coupling, d, part_of(state.coupling.data(), row, lanes, v));
      hn::Store(right, d, part_of(state.stage[0].data(), row, lanes, v));
      ladder.carry[v] = hn::Mul(coupling, right);
      ladder.beyond[v] = hn::Mul(own, coupling);
      ladder.inflow[v] = outflow;
    }
  }
}

/// The weight of the source's own equation: its capacity over γh.
template <typename Real>
HWY_INLINE Vec<Real> source_storing(const BatchState<Real>& state, Vec<Real> per_length,
                                    std::size_t v) {
  const auto capacity = load(state.source_capacity, v);
  const auto held = constant<Real>(held_capacity);
  return hn::IfThenElse(hn::Ge(capacity, held), held, hn::Mul(capacity, per_length));
}

/// Factors the matrix and eliminates F; `per_length` is 1/(γh), 0 for a steady state.
template <typename Real>
HWY_INLINE void assemble(BatchState<Real>& state, const Vecs<Real>& per_length, bool at_rest) {
  const Tag<Real> d;
  const std::size_t lanes = state.lanes;
  Ladder<Real> ladder;
  for (std::size_t v = 0; v < vectors; ++v) {
    const auto g = hn::Load(d, part_of(state.conductance.data(), state.cells + 1, lanes, v));
    const auto last = hn::Load(d, part_of(state.temperature.data(), state.cells, lanes, v));
    ladder.beyond[v] = g;
    ladder.inflow[v] = hn::Mul(g, hn::Sub(load(state.inner, v), last));
    ladder.carry[v] = hn::Zero(d);
  }
  for (std::size_t number = state.sections.size(); number-- > 0;) {
    visit_kind(state.sections[number], [&](auto kind) HWY_ATTR {
      assemble_section<Real, decltype(kind)>(state, number, at_rest, per_length, ladder);
    });
  }
  for (std::size_t v = 0; v < vectors; ++v) {
    const auto source = hn::Load(d, part_of(state.temperature.data(), 0, lanes, v));
    const auto outside = load(state.outside_conductance, v);
    const auto from_outside = hn::MulAdd(
        outside, hn::Sub(load(state.outside_temperature, v), source), load(state.steady_heat, v));
    const auto own =
        hn::Add(hn::Add(source_storing(state, per_length[v], v), outside), ladder.beyond[v]);
    const auto right = hn::Add(hn::Add(ladder.inflow[v], from_outside), ladder.carry[v]);
    hn::Store(hn::Div(constant<Real>(1.0), own), d, part_of(state.inverse.data(), 0, lanes, v));
    hn::Store(right, d, part_of(state.stage[0].data(), 0, lanes, v));
    store<Real>(ladder.inflow[v], state.heat_rate, v);
  }
}

/// Eliminates the right side (C/γh) u of the stage before.
template <typename Real>
HWY_INLINE void eliminate(BatchState<Real>& state, const Vecs<Real>& per_length,
                          const LaneArray<Real>& before, LaneArray<Real>& right) {
  const Tag<Real> d;
  const std::size_t lanes = state.lanes;
  auto carry = for_each_register([&](std::size_t /*v*/) HWY_ATTR { return hn::Zero(d); });
  for (std::size_t number = state.sections.size(); number-- > 0;) {
    const KernelSection& section = state.sections[number];
    Vecs<Real> storing;
    for (std::size_t v = 0; v < vectors; ++v) {
      storing[v] = hn::Mul(load(state.section_lanes[number].heat, v), per_length[v]);
    }
    for (std::size_t row = section.end; row-- > section.begin;) {
      for (std::size_t v = 0; v < vectors; ++v) {
        const auto volume = hn::Load(d, part_of(state.volume.data(), row, lanes, v));
        const auto u = hn::Load(d, part_of(before.data(), row, lanes, v));
        const auto coupling = hn::Load(d, part_of(state.coupling.data(), row, lanes, v));
        const auto y = hn::MulAdd(hn::Mul(volume, storing[v]), u, carry[v]);
        hn::Store(y, d, part_of(right.data(), row, lanes, v));
        carry[v] = hn::Mul(coupling, y);
      }
    }
  }
  for (std::size_t v = 0; v < vectors; ++v) {
    const auto u = hn::Load(d, part_of(before.data(), 0, lanes, v));
    const auto y = hn::MulAdd(source_storing(state, per_length[v], v), u, carry[v]);
    hn::Store(y, d, part_of(right.data(), 0, lanes, v));
  }
}

/// From the source inward: the solution of an eliminated right side, in its place.
template <typename Real>
HWY_INLINE void substitute(const BatchState<Real>& state, LaneArray<Real>& right) {
  const Tag<Real> d;
  const std::size_t lanes = state.lanes;
  Vecs<Real> outer;
  for (std::size_t v = 0; v < vectors; ++v) {
    Real* const place = part_of(right.data(), 0, lanes, v);
    outer[v] = hn::Mul(hn::Load(d, part_of(state.inverse.data(), 0, lanes, v)), hn::Load(d, place));
    hn::Store(outer[v], d, place);
  }
  for (std::size_t row = 1; row <= state.cells; ++row) {
    for (std::size_t v = 0; v < vectors; ++v) {
      Real* const place = part_of(right.data(), row, lanes, v);
      const auto inverse = hn::Load(d, part_of(state.inverse.data(), row, lanes, v));
      const auto coupling = hn::Load(d, part_of(state.coupling.data(), row, lanes, v));
      outer[v] = hn::MulAdd(coupling, outer[v], hn::Mul(inverse, hn::Load(d, place)));
      hn::Store(outer[v], d, place);
    }
  }
}

/// The third stage's substitution and the temperatures at the end of the step, in one pass.
template <typename Real>
HWY_INLINE void finish(BatchState<Real>& state) {
  const Tag<Real> d;
  const std::size_t lanes = state.lanes;
  const auto second = constant<Real>(batch_weights::step[1]);
  const auto third = constant<Real>(batch_weights::step[2]);
  const auto advance = [&](std::size_t row, std::size_t v, Vec<Real> u) HWY_ATTR {
    const auto first = hn::Load(d, part_of(state.stage[0].data(), row, lanes, v));
    const auto next = hn::MulAdd(
        third, u,
        hn::MulAdd(second, hn::Load(d, part_of(state.stage[1].data(), row, lanes, v)),
                   hn::Add(first, hn::Load(d, part_of(state.temperature.data(), row, lanes, v)))));
    hn::Store(u, d, part_of(state.stage[2].data(), row, lanes, v));
    hn::Store(next, d, part_of(state.next.data(), row, lanes, v));
  };
  Vecs<Real> outer;
  for (std::size_t v = 0; v < vectors; ++v) {
    outer[v] = hn::Mul(hn::Load(d, part_of(state.inverse.data(), 0, lanes, v)),
                       hn::Load(d, part_of(state.stage[2].data(), 0, lanes, v)));
    advance(0, v, outer[v]);
  }
  for (std::size_t row = 1; row <= state.cells; ++row) {
    for (std::size_t v = 0; v < vectors; ++v) {
      const auto inverse = hn::Load(d, part_of(state.inverse.data(), row, lanes, v));
      const auto coupling = hn::Load(d, part_of(state.coupling.data(), row, lanes, v));
      const auto y = hn::Load(d, part_of(state.stage[2].data(), row, lanes, v));
      outer[v] = hn::MulAdd(coupling, outer[v], hn::Mul(inverse, y));
      advance(row, v, outer[v]);
    }
  }
}

/// Means of the constricting layers at given temperatures.
template <typename Real>
HWY_INLINE void layer_means(const BatchState<Real>& state, const LaneArray<Real>& temperature,
                            std::size_t memory, LaneArray<Real>& mean) {
  const Tag<Real> d;
  auto sum = for_each_register([&](std::size_t /*v*/) HWY_ATTR { return hn::Zero(d); });
  for (const KernelSection& section : state.sections) {
    if (section.memory != static_cast<int>(memory)) {
      continue;
    }
    for (std::size_t row = section.begin; row < section.end; ++row) {
      for (std::size_t v = 0; v < vectors; ++v) {
        sum[v] = hn::MulAdd(hn::Load(d, part_of(state.volume.data(), row, state.lanes, v)),
                            hn::Load(d, part_of(temperature.data(), row, state.lanes, v)), sum[v]);
      }
    }
  }
  for (std::size_t v = 0; v < vectors; ++v) {
    store<Real>(hn::Mul(sum[v], load(state.memory_lanes[memory].per_volume, v)), mean, v);
  }
}

}  // namespace coldplan::bioheat::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
