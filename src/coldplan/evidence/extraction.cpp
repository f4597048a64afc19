#include "coldplan/evidence/extraction.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "coldplan/evidence/derivation.h"
#include "coldplan/evidence/effect_size.h"

namespace coldplan::evidence {
namespace {

template <typename T>
T expected(Expected<T> result, const std::string& trial) {
  if (!result) {
    throw std::logic_error(trial + ": " + message(result.error()));
  }
  return std::move(*result);
}

const PrintedOutcome& row_of(const Trial& trial, const ResultPick& pick, const std::string& arm) {
  const auto* row = find_outcome(trial, pick.measure, pick.timepoint, pick.kind, arm);
  if (row == nullptr || !row->mean || !row->sd) {
    throw std::logic_error(
        fmt::format("{} prints no mean and SD of {} in {}", trial.id, pick.measure, arm));
  }
  return *row;
}

double people_of(const Trial& trial, const ResultPick& pick, const std::string& arm) {
  return pick.people_each ? *pick.people_each : evidence::people_of(trial, arm);
}

Arm arm_of(const Trial& trial, const ResultPick& pick, bool is_cold) {
  const std::string& id = is_cold ? pick.cold : pick.control;
  const PrintedOutcome& row = row_of(trial, pick, id);
  return {row.people.value_or(people_of(trial, pick, id)), *row.mean,
          pick.sds ? (*pick.sds)[is_cold ? 0 : 1] : *row.sd};
}

TwoArms arms_of(const Trial& trial, const ResultPick& pick) {
  return {arm_of(trial, pick, true), arm_of(trial, pick, false)};
}

/// Turned so that less pain is negative.
Effect turned(const Effect& effect, bool lower_is_better) {
  return {lower_is_better ? effect.estimate : -effect.estimate, effect.variance};
}

void add_derivations(const Trial& trial, const ResultPick& pick, StudyResult& result) {
  const PrintedOutcome& cold = row_of(trial, pick, pick.cold);
  if (!cold.sd_source.empty()) {
    result.derivations.push_back(fmt::format("{} ({})", sentence(Derivation::sd_from_mean_ci_t),
                                             source(Derivation::sd_from_mean_ci_t)));
  }
  if (pick.kind == "change") {
    result.derivations.push_back(fmt::format("{} ({})", sentence(Derivation::change_as_printed),
                                             source(Derivation::change_as_printed)));
  }
}

void take_means(const Trial& trial, const ResultPick& pick, bool is_standardised,
                StudyResult& result) {
  const TwoArms arms = arms_of(trial, pick);
  const bool lower_is_better = row_of(trial, pick, pick.cold).lower_is_better;
  const auto difference = turned(expected(effect_of(Measure::MD, arms), trial.id), lower_is_better);
  result.people_cold = arms.first.n;
  result.people_control = arms.second.n;
  result.effect = is_standardised
                      ? turned(expected(effect_of(Measure::SMD, arms), trial.id), lower_is_better)
                      : difference;
  if (pick.points_per_unit) {
    const double factor = *pick.points_per_unit;
    result.points = Effect{difference.estimate * factor, difference.variance * factor * factor};
  }
  add_derivations(trial, pick, result);
}

void take_f_test(const Trial& trial, const ResultPick& pick, StudyResult& result) {
  const auto found =
      std::find_if(trial.statistics.begin(), trial.statistics.end(),
                   [&](const PrintedStatistic& each) { return each.what == pick.statistic; });
  if (found == trial.statistics.end() || !found->f) {
    throw std::logic_error(trial.id + " prints no F of " + pick.statistic);
  }
  result.people_cold = people_of(trial, pick, pick.cold);
  result.people_control = people_of(trial, pick, pick.control);
  const auto derived =
      expected(smd_from_F(*found->f, Sign::first_lower, result.people_cold, result.people_control),
               trial.id);
  result.effect = derived.value;
  result.derivations.push_back(fmt::format("{} ({})", sentence(derived.by), source(derived.by)));
}

}  // namespace

StudyResult result_of(const Trial& trial, const ResultPick& pick, bool is_standardised) {
  StudyResult result;
  result.trial = trial.id;
  result.name = trial.name;
  result.assumed = pick.assumed;
  if (pick.from == ResultPick::From::f_test) {
    take_f_test(trial, pick, result);
  } else {
    take_means(trial, pick, is_standardised, result);
  }
  return result;
}

double people_of(const Trial& trial, const std::string& arm) {
  const auto found = std::find_if(trial.arms.begin(), trial.arms.end(),
                                  [&](const PrintedArm& each) { return each.id == arm; });
  if (found == trial.arms.end() || !found->people) {
    throw std::logic_error(fmt::format("{} prints no size of {}", trial.id, arm));
  }
  return *found->people;
}

double pooled_sd(const Trial& trial, const ResultPick& pick) {
  const TwoArms arms = arms_of(trial, pick);
  const double first = arms.first.n - 1.0;
  const double second = arms.second.n - 1.0;
  return std::sqrt(
      (first * arms.first.sd * arms.first.sd + second * arms.second.sd * arms.second.sd) /
      (first + second));
}

const PrintedOutcome* find_outcome(const Trial& trial, const std::string& measure,
                                   const std::string& timepoint, const std::string& kind,
                                   const std::string& arm) {
  const auto found =
      std::find_if(trial.outcomes.begin(), trial.outcomes.end(), [&](const PrintedOutcome& row) {
        return row.measure == measure && row.timepoint == timepoint && row.kind == kind &&
               row.arm == arm;
      });
  return found == trial.outcomes.end() ? nullptr : &*found;
}

const Trial& trial_named(const std::vector<Trial>& trials, const std::string& id) {
  const auto found = std::find_if(trials.begin(), trials.end(),
                                  [&](const Trial& trial) { return trial.id == id; });
  if (found == trials.end()) {
    throw std::logic_error("no trial is called " + id);
  }
  return *found;
}

}  // namespace coldplan::evidence
