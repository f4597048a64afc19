#include "coldplan/report/pool_text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/evidence/distributions.h"
#include "coldplan/evidence/method_names.h"
#include "coldplan/evidence/study_scale.h"
#include "coldplan/report/pool_numbers.h"
#include "coldplan/report/pool_parts.h"
#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

using evidence::Limits;
using evidence::Method;
using evidence::PooledTable;

constexpr std::size_t name_width = 31;

std::string model_words(const PooledTable& pooled) {
  if (pooled.counts) {
    return pooled.counts->measure == evidence::Measure::PETO ? "Peto's method"
                                                             : "Mantel and Haenszel's method";
  }
  const evidence::ModelOptions& options = pooled.fit.options;
  const std::string model = options.method == Method::EE ? std::string{"equal effects"}
                                                         : fmt::format("random effects, tau² by {}",
                                                                       name_of(options.method));
  return model + ", " + intervals_words(options.test);
}

std::string heading(const PooledTable& pooled) {
  const std::size_t studies = pooled.table.studies.size();
  const bool says_given =
      pooled.table.effects_given && pooled.table.measure != evidence::Measure::GEN;
  return wrap(fmt::format("{}: {} {}, {}{}.", evidence::words_of(pooled.table.measure), studies,
                          studies == 1 ? "study" : "studies", model_words(pooled),
                          says_given ? "; effects as given" : ""));
}

double typical_error(const PooledTable& pooled) {
  return pooled.counts ? pooled.counts->standard_error
                       : pooled.fit.coefficients.front().standard_error;
}

std::string studies_text(const PooledTable& pooled, int decimals) {
  const double level = pooled.fit.options.level;
  const auto& weights = pooled.counts ? pooled.counts->weights_percent : pooled.fit.weights_percent;
  std::string text = fmt::format("{} {:>10}  {:^24}  {:>8}\n", padded("study", name_width),
                                 "effect", level_words(level) + " interval", "weight");
  for (std::size_t i = 0; i < pooled.table.studies.size(); ++i) {
    const auto& [name, effect] = pooled.table.studies[i].effect;
    const Limits limits = evidence::normal_interval(effect, level);
    text += fmt::format("{} {:>10}  {:>10} to {:>10}  {:>6.1f} %\n", padded(name, name_width),
                        shown(effect.estimate, decimals), shown(limits.lower, decimals),
                        shown(limits.upper, decimals), weights[i]);
  }
  return text + "\n";
}

std::string pooled_line(const PooledTable& pooled, int decimals) {
  const double level = pooled.fit.options.level;
  if (pooled.counts) {
    const evidence::CountFit& counts = *pooled.counts;
    return wrap(fmt::format("Pooled: {}, {}.",
                            effect_words(evidence::back_scale(pooled.table), counts.estimate,
                                         counts.confidence, level, decimals),
                            p_words(counts.p_value)));
  }
  const evidence::Coefficient& mean = pooled.fit.coefficients.front();
  const std::string degrees =
      pooled.fit.t_df ? fmt::format(" (t on {} df)", *pooled.fit.t_df) : std::string{};
  return wrap(fmt::format("{}: {}, {}{}.",
                          pooled.table.studies.size() == 1 ? "The study" : "Pooled",
                          effect_words(evidence::back_scale(pooled.table), mean.estimate,
                                       mean.confidence, level, decimals),
                          p_words(mean.p_value), degrees));
}

std::string counts_heterogeneity(const evidence::CountFit& counts) {
  std::string text = fmt::format("Between studies: {}, I² {:.0f} %.",
                                 omnibus_words("Q", counts.heterogeneity), counts.I2_percent);
  if (counts.association) {
    text += fmt::format(" Association (Cochran-Mantel-Haenszel): {}.",
                        omnibus_words("chi²", *counts.association));
  }
  if (counts.tarone) {
    text += fmt::format(" The same odds ratio everywhere (Tarone): {}.",
                        omnibus_words("chi²", *counts.tarone));
  }
  return wrap(text);
}

