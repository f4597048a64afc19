#include "coldplan/study/samples.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "coldplan/facts/ids.h"
#include "coldplan/posterior/random_draws.h"
#include "coldplan/study/arm_cold.h"
#include "coldplan/study/body_arm.h"
#include "coldplan/study/local_arm.h"

namespace coldplan::study {
namespace {

namespace id = facts::id::observation;

// numerical: slots of random numbers that nobody else uses: a study's own scores, who took part.
constexpr std::uint32_t study_slot = 2000;
// numerical: as above.
constexpr std::uint32_t people_slot = 3000;
// numerical: as above, one for each kind of tissue.
constexpr std::uint32_t miss_slot = 5000;

/// Puts the draw of a posterior that belongs to an index into scores.
void put_in(posterior::Scores& scores, const PosteriorTable& table, std::uint64_t index) {
  if (table.draws.empty()) {
    return;
  }
  const auto& draw = table.draws[posterior::visited(0, index, table.draws.size())];
  for (std::size_t i = 0; i < table.scores.size(); ++i) {
    scores[posterior::place_of(table.scores[i])] = draw[i];
  }
}

Expected<Readings> readings_in(const Study& study, const Arm& arm,
                               const std::vector<std::size_t>& wanted,
                               std::span<const posterior::Draw> draws, std::span<const Miss> misses,
                               const Sampling& sampling) {
  if (is_whole_body(arm)) {
    const auto body = body_arm(study, arm, wanted, sampling.mechanisms);
    return body ? readings_of(*body, draws, misses) : tl::unexpected(body.error());
  }
  const auto local = local_arm(study, arm, wanted, sampling.mechanisms);
  return local ? readings_of(*local, draws, misses) : tl::unexpected(local.error());
}

}  // namespace

std::uint64_t number_of(const std::string& text) {
  // FNV-1a (Fowler, Noll & Vo).
  // numerical: its offset and prime.
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char each : text) {
    hash ^= static_cast<unsigned char>(each);
    // numerical: as above.
    hash *= 1099511628211ULL;
  }
  return hash;
}

std::vector<posterior::Draw> draws_of(const Study& study, const PosteriorTable& table,
                                      std::span<const Loosened> loosened, std::uint64_t seed,
                                      int count) {
  std::vector<posterior::Draw> draws;
  draws.reserve(static_cast<std::size_t>(count));
  const std::uint64_t own = number_of(study.id);
  for (int i = 0; i < count; ++i) {
    const auto index = static_cast<std::uint64_t>(i);
    posterior::Scores scores = posterior::prior_draw(seed, index).scores;
    put_in(scores, table, index);
    const auto fresh = posterior::normal_pair(seed ^ own, index, study_slot);
    scores[posterior::place_of(posterior::Score::contact)] = fresh[0];
    scores[posterior::place_of(posterior::Score::jet)] = fresh[1];
    for (const Loosened& each : loosened) {
      if (std::find(table.scores.begin(), table.scores.end(), each.score) == table.scores.end()) {
        double& score = scores[posterior::place_of(each.score)];
        score = each.mean + each.sd * score;
      }
    }
    draws.push_back(posterior::draw_of(scores));
  }
  return draws;
}

int people_in(const Study& study, const Arm& arm) {
  const int usual = static_cast<int>(std::lround(facts::value(id::typical_people)));
  return std::max(1, arm.n.value_or(study.subjects.n.value_or(usual)));
}

std::vector<Miss> misses_of(const Study& study, const Arm& arm,
                            std::span<const posterior::Draw> draws, const Sampling& sampling) {
  const bool whole = is_whole_body(arm);
  const double by_number = 1.0 / std::sqrt(static_cast<double>(people_in(study, arm)));
  const std::uint64_t own = sampling.seed ^ number_of(study.id);
  std::vector<Miss> misses;
  for (std::size_t i = 0; i < draws.size(); ++i) {
    const posterior::Draw& draw = draws[i];
    const auto scaled = [&](facts::Id missed, facts::Id person, std::uint32_t slot) {
      const auto fresh = posterior::normal_pair(own, i, slot);
      const double of_study = sampling.mechanisms.discrepancy ? value(draw, missed) : 0.0;
      return of_study * fresh[0] + value(draw, person) * by_number * fresh[1];
    };
    misses.push_back({scaled(whole ? id::discrepancy_skin_body : id::discrepancy_skin,
                             id::person_skin, miss_slot),
                      scaled(id::discrepancy_muscle, id::person_muscle, miss_slot + 1),
                      scaled(id::discrepancy_core, id::person_core, miss_slot + 2)});
  }
  return misses;
}

double arm_mean(std::span<const double> values, int n, std::uint64_t seed, std::uint64_t index) {
  const auto count = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  double squares = 0.0;
  for (const double value : values) {
    squares += (value - mean) * (value - mean);
  }
  const double between = values.size() > 1 ? std::sqrt(squares / (count - 1.0)) : 0.0;
  const double score = posterior::normal_pair(seed, index, people_slot)[0];
  return mean + score * between / std::sqrt(static_cast<double>(std::max(n, 1)));
}

Expected<Samples> course_samples(const Study& study, const Arm& arm,
                                 const std::vector<std::size_t>& wanted,
                                 std::span<const posterior::Draw> draws, const Sampling& sampling) {
  const auto readings =
      readings_in(study, arm, wanted, draws, misses_of(study, arm, draws, sampling), sampling);
  if (!readings) {
    return tl::unexpected(readings.error());
  }
  const int n = people_in(study, arm);
  Samples samples(arm.measurements.size());
  for (std::size_t number = 0; number < wanted.size(); ++number) {
    for (std::size_t draw = 0; draw < draws.size(); ++draw) {
      samples[wanted[number]].push_back(
          arm_mean(readings->of(number, draw), n, number_of(study.id), draw));
    }
  }
  return samples;
}

}  // namespace coldplan::study
