#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "energy.h"
#include "oracle/cvode_solution.h"
#include "oracle/random_case.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

/// The solver at its default options against SUNDIALS CVODE on random people, packs and schedules:
/// every minute, at the skin, at each layer boundary and 1, 2 and 3 cm into the muscle; and the
/// times at which packs have melted and layers have recovered.
namespace coldplan::oracle {
namespace {

constexpr double most_degrees = 0.02;
constexpr double most_seconds = 5.0;

struct Difference {
  double worst = 0.0;  ///< [°C]
  double depth = 0.0;  ///< where [m]
  std::size_t minute = 0;
  double event = 0.0;    ///< largest difference of an event's time [s]
  double closure = 0.0;  ///< of the discrete energy balances
};

std::vector<double> probe_depths(const RandomCase& drawn) {
  std::vector<double> depths{0.0};
  for (const bioheat::Layer& layer : drawn.column.layers) {
    depths.push_back(depths.back() + layer.thickness);
  }
  depths.pop_back();  // the inner face is held
  for (const double below : {0.01, 0.02, 0.03}) {
    if (drawn.muscle_begin + below < bioheat::depth_of(drawn.column)) {
      depths.push_back(drawn.muscle_begin + below);
    }
  }
  return depths;
}

/// Largest difference between the times of one kind of event; infinite where their number differs.
double event_gap(const bioheat::History& history, bioheat::EventKind kind,
                 std::span<const double> expected) {
  std::vector<double> times;
  for (const bioheat::Event& event : history.events) {
    if (event.kind == kind) {
      times.push_back(event.time);
    }
  }
  if (times.size() != expected.size()) {
    return std::numeric_limits<double>::infinity();
  }
  double gap = 0.0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    gap = std::max(gap, std::abs(times[i] - expected[i]));
  }
  return gap;
}

Difference compare(const RandomCase& drawn) {
  const auto depths = probe_depths(drawn);
  const OracleSolution oracle = solve_with_cvode(drawn.column, drawn.room, drawn.schedule, depths);
  const bioheat::History history =
      tests::checked(bioheat::solve(drawn.column, bioheat::Rest{drawn.room}, drawn.schedule));
  EXPECT_EQ(history.samples, oracle.temperature[0].size());
  Difference difference;
  for (std::size_t probe = 0; probe < depths.size(); ++probe) {
    const auto solved = bioheat::trace(history, depths[probe]);
    for (std::size_t minute = 0; minute < solved.size(); ++minute) {
      const double gap = std::abs(solved[minute] - oracle.temperature[probe][minute]);
      // Written so that a gap that is not a number is kept.
      if (!(gap <= difference.worst)) {
        difference = {gap, depths[probe], minute, 0.0, 0.0};
      }
    }
  }
  difference.closure = std::max(history.energy.closure, history.energy.store_closure);
  difference.event =
      event_gap(history, bioheat::EventKind::constriction_recovered, oracle.recovered);
  // A pack without latent heat has no melting to be timed.
  if (drawn.schedule.front().boundary.store->latent_heat > 0.0) {
    difference.event = std::max(
        {difference.event, event_gap(history, bioheat::EventKind::store_melted, oracle.melted),
         event_gap(history, bioheat::EventKind::store_reached_melting, oracle.melting_began)});
  }
  return difference;
}

std::string where(const Difference& difference, const RandomCase& drawn) {
  return fmt::format("{:.4f} C at minute {} and {:.1f} mm, events {:.2f} s: {}", difference.worst,
                     difference.minute, 1e3 * difference.depth, difference.event, describe(drawn));
}

class Campaign : public testing::TestWithParam<std::uint32_t> {};

TEST_P(Campaign, StaysWithinTwoHundredthsOfADegreeOfCvode) {
  constexpr std::uint32_t cases = 50;
  std::vector<double> differences;
  double worst_event = 0.0;
  double worst_closure = 0.0;
  std::string worst;
  for (std::uint32_t i = 0; i < cases; ++i) {
    const RandomCase drawn = random_case(GetParam() * cases + i);
    const Difference difference = compare(drawn);
    EXPECT_LE(difference.worst, most_degrees) << where(difference, drawn);
    EXPECT_LE(difference.event, most_seconds) << where(difference, drawn);
    if (differences.empty() ||
        difference.worst > *std::max_element(differences.begin(), differences.end())) {
      worst = where(difference, drawn);
    }
    differences.push_back(difference.worst);
    worst_event = std::max(worst_event, difference.event);
    worst_closure = std::max(worst_closure, difference.closure);
  }
  std::nth_element(differences.begin(), differences.begin() + cases / 2, differences.end());
  fmt::print("median {:.4f} C, events within {:.2f} s, energy within {:.0e}, worst {}\n",
             differences[cases / 2], worst_event, worst_closure, worst);
}

// COLDPLAN_ORACLE_SHARDS shards of 50 cases from COLDPLAN_ORACLE_FIRST on (CMakeLists.txt).
INSTANTIATE_TEST_SUITE_P(RandomPeoplePacksAndSchedules, Campaign,
                         testing::Range<std::uint32_t>(COLDPLAN_ORACLE_FIRST,
                                                       COLDPLAN_ORACLE_FIRST +
                                                           COLDPLAN_ORACLE_SHARDS));

}  // namespace
}  // namespace coldplan::oracle
