#pragma once

#include <span>
#include <string>
#include <vector>

#include "coldplan/screening/tables.h"

namespace coldplan::screening {

/// A medicine as it was typed, and what it was taken for.
struct TakenMedicine {
  std::string typed;
  const Medicine* known = nullptr;  ///< null: not in the table, and not thereby harmless
};

/// Finds each medicine in the table of data/clinical/medicines.json: a word of what was typed is a
/// name, or ends like a class ("-olol"). Upper and lower case are alike; a dose behind the name
/// does not matter. A text that names several gives several entries.
[[nodiscard]] std::vector<TakenMedicine> taken_medicines(std::span<const std::string> typed);

}  // namespace coldplan::screening
