#include "coldplan/cohort/row.h"

#include <cmath>
#include <set>

#include <gtest/gtest.h>

namespace coldplan::cohort {
namespace {

TEST(Row, IsDescribedWithoutAGap) {
  std::size_t end = 0;
  std::set<std::string_view> names;
  for (const Column& column : columns()) {
    EXPECT_EQ(column.offset, end) << column.name;
    EXPECT_FALSE(column.description.empty()) << column.name;
    EXPECT_TRUE(names.insert(column.name).second) << column.name;
    end += size_of(column.type);
  }
  EXPECT_EQ(end, sizeof(Row));
}

TEST(Row, GivesItsMembersByTheirColumn) {
  Row row;
  row.index = 12345678901ULL;
  row.sex = 1;
  row.melted_time = 12.5F;
  EXPECT_EQ(value_of(row, columns()[0]), 12345678901.0);
  EXPECT_EQ(value_of(row, columns()[1]), 1.0);
  EXPECT_EQ(value_of(row, columns().back()), 12.5);
}

TEST(Row, KeepsThePersonWhereNothingWasSolved) {
  Row row;
  row.index = 3;
  row.age = 58.0F;
  row.muscle_fat_fraction = 0.2F;
  const Row empty = without_results(row);
  EXPECT_EQ(empty.index, 3U);
  EXPECT_EQ(empty.age, 58.0F);
  EXPECT_EQ(empty.muscle_fat_fraction, 0.2F);
  EXPECT_TRUE(std::isnan(empty.removal_time));
  EXPECT_TRUE(std::isnan(empty.melted_time));
  EXPECT_EQ(empty.status, static_cast<std::uint8_t>(Status::not_solved));
}

}  // namespace
}  // namespace coldplan::cohort
