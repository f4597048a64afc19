#include "coldplan/effect/sensation.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "coldplan/posterior/random_draws.h"

namespace coldplan::effect {

double pain_temperature(Site site, const Coefficients& c) {
  switch (site) {
    case Site::hand_or_foot:
      return c.pain_hand;
    case Site::fingertip:
      return c.pain_fingertip;
    case Site::face:
      return c.pain_face;
    case Site::lower_back:
      return c.pain_back;
  }
  throw std::logic_error("a Site outside its enumeration");
}

double cool_share(double t, const Coefficients& c) {
  return posterior::normal_share((c.cool_temperature - t) / c.cool_width);
}

double pain_share(Site site, double t, const Coefficients& c) {
  return posterior::normal_share((pain_temperature(site, c) - t) / c.pain_width);
}

double numb_share(double t, const Coefficients& c) {
  return 1.0 / (1.0 + std::exp((t - c.numb_temperature) / c.numb_width));
}

double ache_strength(double t, const Coefficients& c) {
  const double share = (c.ache_temperature - t) / (c.ache_temperature - c.ache_full_temperature);
  return c.ache_full * std::clamp(share, 0.0, 1.0);
}

Sensations sensations(const Course& skin, const Course& veins, Site site, const Coefficients& c) {
  return {first_at_or_below(skin, c.cool_temperature + c.cool_person),
          first_at_or_below(skin, pain_temperature(site, c) + c.pain_person),
          first_at_or_below(veins, c.ache_temperature),
          first_at_or_below(skin, c.numb_temperature)};
}

}  // namespace coldplan::effect
