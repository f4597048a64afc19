#include <cmath>

#include <fmt/format.h>

#include "coldplan/facts/ids.h"
#include "coldplan/posterior/random_draws.h"
#include "coldplan/quantity/units.h"
#include "coldplan/study/arm_person.h"
#include "coldplan/study/samples.h"
#include "coldplan/thermoregulation/cardiovascular.h"
#include "coldplan/tissue/perfusion.h"

namespace coldplan::study {
namespace {

namespace id = facts::id;

// numerical: a slot of random numbers of its own.
constexpr std::uint32_t group_slot = 4000;
// numerical: another.
constexpr std::uint32_t flow_slot = 4001;
// numerical: percent of a share.
constexpr double percent = 100.0;
// numerical: litres in a cubic metre.
constexpr double litres = 1000.0;

/// A number of cold shock or of leaving a cabin; none where nothing was found of it.
std::optional<double> response(const Study& study, const Arm& arm, const std::string& quantity) {
  if (arm.applicator.kind == "cold_water_immersion") {
    const auto shock = thermoregulation::cold_shock(*arm.applicator.temperature);
    if (!shock) {
      return std::nullopt;
    }
    if (quantity == "respiratory_rate_per_min") {
      return shock->breaths;
    }
    if (quantity == "heart_rate_bpm") {
      return shock->heart_rate;
    }
    return quantity == "minute_ventilation_L_per_min"
               ? std::optional{shock->ventilation * litres * quantity::seconds_per_minute}
               : std::nullopt;
  }
  const bool head_in = arm.applicator.kind == "whole_body_chamber";
  const auto cabin = thermoregulation::cabin_response(middle_person(study, arm).age, head_in);
  if (quantity == "systolic_change_mmHg") {
    return cabin.systolic_rise;
  }
  if (quantity == "diastolic_change_mmHg") {
    return cabin.diastolic_rise;
  }
  return quantity == "heart_rate_percent_change" ? std::optional{percent * cabin.heart_rate_change}
                                                 : std::nullopt;
}

/// The reason why a number cannot be had, if so.
std::string missing(const Study& study, const Arm& arm, const Measurement& measurement) {
  if (measurement.quantity == "blood_flow_percent_of_baseline") {
    return arm.applicator.temperature ? "" : "the temperature of the skin is not stated";
  }
  if (!arm.applicator.temperature) {
    return "the temperature is not stated";
  }
  return response(study, arm, measurement.quantity)
             ? ""
             : fmt::format("the model has no {} here", measurement.quantity);
}

/// Skin blood flow under a draw, with what the model misses of it in this study.
double flow_in_study(const Study& study, const Arm& arm, const posterior::Draw& draw,
                     std::uint64_t index, const Sampling& sampling) {
  const double flow = settled_flow(study, arm, draw);
  if (!sampling.mechanisms.discrepancy) {
    return flow;
  }
  const double score =
      posterior::normal_pair(sampling.seed ^ number_of(study.id), index, flow_slot)[0];
  return flow + percent * value(draw, id::observation::discrepancy_flow) * score;
}

}  // namespace

double settled_flow(const Study& study, const Arm& arm, const posterior::Draw& draw) {
  const double rest = arm.baseline.empty()
                          ? facts::value(id::thermoregulation::two_node_neutral_temperature_skin)
                          : arm.baseline.front().value;
  const auto law = tissue::perfusion_law(middle_person(study, arm).age, draw);
  return percent * tissue::local_target(law, *arm.applicator.temperature, rest);
}

Expected<Samples> number_samples(const Study& study, const Arm& arm,
                                 const std::vector<std::size_t>& wanted,
                                 std::span<const posterior::Draw> draws, const Sampling& sampling) {
  const double spread = facts::value(id::observation::between_groups_log_sd);
  Samples samples(arm.measurements.size());
  for (const std::size_t m : wanted) {
    const Measurement& measurement = arm.measurements[m];
    if (const std::string why = missing(study, arm, measurement); !why.empty()) {
      return tl::unexpected(
          Error{ErrorCode::unknown_name, "quantity", measurement.quantity, "", why});
    }
    for (std::size_t d = 0; d < draws.size(); ++d) {
      if (measurement.quantity == "blood_flow_percent_of_baseline") {
        samples[m].push_back(flow_in_study(study, arm, draws[d], d, sampling));
        continue;
      }
      const double score = posterior::normal_pair(number_of(study.id + arm.id), d, group_slot)[0];
      samples[m].push_back(*response(study, arm, measurement.quantity) * std::exp(spread * score));
    }
  }
  return samples;
}

}  // namespace coldplan::study
