#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "coldplan/evidence/heterogeneity.h"
#include "coldplan/evidence/method_names.h"
#include "coldplan/evidence/prediction.h"
#include "coldplan/evidence/reference_leaves.h"
#include "coldplan/evidence/sensitivity.h"
#include "coldplan/evidence/small_study.h"
#include "coldplan/evidence/subgroup.h"

namespace coldplan::evidence::reference {
namespace {

using Effects = std::vector<Effect>;

template <typename T>
T value_of(Expected<T> expected) {
  if (!expected) {
    throw std::runtime_error(message(expected.error()));
  }
  return std::move(*expected);
}

ModelOptions with(Method method, Test test = Test::z) {
  ModelOptions options;
  options.method = method;
  options.test = test;
  return options;
}

Leaf leaf_of(std::optional<double> value) {
  return value ? Leaf{*value} : Leaf{};
}

void add_limits(Leaves& to, const std::string& path, const Limits& limits) {
  add_values(to, path, {limits.lower, limits.upper});
}

void add_pool(Leaves& to, const std::string& path, const Fit& fit) {
  const Coefficient& mean = fit.coefficients.front();
  to[path + "/method"] = std::string(name_of(fit.options.method));
  to[path + "/test"] = std::string(name_of(fit.options.test));
  to[path + "/k"] = static_cast<double>(fit.studies);
  to[path + "/beta"] = mean.estimate;
  to[path + "/se"] = mean.standard_error;
  to[path + "/statistic"] = mean.statistic;
  to[path + "/pval"] = mean.p_value;
  to[path + "/ci_lb"] = mean.confidence.lower;
  to[path + "/ci_ub"] = mean.confidence.upper;
  to[path + "/df"] = leaf_of(fit.t_df);
  to[path + "/tau2"] = fit.tau2;
  to[path + "/se_tau2"] = leaf_of(fit.tau2_standard_error);
  to[path + "/I2"] = fit.I2_percent;
  to[path + "/H2"] = fit.H2;
  to[path + "/QE"] = fit.residual_heterogeneity.statistic;
  to[path + "/QE_df"] = fit.residual_heterogeneity.df;
  to[path + "/QEp"] = fit.residual_heterogeneity.p_value;
  add_values(to, path + "/weights_percent", fit.weights_percent);
}

void add_spread(Leaves& to, const std::string& path, const Effects& effects, const Fit& fit) {
  const Limits interval = value_of(predict(fit)).prediction;
  to[path + "/pi_lb"] = interval.lower;
  to[path + "/pi_ub"] = interval.upper;
  to[path + "/pi_distribution"] =
      fit.t_df ? std::string("t with k-p df") : "normal (metafor default, pi.type='default')";
  const auto limits =
      value_of(heterogeneity_limits(effects, {fit.options.level, metafor_search_limit(fit)}));
  add_limits(to, path + "/Qprofile_ci/tau2", limits.tau2);
  add_limits(to, path + "/Qprofile_ci/tau", limits.tau);
  add_limits(to, path + "/Qprofile_ci/I2", limits.I2_percent);
  add_limits(to, path + "/Qprofile_ci/H2", limits.H2);
}

void add_higgins(Leaves& to, const std::string& path, const Fit& fit) {
  const auto kind = PredictionInterval::higgins_thompson_spiegelhalter;
  const Limits interval = value_of(predict(fit, {}, kind)).prediction;
  to[path + "/pi_lb"] = interval.lower;
  to[path + "/pi_ub"] = interval.upper;
  to[path + "/df"] = static_cast<double>(fit.studies) - 2.0;
}

Fit add_model(Leaves& to, const std::string& path, const Effects& effects,
              const ModelOptions& options) {
  Fit fit = value_of(pool(effects, options));
  add_pool(to, path, fit);
  if (options.method != Method::EE) {
    add_spread(to, path, effects, fit);
  }
  return fit;
}

void add_models(Leaves& to, const std::string& path, const Effects& effects) {
  for (const Method method : all_methods) {
    const std::string name = path + "/" + std::string(name_of(method));
    const Fit fit = add_model(to, name, effects, with(method));
    if (method != Method::EE) {
      add_higgins(to, name + "/pi_t_k_minus_2", fit);
      add_model(to, name + "+knha", effects, with(method, Test::knha));
      add_model(to, name + "+adhoc", effects, with(method, Test::adhoc));
    }
  }
}

void add_asymmetry(Leaves& to, const std::string& path, const AsymmetryTest& test, bool is_lm,
                   const std::string& predictor) {
  to[path + "/model"] = std::string(is_lm ? "lm" : "rma");
  to[path + "/predictor"] = predictor;
  to[path + "/statistic"] = test.slope.statistic;
  to[path + "/df"] = leaf_of(test.fit.t_df);
  to[path + "/pval"] = test.slope.p_value;
  to[path + "/limit_estimate"] = test.limit.estimate;
  to[path + "/limit_ci_lb"] = test.limit.confidence.lower;
  to[path + "/limit_ci_ub"] = test.limit.confidence.upper;
  const std::string coefficients = path + "/coefficients";
  to[coefficients + "/names/0"] = std::string(is_lm ? "X" : "intrcpt");
  to[coefficients + "/names/1"] = is_lm ? "Xsei" : predictor;
  add_values(to, coefficients + "/beta", {test.limit.estimate, test.slope.estimate});
  add_values(to, coefficients + "/se", {test.limit.standard_error, test.slope.standard_error});
}

void add_small_study(Leaves& to, const std::string& path, const Effects& effects) {
  const std::string regression = path + "/regtest/";
  add_asymmetry(to, regression + "egger_classic_lm_sei", value_of(egger_test(effects)), true,
                "sei");
  const auto rma = [&](Method method, Precision predictor) {
    return value_of(regress_on_precision(effects, with(method), predictor));
  };
  add_asymmetry(to, regression + "rma_sei_reml", rma(Method::REML, Precision::standard_error),
                false, "sei");
  add_asymmetry(to, regression + "rma_sei_dl", rma(Method::DL, Precision::standard_error), false,
                "sei");
  add_asymmetry(to, regression + "rma_vi_reml", rma(Method::REML, Precision::variance), false,
                "vi");
  const RankTest rank = value_of(rank_test(effects));
  to[path + "/ranktest/tau"] = rank.tau;
  to[path + "/ranktest/pval"] = rank.p_value;
  to[path + "/fsn/rosenthal"] = value_of(fail_safe_rosenthal(effects));
  to[path + "/fsn/orwin"] = value_of(fail_safe_orwin(effects));
}

void add_trim(Leaves& to, const std::string& path, const Effects& effects, Method method,
              MissingEstimator estimator) {
  const auto trimmed = value_of(trim_and_fill(effects, with(method), estimator));
  const Coefficient& mean = trimmed.fit.coefficients.front();
  to[path + "/side"] = std::string(trimmed.side == Side::left ? "left" : "right");
  to[path + "/k0"] = static_cast<double>(trimmed.missing);
  to[path + "/se_k0"] = trimmed.missing_standard_error;
  to[path + "/estimator"] = std::string(estimator == MissingEstimator::L0 ? "L0" : "R0");
  to[path + "/k_filled"] = static_cast<double>(trimmed.fit.studies);
  to[path + "/beta"] = mean.estimate;
  to[path + "/se"] = mean.standard_error;
  to[path + "/ci_lb"] = mean.confidence.lower;
  to[path + "/ci_ub"] = mean.confidence.upper;
  to[path + "/pval"] = mean.p_value;
  to[path + "/tau2"] = trimmed.fit.tau2;
  to[path + "/I2"] = trimmed.fit.I2_percent;
  to[path + "/QE"] = trimmed.fit.residual_heterogeneity.statistic;
  std::vector<double> estimates;
  std::vector<double> variances;
  for (const Effect& effect : trimmed.filled) {
    estimates.push_back(effect.estimate);
    variances.push_back(effect.variance);
  }
  add_values(to, path + "/filled_yi", estimates);
  add_values(to, path + "/filled_vi", variances);
}

void add_refits(Leaves& to, const std::string& path, const std::vector<Fit>& fits) {
  for (std::size_t i = 0; i < fits.size(); ++i) {
    const Coefficient& mean = fits[i].coefficients.front();
    const auto at = [&](std::string_view key) -> Leaf& {
      return to[fmt::format("{}/{}/{}", path, key, i)];
    };
    at("left_out") = fmt::format("{}", i + 1);
    at("estimate") = mean.estimate;
    at("se") = mean.standard_error;
    at("zval") = mean.statistic;
    at("pval") = mean.p_value;
    at("pvals") = mean.p_value;
    at("ci.lb") = mean.confidence.lower;
    at("ci.ub") = mean.confidence.upper;
    at("Q") = fits[i].residual_heterogeneity.statistic;
    at("Qp") = fits[i].residual_heterogeneity.p_value;
    at("tau2") = fits[i].tau2;
    at("I2") = fits[i].I2_percent;
    at("H2") = fits[i].H2;
  }
}

void add_influence(Leaves& to, const std::string& path, const Effects& effects) {
  const auto all = value_of(influence(effects, with(Method::REML)));
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto at = [&](std::string_view key) -> Leaf& {
      return to[fmt::format("{}/{}/{}", path, key, i)];
    };
    const Deletion& deletion = all[i].deletion.value();
    at("rstudent") = deletion.rstudent;
    at("dffits") = deletion.dffits;
    at("cook_d") = deletion.cooks_distance;
    at("cov_r") = deletion.covariance_ratio;
    at("tau2_del") = deletion.tau2;
    at("hat") = all[i].hat;
    at("weight") = all[i].weight_percent;
  }
}

void add_study_predictions(Leaves& to, const std::string& path, const Effects& effects) {
  const Fit fit = value_of(pool(effects, with(Method::REML)));
  const auto all = value_of(predict_studies(fit, effects));
  for (std::size_t i = 0; i < all.size(); ++i) {
    to[fmt::format("{}/pred/{}", path, i)] = all[i].estimate;
    to[fmt::format("{}/se/{}", path, i)] = all[i].standard_error;
    to[fmt::format("{}/pi_lb/{}", path, i)] = all[i].interval.lower;
    to[fmt::format("{}/pi_ub/{}", path, i)] = all[i].interval.upper;
  }
}

void add_suite(Leaves& to, const std::string& path, const Effects& effects) {
  add_models(to, path + "/models", effects);
  add_small_study(to, path, effects);
  for (const Method method : {Method::REML, Method::DL, Method::EE}) {
    const std::string name(name_of(method));
    add_trim(to, fmt::format("{}/trimfill/{}_L0", path, name), effects, method,
             MissingEstimator::L0);
    if (method != Method::EE) {
      add_trim(to, fmt::format("{}/trimfill/{}_R0", path, name), effects, method,
               MissingEstimator::R0);
    }
    add_refits(to, fmt::format("{}/leave1out/{}", path, name),
               value_of(leave_one_out(effects, with(method))));
  }
  add_refits(to, path + "/cumul_DL", value_of(accumulate(effects, with(Method::DL))));
  add_study_predictions(to, path + "/blup_REML", effects);
  add_influence(to, path + "/influence_REML", effects);
}

void add_regression(Leaves& to, const std::string& path, const Fit& fit,
                    const std::vector<std::string>& names) {
  for (std::size_t j = 0; j < fit.coefficients.size(); ++j) {
    const Coefficient& one = fit.coefficients[j];
    const auto at = [&](std::string_view key) -> Leaf& {
      return to[fmt::format("{}/{}/{}", path, key, j)];
    };
    at("names") = names.at(j);
    at("beta") = one.estimate;
    at("se") = one.standard_error;
    at("pval") = one.p_value;
    at("ci_lb") = one.confidence.lower;
    at("ci_ub") = one.confidence.upper;
  }
  to[path + "/tau2"] = fit.tau2;
  to[path + "/I2"] = fit.I2_percent;
  to[path + "/R2"] = leaf_of(fit.R2_percent);
  to[path + "/QE"] = fit.residual_heterogeneity.statistic;
  to[path + "/QEp"] = fit.residual_heterogeneity.p_value;
  to[path + "/QM"] = fit.moderation.value().statistic;
  to[path + "/QMp"] = fit.moderation.value().p_value;
}

void add_regressions(Leaves& to) {
  const nlohmann::json& data = file().at("bcg").at("data");
  const Effects effects = effects_at(data);
  Moderators latitude{{"ablat"}, Eigen::MatrixXd(13, 1)};
  for (Eigen::Index i = 0; i < 13; ++i) {
    latitude.values(i, 0) = data.at("ablat").at(static_cast<std::size_t>(i)).get<double>();
  }
  const std::string path = "bcg/metaregression/";
  const auto regression = [&](Test test) {
    return value_of(pool(effects, with(Method::REML, test), latitude));
  };
  add_regression(to, path + "ablat_REML", regression(Test::z), {"intrcpt", "ablat"});
  add_regression(to, path + "ablat_REML_knha", regression(Test::knha), {"intrcpt", "ablat"});
  const auto groups = data.at("alloc").get<std::vector<std::string>>();
  const auto analysis = value_of(analyse_subgroups(effects, groups, with(Method::REML)));
  add_regression(to, path + "subgroup_alloc_REML", analysis.common_tau2,
                 {"intrcpt", "factor(alloc)random", "factor(alloc)systematic"});
}

void add_other_measures(Leaves& to, const std::string& set) {
  for (const auto& [measure, node] : file().at(set).at("other_measures").items()) {
    const std::string path = fmt::format("{}/other_measures/{}/", set, measure);
    const Effects effects = effects_at(node);
    add_model(to, path + "EE", effects, with(Method::EE));
    add_model(to, path + "DL", effects, with(Method::DL));
    add_model(to, path + "REML", effects, with(Method::REML));
    add_model(to, path + "REML_knha", effects, with(Method::REML, Test::knha));
  }
}

void add_small_sets(Leaves& to) {
  const Effects all = effects_at(file().at("bcg").at("data"));
  for (const std::size_t k : {2U, 3U}) {
    const Effects first(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(k));
    const std::string path = fmt::format("small_k/bcg_first{}/", k);
    add_model(to, path + "REML", first, with(Method::REML));
    add_model(to, path + "DL", first, with(Method::DL));
    add_model(to, path + "DL_knha", first, with(Method::DL, Test::knha));
  }
}

}  // namespace

const Leaves& answers() {
  static const Leaves all = [] {
    Leaves made;
    for (const std::string set : {"bcg", "normand1999_smd"}) {
      add_suite(made, set, effects_at(file().at(set).at("data")));
      add_other_measures(made, set);
    }
    add_regressions(made);
    add_small_sets(made);
    return made;
  }();
  return all;
}

}  // namespace coldplan::evidence::reference
