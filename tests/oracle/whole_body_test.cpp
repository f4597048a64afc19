#include "coldplan/thermoregulation/whole_body.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>

#include "oracle/whole_body_cases.h"
#include "oracle/whole_body_cvode.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "coldplan/facts/ids.h"

/// `simulate` on whole bodies against SUNDIALS CVODE on the same cells, and against itself on
/// finer ones.
namespace coldplan::oracle {
namespace {

namespace id = facts::id::thermoregulation;
using thermoregulation::all_sites;
using thermoregulation::BodyHistory;
using thermoregulation::BodyMesh;
using thermoregulation::BodyTask;
using thermoregulation::Neutral;
using thermoregulation::Observed;

constexpr double most_skin = 0.1;
constexpr double most_core = 0.02;
constexpr double at_rest = 0.002;

BodyHistory history_of(const BodyTask& task, const BodyMesh& mesh, std::size_t refinement = 1) {
  thermoregulation::BodyOptions options;
  options.mesh = mesh;
  options.refinement = refinement;
  return simulate({&task, 1}, options).at(0).value();
}

BodyMesh divided(const BodyMesh& mesh, double by) {
  return {mesh.first / by, mesh.growth / by, mesh.largest / by};
}

/// What of a history stands at the end of a step.
BodyMoment moment_of(const BodyHistory& history, std::size_t step) {
  BodyMoment moment;
  moment.time = history.time.at(step);
  for (const Site site : all_sites()) {
    moment.surface.at(place_of(site)) = history.surface(site).at(step);
  }
  moment.central = history.of(Observed::central_blood).at(step);
  moment.pelvis = history.of(Observed::pelvis_core).at(step);
  moment.head = history.of(Observed::head_core).at(step);
  moment.mean_skin = history.of(Observed::mean_skin).at(step);
  moment.bath = history.of(Observed::bath).at(step);
  return moment;
}

/// The end of each stage and a dozen moments within it, closer together after its start.
std::vector<BodyMoment> moments_of(const BodyHistory& history) {
  constexpr int looks = 13;
  std::vector<BodyMoment> moments;
  double begin = 0.0;
  for (const double end : history.stage_end) {
    for (int look = 1; look <= looks; ++look) {
      const double share = static_cast<double>(look) / looks;
      const double wanted = begin + (end - begin) * share * share - 1e-6;
      const auto found = std::lower_bound(history.time.begin(), history.time.end(), wanted);
      const auto step = static_cast<std::size_t>(found - history.time.begin());
      if (moments.empty() || moments.back().time < history.time.at(step)) {
        moments.push_back(moment_of(history, step));
      }
    }
    begin = end;
  }
  return moments;
}

struct Worst {
  double skin = 0.0;
  double core = 0.0;
  double bath = 0.0;
  std::string where;

  /// Written so that what is not a number is kept.
  void take(const BodyMoment& a, const BodyMoment& b) {
    for (const Site site : all_sites()) {
      const std::size_t place = place_of(site);
      const double here = std::abs(a.surface.at(place) - b.surface.at(place));
      if (!(here <= skin)) {
        skin = here;
        where = fmt::format("{} at {:.1f} s", name_of(site), a.time);
      }
    }
    for (const auto member : {&BodyMoment::central, &BodyMoment::pelvis, &BodyMoment::head}) {
      const double here = std::abs(a.*member - b.*member);
      core = here <= core ? core : here;
    }
    const double water = std::abs(a.bath - b.bath);
    bath = water <= bath ? bath : water;
  }

