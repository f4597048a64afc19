#include "coldplan/evidence/records.h"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "coldplan/evidence/questions.h"

namespace coldplan::evidence {
namespace {

TEST(Records, AreTheThirtyThatWereRead) {
  const auto trials = read_trials();
  EXPECT_EQ(trials.size(), 30U);
  EXPECT_EQ(std::count_if(trials.begin(), trials.end(),
                          [](const Trial& trial) { return trial.is_poolable; }),
            4);
}

TEST(Records, KeepWhatIsNotPrintedEmpty) {
  for (const Trial& trial : read_trials()) {
    if (trial.id == "nugraha2015_wbc_vs_sham") {
      EXPECT_FALSE(trial.outcomes.front().mean);
      EXPECT_FALSE(trial.outcomes.front().sd);
      EXPECT_TRUE(trial.doi.empty());
      EXPECT_EQ(trial.dose,
                "-67 °C, 3 min a session, 10 sessions, once daily, 10 days over two weeks");
    }
  }
}

TEST(Records, EachHaveASourceAndAWayOfReading) {
  std::set<std::string> names;
  for (const Trial& trial : read_trials()) {
    EXPECT_FALSE(trial.citation.empty()) << trial.id;
    EXPECT_FALSE(trial.read_as.empty()) << trial.id;
    EXPECT_TRUE(names.insert(trial.name).second) << trial.name;
  }
}

TEST(Records, SpeakOnlyWordsThatTheQuestionsExplain) {
  const Words words = read_questions().words;
  for (const Trial& trial : read_trials()) {
    EXPECT_TRUE(words.pains.contains(trial.pain)) << trial.id;
    EXPECT_TRUE(words.modalities.contains(trial.modality)) << trial.id;
    EXPECT_TRUE(words.comparators.contains(trial.comparator_kind)) << trial.id;
    EXPECT_TRUE(words.directions.contains(trial.direction)) << trial.id;
  }
}

TEST(Records, OfReviewsKeepNumbersWithTheirIntervals) {
  for (const Review& review : read_reviews()) {
    if (review.id == "muaddi2021") {
      EXPECT_EQ(review.results.front().measure, "SMD");
      EXPECT_DOUBLE_EQ(review.results.front().estimate, -0.5);
      EXPECT_DOUBLE_EQ((*review.results.front().interval)[0], -0.71);
      EXPECT_EQ(review.people, 3425);
    }
  }
}

}  // namespace
}  // namespace coldplan::evidence
