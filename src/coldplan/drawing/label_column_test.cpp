#include "coldplan/drawing/label_column.h"

#include <gtest/gtest.h>

namespace coldplan::drawing {
namespace {

std::vector<ColumnLabel> labels_at(std::size_t count, const std::string& words) {
  std::vector<ColumnLabel> labels;
  for (std::size_t i = 0; i < count; ++i) {
    labels.push_back({{"name", " " + words}, ink, {0.0, 50.0 + static_cast<double>(i)}});
  }
  return labels;
}

void expect_apart_and_inside(const std::vector<PlacedLabel>& placed, const Box& box) {
  for (std::size_t i = 0; i < placed.size(); ++i) {
    EXPECT_GE(placed[i].top, box.top - 1e-9);
    EXPECT_LE(placed[i].top + placed[i].height, box.bottom + 1e-9);
    if (i > 0) {
      EXPECT_GE(placed[i].top, placed[i - 1].top + placed[i - 1].height);
    }
  }
}

TEST(LabelColumn, KeepsTheWantedSizeWhereThereIsRoom) {
  const LabelColumn column{{10.0, 0.0, 110.0, 100.0}, Align::left, 8.0};
  const auto placed = place_labels(labels_at(6, "short"), column);
  ASSERT_EQ(placed.size(), 6U);
  EXPECT_DOUBLE_EQ(placed[0].style.size, 8.0);
  EXPECT_EQ(placed[0].style.most_lines, 0);
  expect_apart_and_inside(placed, column.box);
}

TEST(LabelColumn, MakesLongLabelsSmallerAndThenCutsThem) {
  const LabelColumn column{{10.0, 0.0, 110.0, 100.0}, Align::left, 8.0};
  const auto wordy = place_labels(labels_at(6, "and some more words"), column);
  ASSERT_EQ(wordy.size(), 6U);
  EXPECT_LT(wordy[0].style.size, 8.0);
  expect_apart_and_inside(wordy, column.box);
  const auto endless = place_labels(labels_at(6, std::string(400, 'w')), column);
  ASSERT_EQ(endless.size(), 6U);
  EXPECT_GT(endless[0].style.most_lines, 0);
  expect_apart_and_inside(endless, column.box);
}

TEST(LabelColumn, FindsAPlaceForTheMostLabelsAPanelMayHave) {
  const LabelColumn column{{10.0, 0.0, 110.0, 120.0}, Align::left, 8.0};
  const auto placed = place_labels(labels_at(22, std::string(100, 'w')), column);
  ASSERT_EQ(placed.size(), 22U);
  EXPECT_GT(placed[0].style.size, 3.0);
  expect_apart_and_inside(placed, column.box);
}

}  // namespace
}  // namespace coldplan::drawing
