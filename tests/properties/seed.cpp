#include <cstdlib>

#include <gtest/gtest.h>

namespace coldplan::properties {
namespace {

/// The same cases in every run; RC_PARAMS in the environment asks for others, or for more.
class FixedSeed : public testing::Environment {
 public:
  void SetUp() override { ::setenv("RC_PARAMS", "seed=20260417 max_success=60", 0); }
};

[[maybe_unused]] const auto* const fixed_seed =
    testing::AddGlobalTestEnvironment(new FixedSeed);  // GoogleTest owns it

}  // namespace
}  // namespace coldplan::properties
