#include "coldplan/quantity/units.h"
#include "coldplan/report/json_numbers.h"
#include "coldplan/report/validation_findings.h"
#include "coldplan/report/validation_text.h"
#include "coldplan/study/score.h"
#include "coldplan/study/study_words.h"

namespace coldplan::report {
namespace {

using nlohmann::ordered_json;
using study::Row;
using study::Score;

ordered_json predicted_json(const Row& row) {
  if (!row.predicted) {
    return nullptr;
  }
  const study::Predicted& predicted = *row.predicted;
  return {{"median", number_or_null(predicted.median)},
          {"p05", number_or_null(predicted.p05)},
          {"p25", number_or_null(predicted.p25)},
          {"p75", number_or_null(predicted.p75)},
          {"p95", number_or_null(predicted.p95)}};
}

ordered_json row_json(const Row& row) {
  const study::Measurement& measurement = row.measurement;
  return {{"study", row.study},
          {"arm", row.arm},
          {"kind", row.kind},
          {"quantity", measurement.quantity},
          {"tissue", std::string{study::word_of(measurement.location.tissue)}},
          {"depth_mm", number_or_null(measurement.location.depth, 1e-3)},
          {"fat_mm", number_or_null(row.fat, 1e-3)},
          {"fat_is_stated", row.fat_is_stated},
          {"baseline", number_or_null(row.baseline)},
          {"minute", number_or_null(measurement.time, quantity::seconds_per_minute)},
          {"measured", number_or_null(measurement.value)},
          {"measured_sd", number_or_null(measurement.sd)},
          {"n", row.people > 0 ? ordered_json(row.people) : ordered_json(nullptr)},
          {"predicted", predicted_json(row)},
          {"scored", measurement.scored},
          {"why_not", row.why_not.empty() ? ordered_json(nullptr) : ordered_json(row.why_not)},
          {"observed_by", row.observed_by},
          {"assumed", row.assumed}};
}

ordered_json scores_json(const std::vector<Score>& scores) {
  ordered_json list = ordered_json::array();
  for (const Score& score : scores) {
    list.push_back({{"what", score.what},
                    {"studies", score.studies},
                    {"rows", score.rows},
                    {"bias", number_or_null(score.bias)},
                    {"rmse", number_or_null(score.rmse)},
                    {"within_1_sd", number_or_null(score.within_one_sd)},
                    {"within_2_sd", number_or_null(score.within_two_sd)},
                    {"covered_50", number_or_null(score.covered_50)},
                    {"covered_90", number_or_null(score.covered_90)},
                    {"median_width_90", number_or_null(score.width_90)}});
  }
  return list;
}

}  // namespace

ordered_json validation_json(const study::Validation& validation) {
  ordered_json json = {
      {"mode", validation.mode},
      {"draws", validation.options.draws},
      {"seed", validation.options.seed},
      {"studies", validation.studies},
      {"share_predicted", number_or_null(study::share_predicted(validation.rows))}};
  json["totals"] = {{"by_tissue", scores_json(study::scores_by_group(validation.rows))},
                    {"by_form", scores_json(study::scores_by_kind(validation.rows))},
                    {"by_study", scores_json(study::scores_by_study(validation.rows))}};
  json["noise_floor"] = noise_json(validation);
  json["people_one_by_one"] = people_json(validation);
  json["rows"] = ordered_json::array();
  for (const Row& row : validation.rows) {
    json["rows"].push_back(row_json(row));
  }
  json["unread"] = ordered_json::array();
  for (const study::StudyFile& file : validation.unread) {
    json["unread"].push_back({{"file", file.name}, {"error", message(file.study.error())}});
  }
  return json;
}

}  // namespace coldplan::report
