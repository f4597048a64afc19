#include "coldplan/thermoregulation/body_state.h"

#include <vector>

namespace coldplan::thermoregulation {
namespace {

/// Arrays of lanes, by the part of a state they belong to.
template <typename Real>
using Arrays = std::vector<LaneArray<Real>*>;

template <typename Real>
void make(const Arrays<Real>& arrays, std::size_t size) {
  for (LaneArray<Real>* array : arrays) {
    array->assign(size, Real{0});
  }
}

template <typename Real>
Arrays<Real> constants_of(SiteLanes<Real>& site) {
  SurroundingLanes<Real>& around = site.surrounding;
  return {&site.area,
          &site.skin_resistance,
          &site.artery_capacity,
          &site.vein_capacity,
          &site.superficial_capacity,
          &site.artery_vein,
          &site.receptor_weight,
          &site.constriction_gain,
          &site.dilation_gain,
          &site.sweat_share,
          &site.shivering_share,
          &site.anastomoses,
          &site.freezing,
          &around.convection,
          &around.emissivity,
          &around.gas_temperature,
          &around.wall_temperature,
          &around.clothing,
          &around.vapour_pressure,
          &around.in_water};
}

template <typename Real>
Arrays<Real> changing_of(SiteLanes<Real>& site) {
  return {&site.neutral_skin, &site.neutral_fat,   &site.artery,      &site.vein,
          &site.superficial,  &site.artery_change, &site.vein_change, &site.superficial_change,
          &site.skin_h,       &site.fat_h,         &site.skin_dose,   &site.fat_dose,
          &site.radiation,    &site.skin_factor,   &site.fat_factor,  &site.open,
          &site.outward,      &site.outside,       &site.evaporation, &site.surface};
}

template <typename Real>
Arrays<Real> constants_of(BodyLanes<Real>& body) {
  return {&body.central_capacity, &body.control_scale,  &body.shivering_scale,
          &body.shivering_most,   &body.flow_per_heat,  &body.metabolism_exponent,
          &body.flow_exponent,    &body.floor,          &body.sensitivity,
          &body.warm_doubling,    &body.warm_cap,       &body.onset,
          &body.recovery,         &body.dose_scale,     &body.recovery_cap,
          &body.recovered,        &body.reflex_age,     &body.blunting,
          &body.blunting_level,   &body.blunting_width, &body.bath_capacity,
          &body.bath_loss,        &body.bath_room};
}

template <typename Real>
Arrays<Real> changing_of(BodyLanes<Real>& body) {
  return {&body.neutral_head, &body.neutral_trunk,  &body.neutral_mean_skin,
          &body.central,      &body.central_change, &body.bath,
          &body.bath_change,  &body.time,           &body.frozen_time,
          &body.frozen_site,  &body.length,         &body.forecast,
          &body.cooling,      &body.shivering,      &body.metabolism,
          &body.respiration,  &body.sweat,          &body.evaporation,
          &body.loss,         &body.into_bath,      &body.skin_flow};
}

template <typename Real>
Arrays<Real> all_of(RowLanes<Real>& row) {
  return {&row.capacity,  &row.conductance, &row.perfusion,      &row.heat,      &row.artery,
          &row.vein,      &row.superficial, &row.weight,         &row.reference, &row.temperature,
          &row.change,    &row.flow_now,    &row.heat_now,       &row.inverse,   &row.coupling,
          &row.by_artery, &row.by_vein,     &row.by_superficial, &row.stage[0],  &row.stage[1],
          &row.stage[2]};
}

/// Every array of a state, those by row first.
template <typename Real>
Arrays<Real> arrays_of(BodyState<Real>& state) {
  Arrays<Real> arrays = all_of(state.row);
  const auto add = [&arrays](const Arrays<Real>& more) {
    arrays.insert(arrays.end(), more.begin(), more.end());
  };
  add(constants_of(state.body));
  add(changing_of(state.body));
  for (SiteLanes<Real>& site : state.site) {
    add(constants_of(site));
    add(changing_of(site));
  }
  return arrays;
}

}  // namespace

template <typename Real>
BodyState<Real> make_state(const Layout& layout, std::size_t lanes) {
  BodyState<Real> state;
  state.lanes = lanes;
  state.layout = &layout;
  make(all_of(state.row), layout.rows * lanes);
  make(constants_of(state.body), lanes);
  make(changing_of(state.body), lanes);
  for (SiteLanes<Real>& site : state.site) {
    make(constants_of(site), lanes);
    make(changing_of(site), lanes);
  }
  return state;
}

template <typename Real>
void copy_lane(BodyState<Real>& from, BodyState<Real>& to, std::size_t lane) {
  const Arrays<Real> sources = arrays_of(from);
  const Arrays<Real> targets = arrays_of(to);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    for (std::size_t place = lane; place < sources[i]->size(); place += from.lanes) {
      (*targets[i])[place] = (*sources[i])[place];
    }
  }
}

template void copy_lane<float>(BodyState<float>&, BodyState<float>&, std::size_t);
template void copy_lane<double>(BodyState<double>&, BodyState<double>&, std::size_t);
template BodyState<float> make_state<float>(const Layout&, std::size_t);
template BodyState<double> make_state<double>(const Layout&, std::size_t);

}  // namespace coldplan::thermoregulation
