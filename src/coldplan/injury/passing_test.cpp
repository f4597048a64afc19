#include "coldplan/injury/passing.h"

#include <optional>
#include <vector>

#include <gtest/gtest.h>

namespace coldplan::injury {
namespace {

using Times = std::vector<std::optional<double>>;

TEST(Passing, CountsDrawsThatDoNotPassAsPassingLater) {
  Times reached(40);
  for (std::size_t i = 0; i < 10; ++i) {
    reached[i] = 100.0 - static_cast<double>(i);
  }
  const Passing passing = passing_of(reached, 3600.0);
  EXPECT_DOUBLE_EQ(passing.share, 0.25);
  // One in twenty of 40: two have passed before the third does.
  EXPECT_DOUBLE_EQ(*passing.earliest, 93.0);
  EXPECT_FALSE(passing.half.has_value());
  EXPECT_EQ(passing.horizon, 3600.0);
}

TEST(Passing, OfNoneAndOfAllAreTheEnds) {
  const Passing none = passing_of(Times(5), 60.0);
  EXPECT_EQ(none.share, 0.0);
  EXPECT_FALSE(none.earliest.has_value());
  const Passing all = passing_of(Times(5, 7.0), 60.0);
  EXPECT_EQ(all.share, 1.0);
  EXPECT_EQ(*all.earliest, 7.0);
  EXPECT_EQ(*all.half, 7.0);
}

}  // namespace
}  // namespace coldplan::injury
