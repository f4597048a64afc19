#include "coldplan/cohort/part_rows.h"

#include <cmath>

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/cohort/example_plan.h"

namespace coldplan::cohort {
namespace {

/// The bits of two rows, in which a time that never came equals another.
void expect_same(const Row& one, const Row& other) {
  for (const Column& column : columns()) {
    const double a = value_of(one, column);
    const double b = value_of(other, column);
    EXPECT_TRUE(a == b || (std::isnan(a) && std::isnan(b)))
        << column.name << ": " << a << ", " << b;
  }
}

TEST(PartRows, AreTheSameForAnyThreadsAndSlices) {
  const Plan plan = small_plan(6);
  const Crowd crowd{plan};
  const ArmRows whole = rows_of(plan, crowd, {0, 6}, 0, 1);
  const ArmRows threaded = rows_of(plan, crowd, {0, 6}, 0, 3);
  const ArmRows end = rows_of(plan, crowd, {4, 2}, 0, 2);
  for (std::size_t i = 0; i < 6; ++i) {
    expect_same(whole.rows[i], threaded.rows[i]);
  }
  expect_same(whole.rows[4], end.rows[0]);
  expect_same(whole.rows[5], end.rows[1]);
}

TEST(PartRows, KeepWhatTheSimulationFinds) {
  const Plan plan = small_plan(1);
  const Crowd crowd{plan};
  const Subject subject = crowd.subject_at(0);
  const auto back =
      simulation::simulate(subject.build, session_for(plan.arms[0], subject), subject.draw);
  ASSERT_TRUE(back);
  const Row row = rows_of(plan, crowd, {0, 1}, 0, 1).rows.front();
  const auto& skin = simulation::trace_of(*back, anatomy::landmark::skin);
  const auto summary = simulation::summarize(back->time, skin, back->removal);
  // The batch at single precision beside the precise one.
  EXPECT_NEAR(row.skin_coldest, summary.coldest, 0.02);
  EXPECT_FLOAT_EQ(row.removal_time, 600.0F);
  EXPECT_NEAR(row.heat_taken / back->heat_taken, 1.0, 1e-3);
  EXPECT_EQ(row.status, static_cast<std::uint8_t>(Status::solved));
  EXPECT_LT(row.skin_coldest, row.muscle_1cm_coldest);
  EXPECT_LT(row.muscle_1cm_coldest, row.muscle_3cm_coldest);
}

TEST(PartRows, AgreeOnAnalgesiaInItsThreeColumns) {
  const Plan plan = small_plan(8);
  const ArmRows part = rows_of(plan, Crowd{plan}, {0, 8}, 0, 2);
  for (const Row& row : part.rows) {
    EXPECT_EQ(row.analgesia_duration > 0.0F, !std::isnan(row.analgesia_reached_time));
    EXPECT_GE(row.analgesia_duration, row.numb_duration);
    EXPECT_GE(row.numb_duration, row.warning_duration);
    EXPECT_GE(row.warning_duration, row.freezing_duration);
  }
}

TEST(PartRows, SayThatTissueFroze) {
  Plan plan = small_plan(1);
  plan.arms[0].session = simulation::usual_session(applicator::vapocoolant());
  std::get<applicator::Film>(plan.arms[0].session.form.source).temperature =
      applicator::exactly(-20.0);
  const Row row = rows_of(plan, Crowd{plan}, {0, 1}, 0, 1).rows.front();
  EXPECT_EQ(row.status, static_cast<std::uint8_t>(Status::frozen));
  EXPECT_GT(row.frozen_depth, 0.0F);
  EXPECT_GT(row.freezing_duration, 0.0F);
}

TEST(PartRows, HoldHistoriesThatEndWhereTheRowSays) {
  Plan plan = small_plan(2);
  plan.histories = true;
  const ArmRows part = rows_of(plan, Crowd{plan}, {0, 2}, 0, 1);
  const std::size_t landmarks = history_landmarks().size();
  constexpr std::size_t moments = 16;
  ASSERT_EQ(part.histories.size(), 2 * moments * landmarks);
  EXPECT_FLOAT_EQ(part.histories[0], part.rows[0].skin_before);
  EXPECT_FLOAT_EQ(part.histories[10 * landmarks], part.rows[0].skin_at_removal);
  EXPECT_FLOAT_EQ(part.histories[(moments + 10) * landmarks], part.rows[1].skin_at_removal);
}

}  // namespace
}  // namespace coldplan::cohort
