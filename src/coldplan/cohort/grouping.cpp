#include "coldplan/cohort/grouping.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "coldplan/quantity/nearest_word.h"

namespace coldplan::cohort {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();
constexpr double mm_per_m = 1000.0;

struct Variable {
  By by;
  std::string_view word;
  std::string_view name;
};

constexpr std::array<Variable, 4> variables{{{By::fat, "fat", "fat beside the spine"},
                                             {By::age, "age", "age"},
                                             {By::sex, "sex", "sex"},
                                             {By::body_mass_index, "bmi", "body mass index"}}};

const Variable& variable_of(By by) {
  return *std::find_if(variables.begin(), variables.end(),
                       [by](const Variable& variable) { return variable.by == by; });
}

/// Bands between edges, open at both ends. Edges are in `per_unit` of the row's unit.
std::vector<Band> bands_between(const std::vector<double>& edges, std::string_view unit,
                                double per_unit) {
  std::vector<Band> bands;
  bands.push_back(
      {fmt::format("under {:g}{}", edges.front(), unit), -endless, edges.front() / per_unit});
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    bands.push_back({fmt::format("{:g} to {:g}{}", edges[i], edges[i + 1], unit),
                     edges[i] / per_unit, edges[i + 1] / per_unit});
  }
  bands.push_back(
      {fmt::format("{:g}{} and over", edges.back(), unit), edges.back() / per_unit, endless});
  return bands;
}

}  // namespace

Expected<std::vector<By>> grouping_from(std::string_view words, std::string_view place) {
  std::vector<By> grouping;
  for (;;) {
    const std::size_t end = std::min(words.find(','), words.size());
    const std::string word{words.substr(0, end)};
    const auto* const known = std::find_if(variables.begin(), variables.end(),
                                           [&](const Variable& each) { return each.word == word; });
    if (known == variables.end()) {
      std::vector<std::string> names;
      std::transform(variables.begin(), variables.end(), std::back_inserter(names),
                     [](const Variable& each) { return std::string{each.word}; });
      return tl::unexpected(Error{ErrorCode::unknown_name, std::string{place}, "\"" + word + "\"",
                                  fmt::format("one of {}", fmt::join(names, ", ")),
                                  quantity::did_you_mean(word, names)});
    }
    if (std::find(grouping.begin(), grouping.end(), known->by) == grouping.end()) {
      grouping.push_back(known->by);
    }
    if (end == words.size()) {
      return grouping;
    }
    words.remove_prefix(end + 1);
  }
}

std::string_view word_of(By by) {
  return variable_of(by).word;
}

std::string_view name_of(By by) {
  return variable_of(by).name;
}

// numerical: where the tables are divided.
std::vector<Band> bands_of(By by) {
  switch (by) {
    case By::fat:
      return bands_between({10.0, 20.0, 30.0, 40.0}, " mm", mm_per_m);
    case By::age:
      return bands_between({45.0, 55.0, 65.0, 75.0}, " years", 1.0);
    case By::sex:
      return {{"women", -endless, 0.5}, {"men", 0.5, endless}};
    case By::body_mass_index:
      return bands_between({18.5, 25.0, 30.0, 35.0}, " kg/m²", 1.0);
  }
  return {};
}

std::vector<Band> narrow_fat_bands() {
  // numerical: steps that a picture still shows apart [mm]
  constexpr int step = 2;
  constexpr int last = 60;
  std::vector<double> edges;
  for (int edge = step; edge <= last; edge += step) {
    edges.push_back(edge);
  }
  return bands_between(edges, " mm", mm_per_m);
}

double value_of(const Row& row, By by) {
  switch (by) {
    case By::fat:
      return row.paraspinal_fat;
    case By::age:
      return row.age;
    case By::sex:
      return row.sex;
    case By::body_mass_index:
      return row.body_mass_index;
  }
  return 0.0;
}

}  // namespace coldplan::cohort
