#pragma once

#include <string>
#include <utility>

#include "coldplan/study/study.h"

/// Small studies for the tests of calibration and prediction.
namespace coldplan::study {

inline Measurement example_reading(Tissue tissue, double minute, double value) {
  Measurement measurement;
  measurement.quantity = "temperature_C";
  measurement.location.tissue = tissue;
  measurement.location.region = "calf";
  measurement.time = 60.0 * minute;
  measurement.value = value;
  measurement.sd = 1.5;
  measurement.scored = true;
  measurement.read_delay = 0.0;
  return measurement;
}

/// An arm of twelve people under one applicator on bare skin.
inline Arm example_arm(const std::string& kind, const std::string& extent, double temperature,
                       double seconds) {
  Arm arm;
  arm.id = "cold";
  arm.n = 12;
  arm.applicator.kind = kind;
  arm.applicator.temperature = temperature;
  arm.applicator.barrier = "none";
  arm.applicator.extent = extent;
  arm.cooling = seconds;
  return arm;
}

/// A study of that arm.
inline Study study_of(const std::string& id, Arm arm) {
  Study study;
  study.id = id;
  study.arms = {std::move(arm)};
  return study;
}

/// Ten minutes of an ice bag on calves, with these temperatures of skin, and of muscle two
/// centimetres under fat, at its end.
inline Study example_study(const std::string& id, double skin, double muscle) {
  Arm arm = example_arm("crushed_ice_pack", "local", 0.0, 600.0);
  arm.fat.mean = 0.006;
  arm.fat.sd = 0.002;
  arm.measurements = {example_reading(Tissue::skin, 5.0, skin + 3.0),
                      example_reading(Tissue::skin, 10.0, skin),
                      example_reading(Tissue::muscle, 10.0, muscle)};
  arm.measurements[2].location.depth = 0.02;
  arm.measurements[2].location.depth_from = DepthFrom::fat;
  return study_of(id, std::move(arm));
}

}  // namespace coldplan::study