  void judge(const std::string& words) const {
    fmt::print("  {}: skin {:.4f} K ({}), core {:.5f} K, bath {:.5f} K\n", words, skin, where, core,
               bath);
    EXPECT_LE(skin, most_skin) << words;
    EXPECT_LE(core, most_core) << words;
  }
};

/// The product at steps `finer` times as short as usual.
struct MeshRun {
  double finer;
  BodyHistory history;
  std::vector<BodyMoment> moments;
};

std::vector<MeshRun> runs_of(const BodyTask& task) {
  std::vector<MeshRun> runs;
  for (const double finer : {1.0, 2.0, 3.0, 9.0}) {
    BodyHistory history = history_of(task, divided(thermoregulation::usual_mesh, finer));
    std::vector<BodyMoment> moments = moments_of(history);
    runs.push_back({finer, std::move(history), std::move(moments)});
  }
  return runs;
}

std::vector<double> times_of(const std::vector<MeshRun>& runs) {
  std::vector<double> times;
  for (const MeshRun& run : runs) {
    for (const BodyMoment& moment : run.moments) {
      times.push_back(moment.time);
    }
  }
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  return times;
}

Worst worst_of(const MeshRun& run, const BodySolution& oracle) {
  Worst worst;
  for (const BodyMoment& moment : run.moments) {
    const auto same =
        std::lower_bound(oracle.moments.begin(), oracle.moments.end(), moment.time,
                         [](const BodyMoment& each, double time) { return each.time < time; });
    worst.take(moment, *same);
  }
  return worst;
}

class WholeBodyOracle : public testing::TestWithParam<std::tuple<std::size_t, std::size_t>> {
 protected:
  [[nodiscard]] static Bather bather() { return bathers().at(std::get<0>(GetParam())); }
  [[nodiscard]] static BodySession session() { return body_sessions().at(std::get<1>(GetParam())); }
  [[nodiscard]] static std::string words() { return bather().words + ", " + session().words; }
};

TEST_P(WholeBodyOracle, StaysWithCvodeOnTheSameCellsAndComesCloserWithShorterSteps) {
  const BodyTask task = bather().task(session());
  const std::vector<MeshRun> runs = runs_of(task);
  ASSERT_FALSE(runs.front().history.freezing);
  const std::vector<double> times = times_of(runs);
  const BodySolution oracle = solve_by_cvode(task, runs.front().history.neutral, times);
  ASSERT_EQ(oracle.moments.size(), times.size());
  fmt::print("{}, {} doses forgotten, shivering up to {:.0f} W\n", words(), oracle.forgotten,
             std::ranges::max(runs.front().history.of(Observed::shivering)));
  for (const MeshRun& run : runs) {
    worst_of(run, oracle).judge(fmt::format("steps / {}", run.finer));
  }
  const Worst usual = worst_of(runs.front(), oracle);
  const Worst finest = worst_of(runs.back(), oracle);
  EXPECT_LT(finest.skin, 0.1 * usual.skin);
  EXPECT_LT(finest.core, 0.1 * usual.core);
}

TEST(WholeBodyRest, IsThatOfCvodeInNeutralAir) {
  for (const Bather& bather : bathers()) {
    const BodyTask task = bather.task(body_sessions().front());
    const Neutral neutral = history_of(task, thermoregulation::usual_mesh).neutral;
    const BodyMoment rest = solve_by_cvode(task, neutral, {}).rest;
    BodyMoment product = rest;
    product.surface = neutral.skin;
    product.central = facts::value(facts::id::body::core_temperature);
    product.pelvis = neutral.rectal;
    product.head = neutral.head;
    Worst worst;
    worst.take(product, rest);
    fmt::print("{}: air {:.2f}, factor {:.3f}, mean skin {:.3f}; skin {:.5f} K, core {:.5f} K\n",
               bather.words, neutral.air, neutral.outer_flow_factor, rest.mean_skin, worst.skin,
               worst.core);
    EXPECT_LE(worst.skin, at_rest) << worst.where;
    EXPECT_LE(worst.core, at_rest);
    const double least = bather.task(body_sessions().front()).physique.least_outer_flow;
    const double target = facts::value(id::two_node_neutral_temperature_skin);
    if (neutral.outer_flow_factor > least * (1.0 + 1e-9)) {
      EXPECT_NEAR(rest.mean_skin, target, at_rest);
    } else {
      EXPECT_GT(rest.mean_skin, target);
    }
  }
}

TEST_P(WholeBodyOracle, ChangesLittleWithThreeTimesTheCells) {
  const BodyMesh mesh = thermoregulation::precise_mesh();
  const std::vector<BodyMoment> fine = moments_of(history_of(bather().task(session(), 3), mesh, 3));
  for (const std::size_t refinement : {1U, 2U}) {
    const auto seen =
        moments_of(history_of(bather().task(session(), refinement), mesh, refinement));
    ASSERT_EQ(seen.size(), fine.size());
    Worst worst;
    for (std::size_t i = 0; i < seen.size(); ++i) {
      ASSERT_EQ(seen.at(i).time, fine.at(i).time);
      worst.take(seen.at(i), fine.at(i));
    }
    worst.judge(fmt::format("{}, cells x {} against x 3", words(), refinement));
  }
}

INSTANTIATE_TEST_SUITE_P(PeopleAndSessions, WholeBodyOracle,
                         testing::Combine(testing::Range<std::size_t>(0, 4),
                                          testing::Range<std::size_t>(0, 4)));

}  // namespace
}  // namespace coldplan::oracle
