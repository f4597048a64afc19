#include <cmath>

#include "energy.h"
#include "exact/exact_case.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

/// A pack on a body that conducts so well and stores so little that only the pack has a memory.
/// With U from the core to the pack and h from the room:
///
///     frozen:   T = T* + (T_s − T*) e^(−(U + h)t/C_f),   T* = (U T_c + h T_r)/(U + h)
///     melting:  lasts L/(U (T_c − T_m) + h (T_r − T_m))
///     thawed:   T = T* + (T_m − T*) e^(−(U + h)(t − t_2)/C_t)
namespace coldplan::exact {
namespace {

struct Lumped {
  bioheat::HeatStore pack{20000.0, 42000.0, 600e3, 0.0, -12.0, 8.0, 22.0};
  double resistance = 0.02;
  double core = 37.0;
  static constexpr double thickness = 0.001;  // of the body
  static constexpr double conductivity = 10.0;

  [[nodiscard]] double to_core() const { return 1.0 / (resistance + thickness / conductivity); }
  [[nodiscard]] double rate() const { return to_core() + pack.air_conductance; }
  [[nodiscard]] double limit() const {
    return (to_core() * core + pack.air_conductance * pack.air_temperature) / rate();
  }
  [[nodiscard]] double melting_begins() const {
    return pack.frozen_capacity / rate() *
           std::log((limit() - pack.start_temperature) / (limit() - pack.melting_temperature));
  }
  [[nodiscard]] double melted() const {
    return melting_begins() + pack.latent_heat / (rate() * (limit() - pack.melting_temperature));
  }
  [[nodiscard]] double temperature(double time) const {
    if (time < melting_begins()) {
      return limit() +
             (pack.start_temperature - limit()) * std::exp(-rate() * time / pack.frozen_capacity);
    }
    if (time < melted()) {
      return pack.melting_temperature;
    }
    return limit() + (pack.melting_temperature - limit()) *
                         std::exp(-rate() * (time - melted()) / pack.thawed_capacity);
  }
};

bioheat::History run(const Lumped& lumped, const bioheat::SolverOptions& options = {},
                     double most_gap = tests::most_quadrature_gap) {
  bioheat::Column column;
  column.layers = {{Lumped::thickness, solid(Lumped::conductivity, 1.0, 1.0)}};
  column.inner_temperature = lumped.core;
  const std::vector<bioheat::Phase> schedule{{3600.0, {lumped.resistance, 0.0, lumped.pack}, true}};
  return tests::checked(bioheat::solve(column, bioheat::Uniform{lumped.core}, schedule, options),
                        most_gap);
}

double worst_error(const Lumped& lumped, const bioheat::History& history) {
  double worst = 0.0;
  for (std::size_t minute = 1; minute < history.samples; ++minute) {
    const double gap =
        std::abs(history.source_temperature[minute] - lumped.temperature(history.time[minute]));
    worst = gap <= worst ? worst : gap;
  }
  return worst;
}

TEST(Pack, WarmsMeltsAndWarmsOnAsIntegratedByHand) {
  const Lumped lumped;
  const bioheat::History history = run(lumped);
  ASSERT_EQ(history.events.size(), 2U);
  fmt::print("error {:.5f} C, melting begins {:.2e} s off, ends {:.2e} s off\n",
             worst_error(lumped, history), history.events[0].time - lumped.melting_begins(),
             history.events[1].time - lumped.melted());
  EXPECT_LE(worst_error(lumped, history), 1e-4);
  EXPECT_NEAR(history.events[0].time, lumped.melting_begins(), 1e-3);
  EXPECT_NEAR(history.events[1].time, lumped.melted(), 1e-3);
}

TEST(Pack, ConvergesWithTheOrderOfTheSchemeThroughItsEvents) {
  const Lumped lumped;
  const auto error = [&](double step) {
    bioheat::SolverOptions options;
    options.mesh = {step, 1.0, step};
    const bioheat::History history = run(lumped, options, 2.0 * tests::most_quadrature_gap);
    return std::abs(history.source_temperature.back() - lumped.temperature(3600.0));
  };
  const double order = std::log2(error(240.0) / error(120.0));
  fmt::print("order {:.2f} in time\n", order);
  // Under 4: the step in which an event falls is cut short, and not in proportion.
  EXPECT_GE(order, 3.0);
}

TEST(Pack, WithoutLatentHeatWarmsThroughItsMeltingTemperature) {
  Lumped lumped;
  lumped.pack.latent_heat = 0.0;
  // Many of them, since whether a crossing ends just before or just after its mark is a matter of
  // rounding.
  for (int i = 1; i <= 200; ++i) {
    lumped.pack.start_temperature = -0.1 * i;
    EXPECT_LE(worst_error(lumped, run(lumped)), 0.02)
        << "from " << lumped.pack.start_temperature << " °C";
  }
}

TEST(Pack, AgreesWithAQuadratureOfTheFluxThatConverges) {
  const auto gap = [](double factor) {
    bioheat::SolverOptions options;
    options.mesh = refined(options.mesh, factor);
    return tests::quadrature_gap(run(Lumped{}, options));
  };
  EXPECT_LE(gap(4.0), 1e-3);
  EXPECT_LT(gap(8.0), 0.5 * gap(4.0));
}

}  // namespace
}  // namespace coldplan::exact
