#pragma once

#include <span>
#include <string>
#include <vector>

#include "coldplan/evidence/model.h"
#include "coldplan/quantity/error.h"

/// From columns of a table to a design matrix.
namespace coldplan::evidence {

/// A column of the studies that are pooled, none of its cells missing.
struct ModeratorColumn {
  std::string name;
  std::vector<std::string> cells;
  std::vector<std::size_t> rows;  ///< of the file, for errors
};

struct ModeratorColumns {
  Moderators moderators;
  std::vector<std::string> notes;  ///< which level each text is compared with
};

/// Numbers as they are; a text of n levels becomes n - 1 columns of 0 and 1 against the
/// alphabetically first. Errors: a column with numbers and texts ("row 5, column year"); one that
/// says the same of every study, or with more levels than a model can hold (place "--mods").
[[nodiscard]] Expected<ModeratorColumns> moderator_columns(std::span<const ModeratorColumn> columns,
                                                           char separator);

}  // namespace coldplan::evidence
