#include "coldplan/facts/facts.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "coldplan/facts/table.h"
#include "coldplan/quantity/nearest_word.h"

namespace coldplan::facts {
namespace {

/// "did you mean …?" where an id is near enough to be meant; else empty.
std::string suggestion(std::string_view dotted_id) {
  const std::span<const Fact> facts = table::facts();
  std::vector<std::string> ids(facts.size());
  std::transform(facts.begin(), facts.end(), ids.begin(),
                 [](const Fact& each) { return std::string{each.id}; });
  return quantity::did_you_mean(dotted_id, ids);
}

}  // namespace

std::span<const Fact> all() {
  return table::facts();
}

const Fact& fact(Id id) {
  return table::facts()[id.index];
}

double value(Id id) {
  const Fact& found = fact(id);
  if (std::isnan(found.value)) {
    throw std::logic_error("the value of " + std::string{found.id} + " is not known");
  }
  return found.value;
}

bool known(Id id) {
  return !std::isnan(fact(id).value);
}

Expected<const Fact*> find(std::string_view dotted_id) {
  const std::span<const Fact> facts = table::facts();
  const auto place =
      std::lower_bound(facts.begin(), facts.end(), dotted_id,
                       [](const Fact& each, std::string_view wanted) { return each.id < wanted; });
  if (place != facts.end() && place->id == dotted_id) {
    return &*place;
  }
  return tl::unexpected(Error{ErrorCode::unknown_name, "", "\"" + std::string{dotted_id} + "\"",
                              "the id of a fact", suggestion(dotted_id)});
}

std::string_view to_string(ReadAs read_as) {
  switch (read_as) {
    case ReadAs::full_text:
      return "full text";
    case ReadAs::abstract:
      return "abstract";
    case ReadAs::dataset:
      return "dataset";
    case ReadAs::source_code:
      return "source code";
    case ReadAs::web_page:
      return "web page";
    case ReadAs::label:
      return "label";
    case ReadAs::device_manual:
      return "device manual";
    case ReadAs::registry:
      return "registry";
    case ReadAs::secondary:
      return "secondary";
    case ReadAs::fitted:
      return "fitted";
    case ReadAs::derived:
      return "derived";
    case ReadAs::assumed:
      return "assumed";
    case ReadAs::not_found:
      return "not found";
  }
  throw std::logic_error("a ReadAs outside its enumeration");
}

std::string_view data_hash() {
  return table::hash();
}

std::span<const ArticleStatement> article() {
  return table::statements();
}

std::span<const ApplicatorNotes> applicator_notes() {
  return table::notes();
}

const ApplicatorNotes* notes_of(std::string_view id) {
  const std::span<const ApplicatorNotes> notes = table::notes();
  const auto found = std::find_if(notes.begin(), notes.end(),
                                  [id](const ApplicatorNotes& each) { return each.id == id; });
  return found == notes.end() ? nullptr : &*found;
}

std::vector<Fit> fits_behind(const ApplicatorNotes& notes, std::span<const Id> basis) {
  const auto stands = [basis](Id fitted) {
    return std::any_of(basis.begin(), basis.end(),
                       [fitted](Id used) { return used.index == fitted.index; });
  };
  std::vector<Fit> fits;
  std::copy_if(
      notes.fitted_to.begin(), notes.fitted_to.end(), std::back_inserter(fits),
      [&](const Fit& fit) { return std::any_of(fit.facts.begin(), fit.facts.end(), stands); });
  return fits;
}

std::vector<ArticleStatement> statements_of(const ApplicatorNotes& notes) {
  std::vector<ArticleStatement> found;
  for (const std::string_view id : notes.statements) {
    const std::span<const ArticleStatement> all = table::statements();
    found.push_back(*std::find_if(all.begin(), all.end(),
                                  [id](const ArticleStatement& each) { return each.id == id; }));
  }
  return found;
}

}  // namespace coldplan::facts
