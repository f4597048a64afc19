#include "coldplan/evidence/pooled_table.h"

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

Expected<void> check(const StudyTable& table, const PoolRequest& request) {
  const std::size_t studies = table.studies.size();
  if (studies > most_pooled) {
    return tl::unexpected(refuse("", fmt::format("{} studies are more than a model takes ({}); "
                                                 "leave rows out",
                                                 studies, most_pooled)));
  }
  if (!table.groups.empty() && has_moderators(table)) {
    return tl::unexpected(refuse("--subgroup", "does not go with --mods; name the column there"));
  }
  if ((request.sensitivity || request.small_studies) && studies > most_for_sensitivity) {
    return tl::unexpected(refuse(
        request.sensitivity ? "--sensitivity" : "--bias",
        fmt::format("is for at most {} studies; the table has {}", most_for_sensitivity, studies)));
  }
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
  if (const auto fit = check(table, request); !fit) {
    return tl::unexpected(fit.error());
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
  }
  pooled.fit = std::move(*fit);
  pooled.table = std::move(table);
  if (pooled.fit.options.method != Method::EE) {
    pooled.heterogeneity = if_any(heterogeneity_limits(effects, {request.model.level, std::nullopt},
                                                       pooled.table.moderators));
    if (!has_moderators(pooled.table)) {
      pooled.prediction = if_any(predict(pooled.fit));
      pooled.prediction_higgins =
          if_any(predict(pooled.fit, {}, PredictionInterval::higgins_thompson_spiegelhalter));
    }
  }
  return add_asked(pooled, effects, request).map([&pooled] { return std::move(pooled); });
}

}  // namespace coldplan::evidence
