// Included once for each instruction set (Highway): no usual guard.
#if defined(COLDPLAN_BODY_KERNEL_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef COLDPLAN_BODY_KERNEL_INL
#undef COLDPLAN_BODY_KERNEL_INL
#else
#define COLDPLAN_BODY_KERNEL_INL
#endif

#include "coldplan/bioheat/batch_weights.h"
#include "coldplan/thermoregulation/body_kernel.h"
#include "coldplan/thermoregulation/body_tissue-inl.h"

HWY_BEFORE_NAMESPACE();
namespace coldplan::thermoregulation::HWY_NAMESPACE {

namespace weights = bioheat::batch_weights;

// numerical: Newton's steps to rest: films and evaporation hang a little on the skin.
inline constexpr int rest_iterations = 2;
// numerical: a fall of skin that is none [K].
inline constexpr double no_fall = 1e-6;

/// Signals, flows, films and sources in the middle of the step; gives the flows.
template <typename Real>
HWY_INLINE Flows<Real> prepare(BodyState<Real>& state, bool at_rest) {
  const Controls& c = controls();
  Signals<Real> signals{};
  if (!at_rest) {
    signals = signals_of(state, c);
    set_flow_factors(state, signals, c);
  }
  put(state.body.shivering, signals.shivering);
  put(state.body.sweat, signals.sweat);
  Register<Real> metabolism{0.0};
  Register<Real> evaporation{0.0};
  for (const Site site : all_sites()) {
    SiteLanes<Real>& lanes = state.site[place_of(site)];
    surround(state, site, signals.sweat, signals.error[place_of(site)], c);
    set_sources(state, site, signals.shivering * get(lanes.shivering_share), at_rest);
    const Register<Real> n{static_cast<double>(sides(site))};
    metabolism += n * sum_over(state, site, state.row.heat_now);
    evaporation += n * get(lanes.area) * get(lanes.evaporation);
  }
  put(state.body.metabolism, metabolism);
  put(state.body.evaporation, evaporation);
  // Breath, out of the core of the chest.
  const SurroundingLanes<Real>& breathed = state.site[place_of(Site::head)].surrounding;
  const Register<Real> respiration =
      metabolism *
      (Register<Real>{c.respiration_sensible} *
           (Register<Real>{c.respiration_temperature} - get(breathed.gas_temperature)) +
       Register<Real>{c.respiration_latent} *
           (Register<Real>{c.respiration_pressure} - get(breathed.vapour_pressure)));
  put(state.body.respiration, respiration);
  const SiteRows& chest = state.layout->at(Site::chest);
  const Register<Real> by_area = respiration / get(state.site[place_of(Site::chest)].area);
  for (std::size_t i = chest.layers[chest.core].begin; i < chest.layers[chest.core].end; ++i) {
    put(state.row.heat_now, get(state.row.heat_now, i) - by_area * get(state.row.weight, i), i);
  }
  return flows_of(state);
}

/// Solves all columns for a stage, the blood held, and adds what its vessels get of that. A later
/// stage starts from the one before.
template <typename Real>
HWY_INLINE void solve_columns(BodyState<Real>& state, std::size_t j, Register<Real> per_length,
                              BloodRight<Real>& right) {
  LaneArray<Real>& stage = state.row.stage[j];
  std::array<Meeting<Real>, segment_count> given{};
  for (const Site site : all_sites()) {
    const SiteRows& range = state.layout->at(site);
    for (std::size_t i = range.begin; j > 0 && i < range.end; ++i) {
      put(stage, per_length * get(state.row.capacity, i) * get(state.row.stage[j - 1], i), i);
    }
    solve_column(state, site, stage);
    add(given[fed_by(site)], meeting(state, site, stage));
  }
  for (std::size_t place = 0; place < segment_count; ++place) {
    right.segment[place].artery += given[place].artery;
    right.segment[place].vein += given[place].vein;
    right.segment[place].superficial += given[place].superficial;
  }
}

/// Adds a stage's change of the blood to that of the step, and makes the right side of the next
/// one.
template <typename Real>
HWY_INLINE void take_stage(const BodyState<Real>& state, const BloodChange<Real>& change,
                           Register<Real> weight, Register<Real> per_length,
                           BloodChange<Real>& whole, BloodRight<Real>& right) {
  for (std::size_t place = 0; place < segment_count; ++place) {
    const VesselValues<Real>& u = change.segment[place];
    VesselValues<Real>& sum = whole.segment[place];
    sum.artery = fused(weight, u.artery, sum.artery);
    sum.vein = fused(weight, u.vein, sum.vein);
    sum.superficial = fused(weight, u.superficial, sum.superficial);
    const SiteLanes<Real>& lanes = state.site[place];
    right.segment[place] = {per_length * get(lanes.artery_capacity) * u.artery,
                            per_length * get(lanes.vein_capacity) * u.vein,
                            per_length * get(lanes.superficial_capacity) * u.superficial};
  }
  whole.central = fused(weight, change.central, whole.central);
  right.central = per_length * get(state.body.central_capacity) * change.central;
}

/// Moves the blood on.
template <typename Real>
HWY_INLINE void move_blood(BodyState<Real>& state, const BloodChange<Real>& whole) {
  for (std::size_t place = 0; place < segment_count; ++place) {
    SiteLanes<Real>& lanes = state.site[place];
    put(lanes.artery_change, whole.segment[place].artery);
    put(lanes.vein_change, whole.segment[place].vein);
    put(lanes.superficial_change, whole.segment[place].superficial);
    put(lanes.artery, get(lanes.artery) + whole.segment[place].artery);
    put(lanes.vein, get(lanes.vein) + whole.segment[place].vein);
    put(lanes.superficial, get(lanes.superficial) + whole.segment[place].superficial);
  }
  put(state.body.central_change, whole.central);
  put(state.body.central, get(state.body.central) + whole.central);
}

/// The three stages of a step (bioheat/batch_weights.h), and the blood that they lead to; one
/// stage, to a steady state, with `per_length` 0.
template <typename Real>
HWY_INLINE void solve_stages(BodyState<Real>& state, const Flows<Real>& flows,
                             Register<Real> per_length, bool is_steady) {
  std::array<TissueAnswer<Real>, segment_count> answers{};
  std::array<Meeting<Real>, segment_count> met{};
  for (const Site site : all_sites()) {
    factor(state, site, per_length);
    answer_to_vessels(state, site, answers[fed_by(site)]);
    column_rate(state, site, met[fed_by(site)]);
  }
  const BloodMatrix<Real> blood = blood_matrix(state, flows, answers, per_length, is_steady);
  BloodRight<Real> right = blood_rates(state, flows, met);
  BloodChange<Real> whole{};
  const std::size_t stages = is_steady ? 1 : weights::stages;
  for (std::size_t j = 0; j < stages; ++j) {
    solve_columns(state, j, per_length, right);
    const BloodChange<Real> change = solve(blood, flows, right);
    for (const Site site : all_sites()) {
      follow_blood(state, site, change.segment[fed_by(site)], state.row.stage[j]);
    }
    const Register<Real> weight{is_steady ? 1.0 : weights::step[j]};
    take_stage(state, change, weight, per_length, whole, right);
  }
  move_blood(state, whole);
}

/// The heat that a site loses through its film, mean over the step, of one side [W]: in the sense
/// in which the step's heats are those of the linear equation at its mean.
template <typename Real>
HWY_INLINE Register<Real> mean_loss(const BodyState<Real>& state, Site site) {
  const std::size_t first = state.layout->at(site).begin;
  Register<Real> mean = get(state.row.temperature, first);
  for (std::size_t j = 0; j < weights::stages; ++j) {
    mean = fused(Register<Real>{weights::mean[j]}, get(state.row.stage[j], first), mean);
  }
  const SiteLanes<Real>& lanes = state.site[place_of(site)];
  return get(lanes.area) * get(lanes.outward) * (mean - get(lanes.outside));
}

/// Losses of the step, and what the bath gets of them. Before temperatures move on.
template <typename Real>
HWY_INLINE void count_losses(BodyState<Real>& state) {
  Register<Real> loss{0.0};
  Register<Real> into_water{0.0};
  for (const Site site : all_sites()) {
    const Register<Real> own =
        mean_loss(state, site) * Register<Real>{static_cast<double>(sides(site))};
    loss += own;
    into_water = fused(get(state.site[place_of(site)].surrounding.in_water), own, into_water);
  }
  put(state.body.loss, loss);
  put(state.body.into_bath, into_water);
  const Register<Real> bath = get(state.body.bath);
  const Register<Real> room = get(state.body.bath_loss) * (get(state.body.bath_room) - bath);
  const Register<Real> change =
      get(state.body.length) * (into_water + room) / get(state.body.bath_capacity);
  put(state.body.bath_change, change);
  put(state.body.bath, bath + change);
}

/// The skin's surface at each site, and whether it froze just now.
template <typename Real>
HWY_INLINE void look_at_skin(BodyState<Real>& state) {
  for (const Site site : all_sites()) {
    SiteLanes<Real>& lanes = state.site[place_of(site)];
    const Register<Real> cell = get(state.row.temperature, state.layout->at(site).begin);
    const Register<Real> surface =
        cell - get(lanes.skin_resistance) * get(lanes.outward) * (cell - get(lanes.outside));
    const Register<Real> before = get(lanes.surface);
    const Register<Real> limit = get(lanes.freezing);
    // Linear within the step; of several sites the first.
    const Register<Real> share =
        within((before - limit) / most(before - surface, Register<Real>{no_fall}), 0.0, 1.0);
    const Register<Real> moment = get(state.body.time) + share * get(state.body.length);
    const Register<Real> known = get(state.body.frozen_time);
    const Register<Real> found = where_less(surface, limit, moment, known);
    put(state.body.frozen_site,
        where_less(found, known, Register<Real>{static_cast<double>(place_of(site))},
                   get(state.body.frozen_site)));
    put(state.body.frozen_time, least(found, known));
    put(lanes.surface, surface);
  }
}

/// A step of every lane.
template <typename Real>
void step(BodyState<Real>& state) {
  const Flows<Real> flows = prepare(state, false);
  const Register<Real> per_length =
      Register<Real>{1.0} / (Register<Real>{weights::gamma} * get(state.body.length));
  solve_stages(state, flows, per_length, false);
  count_losses(state);
  for (std::size_t i = 0; i < state.layout->rows; ++i) {
    Register<Real> change{0.0};
    for (std::size_t j = 0; j < weights::stages; ++j) {
      change = fused(Register<Real>{weights::step[j]}, get(state.row.stage[j], i), change);
    }
    put(state.row.change, change, i);
    put(state.row.temperature, get(state.row.temperature, i) + change, i);
  }
  look_at_skin(state);
  Register<Real> skin_flow{0.0};
  for (const Site site : all_sites()) {
    const SiteRows& rows = state.layout->at(site);
    Register<Real> sum{0.0};
    for (std::size_t i = rows.layers[rows.skin].begin; i < rows.layers[rows.skin].end; ++i) {
      sum += get(state.row.flow_now, i);
    }
    skin_flow += sum * get(state.site[place_of(site)].area) *
                 Register<Real>{static_cast<double>(sides(site))};
  }
  put(state.body.skin_flow, skin_flow);
  put(state.body.time, get(state.body.time) + get(state.body.length));
}

/// Newton's steps to the steady state of the uncontrolled body at basal flow and heat, with its
/// central blood held; leaves the heat that the central blood then gains in `loss` [W].
template <typename Real>
void rest(BodyState<Real>& state) {
  for (int iteration = 0; iteration < rest_iterations; ++iteration) {
    const Flows<Real> flows = prepare(state, true);
    solve_stages(state, flows, Register<Real>{}, true);
    for (std::size_t i = 0; i < state.layout->rows; ++i) {
      put(state.row.temperature, get(state.row.temperature, i) + get(state.row.stage[0], i), i);
    }
  }
  const Flows<Real> flows = prepare(state, true);
  std::array<Meeting<Real>, segment_count> met{};
  put(state.body.loss, blood_rates(state, flows, met).central);
  look_at_skin(state);
}

/// Takes the present temperatures as set-points.
template <typename Real>
void set_neutral(BodyState<Real>& state) {
  for (std::size_t i = 0; i < state.layout->rows; ++i) {
    put(state.row.reference, get(state.row.temperature, i), i);
    put(state.row.change, Register<Real>{}, i);
  }
  Register<Real> area_sum{0.0};
  Register<Real> mean{0.0};
  for (const Site site : all_sites()) {
    const SiteRows& rows = state.layout->at(site);
    SiteLanes<Real>& lanes = state.site[place_of(site)];
    const Register<Real> skin = layer_mean(state, rows.layers[rows.skin]);
    put(lanes.neutral_skin, skin);
    put(lanes.neutral_fat, layer_mean(state, rows.layers[rows.fat]));
    const Register<Real> area = get(lanes.area) * Register<Real>{static_cast<double>(sides(site))};
    mean += area * skin;
    area_sum += area;
  }
  put(state.body.neutral_mean_skin, mean / area_sum);
  put(state.body.neutral_head, head_core(state, false));
  put(state.body.neutral_trunk, trunk_core(state, false));
}

/// What is observed of each lane, a row of lanes each.
template <typename Real>
void observe(const BodyState<Real>& state, std::span<Real> rows) {
  const std::size_t lanes = state.lanes;
  const auto write = [&](std::size_t number, Register<Real> value) HWY_ATTR {
    hn::StoreU(value.raw, Tag<Real>{}, rows.data() + number * lanes);
  };
  const auto set = [&](Observed what, Register<Real> value)
                       HWY_ATTR { write(static_cast<std::size_t>(what), value); };
  const SiteRows& pelvis = state.layout->at(Site::pelvis);
  set(Observed::central_blood, get(state.body.central));
  set(Observed::pelvis_core, layer_mean(state, pelvis.layers[pelvis.core]));
  set(Observed::head_core, head_core(state, false));
  set(Observed::shivering, get(state.body.shivering));
  set(Observed::metabolism, get(state.body.metabolism));
  set(Observed::evaporation, get(state.body.evaporation));
  set(Observed::respiration, get(state.body.respiration));
  set(Observed::loss, get(state.body.loss));
  set(Observed::into_bath, get(state.body.into_bath));
  set(Observed::skin_flow, get(state.body.skin_flow));
  set(Observed::bath, get(state.body.bath));
  Register<Real> mean{0.0};
  Register<Real> all{0.0};
  for (const Site site : all_sites()) {
    const SiteLanes<Real>& site_lanes = state.site[place_of(site)];
    const Register<Real> surface = get(site_lanes.surface);
    const Register<Real> area =
        get(site_lanes.area) * Register<Real>{static_cast<double>(sides(site))};
    mean = fused(area, surface, mean);
    all += area;
    write(static_cast<std::size_t>(Observed::first_surface) + place_of(site), surface);
  }
  set(Observed::mean_skin, mean / all);
}

template <typename Real>
BodyKernel<Real> make_kernel() {
  return {hn::Lanes(Tag<Real>{}), rest<Real>, set_neutral<Real>, step<Real>, observe<Real>};
}

inline BodyTarget make_target(std::string_view name) {
  return {name, make_kernel<float>(), make_kernel<double>()};
}

}  // namespace coldplan::thermoregulation::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
