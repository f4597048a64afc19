// Included once for each instruction set (Highway): no usual guard.
#if defined(COLDPLAN_BODY_TISSUE_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef COLDPLAN_BODY_TISSUE_INL
#undef COLDPLAN_BODY_TISSUE_INL
#else
#define COLDPLAN_BODY_TISSUE_INL
#endif

#include "coldplan/thermoregulation/body_signals-inl.h"
#include "coldplan/thermoregulation/body_vessels-inl.h"

// Tissue. A site is a column of cells, eliminated from its core to its skin as a ladder of
// resistors; `beyond` is the conductance that a cell sees beyond itself, a sum of positive terms,
// so that float loses nothing to cancellation.

HWY_BEFORE_NAMESPACE();
namespace coldplan::thermoregulation::HWY_NAMESPACE {

/// The segment whose vessels feed a site: the lumbar column is a part of Back.
HWY_INLINE std::size_t fed_by(Site site) {
  return place_of(site == Site::lumbar ? Site::back : site);
}

/// Flow and heat of a cell.
template <typename Real>
struct CellSource {
  Register<Real> flow, heat;
};

/// Those of a cell in the middle of the step; `shivered` is its heat of shivering [W/m²].
template <typename Real>
HWY_INLINE CellSource<Real> source_of(const BodyState<Real>& state, const SiteLanes<Real>& lanes,
                                      RowFlow kind, std::size_t row, Register<Real> shivered) {
  const Register<Real> basal = get(state.row.perfusion, row);
  const Register<Real> warmer = middle(state, row) - get(state.row.reference, row);
  CellSource<Real> source{
      basal, get(state.row.heat, row) * exp2(get(state.body.metabolism_exponent) * warmer)};
  if (kind == RowFlow::skin) {
    source.flow = basal * get(lanes.skin_factor);
  } else if (kind == RowFlow::fat) {
    source.flow = basal * get(lanes.fat_factor);
  } else if (kind == RowFlow::quotient) {
    source.flow = basal * exp2(get(state.body.flow_exponent) * warmer);
  }
  source.heat += shivered;
  source.flow = fused(shivered, get(state.body.flow_per_heat), source.flow);
  return source;
}

/// Blood flow and heat of a site's cells in the middle of the step. `shivering` is the heat of one
/// side [W], which goes to the muscle.
template <typename Real>
HWY_INLINE void set_sources(BodyState<Real>& state, Site site, Register<Real> shivering,
                            bool at_rest) {
  const SiteRows& rows = state.layout->at(site);
  const SiteLanes<Real>& lanes = state.site[place_of(site)];
  const Register<Real> by_area = shivering / get(lanes.area);
  for (std::size_t number = 0; number < rows.layers.size(); ++number) {
    const LayerRows& layer = rows.layers[number];
    for (std::size_t row = layer.begin; row < layer.end; ++row) {
      CellSource<Real> source{get(state.row.perfusion, row), get(state.row.heat, row)};
      if (!at_rest) {
        const Register<Real> shivered =
            number == rows.muscle ? by_area * get(state.row.weight, row) : Register<Real>{0.0};
        source = source_of(state, lanes, layer.flow, row, shivered);
      }
      put(state.row.flow_now, source.flow, row);
      put(state.row.heat_now, source.heat, row);
    }
  }
}

/// The sum of a row array over a site [times m²].
template <typename Real>
HWY_INLINE Register<Real> sum_over(const BodyState<Real>& state, Site site,
                                   const LaneArray<Real>& rows) {
  const SiteRows& range = state.layout->at(site);
  Register<Real> sum{0.0};
  for (std::size_t row = range.begin; row < range.end; ++row) {
    sum += get(rows, row);
  }
  return sum * get(state.site[place_of(site)].area);
}

/// Flows of all segments from those of their cells.
template <typename Real>
HWY_INLINE Flows<Real> flows_of(const BodyState<Real>& state) {
  Flows<Real> flows{};
  for (const Site site : all_sites()) {
    flows[fed_by(site)].tissue += sum_over(state, site, state.row.flow_now);
  }
  for (const Site site : inward) {
    const std::size_t place = place_of(site);
    SegmentFlow<Real>& flow = flows[place];
    const SiteLanes<Real>& lanes = state.site[place];
    flow.artery = flow.tissue;
    if (is_extremity(site)) {
      flow.superficial = get(lanes.anastomoses) * get(lanes.open);
      flow.artery += flow.superficial;
    }
    if (const auto beyond = downstream(site)) {
      const SegmentFlow<Real>& far = flows[place_of(*beyond)];
      const Register<Real> n{site == Site::pelvis ? 2.0 : 1.0};
      flow.artery += n * far.artery;
      flow.superficial = site == Site::pelvis ? Register<Real>{} : far.superficial;
    }
    flow.vein = flow.artery - flow.superficial;
  }
  return flows;
}

/// Factors a column's matrix. The blood's part of the diagonal is the flow and the exchange by
/// conduction; the outermost cell also loses to the surroundings.
template <typename Real>
HWY_INLINE void factor(BodyState<Real>& state, Site site, Register<Real> per_length) {
  const SiteRows& range = state.layout->at(site);
  RowLanes<Real>& row = state.row;
  Register<Real> beyond{0.0};
  // What one row waits for of the row before is kept short: a sum, a division and a product.
  for (std::size_t i = range.end; i-- > range.begin;) {
    Register<Real> local =
        fused(per_length, get(row.capacity, i), get(row.flow_now, i)) + get(row.artery, i);
    if (is_limb(site)) {
      local += get(row.vein, i) + get(row.superficial, i);
    }
    if (i == range.begin) {
      local += get(state.site[place_of(site)].outward);
    }
    const Register<Real> g = get(row.conductance, i);
    const Register<Real> inverse = Register<Real>{1.0} / ((local + g) + beyond);
    put(row.inverse, inverse, i);
    put(row.coupling, g * inverse, i);
    beyond = ((local + beyond) * g) * inverse;
  }
}

/// Solves for a right side in its place.
template <typename Real>
HWY_INLINE void solve_column(const BodyState<Real>& state, Site site, LaneArray<Real>& right) {
  const SiteRows& range = state.layout->at(site);
  Register<Real> y{0.0};
  Register<Real> coupling{0.0};
  for (std::size_t i = range.end; i-- > range.begin;) {
    y = fused(coupling, y, get(right, i));
    put(right, y, i);
    coupling = get(state.row.coupling, i);
  }
  Register<Real> outer{0.0};
  for (std::size_t i = range.begin; i < range.end; ++i) {
    outer = fused(get(state.row.coupling, i), outer, get(state.row.inverse, i) * get(right, i));
    put(right, outer, i);
  }
}

/// How vessels meet a column's values: by conduction, and in the vein also by what flows.
template <typename Real>
HWY_INLINE Meeting<Real> meeting(const BodyState<Real>& state, Site site,
                                 const LaneArray<Real>& values) {
  const SiteRows& range = state.layout->at(site);
  const RowLanes<Real>& row = state.row;
  Meeting<Real> sum{};
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Register<Real> value = get(values, i);
    sum.artery = fused(get(row.artery, i), value, sum.artery);
    if (is_limb(site)) {
      sum.vein = fused(get(row.vein, i) + get(row.flow_now, i), value, sum.vein);
      sum.superficial = fused(get(row.superficial, i), value, sum.superficial);
    } else {
      sum.vein = fused(get(row.flow_now, i), value, sum.vein);
    }
  }
  const Register<Real> area = get(state.site[place_of(site)].area);
  return {sum.artery * area, sum.vein * area, sum.superficial * area};
}

