#include "properties/drawn_back.h"

#include <algorithm>

#include "energy.h"
#include <rapidcheck.h>

namespace coldplan::properties {

using bioheat::Boundary;
using bioheat::HeatStore;
using bioheat::History;

namespace {

/// At rapidcheck's nominal size, so that the first cases are drawn from the whole range, too.
int whole(int low, int high) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high + 1));
}

}  // namespace

double between(double low, double high) {
  return low + (high - low) * 0.001 * static_cast<double>(whole(0, 1000));
}

double minutes(int low, int high) {
  return 60.0 * static_cast<double>(whole(low, high));
}

double Back::muscle_begin() const {
  return column.layers[0].thickness + column.layers[1].thickness;
}

Back draw_back() {
  Back back;
  back.column.layers = {
      {between(0.0016, 0.0026), tissue::tissue_of(tissue::Kind::dermis)},
      {between(0.003, 0.050), tissue::tissue_of(tissue::Kind::fat)},
      {between(0.025, 0.060), tissue::tissue_of(tissue::Kind::muscle)},
      {0.010, tissue::tissue_of(tissue::Kind::cancellous_bone)},
  };
  back.column.inner_temperature = 37.0;
  back.column.arterial_temperature = between(36.5, 37.0);
  back.column.blood_heat_capacity = tissue::blood_heat_capacity();
  back.column.law = tissue::perfusion_law(between(45.0, 90.0));
  back.column.reflex_signal_per_kelvin = between(0.0, 0.6);
  back.room = {1.0 / 8.0, between(18.0, 26.0), std::nullopt};
  return back;
}

Boundary draw_bath() {
  return {between(0.008, 0.1), between(-2.0, 15.0), std::nullopt};
}

Boundary draw_pack(double room_temperature) {
  const double mass_per_area = between(5.0, 40.0);
  const double latent = *rc::gen::arbitrary<bool>() ? mass_per_area * 334e3 : 0.0;
  const HeatStore store{
      mass_per_area * 2050.0, mass_per_area * 4190.0, latent, 0.0, between(-15.0, 5.0), 8.0,
      room_temperature};
  return {between(0.008, 0.1), 0.0, store};
}

History run(const Back& back, const std::vector<bioheat::Phase>& schedule) {
  return tests::checked(bioheat::solve(back.column, bioheat::Rest{back.room}, schedule));
}

double largest_excess(const Back& back, const History& warmer, const History& colder) {
  RC_ASSERT(warmer.temperature.size() == colder.temperature.size());
  double excess = -1e9;
  for (std::size_t i = 0; i < warmer.temperature.size(); ++i) {
    if (warmer.temperature[i] < back.column.arterial_temperature) {
      excess = std::max(excess, warmer.temperature[i] - colder.temperature[i]);
    }
  }
  for (std::size_t i = 0; i < warmer.samples; ++i) {
    excess = std::max(excess, warmer.surface_temperature[i] - colder.surface_temperature[i]);
  }
  return excess;
}

}  // namespace coldplan::properties
