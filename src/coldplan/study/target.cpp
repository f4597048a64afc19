#include "coldplan/study/target.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "coldplan/facts/ids.h"
#include "coldplan/quantity/units.h"
#include "coldplan/study/moments.h"
#include "coldplan/study/reading.h"
#include "coldplan/study/samples.h"

namespace coldplan::study {
namespace {

namespace id = facts::id::observation;
using quantity::seconds_per_minute;

// numerical: standard deviation of the logarithm of a printed spread about that of the model.
constexpr double log_spread_error = 0.3;
// numerical: percent of a share.
constexpr double percent = 100.0;
// numerical: people that stand for an arm here: means need fewer than intervals.
constexpr std::size_t people = 3;

/// A time to a drop as the drop at that time, so that every row is a temperature. Its spread is
/// that of the time at the mean rate of the fall.
void rewrite(Measurement& measurement) {
  if (measurement.quantity != "minutes_to_drop" || !measurement.value) {
    return;
  }
  const double minutes = *measurement.value;
  const double drop = measurement.drop.value_or(0.0);
  measurement.quantity = "temperature_drop_C";
  measurement.time = minutes * seconds_per_minute;
  if (measurement.sd) {
    measurement.sd = *measurement.sd * drop / minutes;
  }
  measurement.value = drop;
}

bool is_temperature_of_limb(const Measurement& measurement) {
  const Tissue tissue = measurement.location.tissue;
  const std::string& quantity = measurement.quantity;
  return measurement.scored && measurement.value &&
         (tissue == Tissue::skin || tissue == Tissue::muscle) &&
         (quantity == "temperature_C" || quantity == "temperature_drop_C" ||
          quantity == "temperature_change_C");
}

bool is_of_held_skin(const Measurement& measurement) {
  return measurement.scored && measurement.value &&
         measurement.quantity == "blood_flow_percent_of_baseline";
}

/// Jets of gas: their film is not calibrated, and skin under them may freeze.
bool is_jet(const Arm& arm) {
  const std::string& kind = arm.applicator.kind;
  return kind.ends_with("_nozzle");
}

void add_local(Target& target, const Arm& arm, const Mechanisms& mechanisms) {
  std::vector<std::size_t> wanted;
  for (std::size_t m = 0; m < arm.measurements.size(); ++m) {
    if (is_temperature_of_limb(arm.measurements[m])) {
      wanted.push_back(m);
    }
  }
  if (wanted.empty() || is_whole_body(arm) || is_jet(arm)) {
    return;
  }
  if (auto local = local_arm(*target.study, arm, wanted, mechanisms, people)) {
    target.arms.push_back(std::move(*local));
  }
}

void add_held(Target& target, const Arm& arm) {
  for (const Measurement& each : arm.measurements) {
    if (is_of_held_skin(each) && arm.applicator.temperature) {
      if (target.held.empty() || target.held.back() != &arm) {
        target.held.push_back(&arm);
      }
      target.held_flow.push_back(*each.value);
      target.held_row_of.push_back(target.held.size() - 1);
    }
  }
}

/// How far a printed temperature had fallen; none where neither that nor its start was printed.
std::optional<double> fall_of(const Arm& arm, const Measurement& measurement) {
  if (measurement.quantity == "temperature_drop_C") {
    return *measurement.value;
  }
  if (measurement.quantity == "temperature_change_C") {
    return -*measurement.value;
  }
  const auto baseline = baseline_of(arm, measurement.location);
  return baseline ? std::optional{*baseline - *measurement.value} : std::nullopt;
}

/// Rows of an arm by what they miss alike.
using RowsByMissed = std::map<Missed, std::vector<RowOfBlock>>;

void add_rows(RowsByMissed& rows, const Target& target, std::size_t number) {
  const LocalArm& arm = target.arms[number];
  for (std::size_t m = 0; m < arm.measurements.size(); ++m) {
    const Measurement& each = *arm.measurements[m];
    const bool is_skin = each.location.tissue == Tissue::skin;
    RowOfBlock row;
    row.arm = number;
    row.number = m;
    row.depth = is_skin ? 0 : 1 + arm.depth_of[m];
    row.time = each.time.value_or(cooling_of(*arm.arm));
    row.measured = *each.value;
    row.fall = fall_of(*arm.arm, each);
    row.sd = each.sd;
    row.people = people_in(*target.study, *arm.arm);
    rows[is_skin ? Missed::skin : Missed::muscle].push_back(row);
  }
}

double usual_sd(Missed missed) {
  return facts::value(missed == Missed::skin ? id::person_skin : id::person_muscle);
}

/// What an arm printed of the spread between its people.
void add_spread(Target& target, Missed missed, std::span<const RowOfBlock> rows, std::size_t arm) {
  PrintedSpread spread{missed, 0.0, arm, {}};
  for (const RowOfBlock& row : rows) {
    // A printed spread of 0 is one that was rounded away.
    if (row.arm == arm && row.sd.value_or(0.0) > 0.0 && row.people > 1) {
      spread.variance += *row.sd * *row.sd;
      spread.rows.push_back(row.number);
    }
  }
  if (!spread.rows.empty()) {
    spread.variance /= static_cast<double>(spread.rows.size());
    target.spreads.push_back(std::move(spread));
  }
}

void add_blocks(Target& target) {
  RowsByMissed rows;
  for (std::size_t number = 0; number < target.arms.size(); ++number) {
    add_rows(rows, target, number);
  }
  const double error = facts::value(id::reading_error);
  for (const auto& [missed, own] : rows) {
    target.blocks.push_back(block_of(missed, own, usual_sd(missed), error));
    target.rows += own.size();
    for (std::size_t arm = 0; arm < target.arms.size(); ++arm) {
      add_spread(target, missed, own, arm);
    }
  }
}

void add_flow_block(Target& target) {
  if (target.held.empty()) {
    return;
  }
  // numerical: held skin is read once its flow has settled [s].
  constexpr double long_after = 1e6;
  std::vector<RowOfBlock> rows;
  for (std::size_t i = 0; i < target.held_flow.size(); ++i) {
    RowOfBlock row;
    row.arm = target.held_row_of[i];
    row.number = i;
    row.time = long_after;
    row.measured = target.held_flow[i];
    row.people = people_in(*target.study, *target.held[row.arm]);
    rows.push_back(row);
  }
  target.blocks.push_back(
      block_of(Missed::flow, rows, 0.0, percent * facts::value(id::flow_reading_error)));
  target.rows += rows.size();
}

Outcome outcome_of(const Target& target, std::span<const Readings> readings, std::size_t draw,
                   std::span<const double> flows) {
  Outcome outcome;
  for (const Block& block : target.blocks) {
    std::vector<double> differences;
    for (std::size_t i = 0; i < block.place.size(); ++i) {
      const auto [arm, number] = block.place[i];
      const double model =
          block.missed == Missed::flow ? flows[arm] : mean_of(readings[arm].of(number, draw));
      differences.push_back(model - block.measured[i]);
    }
    outcome.differences.push_back(std::move(differences));
  }
  for (const PrintedSpread& spread : target.spreads) {
    double sum = 0.0;
    for (const std::size_t number : spread.rows) {
      sum += variance_of(readings[spread.arm].of(number, draw));
    }
    outcome.variance.push_back(sum / static_cast<double>(spread.rows.size()));
  }
  return outcome;
}

}  // namespace

std::optional<Target> target_of(const Study& study, const Mechanisms& mechanisms) {
  auto own = std::make_unique<Study>(study);
  for (Arm& arm : own->arms) {
    for (Measurement& each : arm.measurements) {
      rewrite(each);
    }
  }
  Target target;
  target.id = study.id;
  target.study = std::move(own);
  for (const Arm& arm : target.study->arms) {
    add_local(target, arm, mechanisms);
    add_held(target, arm);
  }
  add_blocks(target);
  add_flow_block(target);
  return target.rows == 0 ? std::nullopt : std::optional{std::move(target)};
}

std::vector<Target> targets_of(std::span<const Study> studies, const Mechanisms& mechanisms) {
  std::vector<Target> targets;
  for (const Study& study : studies) {
    if (auto target = target_of(study, mechanisms)) {
      targets.push_back(std::move(*target));
    }
  }
  return targets;
}

std::vector<Outcome> outcomes_of(const Target& target, std::span<const Readings> readings,
                                 std::span<const posterior::Draw> of_held) {
  std::vector<Outcome> outcomes;
  for (std::size_t draw = 0; draw < of_held.size(); ++draw) {
    std::vector<double> flows;
    for (const Arm* arm : target.held) {
      flows.push_back(settled_flow(*target.study, *arm, of_held[draw]));
    }
    outcomes.push_back(outcome_of(target, readings, draw, flows));
  }
  return outcomes;
}

double log_likelihood(const Target& target, const Outcome& outcome, const posterior::Draw& draw,
                      const Mechanisms& mechanisms) {
  double sum = 0.0;
  for (std::size_t b = 0; b < target.blocks.size(); ++b) {
    const Block& block = target.blocks[b];
    sum +=
        log_density(block, outcome.differences[b], discrepancy_of(block.missed, draw, mechanisms));
  }
  for (std::size_t s = 0; s < target.spreads.size(); ++s) {
    const PrintedSpread& spread = target.spreads[s];
    const double person =
        value(draw, spread.missed == Missed::skin ? id::person_skin : id::person_muscle);
    const double off = 0.5 * std::log((outcome.variance[s] + person * person) / spread.variance) /
                       log_spread_error;
    sum -= 0.5 * off * off;
  }
  return sum;
}

}  // namespace coldplan::study
