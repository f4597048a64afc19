#include "coldplan/applicator/barrier.h"

#include <array>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace coldplan::applicator {
namespace {

double resistance(std::vector<Barrier> barriers) {
  return resistance_of(barriers);
}

TEST(ResistanceOfBarriers, IsWhatWasFitted) {
  EXPECT_DOUBLE_EQ(resistance({}), 0.0);
  EXPECT_DOUBLE_EQ(resistance({Barrier::dry_towel}), 0.05);
  EXPECT_DOUBLE_EQ(resistance({Barrier::wet_towel}), 0.007);
  EXPECT_DOUBLE_EQ(resistance({Barrier::dressing}), 0.09);
  EXPECT_DOUBLE_EQ(resistance({Barrier::thin_cloth}), 0.012);
  EXPECT_DOUBLE_EQ(resistance({Barrier::film_dressing}), 0.0);
}

TEST(ResistanceOfBarriers, OfTwoDryTowelsIsThatMeasuredUnderTwo) {
  // Ichikawa 2024, heat-flow sensor under two layers of dry towel: 0.068 (0.058 to 0.075) m² K/W.
  EXPECT_NEAR(resistance({Barrier::dry_towel, Barrier::dry_towel}), 0.068, 0.005);
}

TEST(ResistanceOfBarriers, NeverFallsWithAnotherLayer) {
  for (const Barrier barrier : {Barrier::dry_towel, Barrier::wet_towel, Barrier::dressing}) {
    std::vector<Barrier> stack;
    double before = 0.0;
    for (int layer = 0; layer < 5; ++layer) {
      stack.push_back(barrier);
      EXPECT_GT(resistance_of(stack), before);
      before = resistance_of(stack);
    }
  }
}

TEST(Barrier, IsFoundByItsWordOrRefusedWithTheKnownOnes) {
  EXPECT_EQ(barrier_from("wet_towel", "--barrier").value(), Barrier::wet_towel);
  EXPECT_EQ(word_of(Barrier::dressing), "dressing");
  EXPECT_EQ(message(barrier_from("blanket", "--barrier").error()),
            "--barrier: blanket is not a barrier (dry_towel, wet_towel, dressing, "
            "thin_cloth, film_dressing)");
}

TEST(Hold, IsFoundByItsWordOrRefusedWithTheKnownOnes) {
  EXPECT_EQ(hold_from("elastic", "--hold").value(), Hold::elastic);
  EXPECT_EQ(word_of(Hold::usual), "usual");
  EXPECT_EQ(message(hold_from("rope", "--hold").error()),
            "--hold: rope is not a way to hold a pack (usual, loose, elastic, flexible)");
}

TEST(Hold, ImprovesALooseContact) {
  EXPECT_DOUBLE_EQ(factor_on_loose(Hold::loose), 1.0);
  EXPECT_GT(factor_on_loose(Hold::elastic), factor_on_loose(Hold::flexible));
  EXPECT_GT(factor_on_loose(Hold::flexible), 1.0);
  EXPECT_THROW((void)factor_on_loose(Hold::usual), std::logic_error);
}

TEST(ResistanceOfBarriers, IsThickerAndNeverThinnerThanNothingInADraw) {
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const posterior::Draw draw = posterior::draw(2, i);
    for (const Barrier barrier : {Barrier::dry_towel, Barrier::dressing, Barrier::thin_cloth}) {
      EXPECT_GT(resistance_of(std::array{barrier}, draw), 0.0);
    }
    EXPECT_GE(resistance_of(std::array{Barrier::wet_towel}, draw), 0.0);
    EXPECT_GE(factor_on_loose(Hold::elastic, draw), 1.0);
  }
}

}  // namespace
}  // namespace coldplan::applicator
