#include "coldplan/planning/skin_limits.h"

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::planning {

std::vector<SkinLimit> skin_limits() {
  namespace id = facts::id::injury;
  return {{"numb", facts::value(id::skin_numb_temperature), "fingers go numb",
           "where skin of fingers and toes goes numb"},
          {"warning", facts::value(id::skin_warning_temperature), "half way to freezing",
           "half way from numb to freezing"},
          {"freezing", facts::value(id::skin_freezing_temperature), "frostbite",
           "where frostbite begins"}};
}

double analgesia_temperature() {
  return facts::value(facts::id::effects::analgesia_skin_temperature);
}

std::vector<SkinFlag> skin_flags(double coldest_skin) {
  const double margin = facts::value(facts::id::injury::skin_limit_margin);
  std::vector<SkinFlag> flags;
  for (const SkinLimit& limit : skin_limits()) {
    if (coldest_skin < limit.temperature + margin) {
      flags.push_back({limit, coldest_skin, coldest_skin < limit.temperature});
    }
  }
  return flags;
}

}  // namespace coldplan::planning
