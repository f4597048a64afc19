#include "coldplan/app/cohort_json.h"

#include <cmath>

#include "coldplan/cohort/session_words.h"
#include "coldplan/facts/facts.h"
#include "coldplan/planning/skin_limits.h"
#include "coldplan/planning/version.h"
#include "coldplan/report/text.h"

namespace coldplan::app {
namespace {

using cohort::Count;
using cohort::Tally;
using cohort::Tissue;
using nlohmann::ordered_json;

ordered_json rounded(double temperature) {
  // What a distribution in steps of 0.02 °C can tell.
  constexpr double hundredths = 100.0;
  return std::isnan(temperature) ? ordered_json{}
                                 : ordered_json(std::round(temperature * hundredths) / hundredths);
}

ordered_json group_json(const Tally& tally, std::size_t arm, std::size_t group) {
  ordered_json json;
  for (const Count count : {Count::people, Count::solved, Count::analgesia, Count::numb,
                            Count::warning, Count::freezing, Count::frozen}) {
    json[std::string{cohort::word_of(count)}] = tally.count(arm, group, count);
  }
  for (std::size_t i = 0; i < cohort::tissue_count; ++i) {
    const auto tissue = static_cast<Tissue>(i);
    const auto at = [&](double share) {
      return rounded(tally.quantile(arm, group, tissue, share));
    };
    json["coldest_C"][cohort::name_of(tissue)] = {
        {"median", at(0.5)}, {"p05", at(0.05)}, {"p95", at(0.95)}};
  }
  return json;
}

ordered_json arm_json(const cohort::Plan& plan, const Tally& tally, std::size_t arm) {
  ordered_json json{{"name", plan.arms[arm].name},
                    {"form", plan.arms[arm].session.form.id},
                    {"session", cohort::session_words(plan.arms[arm].session)},
                    {"everybody", group_json(tally, arm, 0)}};
  for (const cohort::GroupRange& range : tally.ranges()) {
    ordered_json groups = ordered_json::array();
    for (std::size_t group = range.first; group < range.first + range.count; ++group) {
      ordered_json one{{"band", tally.groups()[group].name}};
      one.update(group_json(tally, arm, group));
      groups.push_back(std::move(one));
    }
    json["by"][std::string{cohort::word_of(range.by)}] = std::move(groups);
  }
  return json;
}

}  // namespace

ordered_json cohort_json(const cohort::Plan& plan, const Tally& tally) {
  ordered_json json{{"version", planning::version()},
                    {"data_hash", facts::data_hash()},
                    {"screening", report::screening_line()},
                    {"fingerprint", cohort::fingerprint(plan)},
                    {"seed", plan.seed},
                    {"people", plan.people},
                    {"own_people", !plan.own_people.empty()},
                    {"analgesia_C", planning::analgesia_temperature()}};
  for (const planning::SkinLimit& limit : planning::skin_limits()) {
    json["limits_C"][limit.id] = limit.temperature;
  }
  for (std::size_t arm = 0; arm < plan.arms.size(); ++arm) {
    json["arms"].push_back(arm_json(plan, tally, arm));
  }
  return json;
}

}  // namespace coldplan::app
