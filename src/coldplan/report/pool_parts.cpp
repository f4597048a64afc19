#include "coldplan/report/pool_parts.h"

#include <cmath>

#include <fmt/format.h>

#include "coldplan/report/pool_numbers.h"
#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

using evidence::Coefficient;
using evidence::PooledTable;
using evidence::SmallStudies;

constexpr std::size_t name_width = 31;

std::string row(std::string_view name, const Coefficient& coefficient, int decimals,
                std::string_view last) {
  return fmt::format("{} {:>10}  {:>10} to {:>10}  {:>8}\n", padded(name, name_width),
                     shown(coefficient.estimate, decimals),
                     shown(coefficient.confidence.lower, decimals),
                     shown(coefficient.confidence.upper, decimals), last);
}

std::string head(std::string_view name, std::string_view estimate, double level,
                 std::string_view last) {
  return fmt::format("{} {:>10}  {:^24}  {:>8}\n", padded(name, name_width), estimate,
                     level_words(level) + " interval", last);
}

/// What was computed, or why it could not be.
template <typename T, typename Words>
std::string tried(std::string_view name, const Expected<T>& result, const Words& words) {
  return wrap(fmt::format("- {}: {}.", name,
                          result ? words(*result)
                                 : fmt::format("not possible here ({})", message(result.error()))),
              "  ");
}

std::string egger_words(const evidence::AsymmetryTest& egger, int decimals) {
  return fmt::format("slope {} ({}), {} on {} df, {}; an endlessly large study would find {} ({})",
                     shown(egger.slope.estimate, decimals), shown(egger.slope.confidence, decimals),
                     fmt::format("t {}", shown(egger.slope.statistic, 2)),
                     egger.fit.t_df.value_or(0.0), p_words(egger.slope.p_value),
                     shown(egger.limit.estimate, decimals),
                     shown(egger.limit.confidence, decimals));
}

std::string filled_words(const PooledTable& pooled, const evidence::TrimAndFill& filled,
                         int decimals) {
  if (filled.missing == 0) {
    return "no study is missing";
  }
  const Coefficient& mean = filled.fit.coefficients.front();
  return fmt::format("{} missing on the {}; with them {}", filled.missing,
                     filled.side == evidence::Side::left ? "left" : "right",
                     effect_words(evidence::back_scale(pooled.table), mean.estimate,
                                  mean.confidence, pooled.fit.options.level, decimals));
}

std::string fail_safe_words(double studies) {
  return fmt::format("{:.0f} unseen studies of no effect", studies);
}

std::string tests_text(const PooledTable& pooled, const SmallStudies& small, int decimals) {
  const auto wide = decimals + 1;
  return tried("Egger's test", small.egger,
               [wide](const auto& egger) { return egger_words(egger, wide); }) +
         tried("Begg and Mazumdar's rank test", small.begg,
               [](const evidence::RankTest& rank) {
                 return fmt::format("Kendall's tau {}, {}", shown(rank.tau, 2),
                                    p_words(rank.p_value));
               }) +
         tried("Trim and fill (L0)", small.trim_and_fill,
               [&](const auto& filled) { return filled_words(pooled, filled, decimals); }) +
         tried("Fail-safe N (Rosenthal), until the result is no longer significant",
               small.fail_safe_rosenthal, fail_safe_words) +
         tried("Fail-safe N (Rosenberg), the same by weights", small.fail_safe_rosenberg,
               fail_safe_words) +
         tried("Fail-safe N (Orwin), until half the effect is left", small.fail_safe_orwin,
               fail_safe_words);
}

}  // namespace

std::string effect_words(const std::optional<evidence::BackScale>& back, double estimate,
                         const evidence::Limits& limits, double level, int decimals) {
  std::string words = fmt::format("effect {} ({} {})", shown(estimate, decimals),
                                  level_words(level), shown(limits, decimals));
  if (back) {
    const evidence::Limits own{back->transform(limits.lower), back->transform(limits.upper)};
    words += fmt::format("; {} {} ({})", back->words, shown(back->transform(estimate), 2),
                         shown(own, 2));
  }
  return words;
}

std::string moderators_text(const PooledTable& pooled) {
  const evidence::Fit& fit = pooled.fit;
  std::string text = head("coefficient", "estimate", fit.options.level, "p");
  for (const Coefficient& each : fit.coefficients) {
    text +=
        row(each.name, each, decimals_for(each.standard_error), p_words(each.p_value).substr(2));
  }
  text += "\n";
  std::string tests;
  if (fit.moderation) {
    tests =
        fmt::format("All moderators together: {}.",
                    omnibus_words(fit.moderation->denominator_df ? "F" : "QM", *fit.moderation));
  }
  if (fit.R2_percent) {
    tests += fmt::format(" They explain {:.0f} % of tau².", *fit.R2_percent);
  }
  return text + wrap(tests);
}

std::string subgroups_text(const PooledTable& pooled, int decimals) {
  if (!pooled.subgroups) {
    return "";
  }
  const evidence::SubgroupAnalysis& subgroups = *pooled.subgroups;
  std::string text = "\n" + head("subgroup (studies)", "effect", pooled.fit.options.level, "tau²");
  for (const evidence::Subgroup& each : subgroups.groups) {
    const Coefficient& mean = each.fit.coefficients.front();
    const std::string studies = fmt::format(" ({})", each.fit.studies);
    text +=
        row(padded(each.name, std::min(each.name.size(), name_width - studies.size())) + studies,
            mean, decimals, shown(each.fit.tau2, 3));
  }
  text += "\n" + wrap(fmt::format("Between subgroups, each with its own tau²: {}.",
                                  omnibus_words("Q", subgroups.between_own_tau2)));
  if (const auto& common = subgroups.common_tau2.moderation) {
    text += wrap(fmt::format("With one tau² for all: {}.",
                             omnibus_words(common->denominator_df ? "F" : "QM", *common)));
  }
  return text + wrap(
                    "Subgroups are compared across studies, not by randomisation: a difference may "
                    "be due to anything else in which the studies differ.");
}

std::string leave_one_out_text(const PooledTable& pooled, int decimals) {
  if (pooled.leave_one_out.empty()) {
    return "";
  }
  std::string text = "\n" + head("without", "effect", pooled.fit.options.level, "tau²");
  for (std::size_t i = 0; i < pooled.leave_one_out.size(); ++i) {
    const evidence::Fit& fit = pooled.leave_one_out[i];
    text += row(pooled.table.studies[i].effect.name, fit.coefficients.front(), decimals,
                shown(fit.tau2, 3));
  }
  return text;
}

std::string small_studies_text(const PooledTable& pooled, int decimals) {
  if (!pooled.small_studies) {
    return "";
  }
  std::string text = "\nDo small studies say other than large ones?\n" +
                     tests_text(pooled, *pooled.small_studies, decimals);
  const std::size_t studies = pooled.table.studies.size();
  if (studies < evidence::fewest_for_asymmetry) {
    text += wrap(fmt::format(
        "! {} are too few for these tests: under {} studies they can hardly tell chance from "
        "asymmetry, and a high p is no proof that nothing is missing (Cochrane Handbook 13.3.5.4).",
        studies, evidence::fewest_for_asymmetry));
  }
  return text;
}

}  // namespace coldplan::report
