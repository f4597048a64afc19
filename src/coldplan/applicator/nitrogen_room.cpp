#include "coldplan/applicator/nitrogen_room.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/quantity/units.h"

namespace coldplan::applicator {
namespace {

namespace id = facts::id::applicators;

double fresh_air() {
  return facts::value(id::oxygen_in_air);
}

/// A spread of a function that rises with its argument.
template <typename Function>
Spread rising(const Spread& spread, Function function) {
  return {function(spread.usual), function(spread.low), function(spread.high)};
}

/// A spread of a function that falls with its argument.
template <typename Function>
Spread falling(const Spread& spread, Function function) {
  return {function(spread.usual), function(spread.high), function(spread.low)};
}

bool is_positive(double value) {
  return value > 0.0 && std::isfinite(value);
}

Expected<void> check(const NitrogenRoom& room) {
  const auto or_one = [](const std::optional<double>& value) { return value.value_or(1.0); };
  for (const auto& [place, value] :
       {std::pair{"volume", room.volume}, std::pair{"session", room.session.usual},
        std::pair{"session", room.session.low}, std::pair{"session", room.session.high},
        std::pair{"session_rate", or_one(room.session_rate)},
        std::pair{"air_change_rate", or_one(room.air_change_rate)},
        std::pair{"leak", or_one(room.leak)}, std::pair{"vessel", or_one(room.vessel)}}) {
    if (!is_positive(value)) {
      return tl::unexpected(Error{ErrorCode::out_of_range, place, fmt::format("{:g}", value),
                                  "a number above 0", ""});
    }
  }
  return {};
}

SteadyUse steady_use(const NitrogenRoom& room, double session_rate) {
  const auto needed = [](double gas_flow) { return air_flow_for(oxygen_limit(), gas_flow); };
  const Spread gas = rising(room.session, gas_of_nitrogen);
  SteadyUse use;
  use.air_needed = rising(gas, [&](double volume) { return needed(volume * session_rate); });
  use.air_needed_in_session = rising(gas, [&](double volume) {
    return needed(volume / facts::value(id::pbc_ln2_cryosauna_default_time));
  });
  if (room.air_change_rate) {
    const double air_flow = *room.air_change_rate * room.volume;
    use.oxygen =
        falling(gas, [&](double volume) { return oxygen_steady(volume * session_rate, air_flow); });
  }
  return use;
}

Leak leak_into(const NitrogenRoom& room, double liquid_flow) {
  const double gas_flow = gas_of_nitrogen(liquid_flow);
  Leak leak;
  if (room.air_change_rate) {
    leak.oxygen = oxygen_beside_leak(gas_flow, room.volume, *room.air_change_rate);
  } else {
    leak.time_to_limit = time_to(oxygen_limit(), gas_flow, room.volume);
  }
  return leak;
}

double lowest_of(const OxygenInRoom& answer) {
  double lowest = std::min(answer.mixed.low, answer.displaced.low);
  const bool is_used_closed = answer.steady && !answer.steady->oxygen;
  if (is_used_closed || (answer.leak && !answer.leak->oxygen)) {
    // Without fresh air nitrogen that keeps coming leaves none, however long it takes.
    return 0.0;
  }
  if (answer.steady && answer.steady->oxygen) {
    lowest = std::min(lowest, answer.steady->oxygen->low);
  }
  if (answer.leak && answer.leak->oxygen) {
    lowest = std::min(lowest, *answer.leak->oxygen);
  }
  return std::min(lowest, answer.release.value_or(lowest));
}

}  // namespace

double gas_of_nitrogen(double liquid) {
  return liquid * quantity::litres_per_cubic_metre *
         facts::value(id::pbc_ln2_cryosauna_gas_per_litre);
}

double oxygen_mixed(double gas, double room) {
  return fresh_air() * std::exp(-gas / room);
}

double oxygen_displaced(double gas, double room) {
  return fresh_air() * std::max(0.0, 1.0 - gas / room);
}

double oxygen_steady(double gas_flow, double air_flow) {
  return fresh_air() * air_flow / (air_flow + gas_flow);
}

double air_flow_for(double oxygen, double gas_flow) {
  return gas_flow * (fresh_air() / (fresh_air() - oxygen) - 1.0);
}

double oxygen_beside_leak(double gas_flow, double room, double air_change_rate) {
  return fresh_air() * std::max(0.0, 1.0 - gas_flow / (room * air_change_rate));
}

double time_to(double oxygen, double gas_flow, double room) {
  return room / gas_flow * std::log(fresh_air() / oxygen);
}

double oxygen_after_release(double gas, double room) {
  return facts::value(id::oxygen_in_air_sudden_release) * std::max(0.0, room - gas) / room;
}

double oxygen_limit() {
  return facts::value(id::pbc_ln2_cryosauna_oxygen_limit);
}

Spread usual_session_nitrogen() {
  const facts::Fact& fact = facts::fact(id::pbc_ln2_cryosauna_nitrogen_per_session);
  return {fact.value, fact.low, fact.high};
}

Expected<OxygenInRoom> oxygen_in(const NitrogenRoom& room) {
  if (auto fit = check(room); !fit) {
    return tl::unexpected(fit.error());
  }
  const Spread gas = rising(room.session, gas_of_nitrogen);
  OxygenInRoom answer;
  answer.mixed = falling(gas, [&](double volume) { return oxygen_mixed(volume, room.volume); });
  answer.displaced =
      falling(gas, [&](double volume) { return oxygen_displaced(volume, room.volume); });
  if (room.session_rate) {
    answer.steady = steady_use(room, *room.session_rate);
  }
  if (room.leak) {
    answer.leak = leak_into(room, *room.leak);
  }
  if (room.vessel) {
    answer.release = oxygen_after_release(gas_of_nitrogen(*room.vessel), room.volume);
  }
  answer.lowest = lowest_of(answer);
  return answer;
}

}  // namespace coldplan::applicator
