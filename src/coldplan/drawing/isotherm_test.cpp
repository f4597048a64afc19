#include "coldplan/drawing/isotherm.h"

#include <cmath>

#include <gtest/gtest.h>

namespace coldplan::drawing {
namespace {

Field sampled(std::size_t columns, std::size_t rows, double (*value)(double, double)) {
  Field field{columns, rows, {}};
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      field.values.push_back(value(static_cast<double>(column), static_cast<double>(row)));
    }
  }
  return field;
}

TEST(Isotherms, OfAPlaneAreOneStraightLine) {
  const auto lines = isotherms(sampled(8, 6, [](double x, double y) { return x + 2.0 * y; }), 6.5);
  ASSERT_EQ(lines.size(), 1U);
  for (const Point& point : lines.front()) {
    EXPECT_NEAR(point.x + 2.0 * point.y, 6.5, 1e-12);
  }
  EXPECT_NE(lines.front().front().x, lines.front().back().x);
}

TEST(Isotherms, OfACupCloseOnThemselves) {
  const auto lines = isotherms(
      sampled(21, 21, [](double x, double y) { return std::hypot(x - 10.0, y - 10.0); }), 6.3);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines.front().front().x, lines.front().back().x);
  EXPECT_EQ(lines.front().front().y, lines.front().back().y);
  for (const Point& point : lines.front()) {
    EXPECT_NEAR(std::hypot(point.x - 10.0, point.y - 10.0), 6.3, 0.03);
  }
}

TEST(Isotherms, OfASaddleDoNotCross) {
  const auto saddle = [](double x, double y) { return (x - 0.5) * (y - 0.5); };
  for (const double level : {-0.1, 0.1}) {
    const auto lines = isotherms(sampled(2, 2, saddle), level);
    ASSERT_EQ(lines.size(), 2U);
    for (const auto& line : lines) {
      ASSERT_EQ(line.size(), 2U);
      // Each cuts off one corner: it stays within its own half of the cell.
      EXPECT_LE(std::hypot(line[0].x - line[1].x, line[0].y - line[1].y), std::sqrt(0.5));
    }
  }
}

TEST(Isotherms, AreMissingOutsideTheRangeOfTheField) {
  EXPECT_TRUE(isotherms(sampled(5, 5, [](double x, double) { return x; }), 9.0).empty());
}

TEST(Isotherms, ComeLongestFirst) {
  const auto lines = isotherms(sampled(41, 21,
                                       [](double x, double y) {
                                         return std::min(std::hypot(x - 10.0, y - 10.0),
                                                         std::hypot(x - 30.0, y - 10.0) + 4.0);
                                       }),
                               8.0);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_GT(lines[0].size(), lines[1].size());
}

}  // namespace
}  // namespace coldplan::drawing
