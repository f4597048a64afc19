#include "coldplan/study/ensemble_steps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <span>

#include "coldplan/facts/ids.h"

namespace coldplan::study {
namespace {

using posterior::Score;

// numerical: steps of a random walk on scores.
constexpr double walk = 0.6;

/// The own unknowns of a score in all targets, by their place in a state.
std::vector<std::size_t> places_of(const Unknowns& unknowns, Score score,
                                   applicator::ContactKind kind) {
  std::vector<std::size_t> places;
  for (std::size_t t = 0; t < unknowns.own.size(); ++t) {
    for (std::size_t i = 0; i < unknowns.own[t].size(); ++i) {
      if (unknowns.own[t][i].score == score && unknowns.own[t][i].kind == kind) {
        places.push_back(unknowns.first[t] + i);
      }
    }
  }
  return places;
}

/// Draws a common unknown c given scores e = a c + b z of studies, z standard normal, and sets each
/// z so that e stays: Gibbs' step of a normal mean.
void draw_common(const Unknowns& unknowns, std::vector<double>& state, std::size_t common, double a,
                 double b, const std::vector<std::size_t>& own, Stream& stream) {
  const Common& prior = unknowns.common[common];
  double precision = 1.0 / (prior.sd * prior.sd);
  double weighted = prior.mean * precision;
  const double before = state[common];
  for (const std::size_t place : own) {
    const double score = a * before + b * state[place];
    precision += a * a / (b * b);
    weighted += a * score / (b * b);
  }
  state[common] = weighted / precision + stream.normal() / std::sqrt(precision);
  for (const std::size_t place : own) {
    state[place] += a * (before - state[common]) / b;
  }
}

double value_of(Score score, facts::Id fact, double at) {
  posterior::Scores scores{};
  scores[posterior::place_of(score)] = at;
  return value(posterior::draw_of(scores), fact);
}

double spread_at(double score) {
  return value_of(Score::contact_spread, facts::id::observation::contact_spread, score);
}

/// How far a score of 1 shifts the logarithm of a contact.
double shift_of_one() {
  static const double shift =
      value_of(Score::contact_shift_ice_bag, facts::id::observation::contact_shift_ice_bag, 1.0);
  return shift;
}

constexpr std::array kinds{applicator::ContactKind::bag, applicator::ContactKind::wetted,
                           applicator::ContactKind::frozen_pack, applicator::ContactKind::machine};

/// Contact spread by Metropolis' step, every study's contact kept.
void move_spread(const Unknowns& unknowns, std::vector<double>& state, Stream& stream) {
  const std::size_t place = place_in(unknowns, Score::contact_spread);
  const double before = spread_at(state[place]);
  const double proposal = state[place] + walk * stream.normal();
  const double after = spread_at(proposal);
  const Common& prior = unknowns.common[place];
  const auto squared = [&](double score) {
    return (score - prior.mean) * (score - prior.mean) / (prior.sd * prior.sd);
  };
  double gain = 0.5 * (squared(state[place]) - squared(proposal));
  const double ratio = before / after;
  std::vector<std::size_t> all;
  for (const auto kind : kinds) {
    const auto own = places_of(unknowns, Score::contact, kind);
    all.insert(all.end(), own.begin(), own.end());
  }
  for (const std::size_t own : all) {
    const double z = state[own];
    gain += 0.5 * z * z * (1.0 - ratio * ratio) + std::log(ratio);
  }
  if (std::log(stream.uniform()) < gain) {
    state[place] = proposal;
    for (const std::size_t own : all) {
      state[own] *= ratio;
    }
  }
}

posterior::Draw levels_of(const Unknowns& unknowns, const std::vector<double>& state) {
  posterior::Scores scores{};
  for (std::size_t i = 0; i < unknowns.common.size(); ++i) {
    scores[posterior::place_of(unknowns.common[i].score)] = state[i];
  }
  return posterior::draw_of(scores);
}

/// A discrepancy or spread of people by Metropolis' step: outcomes stay, likelihoods change.
void move_missed(const Problem& problem, Chain& chain, Score score, Stream& stream) {
  if (std::any_of(chain.log_likelihoods.begin(), chain.log_likelihoods.end(),
                  [](double each) { return std::isinf(each); })) {
    return;
  }
  const std::size_t place = place_in(problem.unknowns, score);
  std::vector<double> state = chain.state;
  state[place] += walk * stream.normal();
  const posterior::Draw draw = levels_of(problem.unknowns, state);
  std::vector<double> likelihoods;
  double gain = log_prior(problem.unknowns, state) - log_prior(problem.unknowns, chain.state);
  for (std::size_t t = 0; t < problem.targets.size(); ++t) {
    likelihoods.push_back(
        log_likelihood(problem.targets[t], chain.outcomes[t], draw, problem.mechanisms));
    gain += likelihoods.back() - chain.log_likelihoods[t];
  }
  if (std::log(stream.uniform()) < gain) {
    chain.state = std::move(state);
    chain.log_likelihoods = std::move(likelihoods);
  }
}

/// An arm under the draws of all chains.
struct Solving {
  std::size_t target = 0;
  const LocalArm* arm = nullptr;
  std::vector<posterior::Draw> draws;
  std::vector<bioheat::Task> tasks;
  Readings readings;
  bool is_solved = false;
};

std::vector<Solving> solving_of(const Problem& problem, const std::vector<Chain>& chains) {
  std::vector<Solving> arms;
  for (std::size_t t = 0; t < problem.targets.size(); ++t) {
    for (const LocalArm& arm : problem.targets[t].arms) {
      arms.push_back({t, &arm, {}, {}, {}, false});
    }
  }
  const auto count = static_cast<std::ptrdiff_t>(arms.size());
#pragma omp parallel for schedule(dynamic)
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    Solving& each = arms[static_cast<std::size_t>(i)];
    for (const Chain& chain : chains) {
      each.draws.push_back(draw_for(problem.unknowns, each.target, each.arm, chain.state));
    }
    if (auto tasks = tasks_of(*each.arm, each.draws)) {
      each.tasks = std::move(*tasks);
    }
  }
  return arms;
}

/// Solves the columns of arms with equally many depths in one batch, so that its lanes are full.
void read_together(std::span<Solving* const> arms) {
  std::vector<bioheat::Task> tasks;
  std::vector<std::size_t> first;
  for (Solving* each : arms) {
    first.push_back(tasks.size());
    tasks.insert(tasks.end(), std::make_move_iterator(each->tasks.begin()),
                 std::make_move_iterator(each->tasks.end()));
  }
  const bioheat::Probes probes = bioheat::probe(tasks, options_for_arms());
  const auto count = static_cast<std::ptrdiff_t>(arms.size());
#pragma omp parallel for schedule(dynamic)
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    const auto place = static_cast<std::size_t>(i);
    Solving& each = *arms[place];
    if (each.tasks.empty()) {
      continue;
    }
    if (auto readings = readings_from(*each.arm, probes, first[place], each.draws)) {
      each.readings = std::move(*readings);
      each.is_solved = true;
    }
  }
}

