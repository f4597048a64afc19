#include "coldplan/report/evidence_pictures.h"

#include <string>

#include <gtest/gtest.h>

namespace coldplan::report {
namespace {

/// Made-up studies, of which the small ones lie to one side.
PlotStudies made_up() {
  PlotStudies studies;
  studies.texts = {"Made-up studies", "", ""};
  studies.axis = {"g", "g (95 % CI)", drawing::EffectScale::difference, "one", "other"};
  for (int i = 0; i < 8; ++i) {
    studies.names.push_back("Study " + std::to_string(i + 1));
    studies.effects.push_back({-0.1 - 0.12 * i, 0.01 * (1 + i * i)});
  }
  studies.options.test = evidence::Test::knha;
  return studies;
}

TEST(EvidencePictures, DrawTheNormalDiamondBesideKnappAndHartungs) {
  const auto forest = forest_of(made_up());
  ASSERT_TRUE(forest);
  EXPECT_EQ(forest->groups.front().rows.size(), 8U);
  ASSERT_EQ(forest->pooled.size(), 2U);
  EXPECT_TRUE(forest->pooled[0].prediction);
  EXPECT_DOUBLE_EQ(forest->pooled[0].effect.estimate, forest->pooled[1].effect.estimate);
}

TEST(EvidencePictures, AccumulateAndLeaveOut) {
  const auto studies = made_up();
  const auto cumulative = cumulative_of(studies);
  const auto left_out = leave_one_out_of(studies);
  ASSERT_TRUE(cumulative);
  ASSERT_TRUE(left_out);
  const auto& last = cumulative->groups.front().rows.back().effect;
  EXPECT_DOUBLE_EQ(last.estimate, forest_of(studies)->pooled[0].effect.estimate);
  EXPECT_EQ(left_out->groups.front().rows.size(), 8U);
  EXPECT_NE(left_out->groups.front().rows[0].effect.estimate, last.estimate);
}

TEST(EvidencePictures, FillAFunnelWhoseSmallStudiesLean) {
  const auto funnel = funnel_of(made_up());
  ASSERT_TRUE(funnel);
  EXPECT_FALSE(funnel->filled.empty());
  EXPECT_TRUE(funnel->adjusted);
}

TEST(EvidencePictures, DrawALineAcrossAModerator) {
  auto studies = made_up();
  EXPECT_FALSE(bubble_of(studies));
  studies.moderators.names = {"sessions"};
  studies.moderators.values = Eigen::VectorXd::LinSpaced(8, 1.0, 8.0);
  const auto bubbles = bubble_of(studies);
  ASSERT_TRUE(bubbles);
  EXPECT_GT(bubbles->line.front().effect.estimate, bubbles->line.back().effect.estimate);
}

TEST(EvidencePictures, OfASingleStudyAreItsRowAlone) {
  auto studies = made_up();
  studies.names.resize(1);
  studies.effects.resize(1);
  EXPECT_TRUE(forest_of(studies)->pooled.empty());
  EXPECT_FALSE(funnel_of(studies));
  EXPECT_FALSE(cumulative_of(studies));
}

TEST(EvidencePictures, OfEveryBundledQuestionAreDrawn) {
  const auto answer = evidence::answer(evidence::read_library());
  for (const auto& question : answer.questions) {
    const auto drawn = forest_of(plot_of(answer, question)).and_then([](const auto& picture) {
      return drawing::draw(picture, drawing::Format::svg);
    });
    EXPECT_TRUE(drawn) << question.question.id;
  }
}

TEST(EvidencePictures, NameThePlotThatWasMeant) {
  EXPECT_EQ(plot_named("leave-one-out").value(), Plot::leave_one_out);
  EXPECT_NE(message(plot_named("funel").error()).find("funnel"), std::string::npos);
}

}  // namespace
}  // namespace coldplan::report
