// Included once for each instruction set (Highway): no usual guard.
#if defined(COLDPLAN_BODY_SIGNALS_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef COLDPLAN_BODY_SIGNALS_INL
#undef COLDPLAN_BODY_SIGNALS_INL
#else
#define COLDPLAN_BODY_SIGNALS_INL
#endif

#include <cmath>

#include "coldplan/thermoregulation/body_register-inl.h"
#include "coldplan/thermoregulation/controls.h"

// What the body does about its temperatures. Everything is judged in the middle of a step, where
// temperatures are forecast from the step before; the step is then linear, and its error of second
// order (the exponential midpoint rule, Hochbruck & Ostermann 2010, Acta Numerica 19:209).

HWY_BEFORE_NAMESPACE();
namespace coldplan::thermoregulation::HWY_NAMESPACE {

/// A row's temperature in the middle of the step.
template <typename Real>
HWY_INLINE Register<Real> middle(const BodyState<Real>& state, std::size_t row) {
  return fused(get(state.body.forecast), get(state.row.change, row),
               get(state.row.temperature, row));
}

/// The mean of a layer there.
template <typename Real>
HWY_INLINE Register<Real> middle_mean(const BodyState<Real>& state, const LayerRows& layer) {
  Register<Real> sum{0.0};
  for (std::size_t row = layer.begin; row < layer.end; ++row) {
    sum = fused(get(state.row.weight, row), middle(state, row), sum);
  }
  return sum;
}

/// The mean of a layer at the end of the last step.
template <typename Real>
HWY_INLINE Register<Real> layer_mean(const BodyState<Real>& state, const LayerRows& layer) {
  Register<Real> sum{0.0};
  for (std::size_t row = layer.begin; row < layer.end; ++row) {
    sum = fused(get(state.row.weight, row), get(state.row.temperature, row), sum);
  }
  return sum;
}

/// The core of the trunk: chest, back and pelvis, weighted as their cores are large.
template <typename Real>
HWY_INLINE Register<Real> trunk_core(const BodyState<Real>& state, bool in_middle) {
  Register<Real> sum{0.0};
  Register<Real> all{0.0};
  for (const Site site : {Site::chest, Site::back, Site::pelvis}) {
    const SiteRows& rows = state.layout->at(site);
    const LayerRows& core = rows.layers[rows.core];
    Register<Real> capacity{0.0};
    for (std::size_t row = core.begin; row < core.end; ++row) {
      capacity += get(state.row.capacity, row);
    }
    capacity = capacity * get(state.site[place_of(site)].area);
    sum += capacity * (in_middle ? middle_mean(state, core) : layer_mean(state, core));
    all += capacity;
  }
  return sum / all;
}

template <typename Real>
HWY_INLINE Register<Real> head_core(const BodyState<Real>& state, bool in_middle) {
  const SiteRows& rows = state.layout->at(Site::head);
  const LayerRows& core = rows.layers[rows.core];
  return in_middle ? middle_mean(state, core) : layer_mean(state, core);
}

/// What the centre sends out, and what it goes by.
template <typename Real>
struct Signals {
  std::array<Register<Real>, site_count> skin;   ///< mean of the dermis [°C]
  std::array<Register<Real>, site_count> error;  ///< of the skin from its set-point [K]
  Register<Real> dilation, constriction, sweat;  ///< of JOS-3; sweat in W
  Register<Real> shivering;                      ///< of the whole body [W]
  Register<Real> mean_skin_error, trunk_error;   ///< [K]
};

/// The signals of JOS-3: core by the head, skin by the receptors of all sites.
template <typename Real>
HWY_INLINE Signals<Real> signals_of(const BodyState<Real>& state, const Controls& c) {
  Signals<Real> signals{};
  Register<Real> balance{0.0};  // warm less cold
  Register<Real> cold{0.0};
  Register<Real> area_error{0.0};
  Register<Real> all_area{0.0};
  for (const Site site : all_sites()) {
    const SiteRows& rows = state.layout->at(site);
    const std::size_t place = place_of(site);
    const SiteLanes<Real>& lanes = state.site[place];
    signals.skin[place] = middle_mean(state, rows.layers[rows.skin]);
    signals.error[place] = signals.skin[place] - get(lanes.neutral_skin);
    const Register<Real> weighted = get(lanes.receptor_weight) * signals.error[place];
    balance += weighted;
    cold += positive(Register<Real>{0.0} - weighted);
    const Register<Real> area = get(lanes.area) * Register<Real>{static_cast<double>(sides(site))};
    area_error += area * signals.error[place];
    all_area += area;
  }
  const Register<Real> head = head_core(state, true) - get(state.body.neutral_head);
  signals.mean_skin_error = area_error / all_area;
  signals.trunk_error = trunk_core(state, true) - get(state.body.neutral_trunk);
  signals.dilation =
      positive(Register<Real>{c.dilation_core} * head + Register<Real>{c.dilation_skin} * balance);
  signals.constriction = positive(Register<Real>{0.0} - Register<Real>{c.constriction_core} * head -
                                  Register<Real>{c.constriction_skin} * balance);
  signals.sweat =
      positive(Register<Real>{c.sweat_core} * head + Register<Real>{c.sweat_skin} * balance) *
      get(state.body.control_scale);
  const Register<Real> drive = cold * positive(Register<Real>{0.0} - head);
  signals.shivering = least(Register<Real>{c.shivering} * drive * get(state.body.shivering_scale),
                            get(state.body.shivering_most));
  return signals;
}

/// Local constriction over the step (tissue/perfusion.h): moves h and D on, and gives h in the
/// middle.
template <typename Real>
HWY_INLINE Register<Real> constrict(const BodyLanes<Real>& body, Register<Real> temperature,
                                    Register<Real> neutral, LaneArray<Real>& h_lanes,
                                    LaneArray<Real>& dose_lanes) {
  const Register<Real> one{1.0};
  const Register<Real> h = get(h_lanes);
  const Register<Real> dose = get(dose_lanes);
  const Register<Real> floor = get(body.floor);
  const Register<Real> colder = neutral - temperature;
  const Register<Real> in_cold =
      floor + (one - floor) * exp(Register<Real>{0.0} - get(body.sensitivity) * positive(colder));
  const Register<Real> in_warmth = least(
      get(body.warm_cap), exp2(positive(Register<Real>{0.0} - colder) / get(body.warm_doubling)));
  const Register<Real> target = where_less(Register<Real>{0.0}, colder, in_cold, in_warmth);
  const Register<Real> recovery =
      least(get(body.recovery_cap), get(body.recovery) * exp(dose / get(body.dose_scale)));
  const Register<Real> rate = one / where_less(target, h, get(body.onset), recovery);
  const Register<Real> length = get(body.length);
  const Register<Real> fade = exp(Register<Real>{-0.5} * length * rate);
  const Register<Real> in_middle = target + (h - target) * fade;
  const Register<Real> next = target + (in_middle - target) * fade;
  const Register<Real> grown = fused(get(body.cooling) * length, positive(one - in_middle), dose);
  // Recovered after the cold: the dose is forgotten.
  const Register<Real> kept =
      where_less(get(body.cooling), Register<Real>{0.5},
                 where_less(next, get(body.recovered), grown, Register<Real>{}), grown);
  put(h_lanes, next);
  put(dose_lanes, kept);
  return in_middle;
}

/// R_eff of the reflex at the local state h.
template <typename Real>
HWY_INLINE Register<Real> reflex(const BodyLanes<Real>& body, Register<Real> gain,
                                 Register<Real> signal, Register<Real> h) {
  const Register<Real> one{1.0};
  const Register<Real> width = get(body.blunting_width);
  const Register<Real> cold_share =
      within((get(body.blunting_level) + width - h) / (Register<Real>{2.0} * width), 0.0, 1.0);
  const Register<Real> blunted = one - (one - get(body.blunting)) * cold_share;
  const Register<Real> open = one / (one + gain * signal);
  return one - (one - open) * get(body.reflex_age) * blunted;
}

/// Flow factors of skin and fat, and how far anastomoses are open.
template <typename Real>
HWY_INLINE void set_flow_factors(BodyState<Real>& state, const Signals<Real>& signals,
                                 const Controls& c) {
  const Register<Real> one{1.0};
  for (const Site site : all_sites()) {
    const SiteRows& rows = state.layout->at(site);
    const std::size_t place = place_of(site);
    SiteLanes<Real>& lanes = state.site[place];
    const Register<Real> h = constrict(state.body, signals.skin[place], get(lanes.neutral_skin),
                                       lanes.skin_h, lanes.skin_dose);
    const Register<Real> dilated = one + get(lanes.dilation_gain) * signals.dilation;
    put(lanes.skin_factor,
        h * dilated * reflex(state.body, get(lanes.constriction_gain), signals.constriction, h));
    put(lanes.fat_factor, constrict(state.body, middle_mean(state, rows.layers[rows.fat]),
                                    get(lanes.neutral_fat), lanes.fat_h, lanes.fat_dose));
    const bool is_foot = site == Site::foot;
    const Register<Real> skin_offset{is_foot ? c.foot_skin_offset : c.hand_skin_offset};
    const Register<Real> core_offset{is_foot ? c.foot_core_offset : c.hand_core_offset};
    put(lanes.open,
        within(Register<Real>{c.anastomoses_skin} * (signals.mean_skin_error + skin_offset) +
                   Register<Real>{c.anastomoses_core} * (signals.trunk_error + core_offset) +
                   Register<Real>{c.anastomoses_open},
               0.0, 1.0));
  }
}

/// Saturation pressure of water [Pa].
template <typename Real>
HWY_INLINE Register<Real> saturation(const Controls& c, Register<Real> temperature) {
  return Register<Real>{pascals} *
         exp(Register<Real>{c.antoine_a} -
             Register<Real>{c.antoine_b} / (temperature + Register<Real>{c.antoine_c}));
}

/// Where two films lead to together.
template <typename Real>
HWY_INLINE Register<Real> mixed(Register<Real> convection, Register<Real> gas,
                                Register<Real> radiation, Register<Real> wall) {
  return (convection * gas + radiation * wall) / (convection + radiation);
}

/// The radiative coefficient between a face and walls [W/(m² K)].
template <typename Real>
HWY_INLINE Register<Real> radiation_between(Register<Real> emissivity, Register<Real> face,
                                            Register<Real> wall) {
  const Register<Real> f = face + Register<Real>{kelvin};
  const Register<Real> w = wall + Register<Real>{kelvin};
  return Register<Real>{stefan_boltzmann} * emissivity * (f + w) * (f * f + w * w);
}

/// What skin gives off as vapour, through clothes, at most so much [W/m²].
template <typename Real>
HWY_INLINE Register<Real> evaporation_of(const SurroundingLanes<Real>& around, const Controls& c,
                                         Register<Real> skin, Register<Real> sweated) {
  const Register<Real> resistance =
      get(around.clothing) / Register<Real>{c.lewis * c.permeability} +
      Register<Real>{1.0} / (Register<Real>{c.lewis} * get(around.convection));
  const Register<Real> highest =
      positive(saturation(c, skin) - get(around.vapour_pressure)) / resistance;
  const Register<Real> wanted =
      Register<Real>{c.wettedness_dry} * highest + Register<Real>{c.wettedness_gain} * sweated;
  return least(highest, wanted) * (Register<Real>{1.0} - get(around.in_water));
}

/// Films and evaporation of a site in the middle of the step.
template <typename Real>
HWY_INLINE void surround(BodyState<Real>& state, Site site, Register<Real> sweat,
                         Register<Real> skin_error, const Controls& c) {
  const Register<Real> one{1.0};
  SiteLanes<Real>& lanes = state.site[place_of(site)];
  const SurroundingLanes<Real>& around = lanes.surrounding;
  const Register<Real> convection = get(around.convection);
  const Register<Real> own = get(lanes.skin_resistance) + get(around.clothing);
  const Register<Real> bath =
      fused(get(state.body.forecast), get(state.body.bath_change), get(state.body.bath));
  const Register<Real> gas =
      where_less(Register<Real>{0.5}, get(around.in_water), bath, get(around.gas_temperature));
  const Register<Real> wall = get(around.wall_temperature);
  const Register<Real> cell = middle(state, state.layout->at(site).begin);
  // The outer face under the last step's radiation, by which this step's is judged.
  const Register<Real> before = get(lanes.radiation);
  const Register<Real> towards = mixed(convection, gas, before, wall);
  const Register<Real> face = towards + (cell - towards) / (one + own * (convection + before));
  const Register<Real> radiation = radiation_between(get(around.emissivity), face, wall);
  put(lanes.radiation, radiation);
  const Register<Real> outward = one / (own + one / (convection + radiation));
  const Register<Real> outside = mixed(convection, gas, radiation, wall);
  put(lanes.outward, outward);
  put(lanes.outside, outside);
  const Register<Real> skin = cell - get(lanes.skin_resistance) * outward * (cell - outside);
  const Register<Real> area = get(lanes.area) * Register<Real>{static_cast<double>(sides(site))};
  const Register<Real> sweated =
      sweat * get(lanes.sweat_share) * exp2(skin_error / Register<Real>{c.sweat_doubling}) / area;
  put(lanes.evaporation, evaporation_of(around, c, skin, sweated));
}

}  // namespace coldplan::thermoregulation::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