/// Outcomes and likelihoods of one target; a state that cannot be solved has no likelihood at all.
void put_outcomes(const Problem& problem, std::size_t t, std::span<const Solving> arms,
                  std::vector<Chain>& chains) {
  std::vector<Readings> readings;
  bool is_solved = true;
  for (const Solving& each : arms) {
    if (each.target == t) {
      readings.push_back(each.readings);
      is_solved = is_solved && each.is_solved;
    }
  }
  std::vector<posterior::Draw> draws;
  draws.reserve(chains.size());
  for (const Chain& chain : chains) {
    draws.push_back(draw_for(problem.unknowns, t, nullptr, chain.state));
  }
  if (!is_solved) {
    for (Chain& chain : chains) {
      chain.log_likelihoods[t] = -std::numeric_limits<double>::infinity();
    }
    return;
  }
  auto outcomes = outcomes_of(problem.targets[t], readings, draws);
  for (std::size_t c = 0; c < chains.size(); ++c) {
    chains[c].outcomes[t] = std::move(outcomes[c]);
    chains[c].log_likelihoods[t] =
        log_likelihood(problem.targets[t], chains[c].outcomes[t], draws[c], problem.mechanisms);
  }
}

}  // namespace

void solve(const Problem& problem, std::vector<Chain>& chains) {
  std::vector<Solving> arms = solving_of(problem, chains);
  std::map<std::size_t, std::vector<Solving*>> by_depths;
  for (Solving& each : arms) {
    by_depths[each.arm->depths.size()].push_back(&each);
  }
  for (const auto& [depths, alike] : by_depths) {
    read_together(alike);
  }
  const auto count = static_cast<std::ptrdiff_t>(problem.targets.size());
#pragma omp parallel for schedule(dynamic)
  for (std::ptrdiff_t t = 0; t < count; ++t) {
    put_outcomes(problem, static_cast<std::size_t>(t), arms, chains);
  }
}

void move_levels(const Problem& problem, Chain& chain, Stream& stream) {
  const Unknowns& unknowns = problem.unknowns;
  for (std::size_t i = 0; i < unknowns.common.size(); ++i) {
    if (const Score score = unknowns.common[i].score; has_own_part(score)) {
      draw_common(unknowns, chain.state, i, weight_of_common(), weight_of_own(),
                  places_of(unknowns, score, applicator::ContactKind::own), stream);
    }
  }
  move_spread(unknowns, chain.state, stream);
  const double spread = spread_at(chain.state[place_in(unknowns, Score::contact_spread)]);
  for (const auto kind : kinds) {
    draw_common(unknowns, chain.state, place_in(unknowns, shift_score(kind)), shift_of_one(),
                spread, places_of(unknowns, Score::contact, kind), stream);
  }
  for (const Score each : {Score::discrepancy_skin, Score::discrepancy_muscle,
                           Score::discrepancy_flow, Score::person_skin, Score::person_muscle}) {
    move_missed(problem, chain, each, stream);
  }
}

}  // namespace coldplan::study