template <typename Real>
HWY_INLINE void add(Meeting<Real>& sum, const Meeting<Real>& more) {
  sum.artery += more.artery;
  sum.vein += more.vein;
  sum.superficial += more.superficial;
}

/// A column's answers to a kelvin of its vessels, added to those of the segment.
template <typename Real>
HWY_INLINE void answer_to_vessels(BodyState<Real>& state, Site site, TissueAnswer<Real>& answer) {
  const SiteRows& range = state.layout->at(site);
  RowLanes<Real>& row = state.row;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    put(row.by_artery, get(row.flow_now, i) + get(row.artery, i), i);
  }
  solve_column(state, site, row.by_artery);
  add(answer.to_artery, meeting(state, site, row.by_artery));
  answer.total.artery += sum_over(state, site, row.artery);
  if (!is_limb(site)) {
    return;
  }
  for (std::size_t i = range.begin; i < range.end; ++i) {
    put(row.by_vein, get(row.vein, i), i);
    put(row.by_superficial, get(row.superficial, i), i);
  }
  solve_column(state, site, row.by_vein);
  solve_column(state, site, row.by_superficial);
  add(answer.to_vein, meeting(state, site, row.by_vein));
  add(answer.to_superficial, meeting(state, site, row.by_superficial));
  answer.total.vein += sum_over(state, site, row.vein);
  answer.total.superficial += sum_over(state, site, row.superficial);
}

