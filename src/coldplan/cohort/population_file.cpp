#include "coldplan/cohort/population_file.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/person/case_schema.h"
#include "coldplan/person/json_text.h"
#include "coldplan/person/validation.h"
#include "coldplan/quantity/nearest_word.h"
#include "coldplan/quantity/units.h"

namespace coldplan::cohort {
namespace {

using nlohmann::json;

const std::vector<std::string> known_columns{
    "sex",       "age",       "height_cm",          "height_in",
    "weight_kg", "weight_lb", "lumbar_skinfold_mm", "lumbar_fat_mm"};

/// A column of the file: its name, what the case file allows there, and its limits at hand.
struct FileColumn {
  std::string name;
  json schema;
  double least = 0.0;
  double most = 0.0;
  bool may_be_empty = false;
};

struct Header {
  std::vector<FileColumn> columns;
  json body_mass_index;
};

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const std::size_t end = std::min(text.find(at), text.size());
    pieces.push_back(text.substr(0, end));
    if (end == text.size()) {
      return pieces;
    }
    text.remove_prefix(end + 1);
  }
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r";
  const std::size_t first = std::min(text.find_first_not_of(blank), text.size());
  text.remove_prefix(first);
  text.remove_suffix(text.size() - (text.find_last_not_of(blank) + 1));
  return text;
}

/// A cell without blanks and quotes around it.
std::string_view cell_of(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 1 && text.front() == '"' && text.back() == '"') {
    text = trimmed(text.substr(1, text.size() - 2));
  }
  return text;
}

Error at(const std::string& file, std::size_t line, std::string_view column, Error error) {
  error.place = fmt::format("{}:{}{}{}", file, line, column.empty() ? "" : ": ", column);
  return error;
}

/// The lines that hold something, with their numbers.
std::vector<std::pair<std::size_t, std::string_view>> lines_of(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) {
    text.remove_prefix(byte_order_mark.size());
  }
  std::vector<std::pair<std::size_t, std::string_view>> lines;
  std::size_t number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (!trimmed(line).empty()) {
      lines.emplace_back(number, line);
    }
  }
  return lines;
}

Expected<FileColumn> column_of(std::string_view name, const json& schema) {
  const std::string word{name};
  if (std::find(known_columns.begin(), known_columns.end(), word) == known_columns.end()) {
    return tl::unexpected(
        Error{ErrorCode::unknown_name, "", "\"" + person::shown(name) + "\"", "a known column",
              fmt::format("did you mean {}?", quantity::nearest_word(word, known_columns))});
  }
  const json& property = schema.at(word);
  return FileColumn{word, property, property.value("minimum", 0.0), property.value("maximum", 0.0),
                    word.starts_with("lumbar_")};
}

bool has(const Header& header, std::string_view name) {
  return std::any_of(header.columns.begin(), header.columns.end(),
                     [name](const FileColumn& column) { return column.name == name; });
}

/// Of every choice one column, and none twice.
std::optional<Error> unfit_columns(const Header& header) {
  for (auto column = header.columns.begin(); column != header.columns.end(); ++column) {
    if (std::any_of(header.columns.begin(), column,
                    [&](const FileColumn& before) { return before.name == column->name; })) {
      return Error{ErrorCode::conflict, "", column->name + " stands twice", "",
                   "leave one of the two out"};
    }
  }
  constexpr std::array<std::pair<const char*, const char*>, 4> choices{
      {{"sex", "sex"}, {"age", "age"}, {"height_cm", "height_in"}, {"weight_kg", "weight_lb"}}};
  for (const auto& [one, other] : choices) {
    const std::string either =
        std::string{one} == other ? one : fmt::format("{} or {}", one, other);
    if (!has(header, one) && !has(header, other)) {
      return Error{ErrorCode::missing, "", "", "",
                   fmt::format("the first line names no column {}", either)};
    }
    if (std::string{one} != other && has(header, one) && has(header, other)) {
      return Error{ErrorCode::conflict, "", fmt::format("{} and {}", one, other), "",
                   "leave one of the two out"};
    }
  }
  return std::nullopt;
}

