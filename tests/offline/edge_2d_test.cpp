#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <string>

#include "offline/edge_2d_case.h"
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

/// Coupled columns, and the plain one, against the solutions in two dimensions: every bound that
/// docs/edges.md and coupled.h state.
namespace coldplan::offline {
namespace {

double worst_of(const std::vector<double>& values) {
  return *std::max_element(values.begin(), values.end());
}

/// What is stated of a kind of case: most deviations [K].
struct Stated {
  std::string kind;
  double coupled_covered;
  double coupled_bare;
  double endless_centre;
  double endless_mean;
};

const Stated long_packs{"long pack, up to 20 min", 0.15, 0.25, 0.05, 0.7};
const Stated round_packs{"round pack, 20 min", 0.25, 0.1, 0.05, 1.1};
const Stated hours{"long pack, 3 h or three times", 0.15, 0.3, 0.05, 0.95};
const Stated limbs{"limb, 20 min", 0.2, 0.35, 1.3, 1.5};
const std::vector<Stated> all_stated{long_packs, round_packs, hours, limbs};

const Stated& stated_of(const SolvedCase& solved) {
  switch (solved.problem.shape) {
    case Shape::disc:
      return round_packs;
    case Shape::limb:
      return limbs;
    case Shape::strip:
      break;
  }
  return solved.problem.cooling > 1200.0 || solved.problem.bouts > 1 ? hours : long_packs;
}

std::string document() {
  std::ifstream file{COLDPLAN_SOURCE_DIR "/docs/edges.md"};
  std::string text;
  for (std::string word; file >> word;) {
    text += word + ' ';
  }
  return text;
}

std::string listed(const std::vector<double>& values) {
  std::string text;
  for (const double value : values) {
    text += fmt::format(" {:5.2f}", value);
  }
  return text;
}

TEST(CoupledColumns, StayWithinWhatIsStatedOfThemAgainstTwoDimensions) {
  for (const SolvedCase& solved : read_cases()) {
    const Deviations worst = deviations_of(solved);
    std::cout << solved.name << "\n  coupled, covered:" << listed(worst.coupled_covered)
              << "; bare:" << listed(worst.coupled_bare)
              << "\n  endless, centre: " << listed(worst.endless_centre)
              << "; mean:" << listed(worst.endless_mean) << '\n';
    const Stated& stated = stated_of(solved);
    EXPECT_LE(worst_of(worst.coupled_covered), stated.coupled_covered) << solved.name;
    EXPECT_LE(worst_of(worst.coupled_bare), stated.coupled_bare) << solved.name;
    EXPECT_LE(worst_of(worst.endless_centre), stated.endless_centre) << solved.name;
    EXPECT_LE(worst_of(worst.endless_mean), stated.endless_mean) << solved.name;
  }
}

TEST(CoupledColumns, AreNearerToTheMeanThanThePlainColumnInEveryCase) {
  for (const SolvedCase& solved : read_cases()) {
    const Deviations worst = deviations_of(solved);
    EXPECT_LT(worst_of(worst.coupled_covered), 0.4 * worst_of(worst.endless_mean)) << solved.name;
  }
}

TEST(CoupledColumns, AreStatedInTheDocumentAsTheyAreAsserted) {
  for (const Stated& stated : all_stated) {
    EXPECT_THAT(document(),
                testing::HasSubstr(fmt::format("| {} | {:g} | {:g} | {:g} | {:g} |", stated.kind,
                                               stated.coupled_covered, stated.coupled_bare,
                                               stated.endless_centre, stated.endless_mean)));
  }
}

/// Most by which skin at these distances [cm] outside a pack's edge falls below rest [K].
double fall_outside(const SolvedCase& solved, std::size_t distance) {
  const double rest = solved.plane.snapshots.front().skin_outside[distance];
  double most = 0.0;
  for (const Snapshot& shot : solved.plane.snapshots) {
    most = std::max(most, rest - shot.skin_outside[distance]);
  }
  return most;
}

/// Half a centimetre, 1, 2 and 3 cm outside the edge.
struct Fall {
  std::string kind;
  std::array<double, 4> most;
};

const Fall after_a_session{"20 min", {6.0, 3.1, 1.1, 0.5}};
const Fall after_hours{"3 h", {8.6, 5.4, 2.4, 1.1}};

TEST(SkinOutsideTheEdge, IsCooledNoMoreThanIsStated) {
  for (const SolvedCase& solved : read_cases()) {
    const Fall& stated = solved.problem.cooling > 1200.0 ? after_hours : after_a_session;
    for (std::size_t i = 0; i < stated.most.size(); ++i) {
      EXPECT_LE(fall_outside(solved, i), stated.most[i]) << solved.name;
    }
  }
}

TEST(SkinOutsideTheEdge, IsStatedInTheDocumentAsItIsAsserted) {
  for (const Fall& stated : {after_a_session, after_hours}) {
    EXPECT_THAT(document(), testing::HasSubstr(fmt::format(
                                "| {} | {:g} | {:g} | {:g} | {:g} |", stated.kind, stated.most[0],
                                stated.most[1], stated.most[2], stated.most[3])));
  }
}

TEST(TwoDimensions, AreSolvedToMillikelvinsWhichTheFileStates) {
  for (const SolvedCase& solved : read_cases()) {
    EXPECT_LE(solved.error, 0.005) << solved.name;
    EXPECT_GT(solved.plane.cells_across * solved.plane.cells_deep, 10000u) << solved.name;
  }
}

TEST(TwoDimensions, ComeOutAgainOnACoarserMesh) {
  const std::vector<SolvedCase> cases = read_cases();
  const SolvedCase& solved = cases.front();
  const PlaneSolution again = solve(solved.problem, {1, 1});
  ASSERT_EQ(again.snapshots.size(), solved.plane.snapshots.size());
  // Second order: the coarser mesh is off by three times the finer one's error; and 1 mK is the
  // file's rounding.
  const double allowed = 3.0 * solved.error + 0.001;
  for (std::size_t i = 0; i < again.snapshots.size(); ++i) {
    for (std::size_t depth = 0; depth < solved.problem.depths.size(); ++depth) {
      EXPECT_NEAR(again.snapshots[i].centre[depth], solved.plane.snapshots[i].centre[depth],
                  allowed);
      EXPECT_NEAR(again.snapshots[i].covered_mean[depth],
                  solved.plane.snapshots[i].covered_mean[depth], allowed);
      EXPECT_NEAR(again.snapshots[i].bare_mean[depth], solved.plane.snapshots[i].bare_mean[depth],
                  allowed);
    }
  }
}

TEST(TwoDimensions, AgreeWithThePlainColumnInTheMiddleOfAWidePack) {
  // 20 cm wide: the edge has not reached the middle, and the two programs share no code.
  std::size_t wide = 0;
  for (const SolvedCase& solved : read_cases()) {
    if (solved.problem.shape == Shape::strip && solved.problem.covered > 0.09) {
      ++wide;
      EXPECT_LE(worst_of(deviations_of(solved).endless_centre), 0.015) << solved.name;
    }
  }
  EXPECT_GE(wide, 3u);
}

}  // namespace
}  // namespace coldplan::offline
