#include "coldplan/report/pool_plot.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coldplan::report {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string counts =
    "study,ai,bi,ci,di,place\nFirst,4,119,11,128,ward\nSecond,6,300,29,274,home\n"
    "Third,3,228,11,209,ward\nFourth,62,13536,248,12619,home\nFifth,5,90,9,80,clinic\n";

PlotStudies plotted(const std::string& text, evidence::Measure measure,
                    std::optional<std::string> subgroup = std::nullopt,
                    evidence::Test test = evidence::Test::knha) {
  evidence::TableOptions options;
  options.measure = measure;
  options.subgroup = std::move(subgroup);
  evidence::PoolRequest request;
  request.model.test = test;
  return plot_of(
      evidence::pool_table(evidence::read_study_table(text, options).value(), request).value(),
      "Studies");
}

TEST(PoolPlot, LabelsAnAxisOfRatiosByTheRatioThatItsTicksShow) {
  EXPECT_EQ(plotted(counts, evidence::Measure::RR).axis.label, "risk ratio (log scale)");
  EXPECT_EQ(plotted(counts, evidence::Measure::PETO).axis.label, "odds ratio (Peto's, log scale)");
  EXPECT_EQ(plotted(counts, evidence::Measure::RD).axis.label, "risk difference");
}

TEST(PoolPlot, HeadsEffectsAsGivenAsEffects) {
  const PlotStudies studies = plotted("yi,vi\n1,0.1\n2,0.1\n", evidence::Measure::GEN);
  EXPECT_EQ(studies.axis.heading, "effect (95 % CI)");
  EXPECT_EQ(studies.texts.subtitle, "Pooled by REML, intervals by Knapp and Hartung.");
}

TEST(PoolPlot, MarksNoEffectOfProportionsAtNothing) {
  const std::string text = "xi,ni\n3,20\n9,30\n";
  for (const auto measure : {evidence::Measure::PR, evidence::Measure::PFT}) {
    EXPECT_FALSE(plotted(text, measure).axis.marks_no_effect);
  }
  EXPECT_TRUE(plotted(counts, evidence::Measure::RD).axis.marks_no_effect);
}

TEST(PoolPlot, GivesEachGroupItsOwnDiamond) {
  const auto forest = forest_of(plotted(counts, evidence::Measure::RR, "place"));
  ASSERT_TRUE(forest);
  ASSERT_EQ(forest->groups.size(), 3U);
  EXPECT_EQ(forest->groups[0].heading, "clinic");
  EXPECT_TRUE(forest->groups[0].pooled.empty());
  EXPECT_EQ(forest->groups[1].rows[1].name, "Fourth");
  ASSERT_EQ(forest->groups[2].pooled.size(), 1U);
  const auto ward = forest_of(plotted("study,ai,bi,ci,di\nFirst,4,119,11,128\nThird,3,228,11,209\n",
                                      evidence::Measure::RR));
  EXPECT_DOUBLE_EQ(forest->groups[2].pooled[0].effect.estimate, ward->pooled[0].effect.estimate);
  EXPECT_EQ(forest->pooled[0].name, "All, pooled, Knapp and Hartung");
  double weights = 0.0;
  for (const auto& group : forest->groups) {
    for (const auto& row : group.rows) {
      weights += row.weight_percent.value();
    }
  }
  EXPECT_NEAR(weights, 100.0, 1e-9);
}

TEST(PoolPlot, SaysWhoseQuantileThePredictionHas) {
  const auto by_t = forest_of(plotted(counts, evidence::Measure::RR));
  EXPECT_THAT(by_t->pooled[0].note, EndsWith("; prediction by t on 4 df"));
  const auto normal =
      forest_of(plotted(counts, evidence::Measure::RR, std::nullopt, evidence::Test::z));
  EXPECT_THAT(normal->pooled[0].note, EndsWith("; prediction normal"));
}

TEST(PoolPlot, DrawsGroupsInTheTerminalToo) {
  evidence::TableOptions options;
  options.measure = evidence::Measure::RR;
  options.subgroup = "place";
  const auto table =
      evidence::pool_table(evidence::read_study_table(counts, options).value(), {}).value();
  EXPECT_THAT(pool_forest(table, "Studies").value(),
              AllOf(HasSubstr("\nclinic"), HasSubstr("\nward"), Not(HasSubstr("log risk ratio"))));
}

}  // namespace
}  // namespace coldplan::report
