#include "coldplan/facts/facts.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "coldplan/facts/table.h"

namespace coldplan::facts {
namespace {

/// Levenshtein's distance: insertions, deletions and substitutions from one text to the other.
std::size_t edit_distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t substituted = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({substituted, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

std::string_view nearest(std::string_view dotted_id) {
  std::string_view best;
  std::size_t least = std::string_view::npos;
  for (const Fact& each : table::facts()) {
    const std::size_t distance = edit_distance(dotted_id, each.id);
    if (distance < least) {
      least = distance;
      best = each.id;
    }
  }
  return best;
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
                              "the id of a fact",
                              "did you mean " + std::string{nearest(dotted_id)} + "?"});
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

}  // namespace coldplan::facts
