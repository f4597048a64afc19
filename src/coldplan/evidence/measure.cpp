#include "coldplan/evidence/measure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <vector>

#include "coldplan/quantity/nearest_word.h"

namespace coldplan::evidence {
namespace {

struct Entry {
  Measure measure = Measure::GEN;
  std::string_view name;
  std::string_view words;
  StudyData data = StudyData::effects;
};

constexpr std::array entries{
    Entry{Measure::GEN, "GEN", "effect as given", StudyData::effects},
    Entry{Measure::MD, "MD", "mean difference", StudyData::two_arms},
    Entry{Measure::SMD, "SMD", "standardised mean difference (Hedges' g)", StudyData::two_arms},
    Entry{Measure::SMDH, "SMDH", "standardised mean difference, unequal variances",
          StudyData::two_arms},
    Entry{Measure::ROM, "ROM", "log ratio of means", StudyData::two_arms},
    Entry{Measure::RR, "RR", "log risk ratio", StudyData::two_by_two},
    Entry{Measure::OR, "OR", "log odds ratio", StudyData::two_by_two},
    Entry{Measure::RD, "RD", "risk difference", StudyData::two_by_two},
    Entry{Measure::PETO, "PETO", "log odds ratio (Peto)", StudyData::two_by_two},
    Entry{Measure::PR, "PR", "proportion", StudyData::proportion},
    Entry{Measure::PLO, "PLO", "log odds of a proportion", StudyData::proportion},
    Entry{Measure::PAS, "PAS", "arcsine of a proportion's root", StudyData::proportion},
    Entry{Measure::PFT, "PFT", "double arcsine of a proportion (Freeman-Tukey)",
          StudyData::proportion}};

constexpr auto measures = [] {
  std::array<Measure, entries.size()> all{};
  for (std::size_t i = 0; i < entries.size(); ++i) {
    all[i] = entries[i].measure;
  }
  return all;
}();

const Entry& entry_of(Measure measure) {
  return *std::find_if(entries.begin(), entries.end(),
                       [measure](const Entry& each) { return each.measure == measure; });
}

double inverse_logit(double log_odds) {
  return 1.0 / (1.0 + std::exp(-log_odds));
}

/// Arcsines reach from 0 to pi/2; a limit beyond stands for a proportion of 0 or 1.
double inverse_arcsine(double angle) {
  const double right_angle = std::acos(0.0);
  const double sine = std::sin(std::clamp(angle, 0.0, right_angle));
  return sine * sine;
}

constexpr BackTransform ratio_of_means{"ratio of means", [](double y) { return std::exp(y); }};
constexpr BackTransform risk_ratio{"risk ratio", [](double y) { return std::exp(y); }};
constexpr BackTransform odds_ratio{"odds ratio", [](double y) { return std::exp(y); }};
constexpr BackTransform from_logit{"proportion", inverse_logit};
constexpr BackTransform from_arcsine{"proportion", inverse_arcsine};

}  // namespace

std::span<const Measure> all_measures() {
  return measures;
}

std::string_view to_string(Measure measure) {
  return entry_of(measure).name;
}

std::string_view words_of(Measure measure) {
  return entry_of(measure).words;
}

StudyData data_of(Measure measure) {
  return entry_of(measure).data;
}

Expected<Measure> measure_named(const std::string& name) {
  std::string upper = name;
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
  std::vector<std::string> known;
  std::string list;
  for (const Entry& each : entries) {
    if (each.name == upper) {
      return each.measure;
    }
    known.emplace_back(each.name);
    list += (list.empty() ? "" : ", ") + std::string{each.name};
  }
  return tl::unexpected(Error{ErrorCode::unknown_name, "--measure", "\"" + name + "\"",
                              "one of " + list, quantity::did_you_mean(upper, known)});
}

double inverse_double_arcsine(double angle, double n) {
  const double least = std::asin(std::sqrt(1.0 / (n + 1.0))) / 2.0;
  const double most = std::acos(0.0) - least;
  if (!(angle > least)) {
    return std::isnan(angle) ? angle : 0.0;
  }
  if (angle >= most) {
    return 1.0;
  }
  const double sine = std::sin(2.0 * angle);
  const double scaled = sine + (sine - 1.0 / sine) / n;
  const double root = std::sqrt(std::max(0.0, 1.0 - scaled * scaled));
  return (1.0 - std::copysign(root, std::cos(2.0 * angle))) / 2.0;
}

double harmonic_mean(std::span<const double> numbers) {
  double sum = 0.0;
  for (const double number : numbers) {
    sum += 1.0 / number;
  }
  return numbers.empty() ? 0.0 : static_cast<double>(numbers.size()) / sum;
}

const BackTransform* back_transform(Measure measure) {
  switch (measure) {
    case Measure::ROM:
      return &ratio_of_means;
    case Measure::RR:
      return &risk_ratio;
    case Measure::OR:
    case Measure::PETO:
      return &odds_ratio;
    case Measure::PLO:
      return &from_logit;
    case Measure::PAS:
      return &from_arcsine;
    default:
      return nullptr;
  }
}

}  // namespace coldplan::evidence
