#include "coldplan/app/evidence_verb.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "coldplan/app/evidence_pool.h"
#include "coldplan/app/program.h"

namespace coldplan::app {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// The BCG trials of data/evidence/metafor_reference.json as a reviewer would type them.
constexpr const char* bcg = R"(study;ai;bi;ci;di;ablat;alloc
Aronson;4;119;11;128;44;random
Ferguson & Simes;6;300;29;274;55;random
Rosenthal 1960;3;228;11;209;42;random
Hart & Sutherland;62;13536;248;12619;52;random
Frimodt-Moller;33;5036;47;5761;13;alternate
Stein & Aronson;180;1361;372;1079;44;alternate
Vandiviere;8;2537;10;619;19;random
TPT Madras;505;87886;499;87892;13;random
Coetzee & Berjak;29;7470;45;7232;27;random
Rosenthal 1961;17;1699;65;1600;42;systematic
Comstock 1974;186;50448;141;27197;18;systematic
Comstock & Webster;5;2493;3;2338;33;systematic
Comstock 1976;27;16886;29;17825;33;systematic
)";

class EvidenceVerb : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_);
    std::ofstream{file()} << bcg;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::filesystem::path file() const { return folder_ / "bcg.csv"; }

  [[nodiscard]] EvidencePoolOptions risk_ratios() const {
    EvidencePoolOptions options;
    options.table = file();
    options.measure = "RR";
    return options;
  }

  [[nodiscard]] static nlohmann::json json_of(EvidencePoolOptions options) {
    options.json = true;
    return nlohmann::json::parse(run_evidence_pool(options).value());
  }

 private:
  std::filesystem::path folder_ = std::filesystem::path{::testing::TempDir()} /
                                  ::testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(EvidenceVerb, PoolsATableAsTheModelDoes) {
  const std::string text = run_evidence_pool(risk_ratios()).value();
  EXPECT_THAT(text, HasSubstr("risk ratio 0.49 (0.33 to 0.73)"));
  const auto answer = json_of(risk_ratios());
  EXPECT_NEAR(answer["pooled"]["estimate"].get<double>(), -0.7145, 5e-5);
  EXPECT_NEAR(answer["heterogeneity"]["tau2"].get<double>(), 0.3132, 5e-5);
  EXPECT_EQ(answer["test"], "knha");
}

TEST_F(EvidenceVerb, TakesTheTestThatFitsTheMethod) {
  EvidencePoolOptions options = risk_ratios();
  options.method = "EE";
  EXPECT_EQ(json_of(options)["test"], "z");
  options.test = "knha";
  EXPECT_EQ(json_of(options)["test"], "knha");
}

TEST_F(EvidenceVerb, PoolsByCountsIfAsked) {
  EvidencePoolOptions options = risk_ratios();
  options.measure = "OR";
  options.method = "mh";
  const auto answer = json_of(options);
  EXPECT_EQ(answer["method"], "MH");
  EXPECT_NEAR(answer["pooled"]["estimate"].get<double>(), -0.473410988388585, 1e-9);
}

TEST_F(EvidenceVerb, ComparesSubgroupsAndModeratorsOfTheTable) {
  EvidencePoolOptions options = risk_ratios();
  options.subgroup = "alloc";
  EXPECT_EQ(json_of(options)["subgroups"]["groups"].size(), 3U);
  options.subgroup.reset();
  options.moderators = {"ablat", "alloc"};
  const auto answer = json_of(options);
  EXPECT_EQ(answer["regression"]["coefficients"].size(), 4U);
  EXPECT_TRUE(answer["pooled"].is_null());
  EXPECT_THAT(answer["notes"][0], HasSubstr("compared with alternate"));
}

TEST_F(EvidenceVerb, NamesTheFileInAnErrorOfTheTableAndTheOptionInItsOwn) {
  EvidencePoolOptions options = risk_ratios();
  options.measure = "SMD";
  EXPECT_THAT(message(run_evidence_pool(options).error()),
              AllOf(StartsWith(file().string() + ": row 1: column"), HasSubstr("SMD wants")));
  options = risk_ratios();
  options.moderators = {"latitude"};
  EXPECT_THAT(message(run_evidence_pool(options).error()), StartsWith("--mods: \"latitude\""));
  options = risk_ratios();
  options.table = "nowhere.csv";
  EXPECT_THAT(message(run_evidence_pool(options).error()), StartsWith("nowhere.csv: no such file"));
}

