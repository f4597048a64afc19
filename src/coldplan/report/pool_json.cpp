#include "coldplan/report/pool_json.h"

#include "coldplan/evidence/distributions.h"
#include "coldplan/evidence/method_names.h"
#include "coldplan/evidence/study_scale.h"
#include "coldplan/planning/version.h"
#include "coldplan/report/pool_parts.h"

namespace coldplan::report {
namespace {

using evidence::Coefficient;
using evidence::Fit;
using evidence::Limits;
using evidence::PooledTable;
using nlohmann::ordered_json;
using Back = std::optional<evidence::BackScale>;

template <typename T, typename Words>
ordered_json or_null(const std::optional<T>& value, const Words& words) {
  return value ? static_cast<ordered_json>(words(*value)) : ordered_json(nullptr);
}

ordered_json or_null(const std::optional<double>& value) {
  return or_null(value, [](double number) { return number; });
}

ordered_json limits_json(const Limits& limits) {
  return {{"lower", limits.lower}, {"upper", limits.upper}};
}

ordered_json omnibus_json(const evidence::Omnibus& test) {
  return {{"statistic", test.statistic},
          {"df", test.df},
          {"denominator_df", or_null(test.denominator_df)},
          {"p_value", test.p_value}};
}

ordered_json back_json(const Back& back, double estimate, const Limits& limits) {
  if (!back) {
    return nullptr;
  }
  return {{"scale", back->words},
          {"estimate", back->transform(estimate)},
          {"lower", back->transform(limits.lower)},
          {"upper", back->transform(limits.upper)}};
}

ordered_json coefficient_json(const Coefficient& coefficient) {
  return {{"name", coefficient.name},
          {"estimate", coefficient.estimate},
          {"standard_error", coefficient.standard_error},
          {"statistic", coefficient.statistic},
          {"p_value", coefficient.p_value},
          {"interval", limits_json(coefficient.confidence)}};
}

ordered_json mean_json(const Back& back, const Coefficient& mean, const std::optional<double>& df) {
  return {{"estimate", mean.estimate},
          {"standard_error", mean.standard_error},
          {"statistic", mean.statistic},
          {"df", or_null(df)},
          {"p_value", mean.p_value},
          {"interval", limits_json(mean.confidence)},
          {"back_transformed", back_json(back, mean.estimate, mean.confidence)}};
}

ordered_json studies_json(const PooledTable& pooled) {
  const auto& weights = pooled.counts ? pooled.counts->weights_percent : pooled.fit.weights_percent;
  ordered_json studies = ordered_json::array();
  for (std::size_t i = 0; i < pooled.table.studies.size(); ++i) {
    const evidence::TableStudy& study = pooled.table.studies[i];
    const auto& [name, effect] = study.effect;
    studies.push_back(
        {{"name", name},
         {"row", study.row},
         {"group", pooled.table.groups.empty() ? ordered_json(nullptr)
                                               : ordered_json(pooled.table.groups[i])},
         {"estimate", effect.estimate},
         {"variance", effect.variance},
         {"interval", limits_json(evidence::normal_interval(effect, pooled.fit.options.level))},
         {"weight_percent", weights[i]}});
  }
  return studies;
}

ordered_json heterogeneity_json(const PooledTable& pooled) {
  if (pooled.counts) {
    return {{"tau2", nullptr},
            {"tau2_standard_error", nullptr},
            {"I2_percent", pooled.counts->I2_percent},
            {"H2", nullptr},
            {"Q", omnibus_json(pooled.counts->heterogeneity)},
            {"q_profile", nullptr}};
  }
  const Fit& fit = pooled.fit;
  return {{"tau2", fit.tau2},
          {"tau2_standard_error", or_null(fit.tau2_standard_error)},
          {"I2_percent", fit.I2_percent},
          {"H2", fit.H2},
          {"Q", omnibus_json(fit.residual_heterogeneity)},
          {"q_profile", or_null(pooled.heterogeneity, [](const auto& limits) {
             if (limits.is_empty) {
               return ordered_json{{"empty", empty_profile}};
             }
             return ordered_json{{"tau2", limits_json(limits.tau2)},
                                 {"I2_percent", limits_json(limits.I2_percent)},
                                 {"H2", limits_json(limits.H2)}};
           })}};
}

ordered_json prediction_json(const Back& back, const std::optional<evidence::Prediction>& found) {
  return or_null(found, [&back](const evidence::Prediction& prediction) {
    return ordered_json{
        {"interval", limits_json(prediction.prediction)},
        {"back_transformed", back_json(back, prediction.estimate, prediction.prediction)}};
  });
}

/// The places of the studies for which this holds.
template <typename Holds>
std::vector<std::size_t> studies_where(const PooledTable& pooled, const Holds& holds) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < pooled.table.studies.size(); ++i) {
    if (holds(i)) {
      places.push_back(i);
    }
  }
  return places;
}

ordered_json subgroups_json(const PooledTable& pooled, const evidence::SubgroupAnalysis& analysis) {
  ordered_json groups = ordered_json::array();
  for (const evidence::Subgroup& each : analysis.groups) {
    const auto back = evidence::back_scale(pooled.table, studies_where(pooled, [&](std::size_t i) {
                                             return pooled.table.groups[i] == each.name;
                                           }));
    groups.push_back({{"name", each.name},
                      {"studies", each.fit.studies},
                      {"pooled", mean_json(back, each.fit.coefficients.front(), each.fit.t_df)},
                      {"tau2", each.fit.tau2},
                      {"I2_percent", each.fit.I2_percent}});
  }
  return {{"groups", groups},
          {"between_own_tau2", omnibus_json(analysis.between_own_tau2)},
          {"between_common_tau2", or_null(analysis.common_tau2.moderation, omnibus_json)}};
}

