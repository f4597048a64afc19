#include "oracle/whole_body_control.h"

#include <algorithm>
#include <cmath>

#include "coldplan/thermoregulation/segment_facts.h"

namespace coldplan::oracle {
namespace {

namespace id = facts::id::thermoregulation;
namespace segment = thermoregulation::segment;
using facts::value;
using thermoregulation::all_sites;
using thermoregulation::sides;
using thermoregulation::Surrounding;
using thermoregulation::value_at;

double body_scale(const Physique& physique) {
  static const double standard = value(id::standard_body_area);
  return physique.body_surface / standard;
}

bool is_old(const Physique& physique) {
  static const double sixty = value(facts::id::perfusion::reflex_age_end);
  return physique.age >= sixty;
}

double shivering_age(double age) {
  const auto decade = static_cast<int>(std::floor(age / 10.0));
  static const std::array<double, 7> factors{
      value(id::shivering_age_factor_under_30), value(id::shivering_age_factor_from_30),
      value(id::shivering_age_factor_from_40),  value(id::shivering_age_factor_from_50),
      value(id::shivering_age_factor_from_60),  value(id::shivering_age_factor_from_70),
      value(id::shivering_age_factor_from_80)};
  return factors.at(static_cast<std::size_t>(std::clamp(decade - 2, 0, 6)));
}

double shivering_of(const Physique& physique, double cold, double head) {
  static const double published = value(id::shivering_gain);
  const double wished = physique.shivering_gain * published * cold * std::max(0.0, -head) *
                        body_scale(physique) * shivering_age(physique.age);
  return std::min(wished, physique.shivering_most);
}

double open_share(double skin, double trunk) {
  static const double by_skin = value(id::ava_skin_gain);
  static const double by_trunk = value(id::ava_core_gain);
  static const double constant = value(id::ava_constant);
  return std::clamp(by_skin * skin + by_trunk * trunk + constant, 0.0, 1.0);
}

/// Saturation pressure of water [Pa].
double saturation(double temperature) {
  static const double a = value(id::antoine_a);
  static const double b = value(id::antoine_b);
  static const double c = value(id::antoine_c);
  return 1000.0 * std::exp(a - b / (temperature + c));
}

double evaporation_of(double surface, double sweat, const Surrounding& around) {
  static const double lewis = value(id::lewis_ratio);
  static const double permeability = value(id::clothing_permeability);
  static const double dry = value(id::wettedness_dry);
  static const double gain = value(id::wettedness_gain);
  const double resistance =
      around.clothing / (lewis * permeability) + 1.0 / (lewis * around.convection);
  const double most = std::max(saturation(surface) - around.vapour_pressure, 0.0) / resistance;
  return std::min(dry * most + gain * sweat, most);
}

}  // namespace

BodySignals signals_of(const Physique& physique, const BodyErrors& errors) {
  double weighted = 0.0;
  double cold = 0.0;
  for (const Site site : all_sites()) {
    const double own = sides(site) * share_of_segment(physique, site) *
                       value_at(segment::skin_receptor_weight, site) *
                       errors.skin.at(place_of(site));
    weighted += own;
    cold += std::max(0.0, -own);
  }
  const auto command = [&](facts::Id core, facts::Id skin) {
    return std::max(0.0, value(core) * errors.head + value(skin) * weighted);
  };
  BodySignals signals;
  signals.constriction = std::max(0.0, -value(id::constriction_core_gain) * errors.head -
                                           value(id::constriction_skin_gain) * weighted);
  signals.dilation = command(id::dilation_core_gain, id::dilation_skin_gain);
  signals.shivering = shivering_of(physique, cold, errors.head);
  signals.sweat = command(id::sweat_core_gain, id::sweat_skin_gain) * body_scale(physique);
  signals.hand_open = open_share(errors.mean_skin + value(id::ava_hand_skin_offset),
                                 errors.trunk + value(id::ava_hand_core_offset));
  signals.foot_open = open_share(errors.mean_skin + value(id::ava_foot_skin_offset),
                                 errors.trunk + value(id::ava_foot_core_offset));
  return signals;
}

double share_of_segment(const Physique& physique, Site site) {
  const double lumbar = physique.at(Site::lumbar).area;
  const double share = lumbar / (lumbar + physique.at(Site::back).area);
  return site == Site::lumbar ? share : site == Site::back ? 1.0 - share : 1.0;
}

double dilation_at(const Physique& physique, Site site, const BodySignals& signals) {
  const double age = is_old(physique) ? value_at(segment::dilation_age_factor, site) : 1.0;
  return 1.0 + value_at(segment::dilation_weight, site) * age * signals.dilation;
}

double sweat_at(const Physique& physique, Site site, const BodySignals& signals,
                const BodyErrors& errors) {
  const double age = is_old(physique) ? value_at(segment::sweating_age_factor, site) : 1.0;
  const double one_side = signals.sweat * share_of_segment(physique, site) *
                          value_at(segment::sweat_weight, site) * age;
  return one_side * std::exp2(errors.skin.at(place_of(site)) / value(id::sweat_doubling)) /
         physique.at(site).area;
}

double constriction_gain(const Physique& physique, Site site) {
  switch (site) {
    case Site::chest:
    case Site::back:
    case Site::pelvis:
    case Site::lumbar:
      return physique.law.reflex_gain;
    default:
      return value_at(segment::constriction_weight, site);
  }
}

double breath_share(const Surrounding& at_head) {
  return value(id::respiration_sensible) *
             (value(id::respiration_sensible_temperature) - at_head.gas_temperature) +
         value(id::respiration_latent) *
             (value(id::respiration_latent_pressure) - at_head.vapour_pressure);
}

SkinLoss skin_loss(const SkinState& skin, const Surrounding& around) {
  const double inward = skin.resistance + around.clothing;
  if (around.in_water) {
    return {(skin.cell - skin.bath) / (inward + 1.0 / around.convection), 0.0};
  }
  constexpr double zero = 273.15;
  constexpr double stefan_boltzmann = 5.670374419e-8;
  const double emitted = around.emissivity * stefan_boltzmann;
  const double wall = std::pow(around.wall_temperature + zero, 4);
  double face = skin.cell;
  for (int iteration = 0; iteration < 20; ++iteration) {
    const double out = around.convection * (face - around.gas_temperature) +
                       emitted * (std::pow(face + zero, 4) - wall);
    const double slope = around.convection + 4.0 * emitted * std::pow(face + zero, 3);
    const double step = ((skin.cell - face) / inward - out) / (1.0 / inward + slope);
    face += step;
    if (std::abs(step) < 1e-12) {
      break;
    }
  }
  const double dry = (skin.cell - face) / inward;
  return {dry, evaporation_of(skin.cell - dry * skin.resistance, skin.sweat, around)};
}

}  // namespace coldplan::oracle
