// Included once for each instruction set (Highway): no usual guard.
#if defined(COLDPLAN_BATCH_KERNEL_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef COLDPLAN_BATCH_KERNEL_INL
#undef COLDPLAN_BATCH_KERNEL_INL
#else
#define COLDPLAN_BATCH_KERNEL_INL
#endif

#include <limits>

#include "coldplan/bioheat/batch_step-inl.h"

HWY_BEFORE_NAMESPACE();
namespace coldplan::bioheat::HWY_NAMESPACE {

/// Newton's iterations from a start within some ten kelvin: one solves linear laws, the others what
/// float rounds and the laws in absolute temperatures.
inline constexpr int rest_iterations = 12;

template <typename Real>
void rest(BatchState<Real>& state) {
  const Tag<Real> d;
  const auto steady = for_each_register([&](std::size_t /*v*/) HWY_ATTR { return hn::Zero(d); });
  const bool linear = std::none_of(state.sections.begin(), state.sections.end(),
                                   [](const KernelSection& section) { return section.absolute; });
  for (int iteration = 0; iteration < (linear ? 2 : rest_iterations); ++iteration) {
    assemble<Real>(state, steady, true);
    substitute(state, state.stage[0]);
    for (std::size_t row = 0; row <= state.cells; ++row) {
      for (std::size_t v = 0; v < vectors; ++v) {
        Real* const t = part_of(state.temperature.data(), row, state.lanes, v);
        const auto update = hn::Load(d, part_of(state.stage[0].data(), row, state.lanes, v));
        hn::Store(hn::Add(hn::Load(d, t), update), d, t);
      }
    }
  }
}

template <typename Real>
void set_neutral(BatchState<Real>& state) {
  const Tag<Real> d;
  for (std::size_t number = 0; number < state.sections.size(); ++number) {
    const KernelSection& section = state.sections[number];
    for (std::size_t row = section.begin; row < section.end; ++row) {
      for (std::size_t v = 0; v < vectors; ++v) {
        Real* const reference = part_of(state.reference.data(), row, state.lanes, v);
        const auto t = hn::Load(d, part_of(state.temperature.data(), row, state.lanes, v));
        const auto own = hn::Gt(load(state.section_lanes[number].own_reference, v), hn::Zero(d));
        hn::Store(hn::IfThenElse(own, t, hn::Load(d, reference)), d, reference);
      }
    }
  }
  for (std::size_t memory = 0; memory < state.memories.size(); ++memory) {
    MemoryLanes<Real>& lanes = state.memory_lanes[memory];
    layer_means(state, state.temperature, memory, lanes.neutral);
    lanes.mean = lanes.neutral;
  }
}

/// By how much a row was warmer on the mean of the step, in the sense of its heats, than at the
/// start.
template <typename Real>
HWY_INLINE Vec<Real> mean_change(const BatchState<Real>& state, std::size_t row, std::size_t v) {
  const Tag<Real> d;
  auto sum = hn::Zero(d);
  for (std::size_t j = 0; j < batch_weights::stages; ++j) {
    sum = hn::MulAdd(constant<Real>(batch_weights::mean[j]),
                     hn::Load(d, part_of(state.stage[j].data(), row, state.lanes, v)), sum);
  }
  return sum;
}

/// Heat out of the skin and into the source over the step.
template <typename Real>
HWY_INLINE void sum_heats(BatchState<Real>& state, std::size_t v) {
  const Tag<Real> d;
  const auto length = load(state.length, v);
  const auto g = hn::Load(d, part_of(state.conductance.data(), 1, state.lanes, v));
  const auto source = hn::Load(d, part_of(state.temperature.data(), 0, state.lanes, v));
  const auto source_change = mean_change(state, 0, v);
  const auto rate =
      hn::MulAdd(g, hn::Sub(mean_change(state, 1, v), source_change), load(state.heat_rate, v));
  const auto heat = hn::Mul(length, rate);
  const auto outside_gap =
      hn::Sub(load(state.outside_temperature, v), hn::Add(source, source_change));
  const auto from_outside =
      hn::MulAdd(load(state.outside_conductance, v), outside_gap, load(state.steady_heat, v));
  store<Real>(heat, state.heat, v);
  store<Real>(hn::MulAdd(length, from_outside, heat), state.gain, v);
}

/// The surface's temperature at the end of the step, for whoever judges by it.
template <typename Real>
HWY_INLINE void put_surface(BatchState<Real>& state, std::size_t v) {
  const Tag<Real> d;
  const auto source = hn::Load(d, part_of(state.next.data(), 0, state.lanes, v));
  const auto cell = hn::Load(d, part_of(state.next.data(), 1, state.lanes, v));
  store<Real>(hn::MulAdd(load(state.surface_share, v), hn::Sub(cell, source), source),
              state.surface, v);
}

/// Whether no lane has come to what it watches, and all have temperatures of tissue. The same
/// comparisons of the same numbers as in `look_at`, so that it makes no difference to a lane
/// whether another one makes the driver look.
template <typename Real>
HWY_INLINE bool is_quiet(const BatchState<Real>& state, std::size_t v) {
  const Tag<Real> d;
  const auto absurd = constant<Real>(absurd_temperature);
  const auto source = hn::Load(d, part_of(state.next.data(), 0, state.lanes, v));
  const auto cell = hn::Load(d, part_of(state.next.data(), 1, state.lanes, v));
  const auto surface = load(state.surface, v);
  const auto source_waits = hn::And(hn::Lt(source, load(state.watched_source, v)),
                                    hn::Lt(load(state.gain, v), load(state.watched_gain, v)));
  const auto is_number = hn::And(hn::Lt(hn::Abs(cell), absurd), hn::Lt(hn::Abs(surface), absurd));
  const auto is_warm = hn::Gt(surface, load(state.watched_surface, v));
  bool quiet = hn::AllTrue(d, hn::And(source_waits, hn::And(is_number, is_warm)));
  for (const MemoryLanes<Real>& memory : state.memory_lanes) {
    const auto below = hn::Lt(load(memory.next_h, v), load(memory.watched_level, v));
    quiet = quiet && hn::AllTrue(d, below);
  }
  return quiet;
}

/// The heats of the step, and whether a lane has come to what it watches.
template <typename Real>
HWY_INLINE bool judge(BatchState<Real>& state) {
  bool quiet = true;
  for (std::size_t v = 0; v < vectors; ++v) {
    sum_heats(state, v);
    put_surface(state, v);
    quiet = is_quiet(state, v) && quiet;
  }
  return !quiet;
}

template <typename Real>
bool step(BatchState<Real>& state) {
  Vecs<Real> per_length;
  for (std::size_t v = 0; v < vectors; ++v) {
    per_length[v] = hn::Div(constant<Real>(1.0 / batch_weights::gamma), load(state.length, v));
  }
  for (std::size_t memory = 0; memory < state.memories.size(); ++memory) {
    predict_memory(state, memory);
  }
  assemble<Real>(state, per_length, false);
  substitute(state, state.stage[0]);
  eliminate(state, per_length, state.stage[0], state.stage[1]);
  substitute(state, state.stage[1]);
  eliminate(state, per_length, state.stage[1], state.stage[2]);
  finish(state);
  for (std::size_t memory = 0; memory < state.memories.size(); ++memory) {
    layer_means(state, state.next, memory, state.memory_lanes[memory].next_mean);
    correct_memory(state, memory);
  }
  return judge(state);
}

/// Adds to the audit what blood and metabolism of a section gave over the step.
template <typename Real, typename Kind>
HWY_INLINE void audit_section(BatchState<Real>& state, std::size_t number) {
  const Tag<Real> d;
  const std::size_t lanes = state.lanes;
  const KernelSection& section = state.sections[number];
  for (std::size_t v = 0; v < vectors; ++v) {
    const SectionLaw<Real, Kind::flow, Kind::makes_heat> law(state, number, v, false);
    auto blood = load(state.audit[1], v);
    auto metabolism = load(state.audit[2], v);
    const auto length = load(state.length, v);
    for (std::size_t row = section.begin; row < section.end; ++row) {
      const auto change = mean_change(state, row, v);
      const auto t = hn::Load(d, part_of(state.temperature.data(), row, lanes, v));
      const auto reference = hn::Load(d, part_of(state.reference.data(), row, lanes, v));
      const SourceVec<Real> source = law.at(t, reference);
      const auto weight = hn::Mul(length, hn::Load(d, part_of(state.volume.data(), row, lanes, v)));
      // The slopes of both belong to blood here: what matters is their sum.
      blood = hn::MulAdd(weight, hn::MulAdd(source.slope, change, source.blood), blood);
      metabolism = hn::MulAdd(weight, source.metabolism, metabolism);
    }
    store<Real>(blood, state.audit[1], v);
    store<Real>(metabolism, state.audit[2], v);
  }
}

template <typename Real>
void audit(BatchState<Real>& state) {
  const Tag<Real> d;
  const std::size_t lanes = state.lanes;
  for (std::size_t v = 0; v < vectors; ++v) {
    const auto inner =
        hn::Add(hn::Load(d, part_of(state.temperature.data(), state.cells, lanes, v)),
                mean_change(state, state.cells, v));
    const auto g = hn::Load(d, part_of(state.conductance.data(), state.cells + 1, lanes, v));
    store<Real>(hn::Mul(hn::Mul(load(state.length, v), g), hn::Sub(load(state.inner, v), inner)),
                state.audit[0], v);
    store<Real>(hn::Zero(d), state.audit[1], v);
    store<Real>(hn::Zero(d), state.audit[2], v);
  }
  for (std::size_t number = 0; number < state.sections.size(); ++number) {
    visit_kind(state.sections[number],
               [&](auto kind) HWY_ATTR { audit_section<Real, decltype(kind)>(state, number); });
  }
}

/// Weights on the stages at a share of the step.
template <typename Real>
HWY_INLINE std::array<Vec<Real>, batch_weights::stages> dense_weights(Vec<Real> share) {
  std::array<Vec<Real>, batch_weights::stages> weights;
  for (std::size_t j = 0; j < batch_weights::stages; ++j) {
    auto weight = constant<Real>(batch_weights::dense[2][j]);
    weight = hn::MulAdd(weight, share, constant<Real>(batch_weights::dense[1][j]));
    weight = hn::MulAdd(weight, share, constant<Real>(batch_weights::dense[0][j]));
    weights[j] = hn::Mul(weight, share);
  }
  return weights;
}

template <typename Real>
void sample(const BatchState<Real>& state, std::span<const KernelProbe<Real>> probes,
            std::span<const Real> share, std::span<Real> rows) {
  const Tag<Real> d;
  const std::size_t lanes = state.lanes;
  for (std::size_t v = 0; v < vectors; ++v) {
    const auto theta = hn::Load(d, part_of(share.data(), 0, lanes, v));
    const auto within = hn::And(hn::Ge(theta, hn::Zero(d)), hn::Le(theta, constant<Real>(1.0)));
    if (hn::AllFalse(d, within)) {
      continue;
    }
    const auto weights = dense_weights<Real>(theta);
    const auto at = [&](std::size_t row) HWY_ATTR {
      auto t = hn::Load(d, part_of(state.temperature.data(), row, lanes, v));
      for (std::size_t j = 0; j < batch_weights::stages; ++j) {
        t = hn::MulAdd(weights[j], hn::Load(d, part_of(state.stage[j].data(), row, lanes, v)), t);
      }
      return t;
    };
    for (std::size_t p = 0; p < probes.size(); ++p) {
      const KernelProbe<Real>& probe = probes[p];
      const auto outer = at(probe.outer_row);
      const auto weight = load(probe.is_surface ? state.surface_share : probe.inner_weight, v);
      const auto t = hn::MulAdd(weight, hn::Sub(at(probe.inner_row), outer), outer);
      Real* const place = part_of(rows.data(), p, lanes, v);
      hn::Store(hn::IfThenElse(within, t, hn::Load(d, place)), d, place);
    }
  }
}

/// Replaces `now` by `next` where `take` is set.
template <typename Real>
HWY_INLINE void take_over(hn::Mask<Tag<Real>> take, Vec<Real> next, LaneArray<Real>& now,
                          std::size_t v) {
  store<Real>(hn::IfThenElse(take, next, load(now, v)), now, v);
}

template <typename Real>
void accept(BatchState<Real>& state, std::span<const Real> taken) {
  const Tag<Real> d;
  const std::size_t lanes = state.lanes;
  const auto takes = [&](std::size_t v) HWY_ATTR {
    return hn::Gt(hn::Load(d, part_of(taken.data(), 0, lanes, v)), hn::Zero(d));
  };
  bool all = true;
  for (std::size_t v = 0; v < vectors; ++v) {
    all = all && hn::AllTrue(d, takes(v));
  }
  for (MemoryLanes<Real>& memory : state.memory_lanes) {
    for (std::size_t v = 0; v < vectors; ++v) {
      const auto next_mean = load(memory.next_mean, v);
      const auto slope = hn::Div(hn::Sub(next_mean, load(memory.mean, v)), load(state.length, v));
      const auto forecast = forecast_of<Real>(slope, load(memory.slope, v));
      take_over<Real>(takes(v), forecast, memory.forecast, v);
      take_over<Real>(takes(v), slope, memory.slope, v);
      take_over<Real>(takes(v), next_mean, memory.mean, v);
      take_over<Real>(takes(v), load(memory.next_h, v), memory.h, v);
      take_over<Real>(takes(v), load(memory.next_dose, v), memory.dose, v);
    }
  }
  if (all) {
    state.temperature.swap(state.next);
    return;
  }
  for (std::size_t row = 0; row <= state.cells; ++row) {
    for (std::size_t v = 0; v < vectors; ++v) {
      Real* const now = part_of(state.temperature.data(), row, lanes, v);
      const auto next = hn::Load(d, part_of(state.next.data(), row, lanes, v));
      hn::Store(hn::IfThenElse(takes(v), next, hn::Load(d, now)), d, now);
    }
  }
}

template <typename Real>
Kernel<Real> make_kernel() {
  return {vectors * hn::Lanes(Tag<Real>{}),
          &rest<Real>,
          &set_neutral<Real>,
          &step<Real>,
          &audit<Real>,
          &sample<Real>,
          &accept<Real>};
}

inline KernelTarget make_target(std::string_view name) {
  return {name, make_kernel<float>(), make_kernel<double>()};
}

}  // namespace coldplan::bioheat::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
