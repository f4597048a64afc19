#include "coldplan/report/evidence_text.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "coldplan/report/evidence_json.h"
#include "coldplan/report/wide_lines.h"

namespace coldplan::report {
namespace {

const evidence::Answer& answer() {
  static const evidence::Answer made = evidence::answer(evidence::read_library());
  return made;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(EvidenceText, AnswersInOneSentenceFirst) {
  const std::string text = evidence_text(answer(), {});
  EXPECT_LT(text.find("No trial that was read shows"), 120U);
}

TEST(EvidenceText, GivesDirectionSizeCertaintyAndWhatWasNotPooledForAcutePain) {
  const std::string text = evidence_text(answer(), {"acute", "ice_pack", false});
  for (const char* part :
       {"no clear difference, very low certainty", "Hedges' g +0.42 (-6.08 to 6.93)",
        "points of 0-10: -0.2", "risk of bias -1", "inconsistency -1", "imprecision -2",
        "Dehghan 2014, drug arm", "Not pooled:", "favours cold"}) {
    EXPECT_TRUE(holds(text, part)) << part << "\n" << text;
  }
  EXPECT_FALSE(holds(text, "Chronic pain"));
}

TEST(EvidenceText, TellsNoRateWithoutADenominator) {
  const std::string text = evidence_text(answer(), {"", "wbc_chamber", false});
  EXPECT_TRUE(holds(text, "so there is no rate"));
  EXPECT_TRUE(holds(text, "0 of 57 people"));
}

TEST(EvidenceText, FitsATerminal) {
  EXPECT_TRUE(wide_lines(evidence_text(answer(), {})).empty());
  EXPECT_TRUE(wide_lines(evidence_text(answer(), {"", "", true})).empty());
  for (const auto& line : wide_lines(article_text(evidence::check_article(answer())))) {
    EXPECT_TRUE(holds(line, "http")) << line;  // an address is not broken
  }
}

TEST(EvidenceText, SaysWhoseJudgementsItTells) {
  evidence::Overrules overrules;
  overrules.by = "Dr A";
  overrules.questions["surgery-cold-48h"]["imprecision"] = {0, "enough for us"};
  const auto changed = evidence::answer(evidence::read_library(), overrules);
  const std::string text = evidence_text(changed, {});
  EXPECT_TRUE(holds(text, "Judgements changed by Dr A, not by coldplan"));
  EXPECT_TRUE(holds(text, "enough for us"));
}

TEST(EvidencePage, IsWhatTheDocumentsHold) {
  std::ifstream file{std::string{COLDPLAN_SOURCE_DIR} + "/docs/evidence.md"};
  std::stringstream document;
  document << file.rdbuf();
  EXPECT_EQ(document.str(), evidence_page(answer(), evidence::check_article(answer())))
      << "write it anew: coldplan evidence --page > docs/evidence.md";
}

TEST(EvidencePage, HasAsManyCellsInEveryRowAsInItsHead) {
  std::istringstream lines{evidence_page(answer(), evidence::check_article(answer()))};
  std::ptrdiff_t wanted = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto bars = std::count(line.begin(), line.end(), '|');
    if (bars == 0) {
      wanted = 0;
      continue;
    }
    wanted = wanted == 0 ? bars : wanted;
    EXPECT_EQ(bars, wanted) << line;
  }
}

TEST(EvidenceJson, HasEveryCellAndTrial) {
  EXPECT_EQ(evidence_json(answer()).at("cells").size(), 40U);
  EXPECT_EQ(trials_json(answer()).at("trials").size(), 30U);
  EXPECT_EQ(article_json(evidence::check_article(answer())).at("statements").size(), 41U);
}

}  // namespace
}  // namespace coldplan::report