/// The rate of a column now [W/m²], into the first stage, and what its vessels get from it [W].
template <typename Real>
HWY_INLINE void column_rate(BodyState<Real>& state, Site site, Meeting<Real>& met) {
  const SiteRows& range = state.layout->at(site);
  RowLanes<Real>& row = state.row;
  const SiteLanes<Real>& lanes = state.site[place_of(site)];
  const SiteLanes<Real>& vessels = state.site[fed_by(site)];
  const Register<Real> artery = get(vessels.artery);
  const Register<Real> vein = get(vessels.vein);
  const Register<Real> superficial = get(vessels.superficial);
  Meeting<Real> sum{};
  Register<Real> inflow{0.0};
  for (std::size_t i = range.end; i-- > range.begin;) {
    const Register<Real> t = get(row.temperature, i);
    Register<Real> outflow{0.0};
    if (i > range.begin) {
      outflow = get(row.conductance, i) * (t - get(row.temperature, i - 1));
    } else {
      outflow = get(lanes.outward) * (t - get(lanes.outside)) + get(lanes.evaporation);
    }
    const Register<Real> flow = get(row.flow_now, i);
    const Register<Real> by_artery = get(row.artery, i);
    Register<Real> rate =
        inflow - outflow + (flow + by_artery) * (artery - t) + get(row.heat_now, i);
    inflow = outflow;
    sum.artery = fused(by_artery, t - artery, sum.artery);
    sum.vein = fused(flow, t - vein, sum.vein);
    if (is_limb(site)) {
      const Register<Real> by_vein = get(row.vein, i);
      const Register<Real> by_superficial = get(row.superficial, i);
      rate += by_vein * (vein - t) + by_superficial * (superficial - t);
      sum.vein = fused(by_vein, t - vein, sum.vein);
      sum.superficial = fused(by_superficial, t - superficial, sum.superficial);
    }
    put(row.stage[0], rate, i);
  }
  const Register<Real> area = get(lanes.area);
  add(met, {sum.artery * area, sum.vein * area, sum.superficial * area});
}

/// Adds what the blood's change does to a column's stage.
template <typename Real>
HWY_INLINE void follow_blood(BodyState<Real>& state, Site site, const VesselValues<Real>& blood,
                             LaneArray<Real>& stage) {
  const SiteRows& range = state.layout->at(site);
  const RowLanes<Real>& row = state.row;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    Register<Real> u = fused(get(row.by_artery, i), blood.artery, get(stage, i));
    if (is_limb(site)) {
      u = fused(get(row.by_vein, i), blood.vein, u);
      u = fused(get(row.by_superficial, i), blood.superficial, u);
    }
    put(stage, u, i);
  }
}

}  // namespace coldplan::thermoregulation::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
