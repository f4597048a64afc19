#include "coldplan/study/calibration_run.h"

#include <algorithm>
#include <utility>

#include "coldplan/study/checkpoint.h"
#include "coldplan/study/diagnostics.h"
#include "coldplan/study/stream.h"

namespace coldplan::study {
namespace {

// numerical: steps between two checkpoints.
constexpr std::size_t save_every = 500;
// numerical: a seed for what is drawn after the chains.
constexpr std::uint64_t afterwards = 0x9E3779B97F4A7C15ULL;

/// The common unknowns of each chain, a step at a time.
void keep(const Problem& problem, const Ensemble& ensemble, KeptStates& kept) {
  for (std::size_t c = 0; c < ensemble.chains.size(); ++c) {
    const auto& state = ensemble.chains[c].state;
    kept.chains[c].emplace_back(
        state.begin(), state.begin() + static_cast<std::ptrdiff_t>(problem.unknowns.common.size()));
  }
}

/// Where a run begins.
Expected<ChainsRun> beginning(const Problem& problem, const CalibrationOptions& options,
                              const Start* start, const std::string& identity) {
  ChainsRun run;
  run.kept.chains.resize(options.chains);
  if (options.checkpoint) {
    auto saved = read_checkpoint(*options.checkpoint, identity, options.warm_up + options.steps);
    if (!saved) {
      return tl::unexpected(saved.error());
    }
    if (*saved) {
      Checkpoint& found = **saved;
      run.ensemble = ensemble_at(
          problem, {std::move(found.states), std::move(found.past), found.steps, start != nullptr});
      run.kept = std::move(found.kept);
      return run;
    }
  }
  run.ensemble = start == nullptr ? ensemble_from_priors(problem, options.chains)
                                  : ensemble_at(problem, {start->states, start->past, 0, true});
  return run;
}

}  // namespace

Expected<ChainsRun> run_chains(const Problem& problem, const CalibrationOptions& options,
                               const Start* start, const CalibrationProgress& progress) {
  const std::string identity = identity_of(problem, options, start);
  auto run = beginning(problem, options, start, identity);
  if (!run) {
    return run;
  }
  const std::size_t all = options.warm_up + options.steps;
  while (run->ensemble.steps < all) {
    advance(problem, run->ensemble);
    const std::uint64_t steps = run->ensemble.steps;
    if (steps > options.warm_up) {
      keep(problem, run->ensemble, run->kept);
    }
    if (options.checkpoint && (steps % save_every == 0 || steps == all)) {
      const auto saved = write_checkpoint(*options.checkpoint, identity, run->ensemble, run->kept);
      if (!saved) {
        return tl::unexpected(saved.error());
      }
    }
    if (progress) {
      progress(steps, all);
    }
  }
  return run;
}

std::vector<Diagnostic> diagnostics_of(const Unknowns& unknowns, const KeptStates& kept) {
  std::vector<Diagnostic> diagnostics;
  for (std::size_t i = 0; i < unknowns.common.size(); ++i) {
    Chains chains;
    for (const auto& chain : kept.chains) {
      std::vector<double> values;
      values.reserve(chain.size());
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
std::vector<std::vector<double>> pool_of(const Unknowns& unknowns, const KeptStates& kept,
                                         std::size_t count, std::uint64_t seed) {
  std::vector<std::vector<double>> pool;
  const std::size_t chains = kept.chains.size();
  const std::size_t steps = kept.chains.front().size();
  for (std::size_t i = 0; i < count; ++i) {
    Stream stream{seed ^ afterwards, i};
    std::vector<double> fresh;
    for (std::size_t each = 0; each < unknowns.common.size(); ++each) {
      fresh.push_back(stream.normal());
    }
    const std::size_t step = i * steps / count;
    pool.push_back(scores_of_next(unknowns, kept.chains[i % chains][step], fresh));
  }
  return pool;
}

}  // namespace coldplan::study
