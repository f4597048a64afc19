#pragma once

#include <string>

#include "coldplan/study/validation.h"

/// A validation made by hand, for tests of what is made of one.
namespace coldplan::report {

/// Skin under a bag of ice at minute 20, 3 K to either side of what is expected.
inline study::Row skin_row(const std::string& name, double measured, double expected) {
  study::Row row;
  row.study = name;
  row.arm = "ice";
  row.kind = "crushed_ice_pack";
  row.group = study::Group::skin_local;
  row.barrier = "none";
  row.cooling = 1200.0;
  row.fat = 0.006;
  row.measurement.quantity = "temperature_C";
  row.measurement.scored = true;
  row.measurement.value = measured;
  row.measurement.time = 1200.0;
  row.predicted =
      study::Predicted{expected, expected - 3.0, expected - 1.0, expected + 1.0, expected + 3.0};
  return row;
}

/// The same of one person's muscle two centimetres under the fat, from 35 °C.
inline study::Row person_row(int person, double measured, double expected) {
  study::Row row = skin_row("people", measured, expected);
  row.arm = "ice_" + std::to_string(person);
  row.subject = std::to_string(person);
  row.people = 1;
  row.group = study::Group::muscle;
  row.fat = 0.002 + 0.001 * person;
  row.fat_is_stated = true;
  row.baseline = 35.0;
  row.measurement.location.tissue = study::Tissue::muscle;
  row.measurement.location.depth = 0.02;
  row.measurement.location.depth_from = study::DepthFrom::fat;
  return row;
}

/// Three studies that measured 10, 12 and 17 °C on skin where 14 was expected, whose means differ
/// by √13 = 3.6 K.
inline study::Validation three_studies() {
  study::Validation validation;
  validation.rows = {skin_row("a", 10.0, 14.0), skin_row("b", 12.0, 14.0),
                     skin_row("c", 17.0, 14.0)};
  validation.studies = 3;
  return validation;
}

/// The same with a study of ten people whose drop is 10 less one for each millimetre of fat; the
/// model expects 5.5 of each.
inline study::Validation with_people() {
  study::Validation validation = three_studies();
  for (int person = 0; person < 10; ++person) {
    validation.rows.push_back(person_row(person, 25.0 + person, 29.5));
  }
  validation.studies = 4;
  return validation;
}

}  // namespace coldplan::report
