#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "coldplan/bioheat/batch.h"
#include "coldplan/posterior/draw.h"
#include "coldplan/study/arm_cold.h"
#include "coldplan/study/arm_person.h"
#include "coldplan/study/mechanisms.h"
#include "coldplan/study/readings.h"
#include "coldplan/study/study.h"

/// An arm that was cooled locally, made ready to be simulated again and again: limbs as cylinders.
namespace coldplan::study {

/// What all people of an arm share. Points into the arm, which has to outlive it.
struct LocalArm {
  const Arm* arm = nullptr;
  LocalCold cold;
  std::vector<ArmPerson> people;
  std::vector<const Measurement*> measurements;  ///< those wanted
  std::vector<const Location*> depths;           ///< each place under the skin once
  std::vector<std::size_t> depth_of;  ///< by measurement, index into `depths`; unused for skin
  Mechanisms mechanisms;
};

/// Prepares an arm; `wanted` are indices into its measurements. Errors: a cold or a region that the
/// model has nothing for.
[[nodiscard]] Expected<LocalArm> local_arm(const Study& study, const Arm& arm,
                                           std::span<const std::size_t> wanted,
                                           const Mechanisms& mechanisms = {},
                                           std::size_t people = people_of_an_arm);

/// The columns of all people under each draw, people within draws. Errors: a column that does not
/// hold together.
[[nodiscard]] Expected<std::vector<bioheat::Task>> tasks_of(const LocalArm& arm,
                                                            std::span<const posterior::Draw> draws);

/// How those columns are solved.
[[nodiscard]] bioheat::BatchOptions options_for_arms();

/// Readings of an arm whose columns were solved together with those of others, from `first` on.
/// Not a number where a solve failed.
[[nodiscard]] Readings readings_from(const LocalArm& arm, const bioheat::Probes& probes,
                                     std::size_t first, std::span<const posterior::Draw> draws,
                                     std::span<const Miss> misses = {});

/// What each measurement reads on each of the people under each draw; `misses` is what is added to
/// a draw (empty: nothing). Errors: a column that does not hold together, a solve that failed.
[[nodiscard]] Expected<Readings> readings_of(const LocalArm& arm,
                                             std::span<const posterior::Draw> draws,
                                             std::span<const Miss> misses = {});

}  // namespace coldplan::study
