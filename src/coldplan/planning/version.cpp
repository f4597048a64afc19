#include "coldplan/planning/version.h"

namespace coldplan::planning {

std::string_view version() {
  return COLDPLAN_VERSION;
}

}  // namespace coldplan::planning
