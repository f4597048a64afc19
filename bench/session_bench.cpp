#include <benchmark/benchmark.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/simulation/session.h"

// What a session costs: both columns of a back under an ice bag, 20 minutes and an hour after; and
// how that grows with the refinement of grid and steps.
namespace coldplan {
namespace {

constexpr anatomy::Build build{58.0, 1.85, 0.0022, 0.0287, 0.023, 0.046, 0.19};

void simulate_a_session(benchmark::State& state) {
  const simulation::Session session = simulation::usual_session(applicator::ice_bag());
  for (auto _ : state) {
    benchmark::DoNotOptimize(simulation::simulate(build, session));
  }
}
BENCHMARK(simulate_a_session)->Unit(benchmark::kMillisecond);

void solve_a_column(benchmark::State& state) {
  const simulation::Session session = simulation::usual_session(applicator::ice_bag());
  const anatomy::NamedColumn column = anatomy::paraspinal_column(build);
  const bioheat::Boundary air = applicator::room_air(session.use.room_temperature);
  const std::vector<bioheat::Phase> schedule{
      {session.duration, applicator::boundary_of(session.form, session.use), true},
      {session.after, air, false}};
  const auto factor = static_cast<double>(state.range(0));
  bioheat::SolverOptions options;
  options.grid = bioheat::refined(options.grid, factor);
  options.mesh.largest /= factor;
  for (auto _ : state) {
    benchmark::DoNotOptimize(bioheat::solve(column.column, bioheat::Rest{air}, schedule, options));
  }
}
BENCHMARK(solve_a_column)->Arg(1)->Arg(2)->Arg(4)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace coldplan
