#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/evidence/delimited_text.h"
#include "coldplan/evidence/measure.h"
#include "coldplan/quantity/error.h"

/// Which columns of a reviewer's table hold what.
namespace coldplan::evidence {

/// A column that an effect is computed from.
struct NumberColumn {
  std::string_view name;  ///< as metafor has it: "sd1i"
  std::size_t at = 0;
};

/// The columns of one way to give a study, in the order of its names.
struct Layout {
  Measure measure = Measure::GEN;
  StudyData data = StudyData::effects;
  bool has_standard_errors = false;  ///< sei in place of vi
  bool has_arm_sizes = false;        ///< n1i and n2i in place of bi and di
  std::vector<NumberColumn> columns;
  std::optional<std::size_t> errors_beside = {};  ///< the column sei, where vi is read
};

/// The columns for this measure; those of effects (yi) where its own are not there. Errors (place
/// "row 1" or "--measure"): a column that is not there, with the header that looks like it; a table
/// of arms or counts without a measure.
[[nodiscard]] Expected<Layout> layout_of(const TextRow& header, std::optional<Measure> measure);

/// The column of a name, whatever its case.
[[nodiscard]] std::optional<std::size_t> column_named(const TextRow& header, std::string_view name);

/// The column of studies' names: study, name or slab.
[[nodiscard]] std::optional<std::size_t> name_column(const TextRow& header);

/// A column that an option asks for. Errors (place `option`): it is not there, with the nearest.
[[nodiscard]] Expected<std::size_t> asked_column(const TextRow& header, const std::string& name,
                                                 const char* option);

}  // namespace coldplan::evidence
