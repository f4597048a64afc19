#include "work_a/measure.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace coldplan::work_a {
namespace {

double largest_difference(std::span<const float> found, std::span<const double> right) {
  double largest = 0.0;
  for (std::size_t i = 0; i < right.size(); ++i) {
    const double difference = std::abs(static_cast<double>(found[i]) - right[i]);
    // A number that is none must not pass for a small one.
    largest = difference <= largest    ? largest
              : std::isnan(difference) ? std::numeric_limits<double>::infinity()
                                       : difference;
  }
  return largest;
}

Errors errors_of(const Solver& solver, std::span<const double> truth,
                 const MeasureOptions& options) {
  std::vector<float> found(options.people * values);
  const int threads = *std::max_element(options.threads.begin(), options.threads.end());
  (void)solver.run({0, options.people}, threads, found);
  Errors errors;
  errors.total = largest_difference(found, truth);
  if (solver.cells) {
    errors.time =
        largest_difference(found, tight_solution(*solver.cells, options.people, options.keeping));
  }
  return errors;
}

/// One solver with one number of threads, over all rounds.
struct Track {
  const Solver* solver = nullptr;
  int threads = 1;
  std::size_t people = 0;
  std::vector<double> speeds;  ///< sessions/s by round
};

/// As many people as take the shortest run, and a tenth more.
std::size_t people_for(const Track& track, double shortest_run, std::vector<float>& buffer) {
  std::size_t people = 64;
  while (true) {
    buffer.resize(std::max(buffer.size(), people * values));
    const double seconds = track.solver->run({0, people}, track.threads, buffer);
    if (seconds >= shortest_run) {
      return people;
    }
    const double factor = std::clamp(1.1 * shortest_run / seconds, 1.1, 20.0);
    people = 64 * static_cast<std::size_t>(std::ceil(factor * static_cast<double>(people) / 64.0));
  }
}

double median(std::vector<double> numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  return *middle;
}

double ratio_to(const Track& peer, const Track& track) {
  std::vector<double> ratios;
  for (std::size_t round = 0; round < track.speeds.size(); ++round) {
    ratios.push_back(track.speeds[round] / peer.speeds[round]);
  }
  return median(ratios);
}

}  // namespace

std::vector<Result> measure(std::span<const Solver> solvers, const MeasureOptions& options) {
  std::vector<Result> results(solvers.size());
  const auto truth = fine_reference(options.people, options.keeping);
  std::vector<float> buffer;
  std::vector<Track> tracks;
  for (std::size_t i = 0; i < solvers.size(); ++i) {
    results[i].errors = errors_of(solvers[i], truth, options);
    for (const int threads : options.threads) {
      Track track{&solvers[i], threads, 0, {}};
      track.people = people_for(track, options.shortest_run, buffer);
      tracks.push_back(std::move(track));
    }
  }
  for (int round = 0; round < options.rounds; ++round) {
    for (Track& track : tracks) {
      const double seconds = track.solver->run({0, track.people}, track.threads, buffer);
      track.speeds.push_back(static_cast<double>(track.people) / seconds);
    }
  }
  const std::size_t per_solver = options.threads.size();
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    Speed speed{tracks[i].threads, median(tracks[i].speeds), {}, tracks[i].people};
    for (std::size_t peer = 0; peer < std::min(options.peers, solvers.size()); ++peer) {
      speed.ratio.push_back(ratio_to(tracks[peer * per_solver + i % per_solver], tracks[i]));
    }
    results[i / per_solver].speeds.push_back(std::move(speed));
  }
  return results;
}

}  // namespace coldplan::work_a
