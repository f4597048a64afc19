#include "coldplan/report/comparison_json.h"

#include <gtest/gtest.h>

#include "coldplan/report/report_example.h"

namespace coldplan::report {
namespace {

nlohmann::ordered_json someone() {
  return comparison_json(planning::compare(tests::case_of_someone(), "2026-11-27").value());
}

TEST(ComparisonJson, NamesVersionDataAndWhoAsksFirst) {
  const auto json = someone();
  EXPECT_FALSE(json.at("version").get<std::string>().empty());
  EXPECT_EQ(json.at("data_hash").get<std::string>().size(), 64u);
  EXPECT_TRUE(json.at("screening").at("done").get<bool>());
  EXPECT_EQ(json.at("screening").at("forms").at("ice_pack").at("level"), "ask_first");
}

TEST(ComparisonJson, NamesThePosteriorOrNothingWhereThereIsNone) {
  planning::Comparison comparison;
  comparison.posterior = {};
  EXPECT_TRUE(comparison_json(comparison).at("posterior").is_null());
  comparison.posterior = {.date = "2026-11-20", .version = "0.1.0", .studies = 30, .rows = 410};
  const auto posterior = comparison_json(comparison).at("posterior");
  EXPECT_EQ(posterior.at("date"), "2026-11-20");
  EXPECT_EQ(posterior.at("studies"), 30);
  EXPECT_EQ(posterior.at("rows"), 410);
}

TEST(ComparisonJson, HoldsAnIntervalForTheColdestOfEveryTissue) {
  const auto json = someone();
  for (const auto& form : json.at("forms")) {
    ASSERT_EQ(form.at("tissues").size(), form.at("id") == "topical_menthol" ? 1u : 6u);
    for (const auto& row : form.at("tissues")) {
      const auto& coldest = row.at("coldest_C");
      EXPECT_LE(coldest.at("p05").get<double>(), coldest.at("median").get<double>());
      EXPECT_LE(coldest.at("median").get<double>(), coldest.at("p95").get<double>());
    }
  }
}

TEST(ComparisonJson, GivesEveryTissueAtEveryMinute) {
  const auto json = someone();
  for (const auto& form : json.at("forms")) {
    const auto& curves = form.at("curves");
    const double end = form.at("session").at("cold_minutes").back().back().get<double>() +
                       form.at("session").at("followed_minutes").get<double>();
    EXPECT_NEAR(curves.at("minute").back().get<double>(), end, 0.011) << form.at("id");
    EXPECT_GE(curves.at("minute").size(), static_cast<std::size_t>(end));
    for (const auto& tissue : curves.at("tissues")) {
      EXPECT_EQ(tissue.at("temperature_C").size(), curves.at("minute").size());
    }
  }
}

}  // namespace
}  // namespace coldplan::report
