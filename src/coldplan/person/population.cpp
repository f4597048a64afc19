#include "coldplan/person/population.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/posterior/random_draws.h"
#include "coldplan/quantity/units.h"

namespace coldplan::person {
namespace {

namespace survey = facts::id::population;

/// Which pair of random numbers serves what; a new use takes a new slot at the end, so that the
/// people of a seed stay who they are. Slots from 65536 on belong to posterior::draw.
enum class Slot : std::uint32_t {
  cell_and_age,
  height_and_body_fat,
  log_body_mass_index,
  waist_and_depth,
  breadth_and_lumbar_fat,
  muscle_and_its_fat,
};

constexpr std::uint32_t number(Slot slot) {
  return static_cast<std::uint32_t>(slot);
}

bool take(std::string_view& text, std::string_view prefix) {
  const bool starts = text.starts_with(prefix);
  text.remove_prefix(starts ? prefix.size() : 0);
  return starts;
}

double take_number(std::string_view& text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto parsed = quantity::parse_number(text.substr(0, digits));
  text.remove_prefix(digits);
  return parsed.value_or(0.0);
}

/// The bands of age stand in the ids of the facts: men_45_to_54_share, women_from_75_share. An open
/// band ends at the oldest age that the survey tells apart.
std::optional<PopulationCell> cell_of(const facts::Fact& fact) {
  std::string_view id = fact.id;
  PopulationCell cell;
  cell.share = fact.value;
  if (!take(id, "population.") || !id.ends_with("_share")) {
    return std::nullopt;
  }
  cell.sex = take(id, "women_") ? Sex::female : Sex::male;
  if (cell.sex == Sex::male && !take(id, "men_")) {
    return std::nullopt;
  }
  const bool is_open = take(id, "from_");
  cell.youngest = take_number(id);
  if (is_open) {
    cell.oldest = facts::value(survey::oldest_age);
  } else if (take(id, "_to_")) {
    cell.oldest = take_number(id) + 1.0;
  }
  return id == "_share" && cell.oldest > cell.youngest ? std::optional{cell} : std::nullopt;
}

/// The facts also have the sums of bands (from 20, from 45): those are open and not the last.
void drop_sums(std::vector<PopulationCell>& cells) {
  double last_band = 0.0;
  for (const PopulationCell& cell : cells) {
    last_band = std::max(last_band, cell.youngest);
  }
  const double open_end = facts::value(survey::oldest_age);
  std::erase_if(cells, [=](const PopulationCell& cell) {
    return cell.oldest == open_end && cell.youngest < last_band;
  });
}

double youngest_of(AgeGroup ages) {
  std::string_view group = ages == AgeGroup::from_45 ? "45" : "20";
  return take_number(group);
}

const PopulationCell& cell_at(const Population& population, double uniform) {
  double total = 0.0;
  for (const PopulationCell& cell : population.cells) {
    total += cell.share;
  }
  double left = uniform * total;
  for (const PopulationCell& cell : population.cells) {
    if (left < cell.share) {
      return cell;
    }
    left -= cell.share;
  }
  return population.cells.back();
}

double along_age(double age, facts::Id c0, facts::Id c1, facts::Id c2) {
  return facts::value(c0) + age * (facts::value(c1) + age * facts::value(c2));
}

double height_at(Sex sex, double age, double residual) {
  const double mean = along_age(age, of_sex(sex, survey::women_height_c0, survey::men_height_c0),
                                of_sex(sex, survey::women_height_c1, survey::men_height_c1),
                                of_sex(sex, survey::women_height_c2, survey::men_height_c2));
  return mean + residual * facts::value(of_sex(sex, survey::women_height_residual,
                                               survey::men_height_residual));
}

double body_mass_index_at(Sex sex, double age, const std::array<double, 2>& normals) {
  const double mean = along_age(age, of_sex(sex, survey::women_log_bmi_c0, survey::men_log_bmi_c0),
                                of_sex(sex, survey::women_log_bmi_c1, survey::men_log_bmi_c1),
                                of_sex(sex, survey::women_log_bmi_c2, survey::men_log_bmi_c2));
  const double residual = posterior::skewed(
      normals, facts::value(of_sex(sex, survey::women_log_bmi_skew, survey::men_log_bmi_skew)));
  const double spread =
      facts::value(of_sex(sex, survey::women_log_bmi_residual, survey::men_log_bmi_residual));
  return std::clamp(std::exp(mean + residual * spread), facts::value(survey::bmi_min),
                    facts::value(survey::bmi_max));
}

/// A second normal number that correlates with the first as asked.
double correlated(double first, double independent, double correlation) {
  return correlation * first + std::sqrt(1.0 - correlation * correlation) * independent;
}

}  // namespace

Population survey_population(const PopulationOptions& options) {
  Population population{options, {}};
  for (const facts::Fact& fact : facts::all()) {
    if (const auto cell = cell_of(fact)) {
      population.cells.push_back(*cell);
    }
  }
  drop_sums(population.cells);
  std::sort(population.cells.begin(), population.cells.end(),
            [](const PopulationCell& left, const PopulationCell& right) {
              return std::pair{left.sex, left.youngest} < std::pair{right.sex, right.youngest};
            });
  std::erase_if(population.cells, [&options](const PopulationCell& cell) {
    return cell.youngest < youngest_of(options.ages) || cell.sex != options.sex.value_or(cell.sex);
  });
  if (population.cells.empty()) {
    throw std::logic_error("the facts have no shares of the population by sex and age");
  }
  return population;
}

VirtualPerson person_at(const Population& population, std::uint64_t index) {
  const auto& options = population.options;
  const auto normals = [&](Slot slot) {
    return posterior::normal_pair(options.seed, index, number(slot));
  };
  const auto [for_cell, for_age] =
      posterior::uniform_pair(options.seed, index, number(Slot::cell_and_age));
  const auto [height, body_fat] = normals(Slot::height_and_body_fat);
  const auto [waist, depth] = normals(Slot::waist_and_depth);
  const auto [breadth, lumbar_fat] = normals(Slot::breadth_and_lumbar_fat);
  const auto [muscle, muscle_fat] = normals(Slot::muscle_and_its_fat);

  const PopulationCell& cell = cell_at(population, for_cell);
  VirtualPerson drawn{.index = index, .person = {}, .residuals = {}, .body = {}};
  drawn.person.sex = cell.sex;
  drawn.person.age = std::lerp(cell.youngest, cell.oldest, for_age);
  drawn.person.height = height_at(cell.sex, drawn.person.age, height);
  drawn.person.weight =
      body_mass_index_at(cell.sex, drawn.person.age, normals(Slot::log_body_mass_index)) *
      drawn.person.height * drawn.person.height;
  const double correlation = facts::value(of_sex(cell.sex, survey::women_depth_breadth_correlation,
                                                 survey::men_depth_breadth_correlation));
  drawn.residuals = {.body_fat = body_fat,
                     .waist = waist,
                     .waist_depth = depth,
                     .waist_breadth = correlated(depth, breadth, correlation),
                     .lumbar_fat = lumbar_fat,
                     .muscle_thickness = muscle,
                     .muscle_fat = muscle_fat,
                     .study_fat_factor = options.study_fat_factor};
  drawn.body = body(drawn.person, drawn.residuals);
  return drawn;
}

std::vector<VirtualPerson> people(const Population& population, std::uint64_t first,
                                  std::size_t count) {
  std::vector<VirtualPerson> drawn;
  drawn.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    drawn.push_back(person_at(population, first + i));
  }
  return drawn;
}

}  // namespace coldplan::person
