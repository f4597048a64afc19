#include "coldplan/drawing/field.h"

#include <gmock/gmock.h>

namespace coldplan::drawing {
namespace {

History two_by_two() {
  History history;
  history.minutes = {0.0, 10.0};
  history.map_depth_m = {0.01, 0.03};
  history.map_temperature_C = {{10.0, 20.0}, {30.0, 60.0}};
  return history;
}

TEST(Field, ReproducesTheMapAtItsOwnPlaces) {
  const History history = two_by_two();
  const Field field = resampled(history, history.minutes, history.map_depth_m);
  EXPECT_THAT(field.values, ::testing::ElementsAre(10.0, 30.0, 20.0, 60.0));
}

TEST(Field, InterpolatesInMinutesAndDepth) {
  const Field field =
      resampled(two_by_two(), std::vector<double>{5.0}, std::vector<double>{0.01, 0.02});
  EXPECT_DOUBLE_EQ(field.at(0, 0), 20.0);
  EXPECT_DOUBLE_EQ(field.at(0, 1), 30.0);
}

TEST(Field, KeepsItsLastValueBeyondItsEnds) {
  const Field field =
      resampled(two_by_two(), std::vector<double>{-5.0, 99.0}, std::vector<double>{0.0, 1.0});
  EXPECT_THAT(field.values, ::testing::ElementsAre(10.0, 30.0, 20.0, 60.0));
}

TEST(Field, PlacesNodesAtTheEndsAndPixelsInTheMiddles) {
  EXPECT_THAT(nodes({0.0, 4.0}, 3), ::testing::ElementsAre(0.0, 2.0, 4.0));
  EXPECT_THAT(cell_centres({0.0, 4.0}, 2), ::testing::ElementsAre(1.0, 3.0));
}

}  // namespace
}  // namespace coldplan::drawing