std::string heterogeneity_text(const PooledTable& pooled) {
  if (pooled.counts) {
    return counts_heterogeneity(*pooled.counts);
  }
  const evidence::Fit& fit = pooled.fit;
  if (pooled.table.studies.size() < 2) {
    return "";
  }
  const std::string Q = omnibus_words("Q", fit.residual_heterogeneity);
  if (fit.options.method == Method::EE) {
    return wrap(fmt::format("Between studies: {}, I² {:.0f} %.", Q, fit.I2_percent));
  }
  const int decimals = std::max(3, decimals_for(std::sqrt(fit.tau2)) + 1);
  std::string tau2 = fmt::format("tau² {}", shown(fit.tau2, decimals));
  std::string I2 = fmt::format("I² {:.0f} %", fit.I2_percent);
  if (pooled.heterogeneity && pooled.heterogeneity->is_empty) {
    tau2 += fmt::format(" (Q-profile {} empty: {})", level_words(fit.options.level), empty_profile);
  } else if (pooled.heterogeneity) {
    tau2 += fmt::format(" (Q-profile {} {})", level_words(fit.options.level),
                        shown(pooled.heterogeneity->tau2, decimals));
    I2 += fmt::format(" ({:.0f} to {:.0f} %)", pooled.heterogeneity->I2_percent.lower,
                      pooled.heterogeneity->I2_percent.upper);
  }
  return wrap(fmt::format("Between studies: {}, tau {}, {}, {}.", tau2,
                          shown(std::sqrt(fit.tau2), decimals), I2, Q));
}

/// "-1.20 to 0.34 (risk ratio 0.30 to 1.40)".
std::string predicted_words(const PooledTable& pooled, const Limits& limits, int decimals) {
  const auto back = evidence::back_scale(pooled.table);
  const std::string own = shown(limits, decimals);
  return back
             ? fmt::format("{} ({} {})", own, back->words,
                           shown({back->transform(limits.lower), back->transform(limits.upper)}, 2))
             : own;
}

std::string prediction_text(const PooledTable& pooled, int decimals) {
  if (!pooled.prediction) {
    return "";
  }
  std::string words;
  if (pooled.prediction_higgins) {
    words = fmt::format("t on {} df {}; ", pooled.table.studies.size() - 2,
                        predicted_words(pooled, pooled.prediction_higgins->prediction, decimals));
  }
  const std::string by =
      pooled.fit.t_df ? fmt::format("t on {} df", *pooled.fit.t_df) : std::string{"normal"};
  return wrap(
      fmt::format("A new study's own effect, {} prediction interval: {}{}, metafor's "
                  "default: {}.",
                  level_words(pooled.fit.options.level), words, by,
                  predicted_words(pooled, pooled.prediction->prediction, decimals)));
}

std::string marked(const std::vector<std::string>& lines, std::string_view mark) {
  std::string text;
  for (const std::string& line : lines) {
    text += wrap(fmt::format("{} {}.", mark, line));
  }
  return text;
}

}  // namespace

std::string pool_text(const PooledTable& pooled) {
  const int decimals = decimals_for(typical_error(pooled));
  const bool is_regression = pooled.fit.coefficients.size() > 1;
  std::string text = heading(pooled) + "\n" + studies_text(pooled, decimals);
  text += is_regression ? moderators_text(pooled) : pooled_line(pooled, decimals);
  text += heterogeneity_text(pooled) + prediction_text(pooled, decimals);
  text += subgroups_text(pooled, decimals) + leave_one_out_text(pooled, decimals) +
          small_studies_text(pooled, decimals);
  if (!pooled.table.notes.empty() || !pooled.table.warnings.empty()) {
    text += "\n" + marked(pooled.table.notes, "-") + marked(pooled.table.warnings, "!");
  }
  return text;
}

}  // namespace coldplan::report