ordered_json leave_one_out_json(const PooledTable& pooled) {
  if (pooled.leave_one_out.empty()) {
    return nullptr;
  }
  ordered_json list = ordered_json::array();
  for (std::size_t i = 0; i < pooled.leave_one_out.size(); ++i) {
    const Fit& fit = pooled.leave_one_out[i];
    const auto back = evidence::back_scale(
        pooled.table, studies_where(pooled, [i](std::size_t other) { return other != i; }));
    list.push_back({{"without", pooled.table.studies[i].effect.name},
                    {"pooled", mean_json(back, fit.coefficients.front(), fit.t_df)},
                    {"tau2", fit.tau2},
                    {"I2_percent", fit.I2_percent}});
  }
  return list;
}

template <typename T, typename Words>
ordered_json or_why(const Expected<T>& result, const Words& words) {
  return result ? static_cast<ordered_json>(words(*result))
                : ordered_json{{"not_possible", message(result.error())}};
}

ordered_json small_studies_json(const Back& back, std::size_t studies,
                                const evidence::SmallStudies& small) {
  const auto number = [](double value) { return ordered_json{{"studies", value}}; };
  return {
      {"too_few_studies", studies < evidence::fewest_for_asymmetry},
      {"egger", or_why(small.egger,
                       [](const evidence::AsymmetryTest& egger) {
                         return ordered_json{{"slope", coefficient_json(egger.slope)},
                                             {"df", or_null(egger.fit.t_df)},
                                             {"limit", coefficient_json(egger.limit)}};
                       })},
      {"begg", or_why(small.begg,
                      [](const evidence::RankTest& rank) {
                        return ordered_json{{"kendall_tau", rank.tau},
                                            {"p_value", rank.p_value},
                                            {"exact", rank.is_exact}};
                      })},
      {"trim_and_fill",
       or_why(small.trim_and_fill,
              [&back](const evidence::TrimAndFill& filled) {
                return ordered_json{
                    {"missing", filled.missing},
                    {"side", filled.side == evidence::Side::left ? "left" : "right"},
                    {"pooled", mean_json(back, filled.fit.coefficients.front(), filled.fit.t_df)}};
              })},
      {"fail_safe_rosenthal", or_why(small.fail_safe_rosenthal, number)},
      {"fail_safe_orwin", or_why(small.fail_safe_orwin, number)},
      {"fail_safe_rosenberg", or_why(small.fail_safe_rosenberg, number)}};
}

ordered_json pooled_json(const PooledTable& pooled) {
  if (pooled.counts) {
    const evidence::CountFit& counts = *pooled.counts;
    return mean_json(evidence::back_scale(pooled.table),
                     {"", counts.estimate, counts.standard_error, counts.statistic, counts.p_value,
                      counts.confidence},
                     std::nullopt);
  }
  return pooled.fit.coefficients.size() > 1
             ? ordered_json(nullptr)
             : mean_json(evidence::back_scale(pooled.table), pooled.fit.coefficients.front(),
                         pooled.fit.t_df);
}

ordered_json regression_json(const PooledTable& pooled) {
  const Fit& fit = pooled.fit;
  if (fit.coefficients.size() < 2) {
    return nullptr;
  }
  ordered_json coefficients = ordered_json::array();
  for (const Coefficient& each : fit.coefficients) {
    coefficients.push_back(coefficient_json(each));
  }
  return {{"coefficients", coefficients},
          {"df", or_null(fit.t_df)},
          {"moderation", or_null(fit.moderation, omnibus_json)},
          {"R2_percent", or_null(fit.R2_percent)}};
}

}  // namespace

ordered_json pool_json(const PooledTable& pooled) {
  const Back back = evidence::back_scale(pooled.table);
  const std::size_t studies = pooled.table.studies.size();
  const auto& options = pooled.fit.options;
  return {{"version", planning::version()},
          {"measure", evidence::to_string(pooled.table.measure)},
          {"method", pooled.counts ? std::string_view{"MH"} : name_of(options.method)},
          {"test", name_of(options.test)},
          {"level", options.level},
          {"studies", studies_json(pooled)},
          {"pooled", pooled_json(pooled)},
          {"regression", regression_json(pooled)},
          {"heterogeneity", heterogeneity_json(pooled)},
          {"association", pooled.counts ? or_null(pooled.counts->association, omnibus_json)
                                        : ordered_json(nullptr)},
          {"same_odds_ratio",
           pooled.counts ? or_null(pooled.counts->tarone, omnibus_json) : ordered_json(nullptr)},
          {"prediction", prediction_json(back, pooled.prediction)},
          {"prediction_t_k_minus_2", prediction_json(back, pooled.prediction_higgins)},
          {"subgroups", or_null(pooled.subgroups,
                                [&](const auto& each) { return subgroups_json(pooled, each); })},
          {"leave_one_out", leave_one_out_json(pooled)},
          {"small_studies",
           or_null(pooled.small_studies,
                   [&](const auto& each) { return small_studies_json(back, studies, each); })},
          {"notes", pooled.table.notes},
          {"warnings", pooled.table.warnings}};
}

}  // namespace coldplan::report
