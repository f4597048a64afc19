#include "coldplan/applicator/notes.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "coldplan/quantity/units.h"

namespace coldplan::applicator {

double longest_session(std::string_view variant, double otherwise) {
  const facts::ApplicatorNotes* notes = facts::notes_of(variant);
  if (notes == nullptr || std::isnan(notes->session_minutes_high)) {
    return otherwise;
  }
  return std::max(otherwise, quantity::seconds_per_minute * notes->session_minutes_high);
}

Form form_of(std::string_view id, std::string_view variant, std::string_view name,
             facts::Id duration) {
  const facts::ApplicatorNotes* notes = facts::notes_of(variant);
  if (notes == nullptr) {
    throw std::logic_error("no notes of " + std::string{variant});
  }
  Form form;
  form.id = id;
  form.variant = variant;
  form.family = notes->family;
  form.name = name;
  form.duration = facts::value(duration);
  form.longest = longest_session(variant, form.duration);
  form.basis = {duration};
  return form;
}

}  // namespace coldplan::applicator
