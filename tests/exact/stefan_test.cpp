#include "exact/stefan.h"

#include <array>
#include <cmath>

#include "exact/exact_case.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace coldplan::exact {
namespace {

using tissue::Kind;

/// The tissue of the facts without blood flow and metabolism.
tissue::Tissue bloodless(Kind kind) {
  const tissue::Tissue living = tissue::tissue_of(kind);
  const tissue::Properties& p = living.properties;
  tissue::Tissue tissue = solid(p.conductivity, p.density, p.specific_heat);
  tissue.frozen = living.frozen;
  return tissue;
}

struct StefanCase {
  const char* name;
  Kind kind;
  double start;     ///< [°C]
  double surface;   ///< [°C]
  double duration;  ///< [s]
  double interval;  ///< of the samples [s]
};

/// How far a history is from the exact solution, over all samples from the second one on.
struct StefanMiss {
  double front = 0.0;             ///< worst [m]
  double front_mean = 0.0;        ///< root of the mean square [m]
  double temperature = 0.0;       ///< worst, to 3 cm deep [°C]
  double temperature_mean = 0.0;  ///< root of the mean square [°C]
  std::size_t steps = 0;
};

StefanMiss miss_of(const StefanCase& problem, double coarseness) {
  const tissue::Tissue material = bloodless(problem.kind);
  const Neumann exact = neumann(material, problem.start, problem.surface);
  bioheat::Column column;
  column.layers = {{0.25, material}};
  bioheat::SolverOptions options;
  options.sample_interval = problem.interval;
  options.grid = bioheat::refined(options.grid, 1.0 / coarseness);
  const std::vector<bioheat::Phase> schedule{
      {problem.duration, {0.0, problem.surface, std::nullopt}, true}};
  // Behind no resistance the flux is infinite at first, and no quadrature tells its integral.
  const bioheat::History history = tests::checked(
      bioheat::solve(column, bioheat::Uniform{problem.start}, schedule, options), 1.0);
  StefanMiss miss;
  double squares = 0.0;
  double count = 0.0;
  double front_squares = 0.0;
  for (std::size_t sample = 2; sample < history.samples; ++sample) {
    const double time = history.time[sample];
    const double front =
        problem.surface < exact.freezing ? history.frozen_to[sample] : history.frozen_from[sample];
    const double front_gap = std::abs(front - exact.front(time));
    miss.front = std::max(miss.front, front_gap);
    front_squares += front_gap * front_gap;
    for (int step = 0; step < 220; ++step) {
      const double depth = 0.000137 * step;
      const double gap = std::abs(bioheat::temperature_at(history, sample, depth) -
                                  exact.temperature(depth, time));
      miss.temperature = std::max(miss.temperature, gap);
      squares += gap * gap;
      count += 1.0;
    }
  }
  miss.temperature_mean = std::sqrt(squares / count);
  miss.front_mean = std::sqrt(front_squares / static_cast<double>(history.samples - 2));
  miss.steps = history.flux_track.size();
  return miss;
}

constexpr std::array cases{
    StefanCase{"skin, 34 to -30 C, 20 min", Kind::dermis, 34.0, -30.0, 1200.0, 60.0},
    StefanCase{"skin, 34 to -5 C, 20 min", Kind::dermis, 34.0, -5.0, 1200.0, 60.0},
    StefanCase{"fat, 34 to -30 C, 20 min", Kind::fat, 34.0, -30.0, 1200.0, 60.0},
    StefanCase{"muscle, 37 to -30 C, 20 min", Kind::muscle, 37.0, -30.0, 1200.0, 60.0},
    StefanCase{"skin, 34 to -5 C, 5 s", Kind::dermis, 34.0, -5.0, 5.0, 0.5},
    StefanCase{"skin, 34 to -30 C, 5 s", Kind::dermis, 34.0, -30.0, 5.0, 0.5},
    StefanCase{"frozen skin, -20 to 30 C, 20 min", Kind::dermis, -20.0, 30.0, 1200.0, 60.0},
    StefanCase{"frozen fat, -20 to 10 C, 20 min", Kind::fat, -20.0, 10.0, 1200.0, 60.0},
};

TEST(NeumannSolution, GivesOffItsLatentHeatAtTheFront) {
  const tissue::Tissue skin = bloodless(Kind::dermis);
  const Neumann exact = neumann(skin, 34.0, -30.0);
  const double time = 600.0;
  const double front = exact.front(time);
  const double step = 1e-7;
  const double behind =
      (exact.freezing - exact.temperature(front - step, time)) / step * skin.frozen->conductivity;
  const double before = (exact.temperature(front + step, time) - exact.freezing) / step *
                        skin.properties.conductivity;
  const double speed = (exact.front(time + 0.5) - exact.front(time - 0.5));
  const double latent = skin.properties.density * skin.frozen->latent_heat * speed;
  EXPECT_NEAR((behind - before) / latent, 1.0, 1e-3);
}

TEST(StefanProblem, IsFollowedWithinHundredthsOfAMillimetreAndOfADegree) {
  for (const StefanCase& problem : cases) {
    const StefanMiss miss = miss_of(problem, 1.0);
    fmt::print("{:34} front {:.4f} mm, temperature {:.4f} C worst, {:.4f} C mean, {} steps\n",
               problem.name, 1e3 * miss.front, miss.temperature, miss.temperature_mean, miss.steps);
    EXPECT_LE(miss.front, 0.01e-3) << problem.name;
    EXPECT_LE(miss.temperature, 0.03) << problem.name;
  }
}

TEST(StefanProblem, ConvergesWithFirstOrderInTheFrontAndSecondInTheTemperature) {
  for (const StefanCase& problem : cases) {
    const StefanMiss coarse = miss_of(problem, 8.0);
    const StefanMiss fine = miss_of(problem, 1.0);
    // Three halvings of the mean: how far off a front is depends on where in its cell it stands.
    const double front = std::log2(coarse.front_mean / fine.front_mean) / 3.0;
    const double temperature = std::log2(coarse.temperature_mean / fine.temperature_mean) / 3.0;
    fmt::print("{:34} order {:.2f} of the front, {:.2f} of the temperature\n", problem.name, front,
               temperature);
    EXPECT_GE(front, 0.9) << problem.name;
    EXPECT_GE(temperature, 1.8) << problem.name;
  }
}

}  // namespace
}  // namespace coldplan::exact
