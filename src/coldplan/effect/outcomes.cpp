#include "coldplan/effect/outcomes.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "coldplan/effect/analgesia.h"
#include "coldplan/effect/course.h"
#include "coldplan/effect/nerve.h"
#include "coldplan/effect/secondary_injury.h"
#include "coldplan/effect/sensation.h"
#include "coldplan/effect/strength.h"

namespace coldplan::effect {
namespace {

using Numbers = std::array<double, outcome_count>;

double& at(Numbers& numbers, OutcomeId id) {
  return numbers[static_cast<std::size_t>(id)];
}

Error fault(std::string_view course, std::string seen, std::string allowed) {
  return {ErrorCode::out_of_range, std::string{course}, std::move(seen), std::move(allowed), ""};
}

Expected<void> check_course(std::string_view name, std::span<const double> values,
                            std::size_t size) {
  if (values.size() != size) {
    return tl::unexpected(fault(name, fmt::format("{} samples", values.size()),
                                fmt::format("as long as the time ({} samples)", size)));
  }
  const auto odd =
      std::find_if(values.begin(), values.end(), [](double each) { return !std::isfinite(each); });
  if (odd != values.end()) {
    return tl::unexpected(fault(name, fmt::format("{}", *odd), "a finite number"));
  }
  return {};
}

Expected<void> check_time(std::span<const double> time, double removal) {
  if (time.size() < 2) {
    return tl::unexpected(
        fault("time", fmt::format("{} samples", time.size()), "two samples or more"));
  }
  if (auto finite = check_course("time", time, time.size()); !finite) {
    return finite;
  }
  const auto still = std::adjacent_find(time.begin(), time.end(),
                                        [](double one, double next) { return next <= one; });
  if (still != time.end()) {
    return tl::unexpected(
        fault("time", fmt::format("{}", *(still + 1)), "later than the one before"));
  }
  if (!(removal >= time.front() && removal <= time.back())) {
    return tl::unexpected(fault("removal", fmt::format("{}", removal), "within the time"));
  }
  return {};
}

void set_nerve(Numbers& numbers, const Course& skin, const Course& nerve, const Coefficients& c) {
  const double coldest = lowest(nerve);
  at(numbers, OutcomeId::nerve_velocity) = relative_velocity(coldest, nerve.value.front(), c);
  at(numbers, OutcomeId::thick_fibres) = conducting_share(Fibre::thick_myelinated, coldest, c);
  at(numbers, OutcomeId::prick_fibres) = conducting_share(Fibre::thin_myelinated, lowest(skin), c);
  at(numbers, OutcomeId::slow_fibres) = conducting_share(Fibre::unmyelinated, coldest, c);
  at(numbers, OutcomeId::pressure_threshold) = highest_pressure_threshold(nerve, c);
  at(numbers, OutcomeId::pressure_tolerance) = highest_pressure_tolerance(nerve, c);
}

void set_dulled(Numbers& numbers, const Courses& courses, const Course& skin, const Course& nerve,
                const Coefficients& c) {
  at(numbers, OutcomeId::prick_dulled) = prick_dulled_share(lowest(skin), c);
  at(numbers, OutcomeId::prick_dulled_after) = prick_dulled_after(skin, courses.removal, c);
  at(numbers, OutcomeId::pressure_dulled_after) = pressure_dulled_after(nerve, courses.removal, c);
}

void set_sensation(Numbers& numbers, const Course& skin, const Course& nerve,
                   const Coefficients& c) {
  const double start = skin.time.front();
  const double never = skin.time.back() - start;
  const auto from_start = [&](const std::optional<double>& time) {
    return time ? *time - start : never;
  };
  const Sensations felt = sensations(skin, nerve, Site::lower_back, c);
  at(numbers, OutcomeId::cool_onset) = from_start(felt.cool);
  at(numbers, OutcomeId::pain_onset) = from_start(felt.pain);
  at(numbers, OutcomeId::ache_onset) = from_start(felt.ache);
  at(numbers, OutcomeId::numb_onset) = from_start(felt.numb);
  at(numbers, OutcomeId::painful) = pain_share(Site::lower_back, lowest(skin), c);
  at(numbers, OutcomeId::ache_strength) = ache_strength(lowest(nerve), c);
  at(numbers, OutcomeId::numb) = numb_share(lowest(skin), c);
}

void set_muscle(Numbers& numbers, const Courses& courses, const Coefficients& c) {
  const std::vector<double> mean = mean_of(courses.muscle);
  const Course muscle{courses.time, mean};
  const double rest = mean.front();
  const double coldest = lowest(muscle);
  const auto force = [&](Effort effort) {
    return relative_force(effort, coldest, c) / relative_force(effort, rest, c);
  };
  at(numbers, OutcomeId::holding_force) = force(Effort::holding);
  at(numbers, OutcomeId::fast_force) = force(Effort::fast);
  // Force is linear in temperature: half of its loss is half of the fall.
  at(numbers, OutcomeId::force_half_back) =
      last_time_below(muscle, courses.removal, half_fallen(muscle));
  at(numbers, OutcomeId::injury_spared) = injury_spared(muscle, rest, c);
}

}  // namespace

Expected<void> check(const Courses& courses) {
  const std::size_t size = courses.time.size();
  if (auto sound = check_time(courses.time, courses.removal); !sound) {
    return sound;
  }
  if (courses.muscle.empty()) {
    return tl::unexpected(fault("muscle", "no depth", "at least one depth"));
  }
  std::vector<std::pair<std::string_view, std::span<const double>>> all{
      {"skin", courses.skin},
      {"nerve", courses.nerve},
      {"skin_flow", courses.skin_flow},
      {"muscle_metabolism", courses.muscle_metabolism}};
  for (const std::span<const double> depth : courses.muscle) {
    all.emplace_back("muscle", depth);
  }
  for (const auto& [name, values] : all) {
    if (auto sound = check_course(name, values, size); !sound) {
      return sound;
    }
  }
  return {};
}

Expected<std::array<double, outcome_count>> outcomes(const Courses& courses,
                                                     const Coefficients& c) {
  if (auto sound = check(courses); !sound) {
    return tl::unexpected(sound.error());
  }
  const Course skin{courses.time, courses.skin};
  const Course nerve{courses.time, courses.nerve};
  const Course flow{courses.time, courses.skin_flow};
  Numbers numbers{};
  set_nerve(numbers, skin, nerve, c);
  set_dulled(numbers, courses, skin, nerve, c);
  set_sensation(numbers, skin, nerve, c);
  set_muscle(numbers, courses, c);
  at(numbers, OutcomeId::skin_flow) = lowest(flow);
  at(numbers, OutcomeId::skin_flow_half_back) =
      last_time_below(flow, courses.removal, half_fallen(flow));
  at(numbers, OutcomeId::muscle_metabolism) = lowest({courses.time, courses.muscle_metabolism});
  return numbers;
}

}  // namespace coldplan::effect
