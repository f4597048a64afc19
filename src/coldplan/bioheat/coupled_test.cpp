#include "coldplan/bioheat/coupled.h"

#include <cmath>

#include <gtest/gtest.h>

#include "coldplan/bioheat/example_back.h"

namespace coldplan::bioheat {
namespace {

/// A back under a centimetre of fat.
Column back() {
  Column column = tests::back();
  column.layers[1].thickness = 0.01;
  return column;
}

/// The same with flow and metabolism that do not change: linear.
Column linear_back() {
  Column column = back();
  for (Layer& layer : column.layers) {
    layer.tissue.flow_control = tissue::FlowControl::fixed;
    layer.tissue.metabolism_q10 = 1.0;
  }
  return column;
}

const Boundary room{1.0 / 8.5, 23.0, std::nullopt};
const Boundary ice{1.0 / 50.0, 0.0, std::nullopt};

Boundary melting_bag() {
  return {1.0 / 50.0, 0.0,
          HeatStore{2.0 * 2050.0, 2.0 * 4190.0, 2.0 * 334e3, 0.0, -18.0, 8.0, 23.0}};
}

std::vector<Phase> under(const Boundary& cold) {
  return {{1200.0, cold, true}, {3600.0, room, false}};
}

const std::vector<Phase> bare{{4800.0, room, false}};

CoupledHistory coupled(const Column& column, const Cover& cover, const std::vector<Phase>& covered,
                       const std::vector<Phase>& beside, const CoupledOptions& options = {}) {
  const auto solved = solve_coupled(column, cover, Rest{room}, covered, beside, options);
  EXPECT_TRUE(solved.has_value()) << message(solved.error());
  return solved.value();
}

/// Largest difference [K] of two histories sampled at the same times.
double difference(const History& one, const History& other) {
  EXPECT_EQ(one.time, other.time);
  double worst = 0.0;
  for (std::size_t i = 0; i < one.temperature.size(); ++i) {
    worst = std::max(worst, std::abs(one.temperature[i] - other.temperature[i]));
  }
  return worst;
}

TEST(SolveCoupled, ExchangesNothingBetweenPartsThatFaceTheSame) {
  const CoupledHistory both = coupled(back(), long_pack(0.05, 0.05), under(ice), under(ice));
  const History alone = solve(back(), Rest{room}, under(ice)).value();
  EXPECT_EQ(both.covered.temperature, alone.temperature);
  EXPECT_EQ(both.bare.temperature, alone.temperature);
  EXPECT_EQ(both.exchanged, 0.0);
}

TEST(SolveCoupled, LeavesTheMeanOfALinearBackAsIfNothingWereExchanged) {
  // Both films alike: the mean of both parts by area obeys the equation of one column before the
  // mean of both sources, whatever crosses the edge.
  const double share = 0.3;
  const Boundary cold{room.resistance, -10.0, std::nullopt};
  const Boundary between{room.resistance, share * -10.0 + (1.0 - share) * 23.0, std::nullopt};
  const CoupledHistory both =
      coupled(linear_back(), long_pack(0.03, 0.07), under(cold), under(room));
  const History mean = solve(linear_back(), Rest{room}, under(between)).value();
  EXPECT_GT(both.exchanged, 1e4);
  for (std::size_t i = 0; i < mean.temperature.size(); ++i) {
    EXPECT_NEAR(share * both.covered.temperature[i] + (1.0 - share) * both.bare.temperature[i],
                mean.temperature[i], 1e-9);
  }
}

TEST(SolveCoupled, GivesOnePartWhatTheOtherLosesToRounding) {
  for (const Cover& cover : {long_pack(0.05, 0.08), round_pack(0.06, 0.05)}) {
    const CoupledHistory both = coupled(linear_back(), cover, under(ice), bare);
    EXPECT_LT(both.exchange_closure, 1e-13);
    EXPECT_NEAR(both.exchanged, -both.bare_area * both.bare.energy.heats.added,
                1e-12 * both.exchanged);
    EXPECT_LT(both.covered.energy.closure, 1e-10);
  }
}

TEST(SolveCoupled, ClosesTheExchangeWhereEventsPlaceTheStepsOfOnePartOtherwise) {
  const CoupledHistory both = coupled(back(), long_pack(0.05, 0.08), under(melting_bag()), bare);
  EXPECT_FALSE(both.covered.events.empty());
  EXPECT_LT(both.exchange_closure, 1e-4);
}

TEST(SolveCoupled, WarmsTheMeanUnderThePackAndCoolsTheSkinBesideIt) {
  const History endless = solve(back(), Rest{room}, under(ice)).value();
  const CoupledHistory both = coupled(back(), long_pack(0.05, 0.05), under(ice), bare);
  const std::size_t removal = 20;
  for (const double depth : {0.0, 0.0122, 0.0222, 0.0322}) {
    EXPECT_GT(temperature_at(both.covered, removal, depth),
              temperature_at(endless, removal, depth));
    EXPECT_LT(temperature_at(both.bare, removal, depth), temperature_at(both.bare, 0, depth));
  }
}

TEST(SolveCoupled, NearsTheEndlessPackAsThePackGrows) {
  const History endless = solve(back(), Rest{room}, under(ice)).value();
  double before = 1e9;
  for (const double half_width : {0.05, 0.1, 0.4, 20.0}) {
    const CoupledHistory both = coupled(back(), long_pack(half_width, 0.05), under(ice), bare);
    const double gap = difference(both.covered, endless);
    EXPECT_LT(gap, 0.8 * before) << half_width;
    before = gap;
  }
  EXPECT_LT(before, 0.005);
}

TEST(SolveCoupled, TreatsBothPartsAlike) {
  const CoupledHistory one = coupled(back(), long_pack(0.05, 0.08), under(ice), under(room));
  const CoupledHistory other = coupled(back(), long_pack(0.08, 0.05), under(room), under(ice));
  EXPECT_LT(difference(one.covered, other.bare), 2e-3);
  EXPECT_LT(difference(one.bare, other.covered), 2e-3);
}

TEST(SolveCoupled, HasConvergedInRoundsAndInSamples) {
  const CoupledHistory both = coupled(back(), long_pack(0.05, 0.05), under(ice), bare);
  EXPECT_LE(both.rounds, 12);
  CoupledOptions strict;
  strict.tolerance = 1e-7;
  EXPECT_LT(difference(both.covered,
                       coupled(back(), long_pack(0.05, 0.05), under(ice), bare, strict).covered),
            1e-3);
  CoupledOptions fine;
  fine.solver.sample_interval = 5.0;
  const History sampled = coupled(back(), long_pack(0.05, 0.05), under(ice), bare, fine).covered;
  for (std::size_t minute = 0; minute < both.covered.samples; ++minute) {
    for (const double depth : {0.0, 0.0122, 0.0222}) {
      EXPECT_NEAR(temperature_at(sampled, 12 * minute, depth),
                  temperature_at(both.covered, minute, depth), 0.03);
    }
  }
}

TEST(SolveCoupled, CutsTheBarePhaseWhereACoveredOneEnds) {
  const std::vector<Phase> short_cold{{90.0, ice, true}, {90.0, room, false}};
  const std::vector<Phase> one{{180.0, room, false}};
  const CoupledHistory both = coupled(back(), long_pack(0.05, 0.05), short_cold, one);
  EXPECT_EQ(both.bare.time, (std::vector{0.0, 60.0, 90.0, 120.0, 180.0}));
  EXPECT_EQ(both.covered.time, both.bare.time);
}

TEST(SolveCoupled, RefusesWhatItCannotPair) {
  const auto refused = [](const std::vector<Phase>& covered, const std::vector<Phase>& beside) {
    return solve_coupled(back(), long_pack(0.05, 0.05), Rest{room}, covered, beside).error();
  };
  const std::vector<Phase> longer{{5000.0, room, false}};
  EXPECT_EQ(refused(under(ice), longer).code, ErrorCode::conflict);
  std::vector<Phase> stopping = under(ice);
  stopping[0].stop_temperature = 4.0;
  EXPECT_EQ(refused(stopping, bare).code, ErrorCode::conflict);
  const std::vector<Phase> bag{{4800.0, melting_bag(), true}};
  EXPECT_EQ(refused(bag, under(room)).code, ErrorCode::conflict);
  EXPECT_EQ(
      solve_coupled(back(), partly_covered_limb(0.5), Rest{room}, under(ice), bare).error().place,
      "cover.shape");
  EXPECT_EQ(refused({}, {}).place, "covered column.schedule");
}

TEST(SolveCoupled, SaysSoWhereItsRoundsDoNotConverge) {
  CoupledOptions hasty;
  hasty.most_rounds = 2;
  const auto solved =
      solve_coupled(back(), long_pack(0.05, 0.05), Rest{room}, under(ice), bare, hasty);
  ASSERT_FALSE(solved.has_value());
  EXPECT_EQ(solved.error().code, ErrorCode::not_solved);
}

}  // namespace
}  // namespace coldplan::bioheat
