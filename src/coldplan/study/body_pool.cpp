#include "coldplan/study/body_pool.h"

#include <algorithm>
#include <utility>

#include "coldplan/study/diagnostics.h"
#include "coldplan/study/stream.h"

namespace coldplan::study {
namespace {

// numerical: a seed apart from that of the chains.
constexpr std::uint64_t of_bodies = 0xD1B54A32D192ED03ULL;

posterior::Draw draw_with(const PosteriorTable& table, std::size_t number) {
  posterior::Scores scores{};
  for (std::size_t i = 0; i < table.scores.size(); ++i) {
    scores[posterior::place_of(table.scores[i])] = table.draws[number][i];
  }
  return posterior::draw_of(scores);
}

/// Logarithm of the ratio of a loosened prior to the standard normal one, at a draw.
double log_ratio(const PosteriorTable& table, std::size_t number,
                 std::span<const Loosened> loosened) {
  double sum = 0.0;
  for (const Loosened& each : loosened) {
    const auto found = std::find(table.scores.begin(), table.scores.end(), each.score);
    if (found != table.scores.end()) {
      const double score =
          table.draws[number][static_cast<std::size_t>(found - table.scores.begin())];
      const double scaled = (score - each.mean) / each.sd;
      sum += 0.5 * (score * score - scaled * scaled);
    }
  }
  return sum;
}

}  // namespace

BodyPool body_pool(PosteriorTable of_chains, std::span<const BodyTarget> targets,
                   const Mechanisms& mechanisms, std::uint64_t seed) {
  BodyPool pool{std::move(of_chains), {}, {}, {}};
  const auto more = body_scores();
  pool.table.scores.insert(pool.table.scores.end(), more.begin(), more.end());
  std::vector<posterior::Draw> draws;
  for (std::size_t i = 0; i < pool.table.draws.size(); ++i) {
    Stream stream{seed ^ of_bodies, i};
    for (std::size_t each = 0; each < more.size(); ++each) {
      pool.table.draws[i].push_back(stream.normal());
    }
    draws.push_back(draw_with(pool.table, i));
  }
  for (const BodyTarget& target : targets) {
    pool.studies.push_back(target.id);
    pool.rows.push_back(target.rows);
    pool.logarithms.push_back(log_likelihoods_of(target, draws, mechanisms));
  }
  return pool;
}

Expected<Weighted> weighted(const BodyPool& pool, const std::string& left_out,
                            std::span<const Loosened> loosened, std::size_t draws) {
  std::vector<double> sums;
  for (std::size_t i = 0; i < pool.table.draws.size(); ++i) {
    sums.push_back(log_ratio(pool.table, i, loosened));
    for (std::size_t study = 0; study < pool.studies.size(); ++study) {
      sums.back() += pool.studies[study] == left_out ? 0.0 : pool.logarithms[study][i];
    }
  }
  const std::vector<double> weights = weights_of(sums);
  Weighted made{{pool.table.scores, {}}, effective_weights(weights)};
  if (made.effective == 0.0) {
    return tl::unexpected(Error{ErrorCode::not_solved, "bodies", "", "",
                                "no draw of the pool has bodies that can be solved"});
  }
  for (const std::size_t chosen : resampled(weights, draws)) {
    made.posterior.draws.push_back(pool.table.draws[chosen]);
  }
  return made;
}

}  // namespace coldplan::study
