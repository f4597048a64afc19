#include "coldplan/app/evidence_answer.h"

#include <filesystem>
#include <fstream>
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

TEST(EvidenceAnswer, RefusesAKindFormOrQuestionThatIsNotKnownWithTheNearest) {
  EvidenceOptions kind;
  kind.kind = "cronic";
  EvidenceOptions form;
  form.form = "icepack";
  EvidenceOptions without_picture;
  without_picture.question = "acute-cold-or-heat";
  EvidenceOptions judged;
  judged.judgements = scratch("no-such-file.json");
  const std::vector<std::pair<EvidenceOptions, std::string>> cases{
      {kind, "chronic"},
      {form, "ice_pack"},
      {without_picture, "--picture"},
      {judged, "no-such-file.json"},
      {to_draw("acute-cold-or-heet", "forest", "a.svg"), "acute-cold-or-heat"},
      {to_draw("", "forest", "a.svg"), "--question"},
      {to_draw("acute-cold-or-heat", "forrest", "a.svg"), "forest"}};
  for (const auto& [options, named] : cases) {
    const auto text = run_evidence(options);
    ASSERT_FALSE(text) << named;
    EXPECT_NE(message(text.error()).find(named), std::string::npos) << message(text.error());
  }
  EXPECT_FALSE(std::filesystem::exists(scratch("a.svg")));
}

TEST(EvidenceAnswer, DrawsAQuestion) {
  const auto path = scratch("forest.svg");
  const auto text = run_evidence(to_draw("acute-cold-or-heat", "forest", "forest.svg"));
  ASSERT_TRUE(text) << message(text.error());
  EXPECT_GT(std::filesystem::file_size(path), 1000U);
  std::filesystem::remove(path);
}

TEST(EvidenceAnswer, RefusesAFunnelOfASingleTrial) {
  EXPECT_FALSE(run_evidence(to_draw("surgery-cold-48h", "funnel", "funnel.svg")));
  EXPECT_FALSE(std::filesystem::exists(scratch("funnel.svg")));
}

TEST(EvidenceAnswer, TellsAReadersJudgements) {
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

TEST(EvidenceAnswer, PredictsTheArticlesNumbers) {
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
