#pragma once

#include <string>
#include <vector>

#include "oracle/draws.h"

#include "coldplan/bioheat/boundary.h"

namespace coldplan::oracle {

/// A kind of cold with wider ranges than any form's.
struct RandomCold {
  std::string kind;
  std::vector<bioheat::Phase> bouts;  ///< without the gaps between
  double gap = 0.0;                   ///< [s]
};

/// By turns of `turn`: packs of 5–50 kg/m² from −20 to 0 °C that are ice, freeze below 0 °C or
/// never melt; plates of −30 to −2 °C behind 100 to 6600 W/(m² K) or, some, none; tanks of ice
/// water with a pump, for hours; jets of −160 to −10 °C, most with a stop rule; evaporating gels;
/// films of −20 to 5 °C for seconds; metal of −60 to 5 °C for seconds.
[[nodiscard]] RandomCold random_cold(Draws& draws, std::uint32_t turn, double room_temperature);

}  // namespace coldplan::oracle
