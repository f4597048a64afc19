#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "coldplan/evidence/effect_size.h"
#include "coldplan/evidence/mantel_haenszel.h"

/// Effects and Mantel-Haenszel fits beside what metafor printed
/// (data/evidence/metafor_reference.json); every number is a test of its own, named by its path in
/// that file.
namespace coldplan::evidence {
namespace {

using nlohmann::json;

const json& reference() {
  static const json file = [] {
    std::ifstream stream{std::string{COLDPLAN_SOURCE_DIR} +
                         "/data/evidence/metafor_reference.json"};
    return json::parse(stream);
  }();
  return file;
}

double number(const json& columns, const char* name, std::size_t i) {
  return columns.at(name).at(i).get<double>();
}

std::vector<TwoByTwo> bcg_tables() {
  const json& data = reference().at("bcg").at("data");
  std::vector<TwoByTwo> tables;
  for (std::size_t i = 0; i < data.at("tpos").size(); ++i) {
    tables.push_back({number(data, "tpos", i), number(data, "tneg", i), number(data, "cpos", i),
                      number(data, "cneg", i)});
  }
  return tables;
}

std::vector<TwoArms> normand_arms() {
  const json& data = reference().at("normand1999_smd").at("data");
  std::vector<TwoArms> arms;
  for (std::size_t i = 0; i < data.at("n1i").size(); ++i) {
    arms.push_back({{number(data, "n1i", i), number(data, "m1i", i), number(data, "sd1i", i)},
                    {number(data, "n2i", i), number(data, "m2i", i), number(data, "sd2i", i)}});
  }
  return arms;
}

/// A number of the reference: where it stands and what computes it here.
struct Case {
  json::json_pointer path;
  std::function<double()> computed;
};

template <typename Study>
void add_effects(std::vector<Case>& cases, const std::string& folder,
                 const std::vector<Study>& studies, Measure measure, EffectOptions options = {}) {
  for (std::size_t i = 0; i < studies.size(); ++i) {
    const auto effect = [measure, options, study = studies[i]] {
      return effect_of(measure, study, options).value();
    };
    cases.push_back({json::json_pointer{fmt::format("{}/yi/{}", folder, i)},
                     [effect] { return effect().estimate; }});
    cases.push_back({json::json_pointer{fmt::format("{}/vi/{}", folder, i)},
                     [effect] { return effect().variance; }});
  }
}

void add_fit(std::vector<Case>& cases, const std::string& folder,
             const std::function<CountFit()>& fit, bool has_heterogeneity) {
  const auto add = [&](const char* name, const std::function<double(const CountFit&)>& part) {
    cases.push_back({json::json_pointer{folder + "/" + name}, [fit, part] { return part(fit()); }});
  };
  add("beta", [](const CountFit& f) { return f.estimate; });
  add("se", [](const CountFit& f) { return f.standard_error; });
  add("ci_lb", [](const CountFit& f) { return f.confidence.lower; });
  add("ci_ub", [](const CountFit& f) { return f.confidence.upper; });
  if (has_heterogeneity) {
    add("QE", [](const CountFit& f) { return f.heterogeneity.statistic; });
  }
}

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  const auto tables = bcg_tables();
  const auto arms = normand_arms();
  const std::string bcg = "/bcg/other_measures/";
  const std::string normand = "/normand1999_smd/other_measures/";
  add_effects(cases, "/bcg/data", tables, Measure::RR);
  add_effects(cases, bcg + "OR", tables, Measure::OR);
  add_effects(cases, bcg + "RD", tables, Measure::RD);
  add_effects(cases, "/normand1999_smd/data", arms, Measure::SMD);
  add_effects(cases, normand + "MD", arms, Measure::MD);
  add_effects(cases, normand + "SMDH", arms, Measure::SMDH);
  add_effects(cases, normand + "ROM", arms, Measure::ROM);
  EffectOptions unbiased;
  unbiased.smd_variance = SmdVariance::UB;
  add_effects(cases, normand + "SMD_vtype_UB", arms, Measure::SMD, unbiased);
  for (const Measure measure : {Measure::RR, Measure::OR, Measure::RD}) {
    add_fit(
        cases, "/bcg/mantel_haenszel/" + std::string{to_string(measure)},
        [tables, measure] { return mantel_haenszel(tables, measure).value(); }, true);
  }
  add_fit(
      cases, "/bcg/peto", [tables] { return peto(tables).value(); }, false);
  return cases;
}

class ReferenceMeasures : public ::testing::TestWithParam<Case> {};

TEST_P(ReferenceMeasures, AgreesWithMetafor) {
  const double printed = reference().at(GetParam().path).get<double>();
  EXPECT_NEAR(GetParam().computed(), printed, 1e-6 * std::abs(printed));
}

std::string name_of(const ::testing::TestParamInfo<Case>& info) {
  std::string name = info.param.path.to_string().substr(1);
  for (char& letter : name) {
    letter = std::isalnum(static_cast<unsigned char>(letter)) != 0 ? letter : '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Metafor, ReferenceMeasures, ::testing::ValuesIn(all_cases()), name_of);

/// Nothing that this file claims to compare is missing from it.
TEST(ReferenceMeasures, HoldsEveryMeasureOfTheFile) {
  std::map<std::string, std::size_t> compared;
  for (const Case& each : all_cases()) {
    ++compared[each.path.parent_pointer().parent_pointer().to_string()];
  }
  for (const char* data : {"/bcg", "/normand1999_smd"}) {
    for (const auto& [measure, unused] :
         reference().at(json::json_pointer{std::string{data} + "/other_measures"}).items()) {
      EXPECT_GT(compared[std::string{data} + "/other_measures/" + measure], 0U) << measure;
    }
  }
}

}  // namespace
}  // namespace coldplan::evidence
