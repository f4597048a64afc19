#include "coldplan/study/samples.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "coldplan/facts/ids.h"
#include "coldplan/posterior/random_draws.h"

namespace coldplan::study {
namespace {

// numerical: slots of random numbers that nobody else uses: a study's own scores, who took part.
constexpr std::uint32_t study_slot = 2000;
// numerical: as above.
constexpr std::uint32_t people_slot = 3000;

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

std::vector<posterior::Draw> draws_of(const Study& study, std::uint64_t seed, int count) {
  std::vector<posterior::Draw> draws;
  const std::uint64_t own = number_of(study.id);
  for (int i = 0; i < count; ++i) {
    const auto index = static_cast<std::uint64_t>(i);
    posterior::Scores scores = posterior::draw(seed, index).scores;
    const auto fresh = posterior::normal_pair(seed ^ own, index, study_slot);
    scores[posterior::place_of(posterior::Score::contact)] = fresh[0];
    scores[posterior::place_of(posterior::Score::jet)] = fresh[1];
    draws.push_back(posterior::draw_of(scores));
  }
  return draws;
}

double arm_mean(const std::vector<double>& values, int n, std::uint64_t seed, std::uint64_t index) {
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

Expected<Samples> averaged(const Study& study, const Arm& arm,
                           const std::vector<std::size_t>& wanted, std::size_t draws,
                           const Readings& readings) {
  const int usual =
      static_cast<int>(std::lround(facts::value(facts::id::observation::typical_people)));
  const int n = arm.n.value_or(study.subjects.n.value_or(usual));
  Samples samples(arm.measurements.size());
  for (std::size_t draw = 0; draw < draws; ++draw) {
    for (std::size_t number = 0; number < wanted.size(); ++number) {
      const auto values = readings(number, draw);
      if (!values) {
        return tl::unexpected(values.error());
      }
      samples[wanted[number]].push_back(arm_mean(*values, n, number_of(study.id), draw));
    }
  }
  return samples;
}

}  // namespace coldplan::study
