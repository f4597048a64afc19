#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "oracle/draws.h"

#include "coldplan/anatomy/back.h"
#include "coldplan/bioheat/solver.h"

namespace coldplan::oracle {

/// One person, the cold of her session, and the room.
struct RandomCase {
  std::uint32_t number = 0;
  anatomy::NamedColumn paraspinal;
  anatomy::NamedColumn midline;
  bioheat::Boundary room;
  std::vector<bioheat::Phase> schedule;
  double sample_interval = 60.0;  ///< at which it is compared [s]
  std::string kind;               ///< the id of a form, or what was drawn more widely
  std::string words;              ///< what was drawn, for the log

  /// Whether every phase lies behind the resistance of a wetted ice bag or more, so that its flux
  /// is resolved by the solver's steps from the first second on.
  [[nodiscard]] bool begins_gently() const;
};

/// Case `number` of the campaign. The person is that of the virtual population with this index, as
/// median build (a third of them) or with her own residuals, in the two columns that a session
/// solves. An even case puts on a form of applicator::all_forms(), each in turn, as a session does
/// (random_session.h). An odd case draws more widely (random_cold.h): skin of 1.6–2.6 mm, core at
/// 36.4–37.4 °C, blood up to 0.4 K colder, reflex to 0.6/K, and packs, plates, machines, jets,
/// gels, sprays and metal, much of which freezes.
[[nodiscard]] RandomCase random_case(std::uint32_t number);

}  // namespace coldplan::oracle
