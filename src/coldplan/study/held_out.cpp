#include "coldplan/study/held_out.h"

#include <algorithm>
#include <utility>

#include "coldplan/study/body_pool.h"
#include "coldplan/study/body_weights.h"
#include "coldplan/study/calibration_run.h"

namespace coldplan::study {
namespace {

/// What the parts of a cross-validation share.
struct Whole {
  std::span<const Study> studies;
  const CalibrationOptions& options;
  const Problem& problem;
  const ChainsRun& run;
};

/// Whether a posterior carries a score over to others. The one dry cloth of the experiments was a
/// washcloth: it is allowed for there, and a towel keeps its prior.
bool is_carried(posterior::Score score) {
  return score != posterior::Score::dry_towel;
}

PosteriorTable table_of(const Unknowns& unknowns, const KeptStates& kept, std::size_t draws,
                        std::uint64_t seed) {
  PosteriorTable table;
  const auto pool = pool_of(unknowns, kept, draws, seed);
  table.draws.resize(pool.size());
  for (std::size_t i = 0; i < unknowns.common.size(); ++i) {
    if (!is_carried(unknowns.common[i].score)) {
      continue;
    }
    table.scores.push_back(unknowns.common[i].score);
    for (std::size_t draw = 0; draw < pool.size(); ++draw) {
      table.draws[draw].push_back(pool[draw][i]);
    }
  }
  return table;
}

CalibrationProgress progress_of(const FoldProgress& progress, const std::string& part) {
  if (!progress) {
    return {};
  }
  return [&progress, part](std::size_t done, std::size_t all) { progress(part, done, all); };
}

/// A state without the unknowns that one target has for itself.
std::vector<double> without(const Unknowns& unknowns, std::size_t target,
                            const std::vector<double>& state) {
  std::vector<double> left = state;
  const auto begin = left.begin() + static_cast<std::ptrdiff_t>(unknowns.first[target]);
  left.erase(begin, begin + static_cast<std::ptrdiff_t>(unknowns.own[target].size()));
  return left;
}

/// The chains of all studies where they ended, for chains without one of them.
Start start_without(const Whole& whole, std::size_t target, std::size_t chains) {
  Start start;
  const Unknowns& unknowns = whole.problem.unknowns;
  const Ensemble& ensemble = whole.run.ensemble;
  for (std::size_t c = 0; c < std::min(chains, ensemble.chains.size()); ++c) {
    start.states.push_back(without(unknowns, target, ensemble.chains[c].state));
  }
  for (std::size_t i = ensemble.past.size() / 2; i < ensemble.past.size(); ++i) {
    start.past.push_back(without(unknowns, target, ensemble.past[i]));
  }
  return start;
}

std::vector<Study> all_but(std::span<const Study> studies, const std::string& left_out) {
  std::vector<Study> kept;
  std::copy_if(studies.begin(), studies.end(), std::back_inserter(kept),
               [&](const Study& each) { return each.id != left_out; });
  return kept;
}

/// The fold of a study of limbs: chains without it.
Expected<Fold> fold_by_chains(const Whole& whole, std::size_t target, const FoldOptions& chosen,
                              const FoldProgress& progress) {
  const std::string& id = whole.problem.targets[target].id;
  const std::vector<Study> kept = all_but(whole.studies, id);
  const std::vector<Target> targets = targets_of(kept, whole.options.mechanisms);
  const Unknowns unknowns = unknowns_of(targets, loosened_without(id));
  const Problem problem{targets, unknowns, whole.options.mechanisms, whole.options.seed,
                        chosen.warm_up};
  CalibrationOptions options = whole.options;
  options.chains = chosen.chains;
  options.warm_up = chosen.warm_up;
  options.steps = chosen.steps;
  options.loosened = loosened_without(id);
  if (options.checkpoint) {
    *options.checkpoint += "-without-" + id;
  }
  const Start start = start_without(whole, target, chosen.chains);
  options.chains = start.states.size();
  const auto run = run_chains(problem, options, &start, progress_of(progress, "without " + id));
  if (!run) {
    return tl::unexpected(run.error());
  }
  double worst = 1.0;
  for (const Diagnostic& each : diagnostics_of(unknowns, run->kept)) {
    worst = std::max(worst, each.r_hat);
  }
  return Fold{id, table_of(unknowns, run->kept, chosen.draws, options.seed), worst, std::nullopt};
}

Expected<Calibration> calibration_of(const Whole& whole, const BodyPool& pool) {
  const CalibrationOptions& options = whole.options;
  Calibration calibration;
  calibration.seed = options.seed;
  calibration.diagnostics = diagnostics_of(whole.problem.unknowns, whole.run.kept);
  for (const Target& target : whole.problem.targets) {
    calibration.studies.push_back(target.id);
    calibration.rows += target.rows;
  }
  if (pool.studies.empty()) {
    calibration.posterior =
        table_of(whole.problem.unknowns, whole.run.kept, options.draws, options.seed);
    return calibration;
  }
  for (std::size_t i = 0; i < pool.studies.size(); ++i) {
    calibration.studies.push_back(pool.studies[i]);
    calibration.rows += pool.rows[i];
  }
  auto made = weighted(pool, "", {}, options.draws);
  if (!made) {
    return tl::unexpected(made.error());
  }
  calibration.posterior = std::move(made->posterior);
  calibration.effective_weights = made->effective;
  return calibration;
}

BodyPool pool_for(const Whole& whole, std::span<const BodyTarget> bodies) {
  if (bodies.empty()) {
    return {};
  }
  const CalibrationOptions& options = whole.options;
  return body_pool(table_of(whole.problem.unknowns, whole.run.kept, options.pool, options.seed),
                   bodies, options.mechanisms, options.seed);
}

Error nothing_to_learn_from() {
  return {ErrorCode::out_of_range, "DIR", "", "a folder with scored temperatures of limbs",
          "name a folder of studies as data/studies is"};
}

}  // namespace

Expected<CrossValidation> cross_validate(std::span<const Study> studies,
                                         const CalibrationOptions& options,
                                         const std::optional<FoldOptions>& folds,
                                         const FoldProgress& progress) {
  const std::vector<Target> targets = targets_of(studies, options.mechanisms);
  if (targets.empty()) {
    return tl::unexpected(nothing_to_learn_from());
  }
  const Unknowns unknowns = unknowns_of(targets, options.loosened);
  const Problem problem{targets, unknowns, options.mechanisms, options.seed, options.warm_up};
  const auto run = run_chains(problem, options, nullptr, progress_of(progress, "all studies"));
  if (!run) {
    return tl::unexpected(run.error());
  }
  const Whole whole{studies, options, problem, *run};
  const auto bodies =
      options.bodies ? body_targets(studies, options.mechanisms) : std::vector<BodyTarget>{};
  const BodyPool pool = pool_for(whole, bodies);
  auto calibration = calibration_of(whole, pool);
  if (!calibration) {
    return tl::unexpected(calibration.error());
  }
  CrossValidation made{std::move(*calibration), {}};
  for (std::size_t t = 0; folds && t < targets.size(); ++t) {
    auto fold = fold_by_chains(whole, t, *folds, progress);
    if (!fold) {
      return tl::unexpected(fold.error());
    }
    made.folds.push_back(std::move(*fold));
  }
  for (std::size_t i = 0; folds && i < pool.studies.size(); ++i) {
    const std::string& id = pool.studies[i];
    auto left = weighted(pool, id, loosened_without(id), folds->draws);
    if (!left) {
      return tl::unexpected(left.error());
    }
    made.folds.push_back({id, std::move(left->posterior), std::nullopt, left->effective});
  }
  return made;
}

}  // namespace coldplan::study
