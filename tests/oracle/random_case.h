#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coldplan/bioheat/solver.h"

namespace coldplan::oracle {

/// The seed of the campaign: every case follows from it and its own number.
inline constexpr std::uint32_t campaign_seed = 20260417;

/// One person, the packs of her session, and the room.
struct RandomCase {
  std::uint32_t number = 0;
  bioheat::Column column;
  bioheat::Boundary room;
  std::vector<bioheat::Phase> schedule;
  double muscle_begin = 0.0;  ///< depth [m]
};

/// Case `number` of the campaign: skin 1.6–2.6 mm, fat 3–50 mm, muscle 20–60 mm, bone 5–15 mm; one
/// to three bouts of 5–60 min with a fresh pack, gaps of 10–60 min, 60 min after. Times are whole
/// minutes.
[[nodiscard]] RandomCase random_case(std::uint32_t number);

/// A line that names what was drawn, for the log.
[[nodiscard]] std::string describe(const RandomCase& drawn);

}  // namespace coldplan::oracle