TEST_F(EvidenceVerb, RefusesWordsAndNumbersThatItDoesNotKnow) {
  const auto refusal = [this](auto change) {
    EvidencePoolOptions options = risk_ratios();
    change(options);
    const auto result = run_evidence_pool(options);
    return result ? std::string{"accepted"} : message(result.error());
  };
  EXPECT_THAT(refusal([](auto& o) { o.method = "REMI"; }),
              AllOf(HasSubstr("--method"), HasSubstr("REML")));
  EXPECT_THAT(refusal([](auto& o) { o.test = "t"; }),
              AllOf(HasSubstr("--test"), HasSubstr("knha")));
  EXPECT_THAT(refusal([](auto& o) { o.to = "only"; }), HasSubstr("--to: \"only\""));
  EXPECT_THAT(refusal([](auto& o) { o.vtype = "HO"; }), HasSubstr("--vtype"));
  EXPECT_THAT(refusal([](auto& o) { o.level_percent = 0.95; }),
              HasSubstr("--level: 0.95 is not a per cent"));
  EXPECT_THAT(refusal([](auto& o) { o.add = -1.0; }), HasSubstr("--add: -1"));
}

struct Called {
  int status = 0;
  std::string out;
  std::string err;
};

Called call(std::vector<const char*> words) {
  words.insert(words.begin(), {"coldplan", "evidence"});
  std::ostringstream out;
  std::ostringstream err;
  const auto no_cohort = [](const CohortOptions&) -> Expected<std::string> {
    return std::string{};
  };
  const int status = run_program(static_cast<int>(words.size()), words.data(), out, err, no_cohort);
  return {status, out.str(), err.str()};
}

TEST_F(EvidenceVerb, IsReachedByTheCommandLine) {
  const std::string path = file().string();
  const Called called = call({"pool", "--mods", "ablat,alloc", path.c_str(), "--measure", "RR"});
  EXPECT_EQ(called.status, exit_done) << called.err;
  EXPECT_THAT(called.out, HasSubstr("alloc: random"));
}

TEST_F(EvidenceVerb, RefusesOptionsThatItsSubVerbWouldNotSee) {
  const Called kind = call({"--kind", "chronic", "article"});
  EXPECT_EQ(kind.status, exit_bad_input);
  EXPECT_EQ(kind.out, "");
  EXPECT_EQ(kind.err,
            "--kind: stands before article and is not its own; leave it out or the sub-verb, or "
            "put it after article\n");
  EXPECT_THAT(call({"--json", "trials"}).err, StartsWith("--json: stands before trials"));
  const Called plot = call({"--plot", "forest"});
  EXPECT_EQ(plot.status, exit_bad_input);
  EXPECT_EQ(plot.err, "--plot: says what to draw: name a file by --picture\n");
}

TEST_F(EvidenceVerb, RefusesPicturesThatDoNotShowWhatIsPooledOrAreNotShown) {
  const auto refusal = [this](auto change) {
    EvidencePoolOptions options = risk_ratios();
    change(options);
    const auto result = run_evidence_pool(options);
    return result ? std::string{"accepted"} : message(result.error());
  };
  const std::string picture = (file().parent_path() / "a.svg").string();
  const std::string by_counts =
      "does not show what MH pools; choose another --method for a picture";
  EXPECT_EQ(refusal([](auto& o) { o.method = "MH", o.forest = true; }), "--forest: " + by_counts);
  EXPECT_EQ(refusal([&](auto& o) { o.method = "MH", o.picture = picture; }),
            "--picture: " + by_counts);
  EXPECT_THAT(refusal([](auto& o) { o.moderators = {"ablat"}, o.forest = true; }),
              StartsWith("--forest: knows no moderators"));
  EXPECT_THAT(refusal([&](auto& o) { o.moderators = {"ablat"}, o.picture = picture; }),
              StartsWith("--picture: knows no moderators"));
  EXPECT_EQ(
      refusal([&](auto& o) { o.moderators = {"ablat"}, o.picture = picture, o.plot = "bubble"; }),
      "accepted");
  EXPECT_THAT(refusal([](auto& o) { o.plot = "funnel"; }), StartsWith("--plot: says what to draw"));
  EXPECT_THAT(refusal([](auto& o) { o.forest = true, o.json = true; }), StartsWith("--forest: "));
}

}  // namespace
}  // namespace coldplan::app
