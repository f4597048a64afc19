// Whatever stands in a device file, read_device answers with an error that says on one line what is
// wrong, or with a form that can be put on a back: every number of its boundary can be computed
// with.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "coldplan/applicator/device_file.h"
#include "coldplan/applicator/variation.h"
#include "coldplan/quantity/error.h"

namespace {

namespace applicator = coldplan::applicator;

void demand(bool holds) {
  if (!holds) {
    std::abort();
  }
}

void check_boundary(const applicator::Form& form) {
  const double room_temperature = 23.0;
  const applicator::Use use{form.barriers, applicator::Hold::usual, room_temperature};
  demand(applicator::check(form, use).has_value());
  const coldplan::bioheat::Boundary boundary = applicator::boundary_of(form, use);
  demand(boundary.resistance >= 0.0 && std::isfinite(boundary.resistance));
  demand(boundary.temperature >= -200.0 && boundary.temperature <= room_temperature + 10.0);
  if (boundary.store) {
    demand(boundary.store->thawed_capacity > 0.0 && std::isfinite(boundary.store->thawed_capacity));
    demand(boundary.store->frozen_capacity > 0.0 && std::isfinite(boundary.store->frozen_capacity));
    demand(boundary.store->latent_heat >= 0.0 && std::isfinite(boundary.store->latent_heat));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto form = applicator::read_device({reinterpret_cast<const char*>(data), size});
  if (!form) {
    const std::string line = coldplan::message(form.error());
    demand(!line.empty() && line.find('\n') == std::string::npos);
    return 0;
  }
  demand(form->duration > 0.0 && form->duration <= form->longest);
  demand(form->area > 0.0 && !form->own_source.empty());
  check_boundary(*form);
  for (const applicator::Variation& each : applicator::variations(*form)) {
    check_boundary(each.weak);
    check_boundary(each.strong);
  }
  return 0;
}
