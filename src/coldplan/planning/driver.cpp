#include "coldplan/planning/driver.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>

namespace coldplan::planning {
namespace {

using posterior::Score;

/// The place of each value in order, from 0 on.
std::vector<double> ranks_of(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [values](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t from = 0; from < order.size();) {
    std::size_t to = from + 1;
    while (to < order.size() && values[order[to]] == values[order[from]]) {
      ++to;
    }
    for (std::size_t i = from; i < to; ++i) {
      ranks[order[i]] = 0.5 * static_cast<double>(from + to - 1);
    }
    from = to;
  }
  return ranks;
}

/// Sum of products of what two lists of ranks stand from their common mean.
double covariation(std::span<const double> one, std::span<const double> other) {
  const double mean = 0.5 * (static_cast<double>(one.size()) - 1.0);
  return std::inner_product(one.begin(), one.end(), other.begin(), 0.0, std::plus<>{},
                            [mean](double a, double b) { return (a - mean) * (b - mean); });
}

/// Scores of blood flow that a back feels.
constexpr std::array flows{Score::dermis_flow,        Score::fat_flow,       Score::muscle_flow,
                           Score::local_constriction, Score::onset_time,     Score::recovery_time,
                           Score::reflex_gain,        Score::muscle_flow_q10};
/// Scores of the tissue over the joint and the muscle.
constexpr std::array tissues{Score::dermis_conductivity,  Score::fat_conductivity,
                             Score::muscle_conductivity,  Score::fat_density,
                             Score::muscle_density,       Score::fat_specific_heat,
                             Score::muscle_specific_heat, Score::skin_thickness};
/// Those of the midline beside them.
constexpr std::array midline_tissues{Score::bone_conductivity, Score::ligament_conductivity,
                                     Score::disc_conductivity};

template <typename Read>
DrawnInput input(const char* group, const auto& draws, const Read& read) {
  DrawnInput made{group, {}};
  std::transform(draws.begin(), draws.end(), std::back_inserter(made.values), read);
  return made;
}

void add_scores(std::vector<DrawnInput>& inputs, const char* group,
                std::span<const PersonDraw> draws, std::span<const Score> scores) {
  for (const Score score : scores) {
    inputs.push_back(input(group, draws, [score](const PersonDraw& each) {
      return posterior::score(each.draw, score);
    }));
  }
}

/// What the skin meets. The film of air over a gel is the same in all draws.
void add_cold(std::vector<DrawnInput>& inputs, std::span<const DrawnNumbers> numbers,
              const applicator::Form& form) {
  const bool is_jet = std::holds_alternative<applicator::Jet>(form.source);
  inputs.push_back(input(is_jet ? "jet" : "contact", numbers,
                         [](const DrawnNumbers& each) { return each.cold.resistance; }));
  inputs.push_back(input("temperature", numbers, [](const DrawnNumbers& each) {
    return each.cold.store ? each.cold.store->start_temperature : each.cold.temperature;
  }));
  inputs.push_back(input("evaporation", numbers, [](const DrawnNumbers& each) {
    return each.cold.evaporation ? each.cold.evaporation->heat_flux : 0.0;
  }));
}

}  // namespace

double rank_correlation(std::span<const double> one, std::span<const double> other) {
  const std::vector<double> a = ranks_of(one);
  const std::vector<double> b = ranks_of(other);
  const double scale = std::sqrt(covariation(a, a) * covariation(b, b));
  return scale > 0.0 ? covariation(a, b) / scale : 0.0;
}

std::vector<DrawnInput> drawn_inputs(std::span<const PersonDraw> draws,
                                     std::span<const DrawnNumbers> numbers,
                                     const applicator::Form& form, Where where) {
  std::vector<DrawnInput> inputs;
  inputs.push_back(input("fat", draws, [where](const PersonDraw& each) {
    return where.is_midline ? each.build.midline_fat : each.build.paraspinal_fat;
  }));
  add_cold(inputs, numbers, form);
  add_scores(inputs, "blood flow", draws, flows);
  add_scores(inputs, "tissue", draws, tissues);
  if (where.is_midline) {
    add_scores(inputs, "tissue", draws, midline_tissues);
    add_scores(inputs, "depth", draws, std::array{Score::facet_offset});
  } else {
    inputs.push_back(
        input("tissue", draws, [](const PersonDraw& each) { return each.build.muscle; }));
    inputs.push_back(input("tissue", draws,
                           [](const PersonDraw& each) { return each.build.muscle_fat_fraction; }));
  }
  inputs.push_back(input("what the model misses", draws, [where](const PersonDraw& each) {
    return where.is_skin ? each.miss.skin : each.miss.under_skin;
  }));
  return inputs;
}

std::string driver_of(std::span<const double> number, std::span<const DrawnInput> inputs) {
  std::string driver;
  double strongest = -1.0;
  for (const DrawnInput& each : inputs) {
    const double strength = std::abs(rank_correlation(number, each.values));
    if (strength > strongest) {
      strongest = strength;
      driver = each.group;
    }
  }
  return driver;
}

}  // namespace coldplan::planning
