#include "coldplan/screening/precautions.h"

#include <algorithm>
#include <iterator>

#include "coldplan/screening/words.h"

namespace coldplan::screening {
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
