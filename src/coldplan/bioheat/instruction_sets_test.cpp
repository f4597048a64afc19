#include "coldplan/bioheat/instruction_sets.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <hwy/highway.h>

#include "coldplan/bioheat/batch_kernel.h"

namespace coldplan::bioheat {
namespace {

constexpr std::int64_t every_set =
    HWY_AVX3_DL | HWY_AVX3 | HWY_AVX2 | HWY_SSE4 | HWY_SSSE3 | HWY_NEON | HWY_EMU128;

std::int64_t bit_of(std::int64_t set) {
  return set;
}

TEST(UsableTargets, AreMadeBestFirstAndOnlyWhereTheProcessorHasThem) {
  std::vector<std::int64_t> made;
  const auto usable = usable_targets<every_set, std::int64_t>([&](auto set) {
    made.push_back(set);
    return bit_of(set);
  });
  EXPECT_EQ(made, usable);
  EXPECT_TRUE(std::is_sorted(usable.begin(), usable.end()));
  for (std::int64_t bit = 1; bit < HWY_EMU128; bit <<= 1) {
    const bool is_made = std::find(usable.begin(), usable.end(), bit) != usable.end();
    EXPECT_EQ(is_made, (bit & every_set) != 0 && is_supported(bit)) << bit;
  }
  EXPECT_EQ(usable.back(), HWY_EMU128);
}

TEST(UsableTargets, AreNoneOfASetThatIsNotKnown) {
  EXPECT_FALSE(is_supported(1));
  EXPECT_THROW((void)(usable_targets<1, std::int64_t>(bit_of)), std::logic_error);
}

TEST(UsableTargets, EndWithThePortableSet) {
  EXPECT_TRUE(is_supported(HWY_EMU128));
  EXPECT_TRUE(is_supported(HWY_SCALAR));
  EXPECT_EQ((usable_targets<HWY_SCALAR, std::int64_t>(bit_of)),
            std::vector<std::int64_t>{HWY_SCALAR});
}

TEST(KernelTargets, AreNamedAsHighwayNamesThemEachOnce) {
  std::vector<std::string_view> names;
  for (const KernelTarget& target : kernel_targets()) {
    names.push_back(target.name);
    EXPECT_GT(target.single.lanes, 0U) << target.name;
  }
  EXPECT_EQ(std::count(names.begin(), names.end(), "Unknown"), 0);
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}

}  // namespace
}  // namespace coldplan::bioheat
