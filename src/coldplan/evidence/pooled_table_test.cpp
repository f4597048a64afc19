#include "coldplan/evidence/pooled_table.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coldplan::evidence {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* tables =
    "study,ai,bi,ci,di,setting\na,4,119,11,128,ward\nb,6,300,29,274,home\nc,3,228,11,209,ward\n"
    "d,62,13536,248,12619,home\n";

StudyTable table_as(Measure measure, TableOptions options = {}) {
  options.measure = measure;
  return read_study_table(tables, options).value();
}

TEST(PooledTable, HasWhatAModelOfTheEffectsHas) {
  const StudyTable table = table_as(Measure::RR);
  const PooledTable pooled = pool_table(table, {}).value();
  const Fit fit = pool(effects_of(table), {}).value();
  EXPECT_EQ(pooled.fit.coefficients[0].estimate, fit.coefficients[0].estimate);
  ASSERT_TRUE(pooled.heterogeneity && pooled.prediction && pooled.prediction_higgins);
  EXPECT_LT(pooled.prediction_higgins->prediction.lower, pooled.prediction->prediction.lower);
  EXPECT_TRUE(pooled.leave_one_out.empty());
  EXPECT_FALSE(pooled.small_studies || pooled.subgroups || pooled.counts);
}

TEST(PooledTable, ForeseesNoNewStudyWhereAllHaveOneEffect) {
  PoolRequest request;
  request.model.method = Method::EE;
  const PooledTable pooled = pool_table(table_as(Measure::RR), request).value();
  EXPECT_FALSE(pooled.prediction || pooled.heterogeneity);
}

TEST(PooledTable, PoolsCountsThemselvesIfAsked) {
  PoolRequest request;
  request.by_counts = true;
  const StudyTable odds = table_as(Measure::OR);
  EXPECT_EQ(pool_table(odds, request)->counts->estimate,
            mantel_haenszel(odds.counts, Measure::OR)->estimate);
  const StudyTable by_peto = table_as(Measure::PETO);
  EXPECT_EQ(pool_table(by_peto, request)->counts->estimate, peto(by_peto.counts)->estimate);
}

TEST(PooledTable, LeavesEachStudyOutAndComparesSubgroupsIfAsked) {
  TableOptions options;
  options.subgroup = "setting";
  PoolRequest request;
  request.sensitivity = true;
  request.small_studies = true;
  const PooledTable pooled = pool_table(table_as(Measure::RR, options), request).value();
  EXPECT_EQ(pooled.leave_one_out.size(), 4U);
  EXPECT_EQ(pooled.subgroups->groups.size(), 2U);
  EXPECT_TRUE(pooled.small_studies->egger.has_value());
}

TEST(PooledTable, ShowsASingleStudyAsItIs) {
  PoolRequest request;
  request.small_studies = true;
  const PooledTable pooled =
      pool_table(read_study_table("yi,vi\n0.5,0.04\n").value(), request).value();
  EXPECT_EQ(pooled.fit.coefficients[0].estimate, 0.5);
  EXPECT_NEAR(pooled.fit.coefficients[0].standard_error, 0.2, 1e-15);
  EXPECT_FALSE(pooled.heterogeneity || pooled.prediction);
  EXPECT_FALSE(pooled.small_studies->egger.has_value());
}

TEST(PooledTable, RefusesWhatDoesNotGoTogether) {
  PoolRequest by_counts;
  by_counts.by_counts = true;
  EXPECT_THAT(message(pool_table(read_study_table("yi,vi\n1,2\n2,3\n").value(), by_counts).error()),
              HasSubstr("--method: MH wants counts"));
  PoolRequest more = by_counts;
  more.sensitivity = true;
  EXPECT_THAT(message(pool_table(table_as(Measure::RR), more).error()),
              HasSubstr("MH pools counts alone"));
  TableOptions both;
  both.subgroup = "setting";
  both.moderators = {"setting"};
  EXPECT_THAT(message(pool_table(table_as(Measure::RR, both), {}).error()),
              HasSubstr("--subgroup: does not go with --mods"));
}

TEST(PooledTable, RefusesPartsThatKnowNoModeratorsBesideThem) {
  TableOptions by_setting;
  by_setting.moderators = {"setting"};
  const StudyTable table = table_as(Measure::RR, by_setting);
  PoolRequest request;
  request.sensitivity = true;
  EXPECT_EQ(message(pool_table(table, request).error()),
            "--sensitivity: knows no moderators; leave it or --mods out");
  request = {};
  request.small_studies = true;
  EXPECT_EQ(message(pool_table(table, request).error()),
            "--bias: knows no moderators; leave it or --mods out");
}

TEST(PooledTable, RefusesGroupsThatCompareNothingInWords) {
  const auto refusal = [](const std::string& text) {
    TableOptions options;
    options.subgroup = "place";
    return message(pool_table(read_study_table(text, options).value(), {}).error());
  };
  EXPECT_THAT(refusal("yi,vi,place\n1,0.1,a\n2,0.1,b\n"),
              HasSubstr("--subgroup: 2 studies in 2 groups are too few to compare"));
  EXPECT_THAT(refusal("yi,vi,place\n1,0.1,a\n2,0.1,a\n"),
              HasSubstr("--subgroup: the column says the same of every study"));
}

TEST(PooledTable, WarnsWhereKnappAndHartungsIntervalIsTheNarrowerOne) {
  const StudyTable alike = read_study_table("yi,vi\n0.50,0.1\n0.51,0.1\n0.49,0.1\n").value();
  PoolRequest request;
  request.model.test = evidence::Test::knha;
  const auto warnings = pool_table(alike, request)->table.warnings;
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_EQ(warnings.front(),
            "Knapp and Hartung's interval is narrower than the normal one (0.1422 to 0.8578): "
            "--test adhoc never is");
  request.model.test = evidence::Test::adhoc;
  EXPECT_TRUE(pool_table(alike, request)->table.warnings.empty());
  const StudyTable apart = read_study_table("yi,vi\n0,0.1\n3,0.1\n-2,0.1\n").value();
  request.model.test = evidence::Test::knha;
  EXPECT_TRUE(pool_table(apart, request)->table.warnings.empty());
}

TEST(PooledTable, SaysThatOnlyRowsHaveSomethingAddedWhereCountsArePooled) {
  TableOptions options;
  options.measure = Measure::OR;
  const StudyTable table = read_study_table("ai,bi,ci,di\n0,10,3,9\n2,10,4,9\n", options).value();
  PoolRequest request;
  EXPECT_THAT(pool_table(table, request)->table.notes.front(), Not(HasSubstr("raw counts")));
  request.by_counts = true;
  EXPECT_EQ(
      pool_table(table, request)->table.notes.front(),
      "0.5 is added to each cell of 1 study with an empty cell, for the rows shown alone; the "
      "pool takes raw counts");
}

TEST(PooledTable, RefusesMoreStudiesThanItCanHold) {
  std::string text = "yi,vi\n";
  for (std::size_t i = 0; i <= most_for_sensitivity; ++i) {
    text += std::to_string(i) + ",1\n";
  }
  PoolRequest request;
  request.sensitivity = true;
  EXPECT_THAT(message(pool_table(read_study_table(text).value(), request).error()),
              HasSubstr("--sensitivity: is for at most 2000 studies; the table has 2001"));
}

}  // namespace
}  // namespace coldplan::evidence
