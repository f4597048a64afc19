#include "coldplan/screening/precautions.h"

#include <algorithm>
#include <iterator>

namespace coldplan::screening {
namespace {

bool meet(std::span<const std::string_view> one, std::span<const std::string_view> other) {
  return std::any_of(one.begin(), one.end(), [other](std::string_view word) {
    return std::find(other.begin(), other.end(), word) != other.end();
  });
}

}  // namespace

std::vector<const Precaution*> precautions_of(const Variant& variant) {
  std::vector<const Precaution*> minded;
  for (const Precaution& each : precautions()) {
    if (meet(each.families, variant.screened_as) &&
        (each.traits.empty() || meet(each.traits, variant.traits))) {
      minded.push_back(&each);
    }
  }
  return minded;
}

std::vector<Reason> safeguards_of(const FormScreening& form) {
  std::vector<Reason> safeguards;
  std::copy_if(form.reasons.begin(), form.reasons.end(), std::back_inserter(safeguards),
               [](const Reason& reason) { return reason.level == Level::caution; });
  return safeguards;
}

}  // namespace coldplan::screening
