#include "coldplan/report/forest_text.h"

#include <algorithm>
#include <cmath>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "coldplan/report/display_columns.h"

namespace coldplan::report {
namespace {

using drawing::EffectEstimate;
using drawing::ForestPicture;
using ::testing::HasSubstr;
using ::testing::Not;

EffectEstimate around(double estimate, double half_width) {
  return {estimate, {estimate - half_width, estimate + half_width}};
}

/// Made-up trials with round numbers.
ForestPicture example() {
  ForestPicture forest;
  forest.texts.title = "Cold against heat";
  forest.axis.label = "standardised mean difference of pain";
  forest.axis.heading = "g (95 % CI)";
  forest.axis.below = "favours cold";
  forest.axis.above = "favours heat";
  forest.columns = {"n"};
  forest.groups = {{"",
                    {{"One 2010", "", {"29/31"}, around(-0.1, 0.5)},
                     {"Two 2014", "", {"30/28"}, around(0.9, 0.5)}},
                    {}}};
  forest.pooled = {{"Pooled", "I² 86 %", {}, around(0.4, 1.0), drawing::Interval{-5.0, 5.8}}};
  forest.thresholds = {{"matters", {-0.5}}};
  return forest;
}

std::string text_of(const ForestPicture& forest, const ForestTextStyle& style = {}) {
  return forest_text(forest, style).value();
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) {
    all.push_back(line);
  }
  return all;
}

std::string line_with(const std::string& text, const std::string& part) {
  for (const std::string& line : lines(text)) {
    if (line.find(part) != std::string::npos) {
      return line;
    }
  }
  return "";
}

TEST(ForestText, ShowsStudiesThePooledResultAndItsPredictionInterval) {
  EXPECT_EQ(text_of(example()), R"(Study             n  g (95 % CI)
One 2010      29/31  -0.10 (-0.60 to 0.40)   ├───────■─┼──────┤
Two 2014      30/28   0.90 (0.40 to 1.40)     ┊        │      ├───────■───────┤
Pooled                0.40 (-0.60 to 1.40)   ╞═════════╪══════◆═══════════════╡
prediction                 (-5.00 to 5.80)  <··········│·······················>
  I² 86 %                                     ┊        │
                                            ──┴────────┴───────┴───────┴────────
                                            -0.5      0.0     0.5     1.0
                                         favours cold ◄ ► favours heat
standardised mean difference of pain
┊ matters: -0.50
)");
}

TEST(ForestText, IsReadableInPureAscii) {
  EXPECT_EQ(text_of(example(), {true, 72}), R"(Study             n  g (95 % CI)
One 2010      29/31  -0.10 (-0.60 to 0.40)   [-----#+-----]
Two 2014      30/28   0.90 (0.40 to 1.40)     :     |     [-----#-----]
Pooled                0.40 (-0.60 to 1.40)   [======+=====*===========]
prediction                 (-5.00 to 5.80)  <.......|..................>
  I^2 86 %                                    :     |
                                            --+-----+------+-----+------
                                            -0.5   0.0    0.5   1.0
                                      favours cold < > favours heat
standardised mean difference of pain
: matters: -0.50
)");
}

TEST(ForestText, LetsLongNamesAndNotesGoOnUnderTheirLine) {
  ForestPicture forest = example();
  forest.columns = {"n cold"};
  forest.groups[0].heading = "Acute";
  forest.groups[0].rows.resize(1);
  forest.groups[0].rows[0].name = "A trial of a very long name in many clinics";
  forest.groups[0].rows[0].note = "emergency";
  forest.pooled.clear();
  EXPECT_THAT(text_of(forest), ::testing::StartsWith(R"(                                n
Study                        cold  g (95 % CI)
Acute                                                       ┊          │
A trial of a very long      29/31  -0.10 (-0.60 to 0.40)  ├──────────■─┼───────┤
  name in many clinics                                      ┊          │
  emergency                                                 ┊          │
)"));
}

TEST(ForestText, KeepsToAsciiWhateverTheNames) {
  ForestPicture forest = example();
  forest.groups[0].rows[0].name = "Barłowska-Trybulec 2019, −67 °C";
  forest.groups[0].heading = "After surgery, ≥ 2 days";
  forest.not_pooled = {{"Müller 1999", "no difference", "SD ± not in print"}};
  const std::string text = text_of(forest, {true, 80});
  EXPECT_TRUE(std::ranges::all_of(text, [](unsigned char letter) { return letter < 128; }));
  EXPECT_THAT(text, HasSubstr("Barlowska-Trybulec"));
}

TEST(ForestText, NeverLooksAsIfAnIntervalThatHoldsNoEffectEndedThere) {
  ForestPicture forest = example();
  forest.groups[0].rows[0].effect = {-0.4, {-0.8, 0.001}};
  EXPECT_THAT(line_with(text_of(forest), "One 2010"), HasSubstr("┼"));
  forest.groups[0].rows[0].effect = {-0.4, {-0.8, -0.001}};
  EXPECT_THAT(line_with(text_of(forest), "One 2010"), Not(HasSubstr("┼")));
}

TEST(ForestText, MarksWhereAnIntervalLeavesTheAxis) {
  ForestPicture forest = example();
  forest.range = drawing::Interval{-0.2, 0.5};
  const std::string text = text_of(forest);
  EXPECT_THAT(line_with(text, "One 2010"), HasSubstr("<"));
  EXPECT_THAT(line_with(text, "Two 2014"), HasSubstr(">"));
  EXPECT_THAT(line_with(text, "Two 2014"), Not(HasSubstr("■")));
  forest.range = drawing::Interval{-9.0, -8.0};
  EXPECT_TRUE(line_with(text_of(forest), "Two 2014").ends_with(">"));
}

TEST(ForestText, ShowsRatiosOnALogarithmicAxis) {
  ForestPicture forest = example();
  forest.axis.scale = drawing::EffectScale::ratio;
  forest.groups[0].rows[0].effect = around(std::log(0.5), std::log(2.0));
  forest.groups[0].rows[1].effect = around(std::log(2.0), std::log(2.0));
  forest.pooled.clear();
  forest.thresholds.clear();
  const std::string text = text_of(forest);
  EXPECT_THAT(text, HasSubstr("0.50 (0.25 to 1.00)"));
  // Half and twice are as far from one.
  const std::string half = line_with(text, "One 2010");
  const std::string twice = line_with(text, "Two 2014");
  const auto column = [](const std::string& line, const std::string& letter) {
    return static_cast<int>(display_columns(line.substr(0, line.find(letter))));
  };
  EXPECT_NEAR(column(half, "■") - column(half, "├"), column(twice, "┤") - column(twice, "■"), 1);
}

TEST(ForestText, TellsPooledRowsFromStudies) {
  ForestPicture forest = example();
  forest.kind = drawing::ForestKind::leave_one_out;
  const std::string text = text_of(forest);
  EXPECT_THAT(text, HasSubstr("without"));
  EXPECT_THAT(line_with(text, "One 2010"), HasSubstr("◆"));
}

TEST(ForestText, NamesWhatWasNotPooledAndWhy) {
  ForestPicture forest = example();
  forest.not_pooled = {{"Three 1999", "less analgesic with cold", "no standard deviation"}};
  EXPECT_THAT(text_of(forest), HasSubstr("Not pooled:\n  Three 1999: less analgesic with cold (no "
                                         "standard deviation)\n"));
}

TEST(ForestText, SaysWhatCannotBeShown) {
  ForestPicture forest = example();
  forest.groups[0].rows[1].effect.estimate = 9.0;
  EXPECT_EQ(forest_text(forest).error().place, "groups[0].rows[1].effect.interval");
  forest = example();
  forest.groups[0].rows[1].cells[0] = std::string(60, 'x');
  EXPECT_EQ(forest_text(forest).error().place, "columns");
}

RC_GTEST_PROP(ForestText, IsNeverWiderThanTheTerminal, (bool ascii)) {
  ForestPicture forest = example();
  const auto words = rc::gen::container<std::string>(rc::gen::element('a', 'b', ' '));
  forest.groups[0].heading = *words;
  forest.groups[0].rows[0].name = "x" + *words;
  forest.groups[0].rows[1].note = *words;
  forest.pooled[0].name = "y" + *words;
  forest.axis.label = "z" + *words;
  forest.axis.below = *words;
  forest.not_pooled = {{"w" + *words, *words, *words}};
  const auto columns = *rc::gen::inRange<std::size_t>(70, 140);
  for (const std::string& line : lines(text_of(forest, {ascii, columns}))) {
    RC_ASSERT(display_columns(line) <= columns);
    RC_ASSERT(line.empty() || line.back() != ' ');
  }
}

}  // namespace
}  // namespace coldplan::report
