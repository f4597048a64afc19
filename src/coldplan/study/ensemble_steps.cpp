#include "coldplan/study/ensemble_steps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <span>

#include "coldplan/applicator/variation.h"
#include "coldplan/posterior/parameters.h"

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

/// An uncertain fact at a score.
double value_of(facts::Id fact, double score) {
  return posterior::at(posterior::parameters()[posterior::parameter_of(fact)].prior, score);
}

constexpr std::array kinds{applicator::ContactKind::bag, applicator::ContactKind::wetted,
                           applicator::ContactKind::frozen_pack, applicator::ContactKind::machine};

/// Spread of the contact of a kind by Metropolis' step, every study's contact kept.
void move_spread(const Unknowns& unknowns, std::vector<double>& state, applicator::ContactKind kind,
                 Stream& stream) {
  const facts::Id fact = applicator::contact_facts(kind)->spread;
  const std::size_t place = place_in(unknowns, score_of(fact));
  const double proposal = state[place] + walk * stream.normal();
  const Common& prior = unknowns.common[place];
  const auto squared = [&](double score) {
    return (score - prior.mean) * (score - prior.mean) / (prior.sd * prior.sd);
  };
  double gain = 0.5 * (squared(state[place]) - squared(proposal));
  const double ratio = value_of(fact, state[place]) / value_of(fact, proposal);
  const std::vector<std::size_t> all = places_of(unknowns, Score::contact, kind);
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

/// Spread and shift of the contact of a kind. The shift is linear in its score.
void move_contact(const Unknowns& unknowns, std::vector<double>& state,
                  applicator::ContactKind kind, Stream& stream) {
  move_spread(unknowns, state, kind, stream);
  const applicator::ContactFacts facts = *applicator::contact_facts(kind);
  const double spread = value_of(facts.spread, state[place_in(unknowns, score_of(facts.spread))]);
  draw_common(unknowns, state, place_in(unknowns, score_of(facts.shift)),
              value_of(facts.shift, 1.0), spread, places_of(unknowns, Score::contact, kind),
              stream);
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
    return;  // what cannot be solved has no outcome to judge by
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
  std::vector<bool> is_possible;  ///< by chain: whether the draw makes a person at all
};

/// The tasks of a draw; where it makes nobody, those of the median in its place.
void add_tasks(Solving& solving, const posterior::Draw& draw) {
  auto tasks = tasks_of(*solving.arm, std::span{&draw, 1});
  solving.is_possible.push_back(tasks.has_value());
  if (!tasks) {
    tasks = tasks_of(*solving.arm, std::span{&posterior::median(), 1});
  }
  if (tasks) {
    std::move(tasks->begin(), tasks->end(), std::back_inserter(solving.tasks));
  }
}

std::vector<Solving> solving_of(const Problem& problem, const std::vector<Chain>& chains) {
  std::vector<Solving> arms;
  for (std::size_t t = 0; t < problem.targets.size(); ++t) {
    for (const LocalArm& arm : problem.targets[t].arms) {
      arms.push_back({t, &arm, {}, {}, {}, {}});
    }
  }
  const auto count = static_cast<std::ptrdiff_t>(arms.size());
#pragma omp parallel for schedule(dynamic)
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    Solving& each = arms[static_cast<std::size_t>(i)];
    for (const Chain& chain : chains) {
      each.draws.push_back(draw_for(problem.unknowns, each.target, each.arm, chain.state));
      add_tasks(each, each.draws.back());
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
    if (each.tasks.size() == each.draws.size() * each.arm->people.size()) {
      each.readings = readings_from(*each.arm, probes, first[place], each.draws);
    } else {
      each.is_possible.assign(each.draws.size(), false);
      each.readings =
          empty_readings(each.arm->measurements.size(), each.draws.size(), each.arm->people.size());
    }
  }
}

/// Outcomes and likelihoods of one target. A state that makes nobody, or that cannot be solved and
/// so has readings that are not numbers, has no likelihood at all; other chains keep theirs.
void put_outcomes(const Problem& problem, std::size_t t, std::span<const Solving> arms,
                  std::vector<Chain>& chains) {
  std::vector<Readings> readings;
  std::vector<bool> is_possible(chains.size(), true);
  for (const Solving& each : arms) {
    if (each.target == t) {
      readings.push_back(each.readings);
      for (std::size_t c = 0; c < chains.size(); ++c) {
        is_possible[c] = is_possible[c] && each.is_possible[c];
      }
    }
  }
  std::vector<posterior::Draw> draws;
  draws.reserve(chains.size());
  for (const Chain& chain : chains) {
    draws.push_back(draw_for(problem.unknowns, t, nullptr, chain.state));
  }
  auto outcomes = outcomes_of(problem.targets[t], readings, draws);
  for (std::size_t c = 0; c < chains.size(); ++c) {
    chains[c].outcomes[t] = std::move(outcomes[c]);
    const double found =
        log_likelihood(problem.targets[t], chains[c].outcomes[t], draws[c], problem.mechanisms);
    chains[c].log_likelihoods[t] =
        is_possible[c] && !std::isnan(found) ? found : -std::numeric_limits<double>::infinity();
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
  for (const auto kind : kinds) {
    move_contact(unknowns, chain.state, kind, stream);
  }
  for (const Score each : {Score::discrepancy_skin, Score::discrepancy_muscle,
                           Score::discrepancy_flow, Score::person_skin, Score::person_muscle}) {
    move_missed(problem, chain, each, stream);
  }
}

}  // namespace coldplan::study
