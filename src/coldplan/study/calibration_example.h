#pragma once

#include "coldplan/study/study.h"

/// Small studies for the tests of calibration.
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

/// Ten minutes of an ice bag on calves, with these temperatures of skin, and of muscle two
/// centimetres under fat, at its end.
inline Study example_study(const std::string& id, double skin, double muscle) {
  Study study;
  study.id = id;
  Arm arm;
  arm.id = "ice";
  arm.n = 12;
  arm.fat.mean = 0.006;
  arm.fat.sd = 0.002;
  arm.applicator.kind = "crushed_ice_pack";
  arm.applicator.temperature = 0.0;
  arm.applicator.barrier = "none";
  arm.applicator.extent = "local";
  arm.cooling = 600.0;
  arm.measurements = {example_reading(Tissue::skin, 5.0, skin + 3.0),
                      example_reading(Tissue::skin, 10.0, skin),
                      example_reading(Tissue::muscle, 10.0, muscle)};
  arm.measurements[2].location.depth = 0.02;
  arm.measurements[2].location.depth_from = DepthFrom::fat;
  study.arms = {arm};
  return study;
}

}  // namespace coldplan::study
