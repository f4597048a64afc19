#include "coldplan/drawing/check.h"

#include <limits>

#include <gtest/gtest.h>

#include "coldplan/drawing/example_pictures.h"

namespace coldplan::drawing {
namespace {

using testing::example_history;
using testing::example_setting;

std::string complaint(const History& history) {
  const auto sound = check(history);
  return sound ? "" : message(sound.error());
}

std::string complaint(const Setting& setting) {
  const auto sound = check(setting);
  return sound ? "" : message(sound.error());
}

TEST(Check, AcceptsASoundHistoryAndSetting) {
  EXPECT_EQ(complaint(example_history()), "");
  EXPECT_EQ(complaint(example_setting()), "");
  EXPECT_EQ(complaint(Setting{}), "");
}

TEST(Check, NamesTheFirstPlaceThatIsMissing) {
  History history = example_history();
  history.curves.clear();
  EXPECT_EQ(complaint(history), "curves: an empty list is not a list of at least one curve");
  history = example_history();
  history.minutes = {0.0};
  EXPECT_EQ(complaint(history), "minutes: 1 values is not an axis of at least 2");
  history = example_history();
  history.curves[1].label.clear();
  EXPECT_EQ(complaint(history), "curves[1].label: an empty text is not a name");
}

TEST(Check, RefusesListsOfDifferentLengths) {
  History history = example_history(3);
  history.curves[2].temperature_C.pop_back();
  EXPECT_EQ(complaint(history), "curves[2].temperature_C: 2 values is not the expected 3");
  history = example_history(3);
  history.map_temperature_C.pop_back();
  EXPECT_EQ(complaint(history), "map_temperature_C: 2 values is not the expected 3");
  history = example_history(3);
  history.map_temperature_C[1].push_back(1.0);
  EXPECT_EQ(complaint(history), "map_temperature_C[1]: 22 values is not the expected 21");
}

TEST(Check, RefusesNumbersThatAreNotFinite) {
  History history = example_history(3);
  history.curves[0].temperature_C[2] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(complaint(history), "curves[0].temperature_C[2]: nan is not a finite number");
  history = example_history(3);
  history.map_temperature_C[2][4] = std::numeric_limits<double>::infinity();
  EXPECT_EQ(complaint(history), "map_temperature_C[2][4]: inf is not a finite number");
  history = example_history(3);
  history.cold = {{-1.0, -2.0}};
  EXPECT_EQ(complaint(history), "cold[0].high: -2 is not at least -1, when it begins");
}

TEST(Check, RefusesColdThatOverlapsOrEndsBeforeItBegins) {
  History history = example_history(3);
  history.cold = {{0.0, 20.0}, {10.0, 30.0}};
  EXPECT_EQ(complaint(history), "cold[1].low: 10 is not at least 20, when the one before ends");
  history.cold = {{0.0, 20.0}, {20.0, 30.0}};
  EXPECT_EQ(complaint(history), "");
  history.cold = {{0.0, std::numeric_limits<double>::quiet_NaN()}};
  EXPECT_EQ(complaint(history), "cold[0].high: nan is not a finite number");
  history.cold.assign(most_bouts + 1, {0.0, 0.0});
  EXPECT_EQ(complaint(history), "cold: 101 is not at most 100");
}

TEST(Check, RefusesFrozenDepthsThatAreNotOneAMinute) {
  History history = example_history(3);
  history.frozen_to_m = {0.0, 0.001, 0.0};
  EXPECT_EQ(complaint(history), "frozen_from_m: 0 values is not the expected 3");
  history.frozen_from_m = {0.0, 0.0, -0.001};
  EXPECT_EQ(complaint(history), "frozen_from_m[2]: -0.001 is not a finite number of at least 0");
  history.frozen_from_m = {0.0, 0.0, 0.0};
  EXPECT_EQ(complaint(history), "");
}

TEST(Check, RefusesAxesThatDoNotRise) {
  History history = example_history(3);
  history.minutes[2] = history.minutes[1];
  EXPECT_EQ(complaint(history), "minutes[2]: 30 is not above 30");
  history = example_history(3);
  history.map_depth_m[0] = -0.001;
  EXPECT_EQ(complaint(history), "map_depth_m[0]: -0.001 is not a finite number of at least 0");
}

TEST(Check, RefusesMoreThanAPanelCanShow) {
  History history = example_history(3);
  history.curves.resize(most_curves + 1, history.curves[0]);
  EXPECT_EQ(complaint(history), "curves: 13 is not at most 12");
  Setting setting;
  setting.layers.resize(most_layers + 1, {"x", 0.001});
  EXPECT_EQ(complaint(setting), "layers: 17 is not at most 16");
}

TEST(Check, LooksAtEveryPartOfTheSetting) {
  Setting setting = example_setting();
  setting.layers[1].thickness_m = -0.01;
  EXPECT_EQ(complaint(setting),
            "layers[1].thickness_m: -0.01 is not a finite number of at least 0");
  setting = example_setting();
  setting.marks[0].label.clear();
  EXPECT_EQ(complaint(setting), "marks[0].label: an empty text is not a name");
  setting = example_setting();
  setting.limits[3].temperature_C = std::numeric_limits<double>::infinity();
  EXPECT_EQ(complaint(setting), "limits[3].temperature_C: inf is not a finite number");
}

TEST(Check, RefusesTextThatIsNotUtf8) {
  const auto sound = check(PageTexts{"fine", "broken \xff", ""});
  ASSERT_FALSE(sound.has_value());
  EXPECT_EQ(message(sound.error()), "subtitle: the text is not UTF-8");
  EXPECT_EQ(check(PageTexts{"", "", ""}).error().place, "title");
}

}  // namespace
}  // namespace coldplan::drawing
