#include "coldplan/evidence/pooled_table.h"

#include <set>
#include <utility>

#include <fmt/format.h>

#include "coldplan/evidence/sensitivity.h"

namespace coldplan::evidence {
namespace {

Error refuse(const char* place, std::string mend) {
  return {ErrorCode::conflict, place, "", "", std::move(mend)};
}

bool has_moderators(const StudyTable& table) {
  return !table.moderators.names.empty();
}

/// Moderators go with the model alone: what else is asked would be of the model without them.
Expected<void> check_moderators(const StudyTable& table, const PoolRequest& request) {
  if (!has_moderators(table)) {
    return {};
  }
  if (!table.groups.empty()) {
    return tl::unexpected(refuse("--subgroup", "does not go with --mods; name the column there"));
  }
  if (request.sensitivity || request.small_studies) {
    return tl::unexpected(refuse(request.sensitivity ? "--sensitivity" : "--bias",
                                 "knows no moderators; leave it or --mods out"));
  }
  return {};
}

/// Groups of one study each have no spread left to estimate tau^2 or a factor of errors from.
Expected<void> check_groups(const StudyTable& table, const PoolRequest& request) {
  const std::set<std::string> names(table.groups.begin(), table.groups.end());
  if (names.size() == 1) {
    return tl::unexpected(refuse("--subgroup",
                                 "the column says the same of every study, so that there is "
                                 "nothing to compare; name another column"));
  }
  const bool needs_spread = request.model.method != Method::EE || request.model.test != Test::z;
  if (!names.empty() && names.size() == table.studies.size() && needs_spread) {
    return tl::unexpected(
        refuse("--subgroup", fmt::format("{} studies in {} groups are too few to compare; name a "
                                         "column that puts some of them together",
                                         table.studies.size(), names.size())));
  }
  return {};
}

Expected<void> check(const StudyTable& table, const PoolRequest& request) {
  const std::size_t studies = table.studies.size();
  if (studies > most_pooled) {
    return tl::unexpected(refuse("", fmt::format("{} studies are more than a model takes ({}); "
                                                 "leave rows out",
                                                 studies, most_pooled)));
  }
  if ((request.sensitivity || request.small_studies) && studies > most_for_sensitivity) {
    return tl::unexpected(refuse(
        request.sensitivity ? "--sensitivity" : "--bias",
        fmt::format("is for at most {} studies; the table has {}", most_for_sensitivity, studies)));
  }
  return {};
}

Expected<void> check_counts(const StudyTable& table, const PoolRequest& request) {
  if (!request.by_counts) {
    return {};
  }
  if (table.counts.empty()) {
    return tl::unexpected(
        refuse("--method",
               "MH wants counts: --measure RR, OR, RD or PETO with columns ai, bi, "
               "ci, di"));
  }
  if (has_moderators(table) || !table.groups.empty() || request.sensitivity ||
      request.small_studies) {
    return tl::unexpected(
        refuse("--method",
               "MH pools counts alone; leave out --mods, --subgroup, --sensitivity and "
               "--bias, or choose an inverse-variance method"));
  }
  return {};
}

Expected<CountFit> pooled_counts(const StudyTable& table, const PoolRequest& request) {
  return table.measure == Measure::PETO
             ? peto(table.counts, request.model.level)
             : mantel_haenszel(table.counts, table.measure, request.model.level);
}

template <typename T>
std::optional<T> if_any(Expected<T> result) {
  return result ? std::optional{std::move(*result)} : std::nullopt;
}

SmallStudies small_studies_of(const std::vector<Effect>& effects, const ModelOptions& options) {
  const double alpha = 1.0 - options.level;
  return {egger_test(effects, options.level), rank_test(effects),
          trim_and_fill(effects, options),    fail_safe_rosenthal(effects, alpha),
          fail_safe_orwin(effects),           fail_safe_rosenberg(effects, alpha)};
}

/// Mantel and Haenszel's method and Peto's sum counts: only the rows have something added.
void say_what_is_added(StudyTable& table) {
  for (std::string& note : table.notes) {
    if (!table.added_note.empty() && note == table.added_note) {
      note += ", for the rows shown alone; the pool takes raw counts";
      table.added_note = note;
    }
  }
}

/// Knapp and Hartung's factor may be under 1: less heterogeneity than chance alone makes (Jackson
/// et al. 2017, Stat Med 36:3923).
void warn_of_narrow(StudyTable& table, const Fit& fit, const std::vector<Effect>& effects) {
  if (fit.options.test != Test::knha || !fit.t_df) {
    return;
  }
  ModelOptions options = fit.options;
  options.test = Test::z;
  options.tau2 = fit.tau2;
  const auto normal = pool(effects, options, table.moderators);
  const auto width = [](const Fit& each) {
    const Limits& limits = each.coefficients.front().confidence;
    return limits.upper - limits.lower;
  };
  if (!normal || !(width(fit) < width(*normal))) {
    return;
  }
  const Limits& limits = normal->coefficients.front().confidence;
  table.warnings.push_back(
      has_moderators(table)
          ? std::string{"Knapp and Hartung's intervals are narrower than the normal ones: --test "
                        "adhoc never is"}
          : fmt::format("Knapp and Hartung's interval is narrower than the normal one ({:.4g} to "
                        "{:.4g}): --test adhoc never is",
                        limits.lower, limits.upper));
}

/// How sure tau^2 is, and what a new study would find.
void add_spread(PooledTable& pooled, const std::vector<Effect>& effects) {
  if (pooled.fit.options.method == Method::EE) {
    return;
  }
  pooled.heterogeneity = if_any(heterogeneity_limits(
      effects, {pooled.fit.options.level, std::nullopt}, pooled.table.moderators));
  if (!has_moderators(pooled.table)) {
    pooled.prediction = if_any(predict(pooled.fit));
    pooled.prediction_higgins =
        if_any(predict(pooled.fit, {}, PredictionInterval::higgins_thompson_spiegelhalter));
  }
}

Expected<void> add_asked(PooledTable& pooled, const std::vector<Effect>& effects,
                         const PoolRequest& request) {
  if (!pooled.table.groups.empty()) {
    auto subgroups = analyse_subgroups(effects, pooled.table.groups, request.model);
    if (!subgroups) {
      return tl::unexpected(under("--subgroup", subgroups.error()));
    }
    pooled.subgroups = std::move(*subgroups);
  }
  if (request.sensitivity) {
    auto fits = leave_one_out(effects, request.model);
    if (!fits) {
      return tl::unexpected(under("--sensitivity", fits.error()));
    }
    pooled.leave_one_out = std::move(*fits);
  }
  if (request.small_studies) {
    pooled.small_studies = small_studies_of(effects, request.model);
  }
  return {};
}

}  // namespace

Expected<PooledTable> pool_table(StudyTable table, const PoolRequest& request) {
  const auto sound = check(table, request)
                         .and_then([&] { return check_counts(table, request); })
                         .and_then([&] { return check_moderators(table, request); })
                         .and_then([&] { return check_groups(table, request); });
  if (!sound) {
    return tl::unexpected(sound.error());
  }
  const std::vector<Effect> effects = effects_of(table);
  ModelOptions options = request.model;
  if (request.by_counts) {
    options.method = Method::EE;
    options.test = Test::z;
  }
  PooledTable pooled;
  auto fit = pool(effects, options, table.moderators);
  if (!fit) {
    return tl::unexpected(fit.error());
  }
  if (request.by_counts) {
    auto counts = pooled_counts(table, request);
    if (!counts) {
      return tl::unexpected(counts.error());
    }
    pooled.counts = std::move(*counts);
    say_what_is_added(table);
  }
  warn_of_narrow(table, *fit, effects);
  pooled.fit = std::move(*fit);
  pooled.table = std::move(table);
  add_spread(pooled, effects);
  return add_asked(pooled, effects, request).map([&pooled] { return std::move(pooled); });
}

}  // namespace coldplan::evidence
