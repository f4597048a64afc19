#include "coldplan/applicator/variation.h"

#include <algorithm>
#include <cmath>

#include "coldplan/applicator/settings.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {
namespace {

using posterior::Bounds;
using posterior::Score;

/// An uncertain number of a form: the one at 5 % of cooling, the usual one, the one at 95 %.
struct Number {
  const char* name = "";
  Score score = Score::contact;
  double weak = 0.0;
  double usual = 0.0;
  double strong = 0.0;
  Bounds bounds = {};
};

bool has_spread(const Spread& spread) {
  return spread.low < spread.high;
}

/// The factor at the 95th percentile of how contacts of a kind differ between studies and persons.
double factor_between(const ContactFacts& facts, const posterior::Draw& draw) {
  return std::exp(posterior::score_p95 * value(draw, facts.spread));
}

/// Contact is varied by a factor, so that loose and wetted contact go with it.
template <typename S, typename Visit>
void visit_contact(const Form& form, const posterior::Draw& draw, const Visit& visit) {
  const Contact& contact = std::get<S>(form.source).contact;
  const auto facts = contact_facts(contact.kind);
  if (facts || contact.low < contact.high) {
    const double spread = facts ? factor_between(*facts, draw) : 1.0;
    visit(Number{"contact", Score::contact, facts ? 1.0 / spread : contact.low / contact.usual, 1.0,
                 facts ? spread : contact.high / contact.usual},
          [](Form& changed, double factor) {
            S& source = std::get<S>(changed.source);
            source.contact = scaled(source.contact, factor);
          });
  }
}

/// Where a temperature ends; the usual one always lies within.
Bounds temperature_bounds(const Form& form, double usual) {
  Bounds bounds;
  if (const auto range = temperature_range(form)) {
    bounds = {range->least, range->most};
  }
  if (const auto* pack = std::get_if<Pack>(&form.source)) {
    if (usual >= pack->melting_temperature) {
      bounds.least = std::max(bounds.least, pack->melting_temperature);
    } else {
      bounds.most = std::min(bounds.most, pack->melting_temperature);
    }
  }
  return {std::min(bounds.least, usual), std::max(bounds.most, usual)};
}

/// A lower temperature cools more.
template <typename S, typename Visit>
void visit_temperature(const Form& form, Spread S::*member, const Visit& visit) {
  const Spread& spread = std::get<S>(form.source).*member;
  if (has_spread(spread)) {
    visit(Number{"temperature", Score::temperature, spread.high, spread.usual, spread.low,
                 temperature_bounds(form, spread.usual)},
          [member](Form& changed, double temperature) {
            (std::get<S>(changed.source).*member).usual = temperature;
          });
  }
}

template <typename Visit>
void visit_jet(const Form& form, const Visit& visit) {
  const Spread& spread = std::get<Jet>(form.source).conductance;
  if (has_spread(spread)) {
    visit(Number{"jet", Score::jet, spread.low / spread.usual, 1.0, spread.high / spread.usual},
          [](Form& changed, double factor) {
            std::get<Jet>(changed.source).conductance.usual *= factor;
          });
  }
}

template <typename Visit>
void visit_spot(const Form& form, const Visit& visit) {
  const Spread& spread = std::get<Jet>(form.source).spot.value().conductance;
  if (has_spread(spread)) {
    visit(Number{"jet", Score::jet, spread.low, spread.usual, spread.high},
          [](Form& changed, double conductance) {
            std::get<Jet>(changed.source).spot->conductance.usual = conductance;
          });
  }
}

template <typename Visit>
void visit_evaporation(const Form& form, const Visit& visit) {
  const Spread& spread = std::get<Gel>(form.source).heat_flux;
  if (has_spread(spread)) {
    visit(Number{"evaporation", Score::evaporation, spread.low, spread.usual, spread.high},
          [](Form& changed, double flux) { std::get<Gel>(changed.source).heat_flux.usual = flux; });
  }
}

/// Calls `visit(number, set)` for each uncertain number; `set(form, value)` puts one in its place.
template <typename Visit>
void visit_uncertain(const Form& form, const Use& use, const posterior::Draw& draw,
                     const Visit& visit) {
  if (std::holds_alternative<Pack>(form.source)) {
    visit_contact<Pack>(form, draw, visit);
    visit_temperature(form, &Pack::start_temperature, visit);
  } else if (std::holds_alternative<Plate>(form.source)) {
    visit_contact<Plate>(form, draw, visit);
    visit_temperature(form, &Plate::temperature, visit);
  } else if (std::holds_alternative<Reservoir>(form.source)) {
    visit_contact<Reservoir>(form, draw, visit);
    visit_temperature(form, &Reservoir::water_temperature, visit);
  } else if (std::holds_alternative<Jet>(form.source)) {
    use.dwell ? visit_spot(form, visit) : visit_jet(form, visit);
  } else if (std::holds_alternative<Film>(form.source)) {
    visit_temperature(form, &Film::temperature, visit);
  } else if (std::holds_alternative<Gel>(form.source)) {
    visit_evaporation(form, visit);
  }
}

double at_score(const Number& number, double score) {
  if (number.strong < number.weak) {
    return posterior::at(
        posterior::linear_between(number.strong, number.usual, number.weak, number.bounds), -score);
  }
  return posterior::at(posterior::between(number.weak, number.usual, number.strong, number.bounds),
                       score);
}

}  // namespace

std::optional<ContactFacts> contact_facts(ContactKind kind) {
  namespace id = facts::id::observation;
  switch (kind) {
    case ContactKind::bag:
      return ContactFacts{id::contact_shift_ice_bag, id::contact_spread_ice_bag};
    case ContactKind::wetted:
      return ContactFacts{id::contact_shift_wetted, id::contact_spread_wetted};
    case ContactKind::frozen_pack:
      return ContactFacts{id::contact_shift_frozen_pack, id::contact_spread_frozen_pack};
    case ContactKind::machine:
      return ContactFacts{id::contact_shift_machine, id::contact_spread_machine};
    default:
      return std::nullopt;
  }
}

std::vector<Variation> variations(const Form& form, const Use& use) {
  std::vector<Variation> found;
  visit_uncertain(form, use, posterior::median(), [&](const Number& number, const auto& set) {
    Variation variation{number.name, form, form};
    set(variation.weak, number.weak);
    set(variation.strong, number.strong);
    found.push_back(std::move(variation));
  });
  return found;
}

Form drawn(const Form& form, const Use& use, const posterior::Draw& draw) {
  Form changed = form;
  if (Contact* contact = contact_of(changed.source)) {
    if (const auto facts = contact_facts(contact->kind)) {
      *contact = scaled(*contact, std::exp(value(draw, facts->shift)));
    }
  }
  visit_uncertain(changed, use, draw, [&](const Number& number, const auto& set) {
    set(changed, at_score(number, posterior::score(draw, number.score)));
  });
  return changed;
}

}  // namespace coldplan::applicator
