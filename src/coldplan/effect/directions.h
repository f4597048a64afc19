#pragma once

#include <span>
#include <string>
#include <vector>

/// Effects of which no number can be given: which way they go, and why no number stands there.
namespace coldplan::effect {

struct Direction {
  std::string id;        ///< "muscle_spasm"
  std::string name;      ///< "Muscle spasm"
  std::string sentence;  ///< for the person: which way, and what follows
  std::string why;       ///< why no number is given
  std::string source;    ///< citation, as the facts have it
};

/// Stiffness, spasm, reflexes, position sense, swelling, white cells, blood markers,
/// light-headedness.
[[nodiscard]] std::vector<Direction> directions();

}  // namespace coldplan::effect
