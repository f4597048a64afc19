#include "oracle/whole_body_cvode.h"

#include <algorithm>
#include <cmath>

#include "oracle/cvode_run.h"

namespace coldplan::oracle {
namespace {

using thermoregulation::BodyTask;
using thermoregulation::Neutral;
using thermoregulation::Stage;

// Of times of some hours [s].
constexpr double rounding = 1e-7;

BodyMoment moment_of(const WholeBody& body, double time, const std::vector<double>& y) {
  BodyMoment moment;
  moment.time = time;
  for (const Site site : thermoregulation::all_sites()) {
    moment.surface.at(place_of(site)) = body.surface(y.data(), site);
  }
  moment.central = y[body.central_at()];
  moment.pelvis = body.core(y.data(), Site::pelvis);
  moment.head = body.core(y.data(), Site::head);
  moment.mean_skin = body.mean_skin(y.data());
  moment.bath = y[body.bath_at()];
  return moment;
}

CvodeProblem problem_of(const WholeBody& body) {
  CvodeProblem problem;
  problem.derivative = [&body](double /*time*/, const double* y, double* rate) {
    body.derivative(y, rate);
  };
  // Memories whose dose is forgotten once they have recovered after the cold.
  problem.gap_count = WholeBody::memories;
  problem.gaps = [&body](double /*time*/, const double* y, std::span<double> gaps) {
    for (std::size_t n = 0; n < gaps.size(); ++n) {
      gaps[n] = body.cooling ? -1.0
                             : y[body.memory_at(n)] - body.physique().law.recovered_level;
    }
  };
  return problem;
}

/// Where the equations come to rest while control sleeps.
std::vector<double> steady_state(WholeBody& body, const Neutral& neutral, double tolerance) {
  // Fifty times the hours in which a body takes the temperature of its room.
  constexpr double long_enough = 1e6;
  constexpr double warm = 35.0;
  body.around = thermoregulation::still_room(neutral.air);
  CvodeRun run(problem_of(body), body.uniform(warm), 0.0, tolerance);
  while (!run.advance(long_enough, long_enough).empty()) {
  }
  return run.state();
}

void forget_doses(const WholeBody& body, std::vector<double>& y, std::span<const int> recovered) {
  for (std::size_t n = 0; n < recovered.size(); ++n) {
    y[body.memory_at(n) + 1] *= recovered[n] != 0 ? 0.0 : 1.0;
  }
}

/// The memories that have recovered where a stage begins.
std::vector<int> recovered_now(const WholeBody& body, const std::vector<double>& y) {
  std::vector<int> recovered(WholeBody::memories, 0);
  for (std::size_t n = 0; n < recovered.size(); ++n) {
    const bool high = y[body.memory_at(n)] >= body.physique().law.recovered_level;
    recovered[n] = !body.cooling && high ? 1 : 0;
  }
  return recovered;
}

}  // namespace

BodySolution solve_by_cvode(const BodyTask& task, const Neutral& neutral,
                            std::span<const double> times, double tolerance) {
  WholeBody body(task.physique, neutral.outer_flow_factor);
  std::vector<double> y = steady_state(body, neutral, tolerance);
  body.rest_at(y.data());
  BodySolution solution;
  solution.rest = moment_of(body, 0.0, y);
  if (task.bath) {
    body.bath = *task.bath;
    y[body.bath_at()] = task.bath->temperature;
  }
  double begin = 0.0;
  auto wanted = times.begin();
  for (const Stage& stage : task.schedule) {
    const double end = begin + stage.duration;
    body.around = stage.around;
    body.cooling = stage.cooling;
    forget_doses(body, y, recovered_now(body, y));
    double time = begin;
    while (time < end - rounding) {
      CvodeRun run(problem_of(body), y, time, tolerance);
      std::vector<int> recovered;
      while (recovered.empty() && run.time() < end - rounding) {
        const bool within = wanted != times.end() && *wanted < end - rounding;
        recovered = run.advance(within ? *wanted : end, end);
        y = run.state();
        while (wanted != times.end() && run.time() >= *wanted - rounding) {
          solution.moments.push_back(moment_of(body, *wanted, y));
          ++wanted;
        }
      }
      time = run.time();
      forget_doses(body, y, recovered);
    }
    begin = end;
  }
  return solution;
}

}  // namespace coldplan::oracle
