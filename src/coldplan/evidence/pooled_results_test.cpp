#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "coldplan/evidence/answer.h"
#include "coldplan/evidence/prediction.h"

/// data/evidence/pooled_results.json, made from the same records by metafor 3.8.
namespace coldplan::evidence {
namespace {

using nlohmann::json;

/// A number of the file by its path, and ours.
struct Row {
  std::string path;
  double theirs = 0.0;
  double ours = 0.0;
};

class Rows {
 public:
  void add(const std::string& path, const json& theirs, double ours) {
    rows_.push_back({path, theirs.get<double>(), ours});
  }
  void add(const std::string& path, const json& theirs, const Limits& ours) {
    add(path + "/0", theirs.at(0), ours.lower);
    add(path + "/1", theirs.at(1), ours.upper);
  }
  [[nodiscard]] std::vector<Row> take() { return std::move(rows_); }

 private:
  std::vector<Row> rows_;
};

Limits ninety_five(const Effect& effect) {
  constexpr double quantile = 1.959963984540054;
  const double half = quantile * std::sqrt(effect.variance);
  return {effect.estimate - half, effect.estimate + half};
}

void add_fit(Rows& rows, const std::string& path, const json& theirs, const Fit& ours) {
  const Coefficient& mean = ours.coefficients.front();
  rows.add(path + "/est", theirs.at("est"), mean.estimate);
  rows.add(path + "/se", theirs.at("se"), mean.standard_error);
  rows.add(path + "/ci", theirs.at("ci"), mean.confidence);
  rows.add(path + "/p", theirs.at("p"), mean.p_value);
  rows.add(path + "/tau2", theirs.at("tau2"), ours.tau2);
  rows.add(path + "/I2", theirs.at("I2"), ours.I2_percent);
  rows.add(path + "/Q", theirs.at("Q"), ours.residual_heterogeneity.statistic);
  rows.add(path + "/Qp", theirs.at("Qp"), ours.residual_heterogeneity.p_value);
  if (theirs.contains("prediction_interval")) {
    rows.add(path + "/prediction_interval", theirs.at("prediction_interval"),
             predict(ours)->prediction);
  }
}

/// tau² as the file's maker had it: REML by Fisher's scoring from Hedges and Olkin's estimate until
/// it changes by no more than metafor's own 1e-5. With three trials that stops a step short of the
/// maximum, which pool() finds; tests/metafor compares that one.
double as_scored(const std::vector<Effect>& effects) {
  ModelOptions start;
  start.method = Method::HE;
  double tau2 = pool(effects, start)->tau2;
  double change = 1.0;
  while (std::abs(change) > 1e-5) {
    double w = 0.0;
    double ww = 0.0;
    double www = 0.0;
    double wy = 0.0;
    for (const Effect& each : effects) {
      const double weight = 1.0 / (each.variance + tau2);
      w += weight;
      ww += weight * weight;
      www += weight * weight * weight;
      wy += weight * each.estimate;
    }
    double squares = 0.0;
    for (const Effect& each : effects) {
      const double weight = 1.0 / (each.variance + tau2);
      squares += weight * weight * (each.estimate - wy / w) * (each.estimate - wy / w);
    }
    const double trace = w - ww / w;
    const double trace_of_square = ww - 2.0 * www / w + ww * ww / (w * w);
    change = std::max((squares - trace) / trace_of_square, -tau2);
    tau2 += change;
  }
  return tau2;
}

Fit as_made(const QuestionAnswer& answer, Test test) {
  std::vector<Effect> effects;
  for (const StudyResult& study : answer.studies) {
    effects.push_back(study.effect);
  }
  ModelOptions options;
  options.test = test;
  options.tau2 = as_scored(effects);
  return pool(effects, options).value();
}

void add_question(Rows& rows, const json& theirs, const QuestionAnswer& ours) {
  const std::string& path = ours.question.reference;
  if (!ours.question.is_standardised) {
    const Effect& effect = ours.studies.front().effect;
    rows.add(path + "/MD_mm", theirs.at("MD_mm"), effect.estimate);
    rows.add(path + "/se", theirs.at("se"), std::sqrt(effect.variance));
    rows.add(path + "/ci", theirs.at("ci"), ours.interval);
    return;
  }
  rows.add(path + "/k", theirs.at("k"), static_cast<double>(ours.studies.size()));
  rows.add(path + "/n_total", theirs.at("n_total"), ours.people);
  for (std::size_t i = 0; i < ours.studies.size(); ++i) {
    const json& trial = theirs.at("trials").at(i);
    const auto place = fmt::format("{}/trials/{}", path, i);
    const StudyResult& study = ours.studies[i];
    EXPECT_EQ(trial.at("id"), study.trial);
    rows.add(place + "/g", trial.at("g"), study.effect.estimate);
    rows.add(place + "/se", trial.at("se"), std::sqrt(study.effect.variance));
    rows.add(place + "/ci", trial.at("ci"), ninety_five(study.effect));
    rows.add(place + "/n_cold", trial.at("n_cold"), study.people_cold);
    rows.add(place + "/n_control", trial.at("n_control"), study.people_control);
  }
  if (ours.models) {
    add_fit(rows, path + "/EE", theirs.at("EE"), ours.models->equal_effects);
    add_fit(rows, path + "/DL", theirs.at("DL"), ours.models->dersimonian_laird);
    add_fit(rows, path + "/REML", theirs.at("REML"), as_made(ours, Test::z));
    add_fit(rows, path + "/REML_HKSJ", theirs.at("REML_HKSJ"), as_made(ours, Test::knha));
  }
}

std::size_t numbers_in(const json& value) {
  if (value.is_number()) {
    return 1;
  }
  std::size_t count = 0;
  if (value.is_structured()) {
    for (const json& each : value) {
      count += numbers_in(each);
    }
  }
  return count;
}

json their_results() {
  std::ifstream file{std::string{COLDPLAN_SOURCE_DIR} + "/data/evidence/pooled_results.json"};
  return json::parse(file);
}

std::vector<Row> all_rows() {
  const json theirs = their_results();
  const Answer ours = answer(read_library());
  Rows rows;
  for (const QuestionAnswer& each : ours.questions) {
    add_question(rows, theirs.at(each.question.reference), each);
  }
  for (const BoundAnswer& each : ours.bounds) {
    for (std::size_t i = 0; i < each.values.size(); ++i) {
      const std::string& key = each.bound.numbers[i].key;
      rows.add(each.bound.reference + "/" + key, theirs.at(each.bound.reference).at(key),
               each.values[i]);
    }
  }
  return rows.take();
}

TEST(PooledResults, AreThoseOfMetafor) {
  for (const Row& row : all_rows()) {
    EXPECT_NEAR(row.ours, row.theirs, 1e-6 * std::max(std::abs(row.theirs), 1e-3)) << row.path;
  }
}

TEST(PooledResults, OfTheAnswerItselfDifferByNoMoreThanTheMakersThresholdLeaves) {
  const json theirs = their_results();
  for (const QuestionAnswer& each : answer(read_library()).questions) {
    if (!each.models) {
      continue;
    }
    // Two trials are solved at once; with three the maker's scoring stopped within 1e-5 of tau².
    const double allowed = each.studies.size() == 2 ? 1e-6 : 1e-5;
    const auto compare = [&](const char* model, const Fit& ours) {
      const json& row = theirs.at(each.question.reference).at(model);
      const Coefficient& mean = ours.coefficients.front();
      EXPECT_NEAR(mean.estimate, row.at("est"), allowed) << each.question.id << model;
      EXPECT_NEAR(mean.confidence.lower, row.at("ci").at(0), allowed) << each.question.id << model;
      EXPECT_NEAR(mean.confidence.upper, row.at("ci").at(1), allowed) << each.question.id << model;
      EXPECT_NEAR(ours.tau2, row.at("tau2"), allowed) << each.question.id << model;
    };
    compare("REML", each.models->reml);
    compare("REML_HKSJ", each.models->reml_knapp_hartung);
    EXPECT_DOUBLE_EQ(each.interval.lower,
                     each.models->reml_knapp_hartung.coefficients.front().confidence.lower);
  }
}

TEST(PooledResults, LeaveNoNumberOfTheFileUncompared) {
  EXPECT_EQ(all_rows().size(), numbers_in(their_results()));
}

}  // namespace
}  // namespace coldplan::evidence
