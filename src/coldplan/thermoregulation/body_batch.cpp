#include "coldplan/thermoregulation/body_batch.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "coldplan/thermoregulation/controls.h"
#include "coldplan/thermoregulation/segment_facts.h"

namespace coldplan::thermoregulation {
namespace {

namespace id = facts::id::thermoregulation;

// numerical: later than any session, and a heat capacity that nothing warms.
constexpr double endless = 1e30;

/// A lane of a batch that is being filled.
template <typename Real>
struct Lane {
  BodyState<Real>& state;
  std::size_t lane;

  void set(LaneArray<Real>& array, double value, std::size_t row = 0) const {
    array[row * state.lanes + lane] = static_cast<Real>(value);
  }
  [[nodiscard]] double get(const LaneArray<Real>& array, std::size_t row = 0) const {
    return static_cast<double>(array[row * state.lanes + lane]);
  }
};

/// Factor of age that JOS-3 gives for people of 60 and over.
double from_sixty(const SegmentFacts& table, Site site, double age) {
  return age < facts::value(facts::id::perfusion::reflex_age_end) ? 1.0 : value_at(table, site);
}

double shivering_age_factor(double age) {
  struct From {
    double age;
    facts::Id factor;
  };
  // numerical: ages at which JOS-3's table changes [y]; they stand in the names of the facts.
  static constexpr std::array<From, 6> steps{{{30.0, id::shivering_age_factor_from_30},
                                              {40.0, id::shivering_age_factor_from_40},
                                              {50.0, id::shivering_age_factor_from_50},
                                              {60.0, id::shivering_age_factor_from_60},
                                              {70.0, id::shivering_age_factor_from_70},
                                              {80.0, id::shivering_age_factor_from_80}}};
  double factor = facts::value(id::shivering_age_factor_under_30);
  for (const From& step : steps) {
    factor = age >= step.age ? facts::value(step.factor) : factor;
  }
  return factor;
}

/// Share of a segment's surface, mass and control that a site has: Back and the lumbar column
/// divide theirs.
double share_of_segment(const Physique& physique, Site site) {
  if (site != Site::back && site != Site::lumbar) {
    return 1.0;
  }
  const double both = physique.at(Site::back).area + physique.at(Site::lumbar).area;
  return physique.at(site).area / both;
}

/// The gain of constriction by the reflex: that of the product's law on the trunk, JOS-3's in
/// limbs.
double constriction_gain(const Physique& physique, Site site) {
  const bool is_trunk =
      site == Site::chest || site == Site::back || site == Site::pelvis || site == Site::lumbar;
  return is_trunk ? physique.law.reflex_gain : value_at(segment::constriction_weight, site);
}

template <typename Real>
void fill_control(const Lane<Real>& lane, const Physique& physique, Site site) {
  SiteLanes<Real>& lanes = lane.state.site[place_of(site)];
  const double share = share_of_segment(physique, site);
  const double n = sides(site);
  lane.set(lanes.receptor_weight, n * share * value_at(segment::skin_receptor_weight, site));
  lane.set(lanes.constriction_gain, constriction_gain(physique, site));
  lane.set(lanes.dilation_gain, value_at(segment::dilation_weight, site) *
                                    from_sixty(segment::dilation_age_factor, site, physique.age));
  lane.set(lanes.sweat_share, n * share * value_at(segment::sweat_weight, site) *
                                  from_sixty(segment::sweating_age_factor, site, physique.age));
  lane.set(lanes.shivering_share, share * value_at(segment::shivering_weight, site));
  if (is_extremity(site)) {
    const facts::Id flow = site == Site::hand ? id::ava_hand_flow : id::ava_foot_flow;
    lane.set(lanes.anastomoses,
             facts::value(flow) * physique.flow_scale * physique.blood_heat_capacity);
  }
}

/// How far anastomoses are open where nothing is off its set-point.
double open_at_rest(Site site) {
  const Controls& c = controls();
  const bool is_foot = site == Site::foot;
  return std::clamp(c.anastomoses_skin * (is_foot ? c.foot_skin_offset : c.hand_skin_offset) +
                        c.anastomoses_core * (is_foot ? c.foot_core_offset : c.hand_core_offset) +
                        c.anastomoses_open,
                    0.0, 1.0);
}

template <typename Real>
void fill_vessels(const Lane<Real>& lane, const SiteBody& body, Site site) {
  SiteLanes<Real>& lanes = lane.state.site[place_of(site)];
  lane.set(lanes.artery_capacity, body.vessels.artery_capacity);
  lane.set(lanes.vein_capacity, body.vessels.vein_capacity);
  lane.set(lanes.superficial_capacity, body.vessels.superficial_capacity);
  lane.set(lanes.artery_vein, body.vessels.artery_vein);
}

double layer_volume(const SiteBody& body, std::size_t layer) {
  double volume = 0.0;
  for (std::size_t i = body.grid.layer_begin[layer]; i < body.grid.layer_begin[layer + 1]; ++i) {
    volume += body.grid.volume[i];
  }
  return volume;
}

template <typename Real>
void fill_rows(const Lane<Real>& lane, const SiteBody& body, Site site) {
  RowLanes<Real>& row = lane.state.row;
  const SiteRows& rows = lane.state.layout->at(site);
  for (std::size_t layer = 0; layer < rows.layers.size(); ++layer) {
    const tissue::Properties& properties = body.column.layers[layer].tissue.properties;
    const double volume = layer_volume(body, layer);
    for (std::size_t i = body.grid.layer_begin[layer]; i < body.grid.layer_begin[layer + 1]; ++i) {
      const std::size_t at = rows.begin + i;
      const double share = body.grid.volume[i] / volume;
      lane.set(row.capacity, properties.density * properties.specific_heat * body.grid.volume[i],
               at);
      const double outward =
          i == 0 ? 0.0 : 1.0 / (body.grid.outer_resistance[i] + body.grid.inner_resistance[i - 1]);
      lane.set(row.conductance, outward, at);
      lane.set(row.perfusion, body.perfusion[i], at);
      lane.set(row.heat, body.heat[i], at);
      lane.set(row.weight, share, at);
      // Vessels lie in the muscle of limbs; superficial veins touch the skin.
      const double in_muscle = layer == rows.muscle && is_limb(site) ? share / body.area : 0.0;
      const double in_skin = layer == rows.skin && is_limb(site) ? share / body.area : 0.0;
      lane.set(row.artery, in_muscle * body.vessels.vessel_tissue, at);
      lane.set(row.vein, in_muscle * body.vessels.vessel_tissue, at);
      lane.set(row.superficial, in_skin * body.vessels.vein_skin, at);
    }
  }
  if (site == Site::lumbar) {
    // The inner face of the back column is at the temperature of arterial blood.
    lane.set(row.artery, 1.0 / body.grid.inner_resistance.back(), rows.end - 1);
  }
}

template <typename Real>
void fill_law(const Lane<Real>& lane, const Physique& physique) {
  BodyLanes<Real>& body = lane.state.body;
  const tissue::PerfusionLaw& law = physique.law;
  lane.set(body.floor, law.local_floor);
  lane.set(body.sensitivity, law.local_sensitivity);
  lane.set(body.warm_doubling, law.warm_doubling);
  lane.set(body.warm_cap, law.warm_cap);
  lane.set(body.onset, law.onset_time);
  lane.set(body.recovery, law.recovery_time);
  lane.set(body.dose_scale, law.recovery_dose_scale);
  lane.set(body.recovery_cap, law.recovery_time_cap);
  lane.set(body.recovered, law.recovered_level);
  lane.set(body.reflex_age, law.reflex_age_factor);
  lane.set(body.blunting, law.reflex_blunting);
  lane.set(body.blunting_level, law.reflex_blunting_level);
  lane.set(body.blunting_width, law.reflex_blunting_width);
  const bioheat::Column& back = physique.at(Site::lumbar).column;
  const tissue::Tissue& muscle = back.layers[lane.state.layout->at(Site::lumbar).muscle].tissue;
  lane.set(body.metabolism_exponent, std::log2(muscle.metabolism_q10) / 10.0);
  lane.set(body.flow_exponent, std::log2(muscle.flow_q10) / 10.0);
}

template <typename Real>
void fill_body(const Lane<Real>& lane, const Physique& physique) {
  BodyLanes<Real>& body = lane.state.body;
  const double scale = physique.body_surface / facts::value(id::standard_body_area);
  lane.set(body.central_capacity, physique.central_capacity);
  lane.set(body.control_scale, scale);
  lane.set(body.shivering_scale,
           scale * shivering_age_factor(physique.age) * physique.shivering_gain);
  lane.set(body.shivering_most, physique.shivering_most);
  lane.set(body.flow_per_heat, facts::value(id::flow_per_heat) * physique.blood_heat_capacity);
  lane.set(body.bath_capacity, endless);
  lane.set(body.frozen_time, endless);
  fill_law(lane, physique);
}

}  // namespace

template <typename Real>
void fill_lane(BodyState<Real>& state, std::size_t number, const Physique& physique,
               double temperature) {
  const Lane<Real> lane{state, number};
  fill_body(lane, physique);
  lane.set(state.body.central, temperature);
  for (const Site site : all_sites()) {
    const SiteBody& body = physique.at(site);
    SiteLanes<Real>& lanes = state.site[place_of(site)];
    lane.set(lanes.area, body.area);
    lane.set(lanes.skin_resistance, body.grid.outer_resistance.front());
    const auto& frozen = body.column.layers[state.layout->at(site).skin].tissue.frozen;
    lane.set(lanes.freezing, frozen ? frozen->freezing_temperature : -endless);
    fill_control(lane, physique, site);
    fill_vessels(lane, body, site);
    fill_rows(lane, body, site);
    for (LaneArray<Real>* blood : {&lanes.artery, &lanes.vein, &lanes.superficial}) {
      lane.set(*blood, temperature);
    }
    lane.set(lanes.skin_h, 1.0);
    lane.set(lanes.fat_h, 1.0);
    lane.set(lanes.skin_factor, 1.0);
    lane.set(lanes.fat_factor, 1.0);
    lane.set(lanes.open, open_at_rest(site));
    lane.set(lanes.surface, temperature);
    const SiteRows& rows = state.layout->at(site);
    for (std::size_t at = rows.begin; at < rows.end; ++at) {
      lane.set(state.row.temperature, temperature, at);
    }
  }
}

template <typename Real>
void set_surroundings(BodyState<Real>& state, std::size_t number, const Surroundings& around) {
  const Lane<Real> lane{state, number};
  for (std::size_t place = 0; place < site_count; ++place) {
    SurroundingLanes<Real>& lanes = state.site[place].surrounding;
    const Surrounding& own = around[place];
    lane.set(lanes.convection, own.convection);
    lane.set(lanes.emissivity, own.emissivity);
    lane.set(lanes.gas_temperature, own.gas_temperature);
    lane.set(lanes.wall_temperature, own.wall_temperature);
    lane.set(lanes.clothing, own.clothing);
    lane.set(lanes.vapour_pressure, own.vapour_pressure);
    lane.set(lanes.in_water, own.in_water ? 1.0 : 0.0);
  }
}

template <typename Real>
void scale_outer_flow(BodyState<Real>& state, std::size_t number, double factor) {
  const Lane<Real> lane{state, number};
  for (const Site site : all_sites()) {
    const SiteRows& rows = state.layout->at(site);
    const std::size_t end = rows.layers[rows.fat].end;
    for (std::size_t at = rows.layers[rows.skin].begin; site != Site::lumbar && at < end; ++at) {
      lane.set(state.row.perfusion, lane.get(state.row.perfusion, at) * factor, at);
    }
  }
}

template <typename Real>
void add_everywhere(BodyState<Real>& state, std::size_t number, double offset) {
  const Lane<Real> lane{state, number};
  lane.set(state.body.central, lane.get(state.body.central) + offset);
  for (std::size_t at = 0; at < state.layout->rows; ++at) {
    lane.set(state.row.temperature, lane.get(state.row.temperature, at) + offset, at);
  }
  for (SiteLanes<Real>& site : state.site) {
    for (LaneArray<Real>* blood : {&site.artery, &site.vein, &site.superficial}) {
      lane.set(*blood, lane.get(*blood) + offset);
    }
  }
}

template <typename Real>
double stored_heat(const BodyState<Real>& state, std::size_t number) {
  const auto at = [&](const LaneArray<Real>& array, std::size_t row) {
    return static_cast<double>(array[row * state.lanes + number]);
  };
  double heat = at(state.body.central_capacity, 0) * at(state.body.central, 0);
  for (const Site site : all_sites()) {
    const SiteLanes<Real>& lanes = state.site[place_of(site)];
    const SiteRows& rows = state.layout->at(site);
    double own = 0.0;
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
      own += at(state.row.capacity, row) * at(state.row.temperature, row);
    }
    own *= at(lanes.area, 0);
    own += at(lanes.artery_capacity, 0) * at(lanes.artery, 0) +
           at(lanes.vein_capacity, 0) * at(lanes.vein, 0) +
           at(lanes.superficial_capacity, 0) * at(lanes.superficial, 0);
    heat += sides(site) * own;
  }
  return heat;
}

template void fill_lane<float>(BodyState<float>&, std::size_t, const Physique&, double);
template void fill_lane<double>(BodyState<double>&, std::size_t, const Physique&, double);
template void set_surroundings<float>(BodyState<float>&, std::size_t, const Surroundings&);
template void set_surroundings<double>(BodyState<double>&, std::size_t, const Surroundings&);
template void scale_outer_flow<float>(BodyState<float>&, std::size_t, double);
template void scale_outer_flow<double>(BodyState<double>&, std::size_t, double);
template void add_everywhere<float>(BodyState<float>&, std::size_t, double);
template void add_everywhere<double>(BodyState<double>&, std::size_t, double);
template double stored_heat<float>(const BodyState<float>&, std::size_t);
template double stored_heat<double>(const BodyState<double>&, std::size_t);

}  // namespace coldplan::thermoregulation
