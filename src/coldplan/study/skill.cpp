#include "coldplan/study/skill.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "coldplan/planning/interval.h"
#include "coldplan/posterior/random_draws.h"
#include "coldplan/quantity/units.h"

namespace coldplan::study {
namespace {

// numerical: when the drop is read [s].
constexpr double reading_time = 20.0 * quantity::seconds_per_minute;
// numerical: how far from it a reading may be [s].
constexpr double farthest = 5.0 * quantity::seconds_per_minute;
// numerical: repeats of the bootstrap.
constexpr std::uint64_t repeats = 2000;
// numerical: a slot of random numbers that nobody else uses.
constexpr std::uint32_t bootstrap_slot = 4000;
// numerical: the ends of a 90 % interval.
constexpr double lower_end = 0.05;
// numerical: as above.
constexpr double upper_end = 0.95;

using Person = std::pair<std::string, std::string>;  // study and who

double off_time(const Row& row) {
  return std::abs(*row.measurement.time - reading_time);
}

bool can_be_read(const Row& row) {
  const Measurement& measurement = row.measurement;
  return row.people == 1 && row.fat && row.fat_is_stated && row.baseline && row.predicted &&
         row.group == Group::muscle && measurement.quantity == "temperature_C" &&
         measurement.scored && measurement.value && measurement.location.depth &&
         measurement.time && off_time(row) <= farthest;
}

/// Whether a row stands for its arm rather than another: deeper first, then nearer in time.
bool is_better(const Row& one, const Row& other) {
  const double depth = *one.measurement.location.depth;
  const double others = *other.measurement.location.depth;
  return depth != others ? depth > others : off_time(one) < off_time(other);
}

/// One arm, its drops in kelvin.
struct Drop {
  Person person;
  std::string kind;  ///< of cold
  double fat = 0.0;
  double measured = 0.0;
  double predicted = 0.0;
};

std::vector<Drop> drops_of(std::span<const Row> rows) {
  std::map<std::pair<std::string, std::string>, const Row*> arms;
  for (const Row& row : rows) {
    if (can_be_read(row)) {
      const Row*& best = arms[{row.study, row.arm}];
      best = best == nullptr || is_better(row, *best) ? &row : best;
    }
  }
  std::vector<Drop> drops;
  drops.reserve(arms.size());
  for (const auto& [name, row] : arms) {
    drops.push_back({{row->study, row->subject},
                     row->kind,
                     *row->fat,
                     *row->baseline - *row->measurement.value,
                     *row->baseline - row->predicted->median});
  }
  return drops;
}

/// Squared errors of a person's arms, summed.
struct Errors {
  double of_model = 0.0;
  double of_mean = 0.0;
  double of_alike = 0.0;  ///< of the mean of those under the same kind of cold
  double of_given = 0.0;  ///< of that mean with the model's difference from its own
};

/// Means of what was measured on others: on all, and on those under the same kind of cold (on all
/// where there are none).
struct Others {
  double all = 0.0;
  double alike = 0.0;
  double alike_predicted = 0.0;  ///< what the model says of these
};

Others others_of(const std::vector<Drop>& drops, const Drop& own) {
  Others sum;
  double predicted = 0.0;
  int all = 0;
  int alike = 0;
  for (const Drop& drop : drops) {
    if (drop.person == own.person) {
      continue;
    }
    sum.all += drop.measured;
    predicted += drop.predicted;
    ++all;
    if (drop.kind == own.kind) {
      sum.alike += drop.measured;
      sum.alike_predicted += drop.predicted;
      ++alike;
    }
  }
  return {sum.all / all, alike > 0 ? sum.alike / alike : sum.all / all,
          alike > 0 ? sum.alike_predicted / alike : predicted / all};
}

std::map<Person, Errors> errors_of(const std::vector<Drop>& drops) {
  std::map<Person, Errors> errors;
  for (const Drop& drop : drops) {
    const double off_model = drop.predicted - drop.measured;
    const Others others = others_of(drops, drop);
    const double off_mean = others.all - drop.measured;
    const double off_alike = others.alike - drop.measured;
    const double off_given = off_alike + drop.predicted - others.alike_predicted;
    Errors& own = errors[drop.person];
    own.of_model += off_model * off_model;
    own.of_mean += off_mean * off_mean;
    own.of_alike += off_alike * off_alike;
    own.of_given += off_given * off_given;
  }
  return errors;
}

Errors sum_of(const std::vector<Errors>& people) {
  Errors sum;
  for (const Errors& each : people) {
    sum.of_model += each.of_model;
    sum.of_mean += each.of_mean;
    sum.of_alike += each.of_alike;
    sum.of_given += each.of_given;
  }
  return sum;
}

/// Skills of people drawn with replacement, sorted. A repeat in which the mean is never off has
/// none.
std::vector<double> bootstrap(const std::vector<Errors>& people, std::uint64_t seed,
                              double Errors::*of_model, double Errors::*of_mean) {
  const auto count = static_cast<std::uint32_t>(people.size());
  std::vector<double> skills;
  for (std::uint64_t repeat = 0; repeat < repeats; ++repeat) {
    std::vector<Errors> drawn;
    for (std::uint32_t place = 0; place < count; ++place) {
      const double share = posterior::uniform_pair(seed, repeat, bootstrap_slot + place)[0];
      drawn.push_back(people[static_cast<std::size_t>(share * count)]);
    }
    const Errors sum = sum_of(drawn);
    if (sum.*of_mean > 0.0) {
      skills.push_back(1.0 - sum.*of_model / (sum.*of_mean));
    }
  }
  std::sort(skills.begin(), skills.end());
  return skills;
}

double mean_of(const std::vector<Drop>& drops, double Drop::*member) {
  const double sum =
      std::accumulate(drops.begin(), drops.end(), 0.0,
                      [&](double so_far, const Drop& drop) { return so_far + drop.*member; });
  return sum / static_cast<double>(drops.size());
}

/// The slope of least squares on the thickness of fat; none where all have the same.
std::optional<double> slope_of(const std::vector<Drop>& drops, double Drop::*member) {
  const double middle_fat = mean_of(drops, &Drop::fat);
  const double middle = mean_of(drops, member);
  double squares = 0.0;
  double products = 0.0;
  for (const Drop& drop : drops) {
    squares += (drop.fat - middle_fat) * (drop.fat - middle_fat);
    products += (drop.fat - middle_fat) * (drop.*member - middle);
  }
  return squares > 0.0 ? std::optional{products / squares} : std::nullopt;
}

/// What the differences between people are worth where the mean of the others is known.
void put_given_mean(Skill& skill, const std::vector<Errors>& people, const Errors& sum,
                    std::uint64_t seed) {
  const auto given = bootstrap(people, seed, &Errors::of_given, &Errors::of_alike);
  if (given.empty() || sum.of_alike <= 0.0) {
    return;
  }
  skill.skill_given_mean = 1.0 - sum.of_given / sum.of_alike;
  skill.given_mean_p05 = planning::quantile(given, lower_end);
  skill.given_mean_p95 = planning::quantile(given, upper_end);
}

}  // namespace

std::optional<Skill> skill_on_people(std::span<const Row> rows, std::uint64_t seed) {
  const std::vector<Drop> drops = drops_of(rows);
  const bool has_others = std::any_of(drops.begin(), drops.end(), [&](const Drop& drop) {
    return drop.person != drops.front().person;
  });
  if (drops.size() < fewest_arms || !has_others) {
    return std::nullopt;
  }
  std::vector<Errors> people;
  for (const auto& [person, errors] : errors_of(drops)) {
    people.push_back(errors);
  }
  const Errors sum = sum_of(people);
  const std::vector<double> repeated = bootstrap(people, seed, &Errors::of_model, &Errors::of_mean);
  if (repeated.empty() || sum.of_mean <= 0.0) {
    return std::nullopt;
  }
  const auto count = static_cast<double>(drops.size());
  Skill skill;
  skill.arms = static_cast<int>(drops.size());
  skill.people = static_cast<int>(people.size());
  skill.skill = 1.0 - sum.of_model / sum.of_mean;
  if (sum.of_alike > 0.0) {
    skill.skill_alike = 1.0 - sum.of_model / sum.of_alike;
  }
  put_given_mean(skill, people, sum, seed);
  skill.p05 = planning::quantile(repeated, lower_end);
  skill.p95 = planning::quantile(repeated, upper_end);
  skill.rmse = std::sqrt(sum.of_model / count);
  skill.rmse_of_mean = std::sqrt(sum.of_mean / count);
  skill.measured_mean = mean_of(drops, &Drop::measured);
  skill.predicted_mean = mean_of(drops, &Drop::predicted);
  skill.measured_slope = slope_of(drops, &Drop::measured);
  skill.predicted_slope = slope_of(drops, &Drop::predicted);
  return skill;
}

}  // namespace coldplan::study
