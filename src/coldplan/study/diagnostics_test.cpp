#include "coldplan/study/diagnostics.h"

#include <cmath>

#include <gtest/gtest.h>

#include "coldplan/study/stream.h"

namespace coldplan::study {
namespace {

/// Chains of an autoregressive process of lag-one correlation `correlation`, of variance 1.
Chains autoregressive(double correlation, std::size_t chains, std::size_t length) {
  Chains made(chains);
  for (std::size_t c = 0; c < chains; ++c) {
    Stream stream{3, c};
    double value = stream.normal();
    for (std::size_t i = 0; i < length; ++i) {
      made[c].push_back(value);
      value = correlation * value + std::sqrt(1.0 - correlation * correlation) * stream.normal();
    }
  }
  return made;
}

TEST(SplitRHat, IsOneForChainsThatHaveMixed) {
  EXPECT_NEAR(split_r_hat(autoregressive(0.0, 8, 2000)), 1.0, 0.002);
}

TEST(SplitRHat, IsOverOneForChainsThatStandApartOrDrift) {
  Chains apart = autoregressive(0.0, 4, 500);
  for (double& value : apart[0]) {
    value += 2.0;
  }
  EXPECT_GT(split_r_hat(apart), 1.2);
  Chains drifting = autoregressive(0.0, 4, 500);
  for (auto& chain : drifting) {
    for (std::size_t i = 0; i < chain.size(); ++i) {
      chain[i] += 0.006 * static_cast<double>(i);
    }
  }
  EXPECT_GT(split_r_hat(drifting), 1.2);
}

TEST(SplitRHat, IsInfiniteForChainsThatStandStillApart) {
  const Chains apart{{1.0, 1.0, 1.0, 1.0}, {2.0, 2.0, 2.0, 2.0}};
  EXPECT_TRUE(std::isinf(split_r_hat(apart)));
}

TEST(EffectiveSamples, AreThoseOfAnAutoregressiveProcess) {
  // n (1 − ρ)/(1 + ρ)
  const double samples = 8.0 * 4000.0;
  EXPECT_NEAR(effective_samples(autoregressive(0.0, 8, 4000)) / samples, 1.0, 0.1);
  EXPECT_NEAR(effective_samples(autoregressive(0.8, 8, 4000)) / samples, 0.2 / 1.8, 0.03);
}

TEST(EffectiveWeights, CountEqualWeightsAndNotOthers) {
  EXPECT_DOUBLE_EQ(effective_weights({0.25, 0.25, 0.25, 0.25}), 4.0);
  EXPECT_DOUBLE_EQ(effective_weights({1.0, 0.0, 0.0, 0.0}), 1.0);
  EXPECT_DOUBLE_EQ(effective_weights({0.5, 0.5, 0.0}), 2.0);
}

}  // namespace
}  // namespace coldplan::study
