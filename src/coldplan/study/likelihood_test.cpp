#include "coldplan/study/likelihood.h"

#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include "coldplan/facts/ids.h"

namespace coldplan::study {
namespace {

namespace id = facts::id::observation;

RowOfBlock row(std::size_t arm, double minute, double measured) {
  RowOfBlock made;
  made.arm = arm;
  made.time = 60.0 * minute;
  made.measured = measured;
  made.sd = 2.0;
  made.people = 16;
  return made;
}

double normal_log_density(double off, double variance) {
  return -0.5 * (off * off / variance + std::log(2.0 * std::numbers::pi * variance));
}

TEST(LogDensity, IsThatOfANormalNumberForOneRow) {
  const std::vector<RowOfBlock> rows{row(0, 20.0, 10.0)};
  const Block block = block_of(Missed::skin, rows, 1.0, 0.2);
  const double rise = 1.0 - std::exp(-1200.0 / facts::value(id::discrepancy_rise));
  const double variance = 1.5 * 1.5 * rise * rise + 2.0 * 2.0 / 16.0 + 0.2 * 0.2;
  EXPECT_NEAR(log_density(block, std::vector{1.7}, 1.5), normal_log_density(1.7, variance), 1e-12);
}

TEST(LogDensity, IsThatOfTwoCorrelatedNumbersForTwoRows) {
  const std::vector<RowOfBlock> rows{row(0, 10.0, 0.0), row(1, 20.0, 0.0)};
  const Block block = block_of(Missed::skin, rows, 1.0, 0.2);
  const double a = block.of_model(0, 0) + block.of_people(0, 0);
  const double b = block.of_model(1, 1) + block.of_people(1, 1);
  const double c = block.of_model(0, 1) + block.of_people(0, 1);
  EXPECT_DOUBLE_EQ(block.of_people(0, 1), 0.0);
  const double determinant = a * b - c * c;
  const double x = 0.7;
  const double y = -0.3;
  const double squared = (b * x * x - 2.0 * c * x * y + a * y * y) / determinant;
  const double expected =
      -0.5 * (squared + std::log(determinant) + 2.0 * std::log(2.0 * std::numbers::pi));
  EXPECT_NEAR(log_density(block, std::vector{x, y}, 1.0), expected, 1e-12);
}

TEST(LogDensity, LearnsLittleFromManyRowsOfOneArm) {
  // How much a shift of one degree loses: a hundred rows of a minute each against one.
  const auto lost = [](std::size_t count) {
    std::vector<RowOfBlock> rows;
    for (std::size_t i = 0; i < count; ++i) {
      rows.push_back(row(0, 20.0 + 0.1 * static_cast<double>(i), 0.0));
    }
    const Block block = block_of(Missed::skin, rows, 1.0, 0.2);
    return log_density(block, std::vector<double>(count, 0.0), 1.5) -
           log_density(block, std::vector<double>(count, 1.0), 1.5);
  };
  EXPECT_GT(lost(100), lost(1));
  EXPECT_LT(lost(100), 2.0 * lost(1));
}

TEST(LogDensity, PrefersADiscrepancyOfTheSizeOfWhatIsMissed) {
  std::vector<RowOfBlock> rows;
  std::vector<double> off;
  for (std::size_t arm = 0; arm < 8; ++arm) {
    rows.push_back(row(arm, 20.0, 0.0));
    off.push_back(arm % 2 == 0 ? 2.0 : -2.0);
  }
  const Block block = block_of(Missed::skin, rows, 1.0, 0.2);
  EXPECT_GT(log_density(block, off, 2.0), log_density(block, off, 0.3));
  EXPECT_GT(log_density(block, off, 2.5), log_density(block, off, 20.0));
}

}  // namespace
}  // namespace coldplan::study
