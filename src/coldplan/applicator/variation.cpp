#include "coldplan/applicator/variation.h"

namespace coldplan::applicator {
namespace {

bool has_spread(const Spread& spread) {
  return spread.low < spread.high;
}

template <typename Set>
void add(std::vector<Variation>& found, const Form& form, const char* name, double weak,
         double strong, const Set& set) {
  Variation variation{name, form, form};
  set(variation.weak, weak);
  set(variation.strong, strong);
  found.push_back(std::move(variation));
}

template <typename S>
void add_contact(std::vector<Variation>& found, const Form& form) {
  const Contact& contact = std::get<S>(form.source).contact;
  if (contact.low < contact.high) {
    add(found, form, "contact", contact.low / contact.usual, contact.high / contact.usual,
        [](Form& changed, double factor) {
          S& source = std::get<S>(changed.source);
          source.contact = scaled(source.contact, factor);
        });
  }
}

/// A lower temperature cools more.
template <typename S>
void add_temperature(std::vector<Variation>& found, const Form& form, Spread S::*member) {
  const Spread& spread = std::get<S>(form.source).*member;
  if (has_spread(spread)) {
    add(found, form, "temperature", spread.high, spread.low,
        [member](Form& changed, double temperature) {
          (std::get<S>(changed.source).*member).usual = temperature;
        });
  }
}

void add_jet(std::vector<Variation>& found, const Form& form) {
  const Spread& spread = std::get<Jet>(form.source).conductance;
  if (has_spread(spread)) {
    add(found, form, "jet", spread.low / spread.usual, spread.high / spread.usual,
        [](Form& changed, double factor) {
          Jet& jet = std::get<Jet>(changed.source);
          jet.conductance.usual *= factor;
        });
  }
}

void add_spot(std::vector<Variation>& found, const Form& form) {
  const Spread& spread = std::get<Jet>(form.source).spot.value().conductance;
  if (has_spread(spread)) {
    add(found, form, "jet", spread.low, spread.high, [](Form& changed, double conductance) {
      std::get<Jet>(changed.source).spot->conductance.usual = conductance;
    });
  }
}

void add_evaporation(std::vector<Variation>& found, const Form& form) {
  const Spread& spread = std::get<Gel>(form.source).heat_flux;
  if (has_spread(spread)) {
    add(found, form, "evaporation", spread.low, spread.high,
        [](Form& changed, double flux) { std::get<Gel>(changed.source).heat_flux.usual = flux; });
  }
}

}  // namespace

std::vector<Variation> variations(const Form& form, const Use& use) {
  std::vector<Variation> found;
  if (std::holds_alternative<Pack>(form.source)) {
    add_contact<Pack>(found, form);
    add_temperature(found, form, &Pack::start_temperature);
  } else if (std::holds_alternative<Plate>(form.source)) {
    add_contact<Plate>(found, form);
    add_temperature(found, form, &Plate::temperature);
  } else if (std::holds_alternative<Reservoir>(form.source)) {
    add_contact<Reservoir>(found, form);
    add_temperature(found, form, &Reservoir::water_temperature);
  } else if (std::holds_alternative<Jet>(form.source)) {
    use.dwell ? add_spot(found, form) : add_jet(found, form);
  } else if (std::holds_alternative<Film>(form.source)) {
    add_temperature(found, form, &Film::temperature);
  } else if (std::holds_alternative<Gel>(form.source)) {
    add_evaporation(found, form);
  }
  return found;
}

}  // namespace coldplan::applicator
