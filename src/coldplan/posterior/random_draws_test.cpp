#include "coldplan/posterior/random_draws.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>

#include <gtest/gtest.h>

namespace coldplan::posterior {
namespace {

constexpr std::uint64_t draws = 200'000;

struct Moments {
  double mean = 0.0;
  double sd = 0.0;
  double skewness = 0.0;
};

template <typename Draw>
Moments moments_of(Draw draw) {
  double first = 0.0;
  double second = 0.0;
  double third = 0.0;
  for (std::uint64_t i = 0; i < draws; ++i) {
    const double x = draw(i);
    first += x;
    second += x * x;
    third += x * x * x;
  }
  const double mean = first / draws;
  const double sd = std::sqrt(second / draws - mean * mean);
  return {mean, sd, (third / draws - 3.0 * mean * sd * sd - mean * mean * mean) / (sd * sd * sd)};
}

TEST(RandomDraws, DependOnSeedSubjectAndSlotAlone) {
  EXPECT_EQ(uniform_pair(7, 3, 1), uniform_pair(7, 3, 1));
  EXPECT_NE(uniform_pair(7, 3, 1), uniform_pair(8, 3, 1));
  EXPECT_NE(uniform_pair(7, 3, 1), uniform_pair(7, 4, 1));
  EXPECT_NE(uniform_pair(7, 3, 1), uniform_pair(7, 3, 2));
}

TEST(RandomDraws, TellApartSeedsAndSubjectsBeyondThirtyTwoBits) {
  EXPECT_NE(uniform_pair(1, 0, 0), uniform_pair(1 + (std::uint64_t{1} << 32), 0, 0));
  EXPECT_NE(uniform_pair(0, 1, 0), uniform_pair(0, 1 + (std::uint64_t{1} << 32), 0));
}

TEST(RandomDraws, AreThePublishedNumbersOfPhilox) {
  // Known answer of Philox4x32-10 for counter and key of zeros (kat_vectors of Random123):
  // 6627e8d5 e169c58d bc57ac4c 9b00dbd8.
  const auto [first, second] = uniform_pair(0, 0, 0);
  EXPECT_DOUBLE_EQ(first, (static_cast<double>(0x6627e8d5e169cULL) + 0.5) * 0x1p-52);
  EXPECT_DOUBLE_EQ(second, (static_cast<double>(0xbc57ac4c9b00dULL) + 0.5) * 0x1p-52);
}

TEST(RandomDraws, AreUniformInTheOpenInterval) {
  double least = 1.0;
  double most = 0.0;
  const Moments moments = moments_of([&](std::uint64_t i) {
    const double x = uniform_pair(5, i, 0)[1];
    least = std::min(least, x);
    most = std::max(most, x);
    return x;
  });
  EXPECT_GT(least, 0.0);
  EXPECT_LT(most, 1.0);
  EXPECT_NEAR(moments.mean, 0.5, 0.003);
  EXPECT_NEAR(moments.sd, std::sqrt(1.0 / 12.0), 0.002);
}

TEST(RandomDraws, AreNormalAndUncorrelatedInPairs) {
  double product = 0.0;
  const Moments moments = moments_of([&](std::uint64_t i) {
    const auto [left, right] = normal_pair(5, i, 1);
    product += left * right;
    return left;
  });
  EXPECT_NEAR(moments.mean, 0.0, 0.01);
  EXPECT_NEAR(moments.sd, 1.0, 0.01);
  EXPECT_NEAR(moments.skewness, 0.0, 0.02);
  EXPECT_NEAR(product / draws, 0.0, 0.01);
}

TEST(NormalQuantile, IsTheInverseOfTheNormalDistribution) {
  for (const double score :
       {-16.0, -8.0, -6.0, -3.0, -1.7, -1.3, -0.4, 0.0, 0.2, 1.1, 1.6, 2.5, 4.0}) {
    const double share = 0.5 * std::erfc(-score / std::sqrt(2.0));
    // Near 1 the share itself knows no more of the tail.
    EXPECT_NEAR(normal_quantile(share), score, score > 3.0 ? 1e-11 : 1e-13) << score;
  }
  EXPECT_EQ(normal_quantile(0.5), 0.0);
  EXPECT_NEAR(normal_quantile(0.95), 1.6448536269514722, 1e-15);
}

TEST(NormalQuantile, MakesNormalNumbersOfUniformOnes) {
  const Moments moments =
      moments_of([](std::uint64_t i) { return normal_quantile(uniform_pair(6, i, 0)[0]); });
  EXPECT_NEAR(moments.mean, 0.0, 0.01);
  EXPECT_NEAR(moments.sd, 1.0, 0.01);
  EXPECT_NEAR(moments.skewness, 0.0, 0.02);
}

TEST(RandomDraws, HaveTheSkewnessAskedFor) {
  for (const double wanted : {-0.8, 0.0, 0.38, 0.44, 0.9}) {
    const Moments moments =
        moments_of([wanted](std::uint64_t i) { return skewed(normal_pair(9, i, 2), wanted); });
    EXPECT_NEAR(moments.mean, 0.0, 0.01) << wanted;
    EXPECT_NEAR(moments.sd, 1.0, 0.01) << wanted;
    EXPECT_NEAR(moments.skewness, wanted, 0.03) << wanted;
  }
}

TEST(Visited, GoesThroughAllDrawsBeforeOneComesAgain) {
  for (const std::size_t count : {1U, 96U, 101U, 202U, 256U, 103U, 10403U}) {
    std::set<std::size_t> seen;
    for (std::uint64_t index = 0; index < count; ++index) {
      seen.insert(visited(77, index, count));
    }
    EXPECT_EQ(seen.size(), count);
  }
}

TEST(RandomDraws, ShareOfANormalNumberInvertsItsQuantile) {
  for (const double share : {1e-6, 0.05, 0.5, 0.84, 0.999}) {
    EXPECT_NEAR(normal_share(normal_quantile(share)), share, 1e-12);
  }
}

}  // namespace
}  // namespace coldplan::posterior
