#include <cmath>

#include "exact/exact_case.h"
#include <gtest/gtest.h>

/// A manufactured solution with flow and metabolism that answer to temperature. Chosen is
///
///     T = T_e + (T_c − T_e)(R + x/k)/(R + L/k) + A e^(−t/τ) sin(λ(L − x)),   k λ cot(λL) = −1/R
///
/// which keeps the inner face at T_c and the Robin boundary to T_e exactly. The heat that it takes
/// is added:
///
///     s = ρc ∂T/∂t − k ∂²T/∂x² − w Q_f^((T−T₀)/10) (T_a − T) − q Q_m^((T−T₀)/10),   T₀ = T(t = 0)
namespace coldplan::exact {
namespace {

struct Chosen {
  double conductivity = 0.5;
  double density = 1090.0;
  double specific_heat = 3421.0;
  double perfusion = 2e-3;
  double metabolism = 2000.0;
  double flow_q10 = 2.0;
  double metabolism_q10 = 2.5;
  double blood = 3.8e6;
  double arterial = 36.8;
  double core = 37.0;
  double surroundings = 15.0;
  double length = 0.04;
  double wave = 2.2 / 0.04;  // λ: λL between π/2 and π
  double amplitude = 9.0;
  double decay = 1500.0;  // τ

  [[nodiscard]] double resistance() const {
    return -std::tan(wave * length) / (conductivity * wave);
  }
  [[nodiscard]] double fading(double depth, double time) const {
    return amplitude * std::exp(-time / decay) * std::sin(wave * (length - depth));
  }
  [[nodiscard]] double temperature(double depth, double time) const {
    const double share =
        (resistance() + depth / conductivity) / (resistance() + length / conductivity);
    return surroundings + (core - surroundings) * share + fading(depth, time);
  }
  [[nodiscard]] double added_heat(double depth, double time) const {
    const double t = temperature(depth, time);
    const double above = (t - temperature(depth, 0.0)) / 10.0;
    const double fade = fading(depth, time);
    return -density * specific_heat * fade / decay + conductivity * wave * wave * fade -
           perfusion * blood * std::pow(flow_q10, above) * (arterial - t) -
           metabolism * std::pow(metabolism_q10, above);
  }
};

ExactCase manufactured() {
  const Chosen chosen;
  const tissue::Tissue tissue{{chosen.conductivity, chosen.density, chosen.specific_heat,
                               chosen.perfusion, chosen.metabolism},
                              tissue::FlowControl::temperature_quotient,
                              chosen.flow_q10,
                              chosen.metabolism_q10};
  ExactCase wave;
  wave.column.layers = {{chosen.length, tissue}};
  wave.column.inner_temperature = chosen.core;
  wave.column.arterial_temperature = chosen.arterial;
  wave.column.blood_heat_capacity = chosen.blood;
  wave.start = bioheat::Profile{[chosen](double depth) { return chosen.temperature(depth, 0.0); }};
  wave.schedule = {{3600.0, {chosen.resistance(), chosen.surroundings, std::nullopt}, true}};
  wave.depths = {0.0, 0.0005, 0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.04};
  wave.exact = [chosen](double depth, double time) { return chosen.temperature(depth, time); };
  wave.options.added_heat = [chosen](double depth, double time) {
    return chosen.added_heat(depth, time);
  };
  return wave;
}

TEST(ManufacturedSolution, ComesBackWithFlowAndMetabolismThatAnswerToTemperature) {
  expect_accuracy(manufactured(), {0.02, 1.8, 3.7, 600.0});
}

TEST(ManufacturedSolution, IsMissedWhenFlowDoesNotAnswer) {
  ExactCase wave = manufactured();
  wave.column.layers[0].tissue.flow_q10 = 1.0;
  EXPECT_GT(worst_error(wave, wave.options), 0.2);
}

}  // namespace
}  // namespace coldplan::exact
