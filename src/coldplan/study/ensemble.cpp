#include "coldplan/study/ensemble.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "coldplan/study/ensemble_steps.h"
#include "coldplan/study/stream.h"

namespace coldplan::study {
namespace {

// numerical: past states drawn from the priors, for each unknown.
constexpr std::size_t past_for_each = 4;
// numerical: steps between two states that are kept for proposals.
constexpr std::uint64_t keep_every = 5;
// numerical: the best scale of a difference in d dimensions is this over √(2 d) (ter Braak 2006).
constexpr double best_scale = 2.38;
// numerical: every so often a whole difference is taken, to jump between modes.
constexpr double jump_share = 0.1;
// numerical: how likely a number is taken along in a proposal: all of them, some, or one alone.
constexpr std::array crossovers{1.0, 0.3, 0.0};
// numerical: jitter of the scale, and what is added to each number.
constexpr double jitter = 0.1;
// numerical: as above.
constexpr double dust = 1e-3;
// numerical: steps between two fits of the reference while the chains warm up.
constexpr std::uint64_t fit_every = 250;
// numerical: once there is a reference, every so often a step by differences.
constexpr std::uint64_t differences_every = 4;
// numerical: how far a proposal about the reference goes: near, farther, far.
constexpr std::array betas{0.15, 0.3, 0.5};
// numerical: chains are told apart in the random numbers of a step by this factor.
constexpr std::uint64_t most_chains = 1024;

Stream stream_of(const Problem& problem, const Ensemble& ensemble, std::size_t chain,
                 std::uint64_t phase) {
  // numerical: phases of a step.
  constexpr std::uint64_t phases = 4;
  return Stream{problem.seed, (ensemble.steps * phases + phase) * most_chains + chain};
}

/// Indices of a state that a proposal may move.
using Places = std::vector<std::size_t>;

/// A state moved along the difference of two past ones in some of its numbers.
std::vector<double> moved(const std::vector<double>& state, const Ensemble& ensemble,
                          const Places& places, double crossover, Stream& stream) {
  // The first half of the past still remembers the priors.
  const std::size_t from = ensemble.past.size() / 2;
  const std::size_t count = ensemble.past.size() - from;
  const auto& one = ensemble.past[from + stream.one_of(count)];
  const auto& other = ensemble.past[from + stream.one_of(count)];
  Places taken;
  for (const std::size_t place : places) {
    if (stream.uniform() < crossover) {
      taken.push_back(place);
    }
  }
  if (taken.empty()) {
    taken.push_back(places[stream.one_of(places.size())]);
  }
  const double best = best_scale / std::sqrt(2.0 * static_cast<double>(taken.size()));
  const double scale = (stream.uniform() < jump_share ? 1.0 : best) *
                       (1.0 + jitter * (2.0 * stream.uniform() - 1.0));
  std::vector<double> proposal = state;
  for (const std::size_t place : taken) {
    proposal[place] += scale * (one[place] - other[place]) + dust * stream.normal();
  }
  return proposal;
}

/// Places of the common unknowns that columns depend on.
Places common_places(const Unknowns& unknowns) {
  Places places;
  for (std::size_t i = 0; i < unknowns.common.size(); ++i) {
    if (unknowns.common[i].needs_solving) {
      places.push_back(i);
    }
  }
  return places;
}

Places own_places(const Unknowns& unknowns, std::size_t target) {
  Places places(unknowns.own[target].size());
  std::iota(places.begin(), places.end(), unknowns.first[target]);
  return places;
}

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Solves proposals of all chains and all targets.
std::vector<Chain> solved(const Problem& problem, std::vector<std::vector<double>> states) {
  std::vector<Chain> chains(states.size());
  for (std::size_t i = 0; i < states.size(); ++i) {
    chains[i].state = std::move(states[i]);
    chains[i].outcomes.resize(problem.targets.size());
    chains[i].log_likelihoods.resize(problem.targets.size());
  }
  solve(problem, chains);
  return chains;
}

/// Fits the reference to the past as it was at the last step that is due, if that has come.
void fit_reference(const Problem& problem, Ensemble& ensemble, bool began_near) {
  const std::uint64_t last = std::min(ensemble.steps, problem.warm_up);
  const std::uint64_t due = last - last % fit_every;
  if (due == 0 && !began_near) {
    return;
  }
  const std::size_t kept_since =
      ensemble.chains.size() * (ensemble.steps / keep_every - due / keep_every);
  const std::size_t count = ensemble.past.size() - kept_since;
  std::vector<std::size_t> blocks{problem.unknowns.common.size()};
  for (const auto& own : problem.unknowns.own) {
    blocks.push_back(own.size());
  }
  // The first half still remembers the start.
  ensemble.reference =
      reference_of(std::span{ensemble.past}.subspan(count / 2, count - count / 2), blocks);
}

/// Proposals of step 1, and what is added to the logarithm of the ratio of their densities.
struct Proposals {
  std::vector<std::vector<double>> states;
  std::vector<double> gains;
};

Proposals about_reference(const Problem& problem, const Ensemble& ensemble) {
  Proposals proposals;
  for (std::size_t c = 0; c < ensemble.chains.size(); ++c) {
    Stream stream = stream_of(problem, ensemble, c, 0);
    const double beta = betas[stream.one_of(betas.size())];
    const std::vector<double>& state = ensemble.chains[c].state;
    proposals.states.push_back(moved_about(*ensemble.reference, state, beta, stream));
    proposals.gains.push_back(log_density(*ensemble.reference, state) -
                              log_density(*ensemble.reference, proposals.states.back()));
  }
  return proposals;
}

Proposals by_differences(const Problem& problem, const Ensemble& ensemble) {
  const Places places = common_places(problem.unknowns);
  Proposals proposals;
  for (std::size_t c = 0; c < ensemble.chains.size(); ++c) {
    Stream stream = stream_of(problem, ensemble, c, 0);
    const double crossover = crossovers[stream.one_of(crossovers.size())];
    proposals.states.push_back(
        moved(ensemble.chains[c].state, ensemble, places, crossover, stream));
    proposals.gains.push_back(0.0);
  }
  return proposals;
}

/// Step 1.
void move_common(const Problem& problem, Ensemble& ensemble) {
  const bool is_about = ensemble.reference && ensemble.steps % differences_every != 0;
  Proposals proposals =
      is_about ? about_reference(problem, ensemble) : by_differences(problem, ensemble);
  std::vector<Chain> candidates = solved(problem, std::move(proposals.states));
  for (std::size_t c = 0; c < ensemble.chains.size(); ++c) {
    Stream stream = stream_of(problem, ensemble, c, 1);
    Chain& chain = ensemble.chains[c];
    const double gain = sum_of(candidates[c].log_likelihoods) - sum_of(chain.log_likelihoods) +
                        log_prior(problem.unknowns, candidates[c].state) -
                        log_prior(problem.unknowns, chain.state) + proposals.gains[c];
    if (std::log(stream.uniform()) < gain) {
      chain = std::move(candidates[c]);
    }
  }
}

/// The squares of a study's own unknowns, halved: its part of the prior.
double own_prior(const Unknowns& unknowns, std::size_t target, const std::vector<double>& state) {
  double squares = 0.0;
  for (const std::size_t place : own_places(unknowns, target)) {
    squares += state[place] * state[place];
  }
  return -0.5 * squares;
}

/// Takes over the study of a candidate where that is accepted.
void accept_own(const Problem& problem, std::size_t t, Chain& candidate, Chain& chain,
                Stream& stream) {
  const double gain = candidate.log_likelihoods[t] - chain.log_likelihoods[t] +
                      own_prior(problem.unknowns, t, candidate.state) -
                      own_prior(problem.unknowns, t, chain.state);
  if (std::log(stream.uniform()) < gain) {
    for (const std::size_t place : own_places(problem.unknowns, t)) {
      chain.state[place] = candidate.state[place];
    }
    chain.outcomes[t] = std::move(candidate.outcomes[t]);
    chain.log_likelihoods[t] = candidate.log_likelihoods[t];
  }
}

/// Step 2.
void move_own(const Problem& problem, Ensemble& ensemble) {
  std::vector<std::vector<double>> proposals;
  for (std::size_t c = 0; c < ensemble.chains.size(); ++c) {
    Stream stream = stream_of(problem, ensemble, c, 2);
    std::vector<double> state = ensemble.chains[c].state;
    for (std::size_t t = 0; t < problem.targets.size(); ++t) {
      if (const Places places = own_places(problem.unknowns, t); !places.empty()) {
        state =
            moved(state, ensemble, places, crossovers[stream.one_of(crossovers.size())], stream);
      }
    }
    proposals.push_back(std::move(state));
  }
  std::vector<Chain> candidates = solved(problem, std::move(proposals));
  for (std::size_t c = 0; c < ensemble.chains.size(); ++c) {
    Stream stream = stream_of(problem, ensemble, c, 3);
    for (std::size_t t = 0; t < problem.targets.size(); ++t) {
      accept_own(problem, t, candidates[c], ensemble.chains[c], stream);
    }
  }
}

}  // namespace

Ensemble ensemble_at(const Problem& problem, Whereabouts whereabouts) {
  Ensemble ensemble{solved(problem, std::move(whereabouts.states)), std::move(whereabouts.past),
                    whereabouts.steps};
  fit_reference(problem, ensemble, whereabouts.began_near);
  return ensemble;
}

Ensemble ensemble_from_priors(const Problem& problem, std::size_t chains) {
  const Unknowns& unknowns = problem.unknowns;
  std::vector<std::vector<double>> past(std::max(past_for_each * unknowns.size, 2 * chains));
  for (std::size_t i = 0; i < past.size(); ++i) {
    // numerical: the last of subjects, which no step reaches.
    Stream stream{problem.seed, ~static_cast<std::uint64_t>(i)};
    for (std::size_t place = 0; place < unknowns.size; ++place) {
      const double score = stream.normal();
      past[i].push_back(place < unknowns.common.size()
                            ? unknowns.common[place].mean + unknowns.common[place].sd * score
                            : score);
    }
  }
  std::vector<std::vector<double>> states(past.end() - static_cast<std::ptrdiff_t>(chains),
                                          past.end());
  return ensemble_at(problem, {std::move(states), std::move(past), 0, false});
}

void advance(const Problem& problem, Ensemble& ensemble) {
  move_common(problem, ensemble);
  move_own(problem, ensemble);
  for (std::size_t c = 0; c < ensemble.chains.size(); ++c) {
    // numerical: subjects of the third part of a step, apart from those of the first two.
    constexpr std::uint64_t third = std::uint64_t{1} << 62U;
    Stream stream{problem.seed, third + ensemble.steps * most_chains + c};
    move_levels(problem, ensemble.chains[c], stream);
  }
  ++ensemble.steps;
  if (ensemble.steps % keep_every == 0) {
    for (const Chain& chain : ensemble.chains) {
      ensemble.past.push_back(chain.state);
    }
  }
  if (ensemble.steps % fit_every == 0 && ensemble.steps <= problem.warm_up) {
    fit_reference(problem, ensemble, false);
  }
}

}  // namespace coldplan::study
