#include "coldplan/screening/tables.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "coldplan/screening/words.h"

namespace coldplan::screening {
namespace {

template <typename T>
const T* with_id(std::span<const T> all, std::string_view id) {
  const auto found =
      std::find_if(all.begin(), all.end(), [id](const T& each) { return each.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const Rule* rule_of(std::string_view id) {
  return with_id(rules(), id);
}

const Question* question_of(std::string_view id) {
  return with_id(questions(), id);
}

const Flag* flag_of(std::string_view id) {
  return with_id(flags(), id);
}

const Source* source_of(std::string_view key) {
  const auto all = sources();
  const auto found =
      std::find_if(all.begin(), all.end(), [key](const Source& each) { return each.key == key; });
  return found == all.end() ? nullptr : &*found;
}

bool acts_on(const Rule& rule, const Variant& variant) {
  return meet(variant.screened_as, rule.families) &&
         (rule.trait.empty() || has(variant.traits, rule.trait));
}

std::string_view to_string(Level level) {
  constexpr std::array<std::string_view, 4> words{"allowed", "allowed", "ask_first", "not_for_you"};
  return words.at(static_cast<std::size_t>(level));
}

std::string_view to_string(Urgency urgency) {
  constexpr std::array<std::string_view, 5> words{"none", "routine", "within_days", "same_day",
                                                  "emergency"};
  return words.at(static_cast<std::size_t>(urgency));
}

}  // namespace coldplan::screening
