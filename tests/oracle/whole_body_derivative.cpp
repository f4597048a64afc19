#include <algorithm>
#include <cmath>

#include "oracle/flow_law.h"
#include "oracle/whole_body_rhs.h"

#include "coldplan/thermoregulation/segment_facts.h"

namespace coldplan::oracle {
namespace {

namespace id = facts::id::thermoregulation;
using thermoregulation::all_sites;
using thermoregulation::sides;
using thermoregulation::SiteBody;
using thermoregulation::upstream;
using thermoregulation::value_at;
using tissue::FlowControl;

/// Q10^(warmer/10).
double quotient(double q10, double warmer) {
  return std::exp(0.1 * std::log(q10) * warmer);
}

/// How many of a site hang on one of another.
double number_of(Site beyond, Site site) {
  return static_cast<double>(sides(beyond)) / sides(site);
}

/// The segment whose vessels a site has: the lumbar column is a part of Back.
Site vessels_of(Site site) {
  return site == Site::lumbar ? Site::back : site;
}

}  // namespace

SkinLoss WholeBody::loss_at(const double* y, Site site, const BodySignals& signals,
                            const BodyErrors& errors) const {
  const SkinState skin{y[cells(site).first], physique_.at(site).grid.outer_resistance.front(),
                       sweat_at(physique_, site, signals, errors), y[bath_at()]};
  return skin_loss(skin, around.at(place_of(site)));
}

double WholeBody::surface(const double* y, Site site) const {
  const BodyErrors errors = errors_of(y);
  const SkinLoss loss = loss_at(y, site, signals_of(physique_, errors), errors);
  return y[cells(site).first] - loss.dry * physique_.at(site).grid.outer_resistance.front();
}

double WholeBody::flow_factor(const double* y, Site site, const tissue::Tissue& tissue,
                              const BodySignals& signals, double warmer) const {
  const std::size_t memory = 2 * place_of(site);
  if (tissue.flow_control == FlowControl::constriction_and_reflex) {
    const double h = y[memory_at(memory)];
    tissue::PerfusionLaw law = physique_.law;
    law.reflex_gain = constriction_gain(physique_, site);
    return h * reflex(law, signals.constriction, h) * dilation_at(physique_, site, signals);
  }
  if (tissue.flow_control == FlowControl::constriction) {
    return y[memory_at(memory + 1)];
  }
  // One quotient for muscle and bone (docs/whole-body.md).
  const auto& layers = physique_.at(site).column.layers;
  return tissue.flow_control == FlowControl::temperature_quotient
             ? quotient(layers[cells(site).muscle].tissue.flow_q10, warmer)
             : 1.0;
}

TissueNow WholeBody::tissue_now(const double* y, Site site, const BodySignals& signals) const {
  const BodyCells& own = cells(site);
  const SiteBody& body = physique_.at(site);
  const double shivering = signals.shivering * share_of_segment(physique_, site) *
                           value_at(thermoregulation::segment::shivering_weight, site) / body.area;
  const double fed = shivering * facts::value(id::flow_per_heat) * physique_.blood_heat_capacity;
  TissueNow now;
  for (std::size_t i = 0; i < own.layer.size(); ++i) {
    const tissue::Tissue& is = body.column.layers[own.layer[i]].tissue;
    const double warmer = controls_ ? y[own.first + i] - own.resting[i] : 0.0;
    const double muscle = own.layer[i] == own.muscle ? own.share[i] : 0.0;
    now.flow.push_back(own.flow[i] * flow_factor(y, site, is, signals, warmer) + muscle * fed);
    now.heat.push_back(body.heat[i] * quotient(is.metabolism_q10, warmer) + muscle * shivering);
    now.all_flow += body.area * now.flow.back();
  }
  if (thermoregulation::is_extremity(site)) {
    now.all_flow += anastomoses(site, signals);
  }
  return now;
}

void WholeBody::add_tissue(const double* y, Site site, TissueNow& now, double* rate) const {
  const BodyCells& own = cells(site);
  const Site vessels = vessels_of(site);
  const double artery = y[artery_at(vessels)];
  const double vein = y[vein_at(vessels)];
  const double superficial = y[superficial_at(vessels)];
  const double area = physique_.at(site).area;
  for (std::size_t i = 0; i < own.layer.size(); ++i) {
    const std::size_t at = own.first + i;
    const double t = y[at];
    rate[at] += now.heat[i] + (now.flow[i] + own.artery[i]) * (artery - t) +
                own.vein[i] * (vein - t) + own.superficial[i] * (superficial - t);
    now.to_artery += area * own.artery[i] * (t - artery);
    now.to_vein += area * (now.flow[i] + own.vein[i]) * (t - vein);
    now.to_superficial += area * own.superficial[i] * (t - superficial);
    if (i > 0) {
      const double inward = own.outward[i] * (y[at - 1] - t);
      rate[at] += inward;
      rate[at - 1] -= inward;
    }
  }
  for (std::size_t i = 0; i < own.layer.size(); ++i) {
    rate[own.first + i] /= own.capacity[i];
  }
}

double WholeBody::flow_through(const std::array<TissueNow, site_count>& tissue, Site site) {
  double flow = tissue.at(place_of(site)).all_flow;
  for (const Site beyond : all_sites()) {
    if (upstream(beyond) == site) {
      flow += number_of(beyond, site) * flow_through(tissue, beyond);
    }
  }
  return flow;
}

void WholeBody::add_deep_vessels(const double* y, Site site, double flow, double aside,
                                 double* rate) const {
  const auto above = upstream(site);
  const double exchanged =
      physique_.at(site).vessels.artery_vein * (y[vein_at(site)] - y[artery_at(site)]);
  const double feeding = above ? y[artery_at(*above)] : y[central_at()];
  rate[artery_at(site)] += flow * (feeding - y[artery_at(site)]) + exchanged;
  rate[vein_at(site)] -= exchanged;
  const std::size_t into = above ? vein_at(*above) : central_at();
  const double number = above ? number_of(site, *above) : sides(site);
  rate[into] += number * (flow - aside) * (y[vein_at(site)] - y[into]);
}

void WholeBody::add_superficial_vein(const double* y, Site site, double aside, double* rate) const {
  const std::size_t own = superficial_at(site);
  if (thermoregulation::is_extremity(site)) {
    rate[own] += aside * (y[artery_at(site)] - y[own]);
  }
  const std::size_t into = site == Site::shoulder ? central_at()
                           : site == Site::thigh  ? vein_at(Site::pelvis)
                                                  : superficial_at(*upstream(site));
  const double number = site == Site::shoulder || site == Site::thigh ? sides(site) : 1.0;
  rate[into] += number * aside * (y[own] - y[into]);
}

void WholeBody::add_blood(const double* y, const std::array<TissueNow, site_count>& tissue,
                          const BodySignals& signals, double* rate) const {
  for (const Site site : all_sites()) {
    const TissueNow& now = tissue.at(place_of(site));
    const Site vessels = vessels_of(site);
    rate[artery_at(vessels)] += now.to_artery;
    rate[vein_at(vessels)] += now.to_vein;
    rate[superficial_at(vessels)] += now.to_superficial;
    if (vessels == site) {
      const double aside = anastomoses(site, signals);
      add_deep_vessels(y, site, flow_through(tissue, site), aside, rate);
      if (thermoregulation::is_limb(site)) {
        add_superficial_vein(y, site, aside, rate);
      }
    }
  }
  const auto divide = [&](std::size_t at, double capacity) {
    rate[at] = capacity > 0.0 ? rate[at] / capacity : 0.0;
  };
  for (const Site site : all_sites()) {
    const thermoregulation::Vessels& vessels = physique_.at(site).vessels;
    divide(artery_at(site), vessels.artery_capacity);
    divide(vein_at(site), vessels.vein_capacity);
    divide(superficial_at(site), vessels.superficial_capacity);
  }
  divide(central_at(), physique_.central_capacity);
}

void WholeBody::add_memory(const double* y, Site site, double* rate) const {
  const std::array<std::size_t, 2> layers{cells(site).dermis, cells(site).fat};
  for (std::size_t n = 0; n < layers.size(); ++n) {
    const std::size_t at = memory_at(2 * place_of(site) + n);
    rate[at] = controls_ ? constriction_rate(physique_.law, -error(y, site, layers.at(n)), y[at],
                                             y[at + 1] * dose_unit)
                         : 0.0;
    rate[at + 1] = cooling ? (1.0 - y[at]) / dose_unit : 0.0;
  }
}

void WholeBody::derivative(const double* y, double* rate) const {
  std::fill_n(rate, size(), 0.0);
  const BodyErrors errors = errors_of(y);
  const BodySignals signals = signals_of(physique_, errors);
  std::array<TissueNow, site_count> tissue;
  double made = 0.0;
  double into_bath = 0.0;
  for (const Site site : all_sites()) {
    TissueNow& now = tissue.at(place_of(site));
    now = tissue_now(y, site, signals);
    const double area = sides(site) * physique_.at(site).area;
    for (const double heat : now.heat) {
      made += area * heat;
    }
    const SkinLoss loss = loss_at(y, site, signals, errors);
    rate[cells(site).first] -= loss.dry + loss.evaporation;
    into_bath += around.at(place_of(site)).in_water ? area * loss.dry : 0.0;
    add_memory(y, site, rate);
  }
  const BodyCells& chest = cells(Site::chest);
  const double breath = made * breath_share(around.at(place_of(Site::head)));
  for (std::size_t i = 0; i < chest.layer.size(); ++i) {
    const double share = chest.layer[i] == chest.core ? chest.share[i] : 0.0;
    rate[chest.first + i] -= breath * share / physique_.at(Site::chest).area;
  }
  for (const Site site : all_sites()) {
    add_tissue(y, site, tissue.at(place_of(site)), rate);
  }
  add_blood(y, tissue, signals, rate);
  rate[bath_at()] = bath.capacity > 0.0
                        ? (into_bath + bath.loss * (bath.room - y[bath_at()])) / bath.capacity
                        : 0.0;
}

}  // namespace coldplan::oracle
