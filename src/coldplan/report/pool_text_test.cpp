#include "coldplan/report/pool_text.h"

#include <algorithm>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/report/pool_json.h"
#include "coldplan/report/pool_numbers.h"

namespace coldplan::report {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

evidence::PooledTable pooled(const std::string& text, const evidence::TableOptions& options = {},
                             const evidence::PoolRequest& request = {}) {
  return evidence::pool_table(evidence::read_study_table(text, options).value(), request).value();
}

std::size_t longest_line(const std::string& text) {
  std::istringstream lines{text};
  std::size_t longest = 0;
  for (std::string line; std::getline(lines, line);) {
    longest = std::max(
        longest, static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char byte) {
          return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
        })));
  }
  return longest;
}

/// The text with its line breaks as spaces.
std::string flat(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

const std::string counts =
    "study,ai,bi,ci,di,place\nFirst,4,119,11,128,ward\nSecond,6,300,29,274,home\n"
    "A study of a name that is far longer than its column,0,228,11,209,ward\n"
    "Müller,62,13536,248,12619,home\n";

evidence::TableOptions as(evidence::Measure measure) {
  evidence::TableOptions options;
  options.measure = measure;
  return options;
}

TEST(PoolText, TellsARatioOnItsOwnScaleToo) {
  const std::string text = flat(pool_text(pooled(counts, as(evidence::Measure::RR))));
  EXPECT_THAT(text, AllOf(HasSubstr("log risk ratio: 4 studies, random effects, tau² by REML"),
                          HasSubstr("; risk ratio 0."), HasSubstr("Q-profile 95 %"),
                          HasSubstr("95 % prediction interval: t on 2 df -"),
                          HasSubstr("; normal, metafor's default: -"), HasSubstr(" (risk ratio 0."),
                          HasSubstr("0.5 is added to each cell of 1 study with an empty cell")));
}

TEST(PoolText, GivesBothPredictionsWithTheirDegrees) {
  evidence::PoolRequest request;
  request.model.test = evidence::Test::knha;
  const auto table = pooled("yi,vi\n0,0.1\n1,0.1\n3,0.1\n", {}, request);
  EXPECT_THAT(flat(pool_text(table)), HasSubstr("95 % prediction interval: t on 1 df " +
                                                shown(table.prediction_higgins->prediction, 2) +
                                                "; t on 2 df, metafor's default: " +
                                                shown(table.prediction->prediction, 2)));
}

TEST(PoolText, SaysThatNoTauSquaredFitsStudiesThatAgreeTooWell) {
  const auto table = pooled("yi,vi\n0.500,0.1\n0.501,0.1\n0.499,0.1\n0.5,0.1\n");
  EXPECT_THAT(
      flat(pool_text(table)),
      AllOf(HasSubstr("(Q-profile 95 % empty: the studies agree more than chance would make "
                      "them)"),
            Not(HasSubstr("0 to 0"))));
  EXPECT_EQ(pool_json(table)["heterogeneity"]["q_profile"]["empty"],
            "the studies agree more than chance would make them");
}

TEST(PoolText, WarnsOfANarrowIntervalByKnappAndHartung) {
  evidence::PoolRequest request;
  request.model.test = evidence::Test::knha;
  const auto table = pooled("yi,vi\n0.50,0.1\n0.51,0.1\n0.49,0.1\n", {}, request);
  EXPECT_THAT(flat(pool_text(table)), HasSubstr("! Knapp and Hartung's interval is narrower"));
  EXPECT_THAT(pool_json(table)["warnings"][0].get<std::string>(),
              HasSubstr("--test adhoc never is"));
}

TEST(PoolText, TurnsDoubleArcsinesBackByTheHarmonicMean) {
  const std::string text = "xi,ni,place\n3,20,a\n9,30,b\n4,20,a\n";
  const auto table = pooled(text, as(evidence::Measure::PFT));
  EXPECT_THAT(flat(pool_text(table)),
              AllOf(HasSubstr("; proportion 0.2"), HasSubstr("double-arcsine scale, not a")));
  evidence::TableOptions options = as(evidence::Measure::PFT);
  options.subgroup = "place";
  // Both studies of group a have 20 people: so is their harmonic mean.
  const auto group = pool_json(pooled(text, options))["subgroups"]["groups"][0]["pooled"];
  EXPECT_DOUBLE_EQ(group["back_transformed"]["estimate"].get<double>(),
                   evidence::inverse_double_arcsine(group["estimate"].get<double>(), 20.0));
}

TEST(PoolText, SaysOnceThatEffectsAreAsGiven) {
  const std::string given = pool_text(pooled("yi,vi\n1,0.1\n2,0.1\n"));
  EXPECT_THAT(given, AllOf(HasSubstr("effect as given: 2 studies"), Not(HasSubstr("effects as"))));
  EXPECT_THAT(flat(pool_text(pooled("yi,vi\n1,0.1\n2,0.1\n", as(evidence::Measure::RR)))),
              HasSubstr("; effects as given."));
}

TEST(PoolText, KeepsToEightyColumnsWhateverIsAsked) {
  evidence::TableOptions options = as(evidence::Measure::OR);
  options.subgroup = "place";
  evidence::PoolRequest request;
  request.sensitivity = true;
  request.small_studies = true;
  EXPECT_LE(longest_line(pool_text(pooled(counts, options, request))), 80U);
  options.subgroup.reset();
  options.moderators = {"place"};
  EXPECT_LE(longest_line(pool_text(pooled(counts, options))), 80U);
  evidence::PoolRequest by_counts;
  by_counts.by_counts = true;
  EXPECT_LE(longest_line(pool_text(pooled(counts, as(evidence::Measure::OR), by_counts))), 80U);
  EXPECT_LE(longest_line(pool_text(pooled("yi,vi\n1e20,1e20\n-1e20,1e-20\n0,1e-20\n"))), 80U);
}

TEST(PoolText, WarnsOfTestsOfAsymmetryUnderTenStudies) {
  evidence::PoolRequest request;
  request.small_studies = true;
  EXPECT_THAT(flat(pool_text(pooled(counts, as(evidence::Measure::RR), request))),
              AllOf(HasSubstr("Egger's test: slope"), HasSubstr("Trim and fill (L0):"),
                    HasSubstr("! 4 are too few for these tests")));
}

TEST(PoolText, SaysWhyATestIsNotPossible) {
  evidence::PoolRequest request;
  request.small_studies = true;
  EXPECT_THAT(flat(pool_text(pooled("yi,vi\n1,0.1\n2,0.1\n", {}, request))),
              HasSubstr("Egger's test: not possible here ("));
}

TEST(PoolText, ShowsASingleStudyWithoutPoolingIt) {
  const std::string text = flat(pool_text(pooled("study,yi,vi\nAlone,0.5,0.04\n")));
  EXPECT_THAT(text, AllOf(HasSubstr("1 study"), HasSubstr("The study: effect 0.50"),
                          HasSubstr("! there is one study")));
  EXPECT_THAT(text, AllOf(Not(HasSubstr("Between studies")), Not(HasSubstr("prediction"))));
}

TEST(PoolText, CarriesWarnings) {
  EXPECT_THAT(pool_text(pooled("study,yi,vi\na,1,0.1\nb,NA,0.1\nc,2,0.2\n")),
              HasSubstr("! row 3 (\"b\") is left out: yi is NA."));
}

TEST(PoolText, ShowsAsManyDecimalsAsTheErrorBears) {
  EXPECT_EQ(decimals_for(0.18), 2);
  EXPECT_EQ(decimals_for(0.00029), 5);
  EXPECT_EQ(decimals_for(17.0), 2);
  EXPECT_EQ(shown(-0.001, 2), "0.00");
  EXPECT_EQ(shown(12345678.0, 2), "1.23e+07");
  EXPECT_EQ(padded("Müller", 8), "Müller  ");
  EXPECT_EQ(padded("Müllerin", 4), "Mül…");
  EXPECT_EQ(p_words(0.0004), "p < 0.001");
}

TEST(PoolJson, HoldsNumbersInFullAndNullForWhatThereIsNot) {
  const evidence::PooledTable table = pooled(counts, as(evidence::Measure::RR));
  const auto answer = pool_json(table);
  EXPECT_EQ(answer["pooled"]["estimate"], table.fit.coefficients[0].estimate);
  EXPECT_EQ(answer["pooled"]["back_transformed"]["scale"], "risk ratio");
  EXPECT_TRUE(answer["subgroups"].is_null() && answer["leave_one_out"].is_null());
  EXPECT_EQ(answer["studies"].size(), 4U);
  EXPECT_EQ(answer["studies"][3]["row"], 5U);
}

}  // namespace
}  // namespace coldplan::report
