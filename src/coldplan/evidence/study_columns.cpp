#include "coldplan/evidence/study_columns.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "coldplan/quantity/nearest_word.h"

namespace coldplan::evidence {
namespace {

/// One way to give a study.
struct Way {
  StudyData data = StudyData::effects;
  bool has_standard_errors = false;
  bool has_arm_sizes = false;
  std::span<const std::string_view> names;
};

constexpr std::array<std::string_view, 2> effect_names{"yi", "vi"};
constexpr std::array<std::string_view, 2> effect_error_names{"yi", "sei"};
constexpr std::array<std::string_view, 6> arm_names{"n1i", "m1i", "sd1i", "n2i", "m2i", "sd2i"};
constexpr std::array<std::string_view, 4> cell_names{"ai", "bi", "ci", "di"};
constexpr std::array<std::string_view, 4> event_names{"ai", "n1i", "ci", "n2i"};
constexpr std::array<std::string_view, 2> proportion_names{"xi", "ni"};

constexpr std::array ways{Way{StudyData::effects, false, false, effect_names},
                          Way{StudyData::effects, true, false, effect_error_names},
                          Way{StudyData::two_arms, false, false, arm_names},
                          Way{StudyData::two_by_two, false, false, cell_names},
                          Way{StudyData::two_by_two, false, true, event_names},
                          Way{StudyData::proportion, false, false, proportion_names}};

/// Names may go without their i where that leaves two letters or more.
std::optional<std::size_t> number_column(const TextRow& header, std::string_view name) {
  const auto exact = column_named(header, name);
  return exact || name.size() < 3 ? exact : column_named(header, name.substr(0, name.size() - 1));
}

std::vector<std::string_view> missing_names(const TextRow& header, const Way& way) {
  std::vector<std::string_view> missing;
  for (const std::string_view name : way.names) {
    if (!number_column(header, name)) {
      missing.push_back(name);
    }
  }
  return missing;
}

/// The way for these data of which the least is missing.
const Way& nearest_way(const TextRow& header, StudyData data) {
  const Way* nearest = nullptr;
  std::size_t least = 0;
  for (const Way& way : ways) {
    const std::size_t missing = missing_names(header, way).size();
    if (way.data == data && (nearest == nullptr || missing < least)) {
      nearest = &way;
      least = missing;
    }
  }
  return *nearest;
}

Layout laid_out(const TextRow& header, const Way& way, Measure measure) {
  Layout layout{measure, way.data, way.has_standard_errors, way.has_arm_sizes, {}, {}};
  for (const std::string_view name : way.names) {
    layout.columns.push_back({name, *number_column(header, name)});
  }
  if (way.data == StudyData::effects && !way.has_standard_errors) {
    layout.errors_beside = number_column(header, "sei");
  }
  return layout;
}

std::string measures_of(StudyData data) {
  std::vector<std::string_view> names;
  for (const Measure each : all_measures()) {
    if (data_of(each) == data) {
      names.push_back(to_string(each));
    }
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

/// What to do about a column that is missing: rename one that looks like it, or give the table a
/// header.
std::string mend_for(const TextRow& header, const Way& way, std::string_view missing) {
  const auto is_number = [](const std::string& cell) { return number_in(cell, ';').has_value(); };
  if (std::any_of(header.cells.begin(), header.cells.end(), is_number)) {
    return "the first row has to name the columns";
  }
  std::vector<std::string> unused;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const bool is_used = std::any_of(way.names.begin(), way.names.end(),
                                     [&](auto name) { return number_column(header, name) == i; });
    if (!is_used && name_column(header) != i) {
      unused.push_back(lower_case(header.cells[i]));
    }
  }
  const std::string near = quantity::nearest_word(missing, unused);
  return quantity::looks_like(missing, near) ? fmt::format("rename {}", quoted_cell(near))
                                             : "add it";
}

Error missing_column(const TextRow& header, const Way& way, std::string_view purpose) {
  const std::string_view missing = missing_names(header, way).front();
  return {ErrorCode::missing, fmt::format("row {}", header.row), "",
          fmt::format("column {} is not there; {} wants {}", missing, purpose,
                      fmt::join(way.names, ", ")),
          mend_for(header, way, missing)};
}

}  // namespace

Expected<Layout> layout_of(const TextRow& header, std::optional<Measure> measure) {
  const Measure wanted = measure.value_or(Measure::GEN);
  const Way& own = nearest_way(header, data_of(wanted));
  if (missing_names(header, own).empty()) {
    return laid_out(header, own, wanted);
  }
  const Way& effects = nearest_way(header, StudyData::effects);
  if (missing_names(header, effects).empty()) {
    return laid_out(header, effects, wanted);
  }
  if (data_of(wanted) == StudyData::effects) {
    for (const Way& way : ways) {
      if (missing_names(header, way).empty()) {
        return tl::unexpected(
            Error{ErrorCode::missing, "--measure", "", "",
                  fmt::format("the table has {}: name one of {}", fmt::join(way.names, ", "),
                              measures_of(way.data))});
      }
    }
    return tl::unexpected(missing_column(header, own, "an effect as given"));
  }
  return tl::unexpected(missing_column(header, own, to_string(wanted)));
}

std::optional<std::size_t> column_named(const TextRow& header, std::string_view name) {
  const std::string lowered = lower_case(name);
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    if (lower_case(header.cells[i]) == lowered) {
      return i;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> name_column(const TextRow& header) {
  for (const std::string_view name : {"study", "name", "slab"}) {
    if (const auto found = column_named(header, name)) {
      return found;
    }
  }
  return std::nullopt;
}

Expected<std::size_t> asked_column(const TextRow& header, const std::string& name,
                                   const char* option) {
  if (const auto found = column_named(header, name)) {
    return *found;
  }
  constexpr std::size_t most_listed = 12;
  const std::size_t listed = std::min(header.cells.size(), most_listed);
  const std::span shown{header.cells.data(), listed};
  return tl::unexpected(Error{ErrorCode::unknown_name, option, quoted_cell(name),
                              fmt::format("a column of the table ({}{})", fmt::join(shown, ", "),
                                          listed < header.cells.size() ? ", …" : ""),
                              quantity::did_you_mean(lower_case(name), header.cells)});
}

}  // namespace coldplan::evidence
