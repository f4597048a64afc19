#include "coldplan/report/pool_text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/evidence/distributions.h"
#include "coldplan/evidence/method_names.h"
#include "coldplan/report/pool_numbers.h"
#include "coldplan/report/pool_parts.h"
#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

using evidence::Limits;
using evidence::Method;
using evidence::PooledTable;
using evidence::Test;

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
  switch (options.test) {
    case Test::knha:
      return model + ", intervals by Knapp and Hartung";
    case Test::adhoc:
      return model + ", intervals by Knapp and Hartung, never narrower than normal ones";
    case Test::z:
      break;
  }
  return model + ", normal intervals";
}

std::string heading(const PooledTable& pooled) {
  const std::size_t studies = pooled.table.studies.size();
  return wrap(fmt::format("{}: {} {}, {}{}.", evidence::words_of(pooled.table.measure), studies,
                          studies == 1 ? "study" : "studies", model_words(pooled),
                          pooled.table.effects_given ? "; effects as given" : ""));
}

double typical_error(const PooledTable& pooled) {
  return pooled.counts ? pooled.counts->standard_error
                       : pooled.fit.coefficients.front().standard_error;
}

std::string studies_text(const PooledTable& pooled, int decimals) {
  const double level = pooled.fit.options.level;
  const double q = evidence::critical_value(level, std::nullopt);
  const auto& weights = pooled.counts ? pooled.counts->weights_percent : pooled.fit.weights_percent;
  std::string text = fmt::format("{} {:>10}  {:^24}  {:>8}\n", padded("study", name_width),
                                 "effect", level_words(level) + " interval", "weight");
  for (std::size_t i = 0; i < pooled.table.studies.size(); ++i) {
    const auto& [name, effect] = pooled.table.studies[i].effect;
    const double reach = q * std::sqrt(effect.variance);
    const Limits limits{effect.estimate - reach, effect.estimate + reach};
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
    return wrap(fmt::format(
        "Pooled: {}, {}.",
        effect_words(pooled.table.measure, counts.estimate, counts.confidence, level, decimals),
        p_words(counts.p_value)));
  }
  const evidence::Coefficient& mean = pooled.fit.coefficients.front();
  const std::string degrees =
      pooled.fit.t_df ? fmt::format(" (t on {} df)", *pooled.fit.t_df) : std::string{};
  return wrap(fmt::format(
      "{}: {}, {}{}.", pooled.table.studies.size() == 1 ? "The study" : "Pooled",
      effect_words(pooled.table.measure, mean.estimate, mean.confidence, level, decimals),
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
  if (pooled.heterogeneity) {
    tau2 += fmt::format(" (Q-profile {} {})", level_words(fit.options.level),
                        shown(pooled.heterogeneity->tau2, decimals));
    I2 += fmt::format(" ({:.0f} to {:.0f} %)", pooled.heterogeneity->I2_percent.lower,
                      pooled.heterogeneity->I2_percent.upper);
  }
  return wrap(fmt::format("Between studies: {}, tau {}, {}, {}.", tau2,
                          shown(std::sqrt(fit.tau2), decimals), I2, Q));
}

std::string prediction_text(const PooledTable& pooled, int decimals) {
  const bool has_higgins = pooled.prediction_higgins.has_value();
  const auto& prediction = has_higgins ? pooled.prediction_higgins : pooled.prediction;
  if (!prediction) {
    return "";
  }
  const std::string by =
      has_higgins ? fmt::format(" (t on {} df)", pooled.table.studies.size() - 2) : std::string{};
  return wrap(fmt::format(
      "A new study's own effect, {} prediction interval{}: {}{}.",
      level_words(pooled.fit.options.level), by, shown(prediction->prediction, decimals),
      back_words(pooled.table.measure, prediction->estimate, prediction->prediction)));
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
