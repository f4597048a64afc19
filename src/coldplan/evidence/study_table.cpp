#include "coldplan/evidence/study_table.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "coldplan/evidence/delimited_text.h"
#include "coldplan/evidence/study_columns.h"
#include "coldplan/evidence/study_moderators.h"
#include "coldplan/evidence/study_numbers.h"
#include "coldplan/evidence/study_scale.h"

namespace coldplan::evidence {
namespace {

/// A row that is pooled: its numbers in the order of the layout.
struct Study {
  std::string name;
  std::size_t row = 0;
  std::vector<double> numbers;
  std::vector<std::string> asked;  ///< cells of moderators, then of the subgroup
};

/// Where everything stands in the file.
struct Plan {
  TextTable text;
  Layout layout;
  std::optional<std::size_t> names;
  std::vector<std::size_t> asked;  ///< columns of moderators, then of the subgroup
};

std::string place_of(const Plan& plan, std::size_t row, std::size_t column) {
  return fmt::format("row {}, column {}", row, plan.text.header.cells[column]);
}

/// Whether the effect is computed from this column.
bool reads(const Layout& layout, std::size_t column) {
  return layout.errors_beside == column ||
         std::any_of(layout.columns.begin(), layout.columns.end(),
                     [column](const NumberColumn& each) { return each.at == column; });
}

/// Finds the columns of moderators, then that of the subgroup.
Expected<void> ask(Plan& plan, const TableOptions& options) {
  for (const std::string& name : options.moderators) {
    const auto at = asked_column(plan.text.header, name, "--mods");
    if (!at) {
      return tl::unexpected(at.error());
    }
    if (reads(plan.layout, *at)) {
      return tl::unexpected(Error{ErrorCode::conflict, "--mods", quoted_cell(name),
                                  "a moderator: the effects are computed from it",
                                  "name another column"});
    }
    plan.asked.push_back(*at);
  }
  if (std::set(plan.asked.begin(), plan.asked.end()).size() < plan.asked.size()) {
    return tl::unexpected(
        Error{ErrorCode::conflict, "--mods", "", "", "a column is named twice; name it once"});
  }
  if (!options.subgroup) {
    return {};
  }
  return asked_column(plan.text.header, *options.subgroup, "--subgroup")
      .map([&plan](std::size_t at) { plan.asked.push_back(at); });
}

/// What a single row does not show: marks of decimals, and two columns that say the same.
Expected<void> check_numbers(const Plan& plan, std::size_t moderators) {
  std::vector<std::size_t> columns(plan.asked.begin(),
                                   plan.asked.begin() + static_cast<std::ptrdiff_t>(moderators));
  for (const NumberColumn& column : plan.layout.columns) {
    columns.push_back(column.at);
  }
  if (plan.layout.errors_beside) {
    columns.push_back(*plan.layout.errors_beside);
  }
  return check_decimal_marks(plan.text, columns).and_then([&plan] {
    return check_errors_beside(plan.text, plan.layout);
  });
}

Expected<Plan> plan_for(TextTable text, const TableOptions& options) {
  auto layout = layout_of(text.header, options.measure);
  if (!layout) {
    return tl::unexpected(layout.error());
  }
  Plan plan{std::move(text), std::move(*layout), std::nullopt, {}};
  plan.names = name_column(plan.text.header);
  const auto sound =
      ask(plan, options).and_then([&] { return check_numbers(plan, options.moderators.size()); });
  if (!sound) {
    return tl::unexpected(sound.error());
  }
  return plan;
}

bool is_unknown(const std::string& cell) {
  return cell.empty() || says_missing(cell);
}

std::string name_of(const Plan& plan, const TextRow& row) {
  const bool has_name = plan.names && !is_unknown(row.cells[*plan.names]);
  return has_name ? row.cells[*plan.names] : fmt::format("row {}", row.row);
}

/// Why a row is left out, or nothing; an error where cells are empty beside others that are not.
Expected<std::string> reason_to_leave_out(const Plan& plan, const TextRow& row) {
  const auto& columns = plan.layout.columns;
  const auto cell = [&row](const NumberColumn& column) { return row.cells[column.at]; };
  const auto empty = std::find_if(columns.begin(), columns.end(),
                                  [&](const auto& column) { return cell(column).empty(); });
  const auto missing = std::find_if(columns.begin(), columns.end(),
                                    [&](const auto& column) { return says_missing(cell(column)); });
  if (missing != columns.end()) {
    return fmt::format("{} is {}", plan.text.header.cells[missing->at], cell(*missing));
  }
  if (empty != columns.end()) {
    if (std::all_of(columns.begin(), columns.end(),
                    [&](const auto& column) { return cell(column).empty(); })) {
      return std::string{"it has no numbers"};
    }
    return tl::unexpected(Error{ErrorCode::missing, place_of(plan, row.row, empty->at), "", "",
                                "empty beside other numbers of the study; fill it, or write NA "
                                "to leave the study out"});
  }
  for (const std::size_t at : plan.asked) {
    if (is_unknown(row.cells[at])) {
      return fmt::format("{} is not known", plan.text.header.cells[at]);
    }
  }
  return std::string{};
}

Expected<Study> study_in(const Plan& plan, const TextRow& row) {
  Study study{name_of(plan, row), row.row, {}, {}};
  for (const NumberColumn& column : plan.layout.columns) {
    const std::string& cell = row.cells[column.at];
    const auto number = number_in(cell, plan.text.separator);
    if (!number) {
      return tl::unexpected(Error{ErrorCode::wrong_type, place_of(plan, row.row, column.at),
                                  quoted_cell(cell), "a number",
                                  "write such as 0.5, and NA where it is not known"});
    }
    study.numbers.push_back(*number);
  }
  for (const std::size_t at : plan.asked) {
    study.asked.push_back(row.cells[at]);
  }
  return study;
}

/// Studies once: the same numbers under the same name are a slip, other numbers a warning.
Expected<void> check_names(const Plan& plan, const std::vector<Study>& studies,
                           std::vector<std::string>& warnings) {
  std::map<std::pair<std::string, std::vector<double>>, std::size_t> results;
  std::map<std::string, std::size_t> names;
  std::set<std::string> warned;
  for (const Study& study : studies) {
    const auto [same, is_new] = results.emplace(std::pair{study.name, study.numbers}, study.row);
    if (!is_new) {
      const std::size_t column = plan.names.value_or(plan.layout.columns.front().at);
      return tl::unexpected(Error{ErrorCode::conflict, place_of(plan, study.row, column), "", "",
                                  fmt::format("{} stands in row {} with the same numbers; leave "
                                              "one out",
                                              quoted_cell(study.name), same->second)});
    }
    const auto [other, is_first] = names.emplace(study.name, study.row);
    if (!is_first && warned.insert(study.name).second) {
      warnings.push_back(fmt::format(
          "{} stands in rows {} and {} with other numbers: results that share people are pooled "
          "as if they did not",
          quoted_cell(study.name), other->second, study.row));
    }
  }
  return {};
}

Expected<std::vector<Study>> studies_in(const Plan& plan, std::vector<std::string>& warnings) {
  std::vector<Study> studies;
  for (const TextRow& row : plan.text.rows) {
    const auto reason = reason_to_leave_out(plan, row);
    if (!reason) {
      return tl::unexpected(reason.error());
    }
    if (!reason->empty()) {
      const std::string name = name_of(plan, row);
      const std::string row_words = fmt::format("row {}", row.row);
      warnings.push_back(fmt::format(
          "{} is left out: {}",
          name == row_words ? name : fmt::format("{} ({})", row_words, quoted_cell(name)),
          *reason));
      continue;
    }
    auto study = study_in(plan, row);
    if (!study) {
      return tl::unexpected(study.error());
    }
    studies.push_back(std::move(*study));
  }
  if (const auto fit = check_names(plan, studies, warnings); !fit) {
    return tl::unexpected(fit.error());
  }
  return studies;
}

/// An error of an effect, its place put into the words of the file.
Error in_row(const Plan& plan, const Study& study, Error error) {
  const auto& columns = plan.layout.columns;
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const NumberColumn& column) {
    return column.name == error.place;
  });
  error.place = place_of(plan, study.row, found == columns.end() ? columns.front().at : found->at);
  return error;
}

