#include "coldplan/evidence/study_moderators.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "coldplan/evidence/delimited_text.h"

namespace coldplan::evidence {
namespace {

constexpr std::size_t most_levels = 100;

using Values = std::vector<double>;

struct Builder {
  std::vector<std::string> names;
  std::vector<Values> columns;
  std::vector<std::string> notes;
};

Error unfit(const std::string& name, std::string why) {
  return {ErrorCode::conflict, "--mods", "", "",
          fmt::format("{} {}; leave it out", quoted_cell(name), why)};
}

Expected<void> add_numbers(Builder& builder, const ModeratorColumn& column, char separator) {
  Values values;
  for (std::size_t i = 0; i < column.cells.size(); ++i) {
    const auto number = number_in(column.cells[i], separator);
    if (!number) {
      return tl::unexpected(Error{
          ErrorCode::wrong_type, fmt::format("row {}, column {}", column.rows[i], column.name),
          quoted_cell(column.cells[i]), "a number, as other rows have in this column",
          "write NA where it is not known"});
    }
    values.push_back(*number);
  }
  if (std::all_of(values.begin(), values.end(),
                  [first = values.front()](double each) { return each == first; })) {
    return tl::unexpected(unfit(column.name, "is the same for every study"));
  }
  builder.names.push_back(column.name);
  builder.columns.push_back(std::move(values));
  return {};
}

Expected<void> add_levels(Builder& builder, const ModeratorColumn& column) {
  const std::set<std::string> levels(column.cells.begin(), column.cells.end());
  if (levels.size() < 2) {
    return tl::unexpected(unfit(column.name, "is the same for every study"));
  }
  if (levels.size() > most_levels) {
    return tl::unexpected(unfit(column.name, fmt::format("has {} different texts, more than {}",
                                                         levels.size(), most_levels)));
  }
  const std::vector<std::string> compared(std::next(levels.begin()), levels.end());
  for (const std::string& level : compared) {
    Values values;
    for (const std::string& cell : column.cells) {
      values.push_back(cell == level ? 1.0 : 0.0);
    }
    builder.names.push_back(column.name + ": " + level);
    builder.columns.push_back(std::move(values));
  }
  builder.notes.push_back(fmt::format("{} is text: {} {} compared with {}", column.name,
                                      fmt::join(compared, ", "),
                                      compared.size() == 1 ? "is" : "are each", *levels.begin()));
  return {};
}

}  // namespace

Expected<ModeratorColumns> moderator_columns(std::span<const ModeratorColumn> columns,
                                             char separator) {
  Builder builder;
  for (const ModeratorColumn& column : columns) {
    const bool has_number = std::any_of(
        column.cells.begin(), column.cells.end(),
        [&](const std::string& cell) { return number_in(cell, separator).has_value(); });
    const auto added =
        has_number ? add_numbers(builder, column, separator) : add_levels(builder, column);
    if (!added) {
      return tl::unexpected(added.error());
    }
  }
  ModeratorColumns built{{std::move(builder.names), {}}, std::move(builder.notes)};
  if (!builder.columns.empty()) {
    const auto studies = static_cast<Eigen::Index>(builder.columns.front().size());
    built.moderators.values.resize(studies, static_cast<Eigen::Index>(builder.columns.size()));
    for (std::size_t j = 0; j < builder.columns.size(); ++j) {
      built.moderators.values.col(static_cast<Eigen::Index>(j)) =
          Eigen::Map<const Eigen::VectorXd>(builder.columns[j].data(), studies);
    }
  }
  return built;
}

}  // namespace coldplan::evidence
