#include "oracle/random_cold.h"

#include <array>
#include <optional>
#include <utility>

namespace coldplan::oracle {
namespace {

using bioheat::Boundary;
using bioheat::HeatStore;
using bioheat::Phase;

/// One to three bouts, each with its own length.
template <typename Length>
std::vector<Phase> bouts(Draws& draws, const Boundary& boundary, const Length& length) {
  std::vector<Phase> phases(1 + (draws.below(2) == 0 ? 0 : draws.below(3)));
  for (Phase& phase : phases) {
    phase = {length(), boundary, true};
  }
  return phases;
}

/// Melting ice, a freezing gel, or a gel that never changes phase. Half lie on bare skin.
RandomCold pack(Draws& draws, double room_temperature) {
  const double mass_per_area = draws.between(0.3, 1.5) / draws.between(0.03, 0.06);
  const std::size_t filling = draws.below(3);
  HeatStore store;
  store.frozen_capacity = mass_per_area * (filling == 2 ? 3500.0 : 2050.0);
  store.thawed_capacity = mass_per_area * (filling == 2 ? 3500.0 : 4190.0);
  store.latent_heat = mass_per_area * (filling == 0 ? 334e3 : filling == 1 ? 250e3 : 0.0);
  store.melting_temperature = filling == 1 ? draws.between(-6.0, 0.0) : 0.0;
  store.start_temperature = draws.between(-20.0, 0.0);
  store.air_conductance = 8.0;
  store.air_temperature = room_temperature;
  const double contact = 1.0 / draws.between(20.0, 120.0);
  const double barrier = draws.below(2) == 0 ? 0.0 : draws.between(0.0, 0.09);
  return {"pack",
          bouts(draws, {contact + barrier, 0.0, store}, [&] { return draws.minutes(5.0, 60.0); }),
          draws.minutes(10.0, 60.0)};
}

RandomCold plate(Draws& draws, double /*room_temperature*/) {
  const double resistance = draws.below(4) == 0 ? 0.0 : 1.0 / draws.decades(100.0, 6600.0);
  const Boundary boundary{resistance, draws.between(-30.0, -2.0), std::nullopt};
  return {"plate", bouts(draws, boundary, [&] { return draws.minutes(1.0, 20.0); }),
          draws.minutes(5.0, 60.0)};
}

RandomCold machine(Draws& draws, double room_temperature) {
  HeatStore store;
  store.thawed_capacity = draws.between(2.0, 6.0) * 4186.0 / draws.between(0.03, 0.06);
  store.frozen_capacity = store.thawed_capacity;
  store.latent_heat = draws.between(0.2, 2.0) * 334e3 / draws.between(0.03, 0.06);
  store.melting_temperature = draws.between(2.0, 10.0);
  store.start_temperature = store.melting_temperature;
  store.air_temperature = room_temperature;
  store.steady_heat = draws.between(0.0, 30.0) / 0.04;
  const Boundary boundary{1.0 / draws.between(25.0, 80.0), 0.0, store};
  return {"machine", bouts(draws, boundary, [&] { return draws.minutes(30.0, 240.0); }),
          draws.minutes(1.0, 60.0)};
}

/// No stronger on warm skin than carbon dioxide on a small spot, 63 W/(m² K) at −78 °C.
RandomCold jet(Draws& draws, double /*room_temperature*/) {
  const double gas = draws.between(-160.0, -10.0);
  const double strongest = 7000.0 / (34.0 - gas);
  const Boundary boundary{1.0 / draws.decades(6.0, strongest), gas, std::nullopt};
  RandomCold cold{"jet", bouts(draws, boundary, [&] { return draws.seconds(20.0, 180.0); }),
                  draws.minutes(1.0, 30.0)};
  // A flux that would freeze all of the skin is stopped always.
  const bool strong = -boundary.temperature / boundary.resistance > 3000.0;
  if (strong || draws.below(3) > 0) {
    const double stop = draws.between(-4.0, 10.0);
    for (Phase& bout : cold.bouts) {
      bout.stop_temperature = stop;
    }
  }
  return cold;
}

RandomCold gel(Draws& draws, double room_temperature) {
  Boundary boundary{1.0 / draws.between(5.0, 12.0), room_temperature, std::nullopt};
  boundary.evaporation =
      bioheat::Evaporation{draws.between(50.0, 600.0), draws.decades(60.0, 3600.0)};
  return {"gel", bouts(draws, boundary, [&] { return draws.minutes(1.0, 60.0); }),
          draws.minutes(1.0, 60.0)};
}

RandomCold spray(Draws& draws, double /*room_temperature*/) {
  const Boundary boundary{0.0, draws.between(-20.0, 5.0), std::nullopt};
  return {"spray", bouts(draws, boundary, [&] { return draws.seconds(3.0, 15.0); }),
          draws.seconds(5.0, 300.0)};
}

RandomCold metal(Draws& draws, double /*room_temperature*/) {
  const double resistance = draws.below(2) == 0 ? 0.0 : 1.0 / draws.decades(500.0, 6600.0);
  const Boundary boundary{resistance, draws.between(-60.0, 5.0), std::nullopt};
  return {"metal", bouts(draws, boundary, [&] { return draws.seconds(2.0, 60.0); }),
          draws.minutes(1.0, 30.0)};
}

}  // namespace

RandomCold random_cold(Draws& draws, std::uint32_t turn, double room_temperature) {
  constexpr std::array kinds{pack, plate, machine, jet, pack, plate, gel, spray, metal};
  return kinds[turn % kinds.size()](draws, room_temperature);
}

}  // namespace coldplan::oracle
