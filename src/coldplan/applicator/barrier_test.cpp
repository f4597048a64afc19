#include "coldplan/applicator/barrier.h"

#include <gtest/gtest.h>

namespace coldplan::applicator {
namespace {

TEST(Barrier, HasTheResistanceThatWasFitted) {
  EXPECT_DOUBLE_EQ(resistance_of(Barrier::dry_towel), 0.05);
  EXPECT_DOUBLE_EQ(resistance_of(Barrier::wet_towel), 0.007);
  EXPECT_DOUBLE_EQ(resistance_of(Barrier::dressing), 0.09);
}

TEST(Barrier, IsFoundByItsWordOrRefusedWithTheKnownOnes) {
  EXPECT_EQ(barrier_from("wet_towel", "--barrier").value(), Barrier::wet_towel);
  const auto unknown = barrier_from("blanket", "--barrier");
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(message(unknown.error()),
            "--barrier: blanket is not a barrier (dry_towel, wet_towel, dressing)");
}

TEST(Wrap, IsFoundByItsWordOrRefusedWithTheKnownOnes) {
  EXPECT_EQ(wrap_from("elastic", "--wrap").value(), Wrap::elastic);
  EXPECT_EQ(message(wrap_from("rope", "--wrap").error()),
            "--wrap: rope is not a wrap (none, elastic, flexible)");
}

TEST(Wrap, ImprovesALooseContact) {
  EXPECT_DOUBLE_EQ(factor_of(Wrap::none), 1.0);
  EXPECT_GT(factor_of(Wrap::elastic), factor_of(Wrap::flexible));
  EXPECT_GT(factor_of(Wrap::flexible), 1.0);
}

}  // namespace
}  // namespace coldplan::applicator