/// All tables of counts, those without events in both arms left out if asked; a note on those that
/// something is added to.
Expected<std::vector<TwoByTwo>> counts_in(const Plan& plan, std::vector<Study>& studies,
                                          const TableOptions& options, StudyTable& table) {
  std::vector<TwoByTwo> counts;
  std::vector<Study> kept;
  for (Study& study : studies) {
    const auto each = counts_of(plan.layout, study.numbers);
    if (!each) {
      return tl::unexpected(in_row(plan, study, each.error()));
    }
    if (options.drop_double_zero && is_double_zero(*each)) {
      table.warnings.push_back(
          fmt::format("row {} ({}) is left out: no events in either arm, or nothing else in either",
                      study.row, quoted_cell(study.name)));
      continue;
    }
    counts.push_back(*each);
    kept.push_back(std::move(study));
  }
  studies = std::move(kept);
  return counts;
}

Expected<void> add_effects(const Plan& plan, std::vector<Study>& studies,
                           const TableOptions& options, StudyTable& table) {
  EffectOptions effects = options.effects;
  if (plan.layout.data == StudyData::two_by_two) {
    auto counts = counts_in(plan, studies, options, table);
    if (!counts) {
      return tl::unexpected(counts.error());
    }
    effects.to = settled(effects.to, *counts);
    note_added(table, *counts, effects);
    table.counts = std::move(*counts);
  }
  if (plan.layout.data == StudyData::proportion) {
    std::vector<Proportion> proportions;
    proportions.reserve(studies.size());
    for (const Study& study : studies) {
      proportions.push_back({study.numbers[0], study.numbers[1]});
    }
    note_proportions(table, proportions, effects);
  }
  for (const Study& study : studies) {
    const auto effect = effect_of_numbers(plan.layout, study.numbers, effects);
    if (!effect) {
      return tl::unexpected(in_row(plan, study, effect.error()));
    }
    table.studies.push_back({{study.name, *effect}, study.row});
  }
  note_scale(table);
  return {};
}

