#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "coldplan/bioheat/batch.h"
#include "coldplan/bioheat/example_back.h"

/// Lanes know nothing of each other.
namespace coldplan::tests {
namespace {

using bioheat::BatchOptions;
using bioheat::Precision;
using bioheat::probe;
using bioheat::Probes;
using bioheat::Rest;
using bioheat::Solved;
using bioheat::Task;

/// A back with fat of its own, under cold of its own, for minutes of its own.
Task task(int fat_mm, int minutes, int kind) {
  Task one{back(), Rest{room}, {}, {0.0, 0.004, 0.03}};
  one.column.layers[1].thickness = 1e-3 * fat_mm;
  const double seconds = 60.0 * minutes;
  if (kind == 0) {
    one.schedule = {{seconds, ice_bag(2.0), true}, {1800.0, room, false}};
  } else if (kind == 1) {
    one.schedule = {{seconds, {0.01, 5.0, std::nullopt}, true}, {900.0, room, false}};
  } else {
    one.schedule = {{seconds, ice_bag(1.0), true},
                    {300.0, room, false},
                    {seconds, ice_bag(1.0), true},
                    {600.0, room, false}};
  }
  return one;
}

std::vector<Task> many_tasks() {
  constexpr int count = 75;
  std::vector<Task> tasks;
  tasks.reserve(count);
  for (int i = 0; i < count; ++i) {
    tasks.push_back(task(3 + (7 * i) % 41, 5 + (11 * i) % 23, i % 3));
  }
  return tasks;
}

/// The trace of a task, NaN beyond its end as one number, so that bits can be compared.
std::vector<float> bits_of(const Probes& probes, std::size_t number) {
  std::vector<float> bits;
  for (std::size_t depth = 0; depth < probes.depths; ++depth) {
    for (const float t : probes.trace(number, depth)) {
      if (!std::isnan(t)) {
        bits.push_back(t);
      }
    }
  }
  bits.push_back(static_cast<float>(probes.outcomes[number].heat_taken));
  return bits;
}

std::vector<BatchOptions> options_of_all_targets() {
  std::vector<BatchOptions> all;
  for (const std::string_view target : bioheat::batch_targets()) {
    for (const Precision precision : {Precision::single, Precision::twofold}) {
      all.push_back({});
      all.back().target = target;
      all.back().precision = precision;
    }
  }
  return all;
}

class OnEveryTarget : public testing::TestWithParam<BatchOptions> {};

TEST_P(OnEveryTarget, ATaskHasTheSameBitsAloneInAnyOrderAndOnAnyThreads) {
  const std::vector<Task> tasks = many_tasks();
  BatchOptions options = GetParam();
  options.threads = 1;
  const Probes together = probe(tasks, options);
  for (std::size_t i = 0; i < tasks.size(); i += 7) {
    EXPECT_EQ(bits_of(probe({&tasks[i], 1}, options), 0), bits_of(together, i)) << i;
  }
  const std::vector<Task> reversed(tasks.rbegin(), tasks.rend());
  options.threads = 2;
  const Probes backwards = probe(reversed, options);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    EXPECT_EQ(bits_of(backwards, tasks.size() - 1 - i), bits_of(together, i)) << i;
  }
}

/// Ways to spoil a task that `check` may or may not see.
std::vector<Task> absurd_tasks() {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  std::vector<Task> absurd(11, task(15, 20, 1));
  absurd[0].column.layers[0].tissue.properties.conductivity = nan;
  absurd[1].column.layers[1].tissue.properties.density = 1e-310;
  absurd[2].column.layers[2].thickness = 1e-40;
  absurd[3].schedule[0].boundary.temperature = 1e30;
  absurd[4].column.layers[2].tissue.properties.metabolic_heat = 1e30;
  absurd[5].column.arterial_temperature = std::numeric_limits<double>::infinity();
  absurd[6].schedule[0].duration = -1.0;
  absurd[7].schedule[0].duration = 1e30;
  absurd[8].column.law.local_sensitivity = nan;
  absurd[9].column.law.recovery_time_cap = nan;
  absurd[10].column.layers[1].tissue.flow_logistic.middle = nan;
  return absurd;
}

TEST_P(OnEveryTarget, AnAbsurdLaneIsReportedAloneAndLeavesTheBitsOfOthers) {
  const std::vector<Task> sound(40, task(15, 20, 1));
  const std::vector<float> expected = bits_of(probe({sound.data(), 1}, GetParam()), 0);
  const std::vector<Task> absurd = absurd_tasks();
  for (std::size_t kind = 0; kind < absurd.size(); ++kind) {
    std::vector<Task> tasks = sound;
    tasks[3] = absurd[kind];
    const Probes probes = probe(tasks, GetParam());
    EXPECT_EQ(probes.outcomes[3].solved, Solved::no) << kind;
    EXPECT_TRUE(probes.outcomes[3].error.has_value()) << kind;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      if (i != 3) {
        EXPECT_EQ(probes.outcomes[i].solved, Solved::by_batch) << kind;
        EXPECT_EQ(bits_of(probes, i), expected) << kind << ", lane " << i;
      }
    }
  }
}

