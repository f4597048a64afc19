#include <algorithm>
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "coldplan/thermoregulation/example_bodies.h"

// Who shares a batch, or stood in it before, is nobody's business.
namespace coldplan::thermoregulation {
namespace {

using tests::adult;
using tests::history_of;
using tests::in_bath;
using tests::in_chamber;
using tests::minute;
using tests::young_man;

/// A body for every number: all sizes, ages and forms; few lengths, so that batches fill up and
/// follow each other.
BodyTask numbered(std::size_t number) {
  const auto n = static_cast<double>(number);
  const auto sex = number % 2 == 0 ? person::Sex::male : person::Sex::female;
  const person::Person person = adult(sex, 20.0 + 3.0 * std::fmod(7.0 * n, 24.0), 1.55 + 0.015 * n,
                                      50.0 + 4.0 * std::fmod(5.0 * n, 23.0));
  const double seconds = number % 5 == 0 ? 4.0 * minute : 3.0 * minute;
  BodyTask task = number % 3 == 0 ? in_bath(person, 4.0 + n, seconds, 20.0 * minute, 200.0)
                                  : in_chamber(person, -60.0 - 2.0 * n, seconds, 20.0 * minute);
  task.probes = {{Site::thigh, 0.02}, {Site::lumbar, 0.03}};
  return task;
}

/// One whose state of rest is found later than that of the others: a draw of blood flow.
BodyTask slow_to_settle() {
  const person::Person person = adult(person::Sex::male, 60.0, 1.70, 110.0);
  BodyTask task = in_chamber(person);
  task.physique = physique_of(person, anatomy::median_build(person),
                              person::anthropometry(person).body_fat_fraction.median, make_layout(),
                              posterior::prior_draw(20, 151));
  task.probes = {{Site::thigh, 0.02}, {Site::lumbar, 0.03}};
  return task;
}

constexpr std::size_t crowd_size = 25;

const std::vector<BodyTask>& crowd() {
  static const std::vector<BodyTask> all = [] {
    std::vector<BodyTask> tasks;
    for (std::size_t i = 0; i + 1 < crowd_size; ++i) {
      tasks.push_back(numbered(i));
    }
    tasks.push_back(slow_to_settle());
    // One whose skin freezes, and one who breaks the arithmetic after that.
    tasks.push_back(in_chamber(young_man(), -181.0, 10.0 * minute, 20.0 * minute));
    tasks.push_back(in_chamber(young_man(), -270.0, 4.0 * minute, 20.0 * minute));
    return tasks;
  }();
  return all;
}

/// Each of them alone.
const std::vector<BodyHistory>& alone() {
  static const std::vector<BodyHistory> all = [] {
    std::vector<BodyHistory> histories;
    for (const BodyTask& task : crowd()) {
      histories.push_back(history_of(task));
    }
    return histories;
  }();
  return all;
}

bool are_same(const BodyHistory& a, const BodyHistory& b) {
  return a.time == b.time && a.stage_end == b.stage_end && a.observed == b.observed &&
         a.probes == b.probes && a.lumbar == b.lumbar && a.energy_closure == b.energy_closure &&
         a.heat_into_bath == b.heat_into_bath && a.neutral.air == b.neutral.air &&
         a.neutral.skin == b.neutral.skin && a.freezing.has_value() == b.freezing.has_value();
}

/// Whether those in this order have the same bits as alone.
bool hold_together(const std::vector<std::size_t>& order, int threads) {
  std::vector<BodyTask> tasks;
  tasks.reserve(order.size());
  for (const std::size_t who : order) {
    tasks.push_back(crowd()[who]);
  }
  BodyOptions options;
  options.threads = threads;
  const auto histories = simulate(tasks, options);
  bool hold = true;
  for (std::size_t i = 0; i < order.size(); ++i) {
    hold = hold && are_same(histories[i].value(), alone()[order[i]]);
  }
  return hold;
}

TEST(WholeBodyBatch, HasTheSameBitsInOrderAndInReverseOnOneThreadAndTwo) {
  std::vector<std::size_t> order(crowd().size());
  std::iota(order.begin(), order.end(), 0);
  for (const int threads : {1, 2}) {
    EXPECT_TRUE(hold_together(order, threads)) << threads;
  }
  std::reverse(order.begin(), order.end());
  for (const int threads : {1, 2}) {
    EXPECT_TRUE(hold_together(order, threads)) << threads << ", reversed";
  }
}

RC_GTEST_PROP(WholeBodyBatch, HasTheSameBitsWhoeverStandsBeside, ()) {
  const auto order = *rc::gen::container<std::vector<std::size_t>>(
                          rc::gen::inRange<std::size_t>(0, crowd().size()))
                          .as("who, in this order");
  const int threads = *rc::gen::inRange(1, 3).as("threads");
  RC_ASSERT(hold_together(order, threads));
}

TEST(WholeBodyBatch, KeepsTheSameSummaryWhateverTheOrderAndTheThreads) {
  std::vector<BodyTask> reversed{crowd().rbegin(), crowd().rend()};
  BodyOptions options;
  options.threads = 1;
  const auto forward = summarize(crowd(), options);
  options.threads = 2;
  const auto backward = summarize(reversed, options);
  for (std::size_t i = 0; i < crowd().size(); ++i) {
    const BodySummary& a = forward[i].value();
    const BodySummary& b = backward[crowd().size() - 1 - i].value();
    EXPECT_EQ(a.lowest_mean_skin, b.lowest_mean_skin) << i;
    EXPECT_EQ(a.lowest_lumbar_skin, b.lowest_lumbar_skin) << i;
    EXPECT_EQ(a.lowest_rectal, b.lowest_rectal) << i;
    EXPECT_EQ(a.lowest_central_time, b.lowest_central_time) << i;
    EXPECT_EQ(a.highest_shivering, b.highest_shivering) << i;
  }
}

TEST(WholeBodyBatch, AnswersAlikeOnEveryInstructionSet) {
  for (const std::string_view target : body_target_names()) {
    BodyOptions options;
    options.target = target;
    const auto histories = simulate(crowd(), options);
    for (std::size_t i = 0; i < crowd_size; ++i) {
      for (const Observed what :
           {Observed::central_blood, Observed::pelvis_core, Observed::mean_skin}) {
        for (std::size_t at = 0; at < alone()[i].time.size(); ++at) {
          ASSERT_NEAR(histories[i]->of(what)[at], alone()[i].of(what)[at], 0.005)
              << target << ", " << i;
        }
      }
    }
  }
}

/// What a temperature in single precision has lost is far under what anyone measures.
TEST(WholeBodyBatch, SummarizesInSinglePrecisionWhatHistoriesShow) {
  const auto summaries = summarize(crowd());
  const auto lowest = [](const std::vector<double>& values) {
    return *std::min_element(values.begin(), values.end());
  };
  for (std::size_t i = 0; i < crowd_size; ++i) {
    const BodySummary& summary = summaries[i].value();
    const BodyHistory& history = alone()[i];
    EXPECT_NEAR(summary.lowest_mean_skin, lowest(history.of(Observed::mean_skin)), 0.02);
    EXPECT_NEAR(summary.lowest_lumbar_skin, lowest(history.surface(Site::lumbar)), 0.02);
    EXPECT_NEAR(summary.lowest_rectal, lowest(history.of(Observed::pelvis_core)), 0.02);
    EXPECT_NEAR(summary.lowest_central, lowest(history.of(Observed::central_blood)), 0.02);
  }
}

}  // namespace
}  // namespace coldplan::thermoregulation
