#include "coldplan/app/evidence_answer.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace coldplan::app {
namespace {

std::filesystem::path scratch(const std::string& name) {
  return std::filesystem::path{testing::TempDir()} / name;
}

EvidenceOptions to_draw(const std::string& question, const std::string& plot,
                        const std::string& file) {
  EvidenceOptions options;
  options.question = question;
  options.plot = plot;
  options.picture = scratch(file);
  return options;
}

TEST(EvidenceVerb, RefusesAKindFormOrQuestionThatIsNotKnownWithTheNearest) {
  const std::vector<std::pair<EvidenceOptions, std::string>> cases{
      {{.kind = "cronic"}, "chronic"},
      {{.form = "icepack"}, "ice_pack"},
      {{.question = "acute-cold-or-heet", .picture = scratch("a.svg")}, "acute-cold-or-heat"},
      {{.picture = scratch("a.svg")}, "--question"},
      {{.question = "acute-cold-or-heat"}, "--picture"},
      {{.question = "acute-cold-or-heat", .plot = "forrest", .picture = scratch("a.svg")},
       "forest"},
      {{.judgements = scratch("there-is-no-such-file.json")}, "there-is-no-such-file.json"}};
  for (const auto& [options, named] : cases) {
    const auto text = run_evidence(options);
    ASSERT_FALSE(text) << named;
    EXPECT_NE(message(text.error()).find(named), std::string::npos) << message(text.error());
  }
  EXPECT_FALSE(std::filesystem::exists(scratch("a.svg")));
}

TEST(EvidenceVerb, DrawsAQuestion) {
  const auto path = scratch("forest.svg");
  const auto text = run_evidence(to_draw("acute-cold-or-heat", "forest", "forest.svg"));
  ASSERT_TRUE(text) << message(text.error());
  EXPECT_GT(std::filesystem::file_size(path), 1000U);
  std::filesystem::remove(path);
}

TEST(EvidenceVerb, RefusesAFunnelOfASingleTrial) {
  EXPECT_FALSE(run_evidence(to_draw("surgery-cold-48h", "funnel", "funnel.svg")));
  EXPECT_FALSE(std::filesystem::exists(scratch("funnel.svg")));
}

TEST(EvidenceVerb, TellsAReadersJudgements) {
  const auto path = scratch("judgements.json");
  std::ofstream{path} << R"({"by": "Dr A", "trials": [{"trial": "garra2010_cold_vs_heat",
    "overall": {"judgement": "high", "why": "nobody was blind"}}]})";
  EvidenceOptions options;
  options.judgements = path;
  const auto text = run_evidence(options);
  ASSERT_TRUE(text) << message(text.error());
  EXPECT_NE(text->find("Judgements changed by Dr A"), std::string::npos);
  EXPECT_NE(text->find("nobody was blind"), std::string::npos);
  std::filesystem::remove(path);
}

TEST(EvidenceVerb, PredictsTheArticlesNumbers) {
  const auto text = run_evidence_article(true);
  ASSERT_TRUE(text) << message(text.error());
  const auto document = nlohmann::json::parse(*text);
  for (const auto& statement : document.at("statements")) {
    for (const auto& number : statement.at("numbers")) {
      EXPECT_FALSE(number.at("value").get<std::string>().empty())
          << statement.at("id") << number.at("label");
    }
  }
}

}  // namespace
}  // namespace coldplan::app
