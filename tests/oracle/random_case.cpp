#include "oracle/random_case.h"

#include <cmath>

#include <Random123/philox.h>
#include <fmt/format.h>

namespace coldplan::oracle {
namespace {

using bioheat::Boundary;
using bioheat::HeatStore;

/// The draws of one case in their order, from a counter-based generator: a case never depends on
/// others.
class Draws {
 public:
  explicit Draws(std::uint32_t number) : number_{number} {}

  double between(double low, double high) {
    const r123::Philox4x32::ctr_type counter{{draw_++, number_, 0, 0}};
    const auto bits = r123::Philox4x32{}(counter, {{campaign_seed, 0}});
    return low + (high - low) * (static_cast<double>(bits[0]) + 0.5) / 4294967296.0;
  }

  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(between(0.0, static_cast<double>(count)));
  }

  double minutes(double low, double high) { return 60.0 * std::floor(between(low, high + 1.0)); }

 private:
  std::uint32_t number_;
  std::uint32_t draw_ = 0;
};

bioheat::Column random_column(Draws& draws) {
  bioheat::Column column;
  column.layers = {
      {draws.between(0.0016, 0.0026), tissue::tissue_of(tissue::Kind::dermis)},
      {draws.between(0.003, 0.050), tissue::tissue_of(tissue::Kind::fat)},
      {draws.between(0.020, 0.060), tissue::tissue_of(tissue::Kind::muscle)},
      {draws.between(0.005, 0.015), tissue::tissue_of(tissue::Kind::cancellous_bone)},
  };
  column.inner_temperature = draws.between(36.4, 37.4);
  column.arterial_temperature = *column.inner_temperature - draws.between(0.0, 0.4);
  column.blood_heat_capacity = tissue::blood_heat_capacity();
  column.law = tissue::perfusion_law(draws.between(45.0, 90.0));
  column.reflex_signal_per_kelvin = draws.between(0.0, 0.6);
  return column;
}

/// Melting ice, a freezing gel, or a gel that never changes phase.
Boundary random_pack(Draws& draws, double room_temperature) {
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
  // Half of the packs lie on bare skin.
  const double barrier = draws.below(2) == 0 ? 0.0 : draws.between(0.0, 0.09);
  return {contact + barrier, 0.0, store};
}

}  // namespace

RandomCase random_case(std::uint32_t number) {
  Draws draws{number};
  RandomCase drawn;
  drawn.number = number;
  drawn.column = random_column(draws);
  drawn.muscle_begin = drawn.column.layers[0].thickness + drawn.column.layers[1].thickness;
  drawn.room = {1.0 / 8.0, draws.between(18.0, 26.0), std::nullopt};
  const Boundary pack = random_pack(draws, drawn.room.temperature);
  const std::size_t bouts = 1 + (draws.below(2) == 0 ? 0 : draws.below(3));
  for (std::size_t bout = 0; bout < bouts; ++bout) {
    if (bout > 0) {
      drawn.schedule.push_back({draws.minutes(10.0, 60.0), drawn.room, false});
    }
    drawn.schedule.push_back({draws.minutes(5.0, 60.0), pack, true});
  }
  drawn.schedule.push_back({3600.0, drawn.room, false});
  return drawn;
}

std::string describe(const RandomCase& drawn) {
  const Boundary& pack = drawn.schedule.front().boundary;
  std::string text = fmt::format(
      "seed {} case {}: skin {:.2f} fat {:.1f} muscle {:.1f} bone {:.1f} mm, reflex {:.2f}/K, "
      "R {:.4f} m2K/W, pack {:.0f} kJ/m2 from {:.1f} C melting at {:.1f} C, room {:.1f} C, minutes",
      campaign_seed, drawn.number, 1e3 * drawn.column.layers[0].thickness,
      1e3 * drawn.column.layers[1].thickness, 1e3 * drawn.column.layers[2].thickness,
      1e3 * drawn.column.layers[3].thickness, drawn.column.reflex_signal_per_kelvin,
      pack.resistance, 1e-3 * pack.store->latent_heat, pack.store->start_temperature,
      pack.store->melting_temperature, drawn.room.temperature);
  for (const bioheat::Phase& phase : drawn.schedule) {
    text += fmt::format(" {:.0f}", phase.duration / 60.0);
  }
  return text;
}

}  // namespace coldplan::oracle
