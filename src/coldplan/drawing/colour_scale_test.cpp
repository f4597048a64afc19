#include "coldplan/drawing/colour_scale.h"

#include <array>
#include <cmath>

#include <gmock/gmock.h>

#include "coldplan/drawing/example_histories.h"

namespace coldplan::drawing {
namespace {

using ::testing::ElementsAre;
using testing::history_of;
using enum quantity::UnitSystem;

ColourScale scale_between(double coldest, double warmest, quantity::UnitSystem units = metric) {
  const History history = history_of({0.0, 1.0}, {}, [=](double minute, double /*depth*/) {
    return minute > 0.5 ? coldest : warmest;
  });
  const std::array histories{&history};
  return colour_scale(histories, units);
}

void expect_same(const Colour& one, const Colour& other) {
  EXPECT_DOUBLE_EQ(one.red, other.red);
  EXPECT_DOUBLE_EQ(one.green, other.green);
  EXPECT_DOUBLE_EQ(one.blue, other.blue);
}

TEST(ColourScale, HasTheSameColoursInEveryPicture) {
  const ColourScale mild = scale_between(28.0, 36.0);
  const ColourScale harsh = scale_between(-80.0, 37.0);
  for (const double celsius : nodes({-120.0, 50.0}, 241)) {
    expect_same(mild(celsius), harsh(celsius));
  }
}

TEST(ColourScale, GivesABandOneColourAndItsNeighbourAnother) {
  const ColourScale colours = scale_between(-80.0, 37.0);
  expect_same(colours(12.1), colours(12.9));
  EXPECT_NE(colours(12.9).blue, colours(13.1).blue);
  expect_same(colours(-11.0), colours(-14.0));
  EXPECT_NE(colours(-14.0).blue, colours(-16.0).blue);
}

TEST(ColourScale, NeverTakesFrozenForCold) {
  const ColourScale colours = scale_between(-80.0, 37.0);
  for (const double frozen : cell_centres({-100.0, 0.0}, 100)) {
    for (const double cold : cell_centres({0.0, 40.0}, 40)) {
      const Colour one = colours(frozen);
      const Colour other = colours(cold);
      const double apart =
          std::hypot(one.red - other.red, one.green - other.green, one.blue - other.blue);
      EXPECT_GT(apart, 0.1) << frozen << " and " << cold;
    }
  }
}

TEST(ColourScale, KeepsTheColourOfItsEndsBeyondThem) {
  const ColourScale colours = scale_between(-150.0, 37.0);
  EXPECT_TRUE(colours.goes_beyond());
  expect_same(colours(-101.0), colours(-300.0));
  expect_same(colours(40.1), colours(90.0));
}

TEST(ColourScale, DrawsFewLinesOnEdgesOfBands) {
  EXPECT_THAT(scale_between(8.0, 37.0).lines, ElementsAre(10.0, 15.0, 20.0, 25.0, 30.0, 35.0));
  EXPECT_THAT(scale_between(-80.0, 37.0).lines, ElementsAre(-80.0, -60.0, -40.0, -20.0, 0.0, 5.0,
                                                            10.0, 15.0, 20.0, 25.0, 30.0, 35.0));
  EXPECT_THAT(scale_between(-6.0, 37.0).lines,
              ElementsAre(-5.0, 0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0));
  EXPECT_THAT(scale_between(34.6, 35.2).lines, ElementsAre(35.0));
  for (const double line : scale_between(-80.0, 37.0, us).lines) {
    EXPECT_NEAR(std::remainder(line, 10.0), 0.0, 1e-9);
  }
}

TEST(ColourScale, KnowsWhetherAnythingFreezes) {
  EXPECT_FALSE(scale_between(0.0, 37.0).freezes());
  EXPECT_TRUE(scale_between(-0.1, 37.0).freezes());
  EXPECT_FALSE(scale_between(0.1, 37.0, us).freezes());
  EXPECT_FALSE(scale_between(-99.0, 37.0).goes_beyond());
}

}  // namespace
}  // namespace coldplan::drawing