TEST_P(OnEveryTarget, AgreesWithTheBestOneToFiveThousandthsOfADegree) {
  const std::vector<Task> tasks = many_tasks();
  const Probes here = probe(tasks, GetParam());
  BatchOptions best;
  best.precision = Precision::twofold;
  const Probes there = probe(tasks, best);
  ASSERT_EQ(here.temperature.size(), there.temperature.size());
  float worst = 0.0F;
  for (std::size_t i = 0; i < here.temperature.size(); ++i) {
    ASSERT_EQ(std::isnan(here.temperature[i]), std::isnan(there.temperature[i]));
    if (!std::isnan(here.temperature[i])) {
      worst = std::max(worst, std::abs(here.temperature[i] - there.temperature[i]));
    }
  }
  EXPECT_LE(worst, 0.005F);
  RecordProperty("worst", std::to_string(worst));
}

TEST_P(OnEveryTarget, HandsFreezingTissueToTheReference) {
  std::vector<Task> tasks(5, task(15, 20, 1));
  for (bioheat::Layer& layer : tasks[2].column.layers) {
    layer.tissue.frozen = tissue::FrozenProperties{-1.0, 2e5, 1.6, 1700.0};
  }
  tasks[2].schedule[0].boundary = {0.004, -25.0, std::nullopt};
  tasks[2].schedule[0].duration = 600.0;
  tasks[3].column = tasks[2].column;
  tasks[3].start = bioheat::Uniform{-5.0};
  const Probes probes = probe(tasks, GetParam());
  EXPECT_EQ(probes.outcomes[2].solved, Solved::by_reference);
  EXPECT_GT(probes.outcomes[2].deepest_frozen, 1e-4);
  EXPECT_EQ(probes.outcomes[3].solved, Solved::by_reference);
  EXPECT_EQ(probes.outcomes[1].solved, Solved::by_batch);
  const bioheat::History history =
      bioheat::solve(tasks[2].column, tasks[2].start, tasks[2].schedule).value();
  for (std::size_t minute = 0; minute <= 25; ++minute) {
    EXPECT_FLOAT_EQ(probes.at(2, 1, minute),
                    static_cast<float>(bioheat::temperature_at(history, minute, 0.004)));
  }
}

TEST_P(OnEveryTarget, GivesTheReferencesErrorWhereMetabolismRunsAway) {
  std::vector<Task> tasks(5, task(15, 20, 1));
  bioheat::Column& column = tasks[2].column;
  column.inner_temperature = std::nullopt;
  column.layers[2].tissue.quotient_reference = 37.0;
  column.layers[2].tissue.properties.metabolic_heat = 1e5;
  const Probes probes = probe(tasks, GetParam());
  EXPECT_EQ(probes.outcomes[2].solved, Solved::no);
  ASSERT_TRUE(probes.outcomes[2].error.has_value());
  EXPECT_EQ(probes.outcomes[2].error->code, ErrorCode::not_solved);
  EXPECT_EQ(probes.outcomes[1].solved, Solved::by_batch);
}

INSTANTIATE_TEST_SUITE_P(Lanes, OnEveryTarget, testing::ValuesIn(options_of_all_targets()),
                         [](const testing::TestParamInfo<BatchOptions>& given) {
                           return std::string{given.param.target} +
                                  (given.param.precision == Precision::single ? "Single"
                                                                              : "Twofold");
                         });

RC_GTEST_PROP(Lanes, KeepTheirBitsInAnyCompany, ()) {
  const auto a_task = [] {
    return task(*rc::gen::inRange(3, 45), *rc::gen::inRange(1, 40), *rc::gen::inRange(0, 3));
  };
  std::vector<Task> tasks;
  const int count = *rc::gen::inRange(1, 20);
  tasks.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    tasks.push_back(a_task());
  }
  const auto chosen = static_cast<std::size_t>(*rc::gen::inRange(0, count));
  RC_ASSERT(bits_of(probe(tasks), chosen) == bits_of(probe({&tasks[chosen], 1}), 0));
}

TEST(Probe, RefusesUnequalDepthsAnUnknownTargetNoIntervalAndNoSteps) {
  std::vector<Task> tasks{task(10, 10, 0), task(10, 10, 0)};
  tasks[1].depths.pop_back();
  EXPECT_THROW(static_cast<void>(probe(tasks)), std::invalid_argument);
  BatchOptions options;
  options.target = "ABACUS";
  EXPECT_THROW(static_cast<void>(probe({tasks.data(), 1}, options)), std::invalid_argument);
  options = {};
  options.sample_interval = 0.0;
  EXPECT_THROW(static_cast<void>(probe({tasks.data(), 1}, options)), std::invalid_argument);
  options = {};
  options.mesh.first = 0.0;
  EXPECT_THROW(static_cast<void>(probe({tasks.data(), 1}, options)), std::invalid_argument);
}

TEST(Probe, RefusesADepthUnderTheColumnForThatTaskAlone) {
  std::vector<Task> tasks{task(10, 10, 0), task(10, 10, 0)};
  tasks[0].depths[2] = 0.5;
  const Probes probes = probe(tasks);
  ASSERT_TRUE(probes.outcomes[0].error.has_value());
  EXPECT_EQ(probes.outcomes[0].error->place, "depths");
  EXPECT_EQ(probes.outcomes[1].solved, Solved::by_batch);
}

TEST(Probe, GivesNothingForNoTasks) {
  EXPECT_TRUE(probe({}).outcomes.empty());
}

}  // namespace
}  // namespace coldplan::tests
