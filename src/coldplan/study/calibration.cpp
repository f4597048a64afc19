#include "coldplan/study/calibration.h"

#include <algorithm>
#include <utility>

#include "coldplan/study/body_weights.h"
#include "coldplan/study/checkpoint.h"
#include "coldplan/study/diagnostics.h"
#include "coldplan/study/ensemble.h"
#include "coldplan/study/stream.h"

namespace coldplan::study {
namespace {

// numerical: steps between two checkpoints.
constexpr std::size_t save_every = 50;
// numerical: a seed for what is drawn after the chains.
constexpr std::uint64_t afterwards = 0x9E3779B97F4A7C15ULL;

std::vector<Target> targets_of(std::span<const Study> studies, const Mechanisms& mechanisms) {
  std::vector<Target> targets;
  for (const Study& study : studies) {
    if (auto target = target_of(study, mechanisms)) {
      targets.push_back(std::move(*target));
    }
  }
  return targets;
}

/// The common unknowns of each chain, a step at a time.
void keep(const Problem& problem, const Ensemble& ensemble, KeptStates& samples) {
  for (std::size_t c = 0; c < ensemble.chains.size(); ++c) {
    const auto& state = ensemble.chains[c].state;
    samples.chains[c].emplace_back(
        state.begin(), state.begin() + static_cast<std::ptrdiff_t>(problem.unknowns.common.size()));
  }
}

Expected<KeptStates> run_chains(const Problem& problem, const CalibrationOptions& options,
                                const CalibrationProgress& progress) {
  KeptStates samples;
  samples.chains.resize(options.chains);
  Ensemble ensemble;
  const std::string identity = identity_of(problem, options);
  auto saved = options.checkpoint ? read_checkpoint(*options.checkpoint, identity)
                                  : Expected<std::optional<Checkpoint>>{std::nullopt};
  if (!saved) {
    return tl::unexpected(saved.error());
  }
  if (*saved) {
    ensemble = ensemble_at(problem, (*saved)->states, (*saved)->past, (*saved)->steps);
    samples = std::move((*saved)->kept);
  } else {
    ensemble = ensemble_from_priors(problem, options.chains);
  }
  const std::size_t all = options.warm_up + options.steps;
  while (ensemble.steps < all) {
    advance(problem, ensemble);
    if (ensemble.steps > options.warm_up) {
      keep(problem, ensemble, samples);
    }
    if (options.checkpoint && (ensemble.steps % save_every == 0 || ensemble.steps == all)) {
      if (auto done = write_checkpoint(*options.checkpoint, identity, ensemble, samples); !done) {
        return tl::unexpected(done.error());
      }
    }
    if (progress) {
      progress(ensemble.steps, all);
    }
  }
  return samples;
}

std::vector<Diagnostic> diagnostics_of(const Unknowns& unknowns, const KeptStates& samples) {
  std::vector<Diagnostic> diagnostics;
  for (std::size_t i = 0; i < unknowns.common.size(); ++i) {
    Chains chains;
    for (const auto& chain : samples.chains) {
      std::vector<double> values;
      for (const auto& state : chain) {
        values.push_back(state[i]);
      }
      chains.push_back(std::move(values));
    }
    diagnostics.push_back(
        {unknowns.common[i].score, split_r_hat(chains), effective_samples(chains)});
  }
  return diagnostics;
}

/// Draws of the chains, evenly over steps and chains, each as the next study or person would have
/// it.
std::vector<std::vector<double>> pool_of(const Unknowns& unknowns, const KeptStates& samples,
                                         std::size_t count, std::uint64_t seed) {
  std::vector<std::vector<double>> pool;
  const std::size_t chains = samples.chains.size();
  const std::size_t steps = samples.chains.front().size();
  for (std::size_t i = 0; i < count; ++i) {
    Stream stream{seed ^ afterwards, i};
    std::vector<double> fresh;
    for (std::size_t each = 0; each < unknowns.common.size(); ++each) {
      fresh.push_back(stream.normal());
    }
    const std::size_t step = i * steps / count;
    pool.push_back(scores_of_next(unknowns, samples.chains[i % chains][step], fresh));
  }
  return pool;
}

/// The pool with what only bodies speak of drawn from its priors, weighted by the bodies.
void weigh_by_bodies(Calibration& calibration, std::span<const BodyTarget> targets,
                     const CalibrationOptions& options, std::vector<std::vector<double>>& pool) {
  PosteriorTable& table = calibration.posterior;
  const auto more = body_scores();
  table.scores.insert(table.scores.end(), more.begin(), more.end());
  std::vector<posterior::Draw> draws;
  for (std::size_t i = 0; i < pool.size(); ++i) {
    posterior::Scores scores{};
    Stream stream{options.seed ^ afterwards, pool.size() + i};
    for (std::size_t each = 0; each < more.size(); ++each) {
      pool[i].push_back(stream.normal());
    }
    for (std::size_t each = 0; each < table.scores.size(); ++each) {
      scores[posterior::place_of(table.scores[each])] = pool[i][each];
    }
    draws.push_back(posterior::draw_of(scores));
  }
  std::vector<double> sums(pool.size(), 0.0);
  for (const BodyTarget& target : targets) {
    const auto logarithms = log_likelihoods_of(target, draws, options.mechanisms);
    for (std::size_t i = 0; i < sums.size(); ++i) {
      sums[i] += logarithms[i];
    }
    calibration.studies.push_back(target.id);
    calibration.rows += target.rows;
  }
  const std::vector<double> weights = weights_of(sums);
  calibration.effective_weights = effective_weights(weights);
  for (const std::size_t chosen : resampled(weights, options.draws)) {
    table.draws.push_back(pool[chosen]);
  }
}

Error nothing_to_learn_from() {
  return {ErrorCode::out_of_range, "DIR", "", "studies with scored temperatures of limbs", ""};
}

}  // namespace

Expected<Calibration> calibrate(std::span<const Study> studies, const CalibrationOptions& options,
                                const CalibrationProgress& progress) {
  const std::vector<Target> targets = targets_of(studies, options.mechanisms);
  if (targets.empty()) {
    return tl::unexpected(nothing_to_learn_from());
  }
  const Unknowns unknowns = unknowns_of(targets, options.loosened);
  const Problem problem{targets, unknowns, options.mechanisms, options.seed};
  const auto samples = run_chains(problem, options, progress);
  if (!samples) {
    return tl::unexpected(samples.error());
  }
  Calibration calibration;
  calibration.seed = options.seed;
  calibration.diagnostics = diagnostics_of(unknowns, *samples);
  for (const Target& target : targets) {
    calibration.studies.push_back(target.id);
    calibration.rows += target.rows;
  }
  for (const Common& each : unknowns.common) {
    calibration.posterior.scores.push_back(each.score);
  }
  const auto bodies =
      options.bodies ? body_targets(studies, options.mechanisms) : std::vector<BodyTarget>{};
  if (bodies.empty()) {
    calibration.posterior.draws = pool_of(unknowns, *samples, options.draws, options.seed);
  } else {
    auto pool = pool_of(unknowns, *samples, options.pool, options.seed);
    weigh_by_bodies(calibration, bodies, options, pool);
  }
  return calibration;
}

}  // namespace coldplan::study