Expected<void> add_asked(const Plan& plan, const std::vector<Study>& studies,
                         const TableOptions& options, StudyTable& table) {
  std::vector<ModeratorColumn> columns;
  for (std::size_t j = 0; j < options.moderators.size(); ++j) {
    ModeratorColumn column{plan.text.header.cells[plan.asked[j]], {}, {}};
    for (const Study& study : studies) {
      column.cells.push_back(study.asked[j]);
      column.rows.push_back(study.row);
    }
    columns.push_back(std::move(column));
  }
  if (options.subgroup) {
    std::transform(studies.begin(), studies.end(), std::back_inserter(table.groups),
                   [](const Study& study) { return study.asked.back(); });
  }
  return moderator_columns(columns, plan.text.separator).map([&table](ModeratorColumns built) {
    table.moderators = std::move(built.moderators);
    table.notes.insert(table.notes.end(), built.notes.begin(), built.notes.end());
  });
}

Error without_study(const Plan& plan, const std::vector<std::string>& warnings) {
  if (warnings.empty()) {
    return {ErrorCode::missing, fmt::format("row {}", plan.text.header.row + 1), "", "",
            "there is no study under the header; add one a row"};
  }
  return {ErrorCode::missing, "", "", "",
          fmt::format("no study is left of {}: {}", plan.text.rows.size(), warnings.front())};
}

}  // namespace

Expected<StudyTable> read_study_table(std::string_view text, const TableOptions& options) {
  auto delimited = read_delimited(text);
  if (!delimited) {
    return tl::unexpected(delimited.error());
  }
  const auto plan = plan_for(std::move(*delimited), options);
  if (!plan) {
    return tl::unexpected(plan.error());
  }
  StudyTable table;
  table.measure = plan->layout.measure;
  table.effects_given = plan->layout.data == StudyData::effects;
  auto studies = studies_in(*plan, table.warnings);
  if (!studies) {
    return tl::unexpected(studies.error());
  }
  if (const auto added = add_effects(*plan, *studies, options, table); !added) {
    return tl::unexpected(added.error());
  }
  if (table.studies.empty()) {
    return tl::unexpected(without_study(*plan, table.warnings));
  }
  if (const auto added = add_asked(*plan, *studies, options, table); !added) {
    return tl::unexpected(added.error());
  }
  if (table.studies.size() == 1) {
    table.warnings.emplace_back("there is one study: nothing is pooled, its own result is shown");
  }
  return table;
}

std::vector<Effect> effects_of(const StudyTable& table) {
  std::vector<Effect> effects;
  std::transform(table.studies.begin(), table.studies.end(), std::back_inserter(effects),
                 [](const TableStudy& study) { return study.effect.effect; });
  return effects;
}

}  // namespace coldplan::evidence
