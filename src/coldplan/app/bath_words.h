#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "coldplan/applicator/bath.h"
#include "coldplan/quantity/units.h"

namespace coldplan::app {

/// The answer of `coldplan bath` as text. The heat of the person is that of water of one
/// temperature; in another the text says so, and where a body in it is simulated.
[[nodiscard]] std::string bath_text(const applicator::Bath& bath, const applicator::BathPlan& plan,
                                    quantity::UnitSystem units);

/// The same for `--json`: kg, litres, kJ and °C.
[[nodiscard]] nlohmann::ordered_json bath_json(const applicator::Bath& bath,
                                               const applicator::BathPlan& plan);

}  // namespace coldplan::app
