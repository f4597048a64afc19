#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coldplan/anatomy/back.h"
#include "coldplan/bioheat/solver.h"

namespace coldplan::oracle {

/// The seed of the campaign: every case follows from it and its own number.
inline constexpr std::uint32_t campaign_seed = 20260417;

/// One person, the packs of her session, and the room.
struct RandomCase {
  std::uint32_t number = 0;
  anatomy::NamedColumn paraspinal;
  anatomy::NamedColumn midline;
  bioheat::Boundary room;
  std::vector<bioheat::Phase> schedule;
  std::string words;  ///< what was drawn, for the log
};

/// Case `number` of the campaign. The person is that of the virtual population with this index, as
/// median build (a third of them) or with her own residuals, in the two columns that a session
/// solves. An even case puts on a form of applicator::all_forms(), held on and over barriers, and
/// everything is as simulation/ has it. An odd case draws more widely: skin of 1.6–2.6 mm, core at
/// 36.4–37.4 °C, blood up to 0.4 K colder, reflex to 0.6/K, and a pack of 5–50 kg/m² from −20 to
/// 0 °C that is ice, freezes below 0 °C or never melts. One to three bouts of 5–60 min with a fresh
/// pack, gaps of 10–60 min, 60 min after. Times are whole minutes.
[[nodiscard]] RandomCase random_case(std::uint32_t number);

}  // namespace coldplan::oracle