Expected<Header> header_of(std::string_view line) {
  const json schema = json::parse(person::case_schema_text()).at("properties").at("person");
  Header header{{}, schema.at("x-body-mass-index")};
  for (const std::string_view text : split(line, ',')) {
    auto column = column_of(cell_of(text), schema.at("properties"));
    if (!column) {
      return tl::unexpected(column.error());
    }
    header.columns.push_back(std::move(*column));
  }
  if (auto unfit = unfit_columns(header)) {
    return tl::unexpected(*unfit);
  }
  return header;
}

Error refused(const FileColumn& column, const json& value) {
  return person::violation(value, column.schema)
      .value_or(Error{ErrorCode::wrong_type, "", person::shown(value),
                      person::accepted(column.schema), ""});
}

Expected<double> number_in(const FileColumn& column, std::string_view cell) {
  const auto number = quantity::parse_number(cell);
  if (!number) {
    return tl::unexpected(refused(column, json(std::string{cell})));
  }
  if (!(*number >= column.least && *number <= column.most)) {
    // As it was typed: 17, not 17.0.
    Error error = refused(column, json(*number));
    error.seen = person::shown(cell);
    return tl::unexpected(error);
  }
  return *number;
}

void put(person::Person& person, const std::string& name, double number) {
  constexpr double cm_per_m = 100.0;
  constexpr double mm_per_m = 1000.0;
  if (name == "age") {
    person.age = number;
  } else if (name == "height_cm") {
    person.height = number / cm_per_m;
  } else if (name == "height_in") {
    person.height = quantity::metres_from_inches(number);
  } else if (name == "weight_kg") {
    person.weight = number;
  } else if (name == "weight_lb") {
    person.weight = quantity::kilograms_from_pounds(number);
  } else if (name == "lumbar_skinfold_mm") {
    person.lumbar_skinfold = number / mm_per_m;
  } else {
    person.lumbar_fat = number / mm_per_m;
  }
}

Expected<void> put_cell(person::Person& person, const FileColumn& column, std::string_view cell) {
  if (cell.empty() && column.may_be_empty) {
    return {};
  }
  if (cell.empty()) {
    return tl::unexpected(
        Error{ErrorCode::missing, "", "", "", "give " + person::accepted(column.schema)});
  }
  if (column.name == "sex") {
    if (cell != "female" && cell != "male") {
      return tl::unexpected(refused(column, json(std::string{cell})));
    }
    person.sex = cell == "male" ? person::Sex::male : person::Sex::female;
    return {};
  }
  const auto number = number_in(column, cell);
  if (!number) {
    return tl::unexpected(number.error());
  }
  put(person, column.name, *number);
  return {};
}

/// Height and weight may each be possible and yet not belong together.
std::optional<Error> implausible(const person::Person& person, const json& rule) {
  const double index = person::body_mass_index(person);
  if (index >= rule.at("minimum").get<double>() && index <= rule.at("maximum").get<double>()) {
    return std::nullopt;
  }
  return Error{ErrorCode::conflict, "", fmt::format("{:.1f}", index), person::accepted(rule),
               "check height and weight"};
}

}  // namespace

Expected<std::vector<person::Person>> read_people(std::string_view text, const std::string& file) {
  const auto lines = lines_of(text);
  if (lines.size() < 2) {
    return tl::unexpected(Error{ErrorCode::missing, file, "", "",
                                "holds nobody: a line of column names, then a line a person"});
  }
  const auto header = header_of(lines.front().second);
  if (!header) {
    return tl::unexpected(at(file, lines.front().first, "", header.error()));
  }
  std::vector<person::Person> people;
  people.reserve(lines.size() - 1);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto& [number, line] = lines[i];
    const std::vector<std::string_view> cells = split(line, ',');
    if (cells.size() != header->columns.size()) {
      return tl::unexpected(at(
          file, number, "",
          Error{ErrorCode::wrong_type, "", fmt::format("{} cells", cells.size()),
                fmt::format("a line of {}, as the first line has", header->columns.size()), ""}));
    }
    person::Person person;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (auto taken = put_cell(person, header->columns[c], cell_of(cells[c])); !taken) {
        return tl::unexpected(at(file, number, header->columns[c].name, taken.error()));
      }
    }
    if (const auto error = implausible(person, header->body_mass_index)) {
      return tl::unexpected(at(file, number, "", *error));
    }
    people.push_back(person);
  }
  return people;
}

}  // namespace coldplan::cohort
