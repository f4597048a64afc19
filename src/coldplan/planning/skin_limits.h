#pragma once

#include <string>
#include <vector>

namespace coldplan::planning {

/// A skin temperature that matters, and what it means.
struct SkinLimit {
  std::string id;            ///< "numb", "warning", "freezing"
  double temperature = 0.0;  ///< [°C]
  std::string label;         ///< short, for a picture
  std::string meaning;       ///< follows the temperature in a sentence
};

/// Skin that came near a limit, or under it.
struct SkinFlag {
  SkinLimit limit;
  double coldest = 0.0;  ///< of the skin [°C]
  bool passed = false;   ///< colder than the limit, not only near it
};

/// The limits from the facts, warmest first: 10 °C (numb), 5 °C (half way to freezing), 0 °C.
[[nodiscard]] std::vector<SkinLimit> skin_limits();

/// Skin temperature under which a pinprick stops hurting (Bugaj 1975) [°C]. A thermal mark, not
/// relief.
[[nodiscard]] double analgesia_temperature();

/// The limits that skin comes within the margin of the facts to, or falls below.
[[nodiscard]] std::vector<SkinFlag> skin_flags(double coldest_skin);

}  // namespace coldplan::planning
