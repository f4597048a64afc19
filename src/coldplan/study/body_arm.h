#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "coldplan/posterior/draw.h"
#include "coldplan/simulation/body_session.h"
#include "coldplan/study/arm_person.h"
#include "coldplan/study/mechanisms.h"
#include "coldplan/study/readings.h"
#include "coldplan/study/study.h"

/// An arm that was cooled as a whole, made ready to be simulated again and again.
namespace coldplan::study {

/// What all people of an arm share. Points into the arm, which has to outlive it.
struct BodyArm {
  const Arm* arm = nullptr;
  simulation::BodySession session;
  std::vector<ArmPerson> people;
  std::vector<const Measurement*> measurements;  ///< those wanted
  double start_offset = 0.0;                     ///< how much warmer than at rest they start [K]
  Mechanisms mechanisms;
};

/// Prepares an arm; `wanted` are indices into its measurements. Errors: a session or a place
/// that the model does not have.
[[nodiscard]] Expected<BodyArm> body_arm(const Study& study, const Arm& arm,
                                         std::span<const std::size_t> wanted,
                                         const Mechanisms& mechanisms = {});

/// What each measurement reads on each of the people under each draw; `misses` is what is added to
/// a draw (empty: nothing). Errors: a body that was not solved.
[[nodiscard]] Expected<Readings> readings_of(const BodyArm& arm,
                                             std::span<const posterior::Draw> draws,
                                             std::span<const Miss> misses = {});

/// The same without misses; not a number where a body was not solved.
[[nodiscard]] Readings solved_readings_of(const BodyArm& arm,
                                          std::span<const posterior::Draw> draws);

}  // namespace coldplan::study
