#include "coldplan/study/body_weights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "coldplan/facts/ids.h"
#include "coldplan/study/arm_cold.h"
#include "coldplan/study/moments.h"
#include "coldplan/study/samples.h"

namespace coldplan::study {
namespace {

namespace id = facts::id::observation;
using posterior::Score;

// numerical: seconds in an hour.
constexpr double hour = 3600.0;

/// A mean rate as the fall over the time of the cold.
void rewrite(Measurement& measurement, const Arm& arm) {
  if (measurement.quantity != "cooling_rate_C_per_h" || !measurement.value || !arm.cooling) {
    return;
  }
  const double hours = *arm.cooling / hour;
  measurement.quantity = "temperature_drop_C";
  measurement.time = arm.cooling;
  measurement.value = *measurement.value * hours;
  if (measurement.sd) {
    measurement.sd = *measurement.sd * hours;
  }
}

bool is_used(const Measurement& measurement) {
  const std::string& quantity = measurement.quantity;
  const Tissue tissue = measurement.location.tissue;
  return measurement.scored && measurement.value && (tissue == Tissue::skin || is_core(tissue)) &&
         (quantity == "temperature_C" || quantity == "temperature_drop_C" ||
          quantity == "temperature_change_C");
}

void add_arm(BodyTarget& target, const Arm& arm, const Mechanisms& mechanisms) {
  if (!is_whole_body(arm) || arm.state == State::hyperthermic) {
    return;
  }
  std::vector<std::size_t> wanted;
  for (std::size_t m = 0; m < arm.measurements.size(); ++m) {
    if (is_used(arm.measurements[m])) {
      wanted.push_back(m);
    }
  }
  if (wanted.empty()) {
    return;
  }
  if (auto body = body_arm(*target.study, arm, wanted, mechanisms)) {
    target.arms.push_back(std::move(*body));
  }
}

void add_blocks(BodyTarget& target) {
  std::map<Missed, std::vector<RowOfBlock>> rows;
  for (std::size_t number = 0; number < target.arms.size(); ++number) {
    const BodyArm& arm = target.arms[number];
    for (std::size_t m = 0; m < arm.measurements.size(); ++m) {
      const Measurement& each = *arm.measurements[m];
      RowOfBlock row;
      row.arm = number;
      row.number = m;
      row.time = each.time.value_or(arm.session.duration);
      row.measured = *each.value;
      row.sd = each.sd;
      row.people = people_in(*target.study, *arm.arm);
      const bool of_core = is_core(each.location.tissue);
      rows[of_core ? Missed::core : Missed::skin_body].push_back(row);
    }
  }
  for (const auto& [missed, own] : rows) {
    const double sd = facts::value(missed == Missed::core ? id::person_core : id::person_skin);
    const double error =
        facts::value(missed == Missed::core ? id::core_reading_error : id::reading_error);
    target.blocks.push_back(block_of(missed, own, sd, error));
    target.rows += own.size();
  }
}

double log_likelihood(const BodyTarget& target, std::span<const Readings> readings,
                      std::size_t number, const posterior::Draw& draw,
                      const Mechanisms& mechanisms) {
  double sum = 0.0;
  for (const Block& block : target.blocks) {
    std::vector<double> differences;
    for (std::size_t i = 0; i < block.place.size(); ++i) {
      const auto [arm, measurement] = block.place[i];
      differences.push_back(mean_of(readings[arm].of(measurement, number)) - block.measured[i]);
    }
    sum += log_density(block, differences, discrepancy_of(block.missed, draw, mechanisms));
  }
  return sum;
}

}  // namespace

std::vector<BodyTarget> body_targets(std::span<const Study> studies, const Mechanisms& mechanisms) {
  std::vector<BodyTarget> targets;
  for (const Study& study : studies) {
    auto own = std::make_unique<Study>(study);
    for (Arm& arm : own->arms) {
      for (Measurement& each : arm.measurements) {
        rewrite(each, arm);
      }
    }
    BodyTarget target{study.id, std::move(own), {}, {}, 0};
    for (const Arm& arm : target.study->arms) {
      add_arm(target, arm, mechanisms);
    }
    add_blocks(target);
    if (target.rows > 0) {
      targets.push_back(std::move(target));
    }
  }
  return targets;
}

std::span<const Score> body_scores() {
  static constexpr std::array scores{
      Score::fat_under_skin,   Score::fat_of_limbs,         Score::bone_of_limbs,
      Score::muscle_of_trunk,  Score::least_outer_flow,     Score::shivering_gain,
      Score::shivering_most,   Score::resting_activity,     Score::gloves_and_shoes,
      Score::underwear,        Score::clothes_after,        Score::delay_body,
      Score::discrepancy_core, Score::discrepancy_skin_body};
  return scores;
}

std::vector<double> log_likelihoods_of(const BodyTarget& target,
                                       std::span<const posterior::Draw> draws,
                                       const Mechanisms& mechanisms) {
  std::vector<Readings> readings;
  for (const BodyArm& arm : target.arms) {
    readings.push_back(solved_readings_of(arm, draws));
  }
  std::vector<double> logarithms;
  for (std::size_t i = 0; i < draws.size(); ++i) {
    const double found = log_likelihood(target, readings, i, draws[i], mechanisms);
    logarithms.push_back(std::isnan(found) ? -std::numeric_limits<double>::infinity() : found);
  }
  return logarithms;
}

std::vector<double> weights_of(std::span<const double> logarithms) {
  const double most = *std::max_element(logarithms.begin(), logarithms.end());
  std::vector<double> weights;
  double sum = 0.0;
  if (!std::isfinite(most)) {
    weights.assign(logarithms.size(), 0.0);
    return weights;
  }
  for (const double each : logarithms) {
    weights.push_back(std::exp(each - most));
    sum += weights.back();
  }
  for (double& weight : weights) {
    weight /= sum;
  }
  return weights;
}

std::vector<std::size_t> resampled(std::span<const double> weights, std::size_t count) {
  std::vector<std::size_t> chosen;
  double reached = 0.0;
  std::size_t next = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    reached += weights[i];
    while (next < count &&
           (static_cast<double>(next) + 0.5) / static_cast<double>(count) < reached) {
      chosen.push_back(i);
      ++next;
    }
  }
  while (chosen.size() < count) {
    chosen.push_back(weights.size() - 1);
  }
  return chosen;
}

}  // namespace coldplan::study
