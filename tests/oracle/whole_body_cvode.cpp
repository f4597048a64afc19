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
      gaps[n] = body.cooling ? -1.0 : y[body.memory_at(n)] - body.physique().law.recovered_level;
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

/// A session on its way.
struct Session {
  WholeBody& body;
  std::vector<double> y;
  std::span<const double> wanted;  ///< moments that are still to come [s]
  double tolerance;
  BodySolution solution;

  void forget_doses(std::span<const int> recovered) {
    for (std::size_t n = 0; n < recovered.size(); ++n) {
      double& dose = y[body.memory_at(n) + 1];
      solution.forgotten += recovered[n] != 0 && dose > 0.0 ? 1 : 0;
      dose = recovered[n] != 0 ? 0.0 : dose;
    }
  }

  /// The memories that have recovered already where a stage begins.
  [[nodiscard]] std::vector<int> recovered_now() const {
    std::vector<int> recovered(WholeBody::memories, 0);
    for (std::size_t n = 0; n < recovered.size(); ++n) {
      const bool high = y[body.memory_at(n)] >= body.physique().law.recovered_level;
      recovered[n] = !body.cooling && high ? 1 : 0;
    }
    return recovered;
  }

  void run_stage(double begin, double end);
};

void Session::run_stage(double begin, double end) {
  forget_doses(recovered_now());
  double time = begin;
  while (time < end - rounding) {
    CvodeRun run(problem_of(body), y, time, tolerance);
    std::vector<int> recovered;
    while (recovered.empty() && run.time() < end - rounding) {
      const bool within = !wanted.empty() && wanted.front() < end - rounding;
      recovered = run.advance(within ? wanted.front() : end, end);
      y = run.state();
      while (!wanted.empty() && run.time() >= wanted.front() - rounding) {
        solution.moments.push_back(moment_of(body, wanted.front(), y));
        wanted = wanted.subspan(1);
      }
    }
    time = run.time();
    forget_doses(recovered);
  }
}

}  // namespace

BodySolution solve_by_cvode(const BodyTask& task, const Neutral& neutral,
                            std::span<const double> times, double tolerance) {
  WholeBody body(task.physique, neutral.outer_flow_factor);
  Session session{body, steady_state(body, neutral, tolerance), times, tolerance, {}};
  body.rest_at(session.y.data());
  session.solution.rest = moment_of(body, 0.0, session.y);
  body.bath = task.bath.value_or(thermoregulation::Bath{});
  session.y[body.bath_at()] = body.bath.temperature;
  double begin = 0.0;
  for (const Stage& stage : task.schedule) {
    body.around = stage.around;
    body.cooling = stage.cooling;
    session.run_stage(begin, begin + stage.duration);
    begin += stage.duration;
  }
  return session.solution;
}

}  // namespace coldplan::oracle
