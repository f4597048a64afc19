#include "coldplan/person/anthropometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/person/body.h"

namespace coldplan::person {
namespace {

namespace population = facts::id::population;
namespace anatomy = facts::id::anatomy;

// numerical: 95th percentile of the standard normal distribution
constexpr double normal_p95 = 1.6448536269514722;

constexpr double unlimited = std::numeric_limits<double>::infinity();

/// Variances below and above the median.
class Spread {
 public:
  Spread& normal(double sd) {
    below_ += sd * sd;
    above_ += sd * sd;
    return *this;
  }

  /// A range about the median, seen in the quantity itself; its ends may stand either way round.
  Spread& range(double one_end, double median, double other_end) {
    const double below = (median - std::min(one_end, other_end)) / std::numbers::sqrt3;
    const double above = (std::max(one_end, other_end) - median) / std::numbers::sqrt3;
    below_ += below * below;
    above_ += above * above;
    return *this;
  }

  /// The spread of the quantity times a constant.
  [[nodiscard]] Spread times(double factor) const {
    Spread spread;
    spread.below_ = below_ * factor * factor;
    spread.above_ = above_ * factor * factor;
    return spread;
  }

  [[nodiscard]] Estimate about(double median, double floor = -unlimited,
                               double ceiling = unlimited) const {
    return {median, std::sqrt((below_ + above_) / 2.0),
            std::max(floor, median - normal_p95 * std::sqrt(below_)),
            std::min(ceiling, median + normal_p95 * std::sqrt(above_))};
  }

 private:
  double below_ = 0.0;
  double above_ = 0.0;
};

double by_sex(Sex sex, facts::Id women, facts::Id men) {
  return facts::value(of_sex(sex, women, men));
}

Estimate body_fat(const Person& person, double median) {
  const Sex sex = person.sex;
  const double residual =
      person.age <= facts::value(population::dxa_age_limit)
          ? by_sex(sex, population::women_body_fat_residual, population::men_body_fat_residual)
          : facts::value(population::deurenberg_residual);
  return Spread{}.normal(residual).about(
      median, by_sex(sex, population::women_body_fat_min, population::men_body_fat_min),
      by_sex(sex, population::women_body_fat_max, population::men_body_fat_max));
}

void estimate_waist(const Person& person, const Body& median, Anthropometry& result) {
  const Sex sex = person.sex;
  const double waist_sd =
      by_sex(sex, population::women_waist_residual, population::men_waist_residual);
  const double depth_slope =
      by_sex(sex, population::women_waist_depth_per_waist, population::men_waist_depth_per_waist);
  const double breadth_slope = by_sex(sex, population::women_waist_breadth_per_waist,
                                      population::men_waist_breadth_per_waist);
  result.waist_circumference = Spread{}.normal(waist_sd).about(median.waist_circumference);
  result.waist_depth = Spread{}
                           .normal(by_sex(sex, population::women_waist_depth_residual,
                                          population::men_waist_depth_residual))
                           .normal(depth_slope * waist_sd)
                           .about(median.waist_depth);
  result.waist_breadth = Spread{}
                             .normal(by_sex(sex, population::women_waist_breadth_residual,
                                            population::men_waist_breadth_residual))
                             .normal(breadth_slope * waist_sd)
                             .about(median.waist_breadth);
}

void estimate_fat_from_index(const Body& median, Anthropometry& result) {
  const double midline = median.midline_fat;
  const double from_reference = result.body_mass_index - facts::value(anatomy::reference_bmi);
  const facts::Fact& slope = facts::fact(anatomy::midline_fat_per_bmi);
  const facts::Fact& factor = facts::fact(anatomy::study_fat_factor);
  const facts::Fact& ratio = facts::fact(anatomy::paraspinal_fat_ratio);
  const double floor = facts::value(anatomy::midline_fat_min);

  Spread spread;
  spread.normal(facts::value(anatomy::midline_fat_residual))
      .range((slope.low - slope.value) * from_reference, 0.0,
             (slope.high - slope.value) * from_reference)
      .range(factor.low * midline, factor.value * midline, factor.high * midline);
  result.midline_fat = spread.about(midline, floor);

  const Spread beside =
      spread.times(ratio.value)
          .range(ratio.low * midline, ratio.value * midline, ratio.high * midline);
  result.paraspinal_fat = beside.about(median.paraspinal_fat, ratio.value * floor);
}

/// Fat measured beside the spine; the midline follows by the ratio of the two.
void estimate_measured_fat(const Person& person, const Body& median, Anthropometry& result) {
  const facts::Fact& ratio = facts::fact(anatomy::paraspinal_fat_ratio);
  const double beside = median.paraspinal_fat;
  Spread spread;
  Spread midline;
  double floor = 0.0;
  if (result.fat_basis == FatBasis::skinfold) {
    const facts::Fact& layer = facts::fact(anatomy::skinfold_ratio);
    const double skinfold = *person.lumbar_skinfold;
    const double residual = facts::value(anatomy::skinfold_residual);
    spread.normal(residual).range(layer.low * skinfold, layer.value * skinfold,
                                  layer.high * skinfold);
    midline = spread.times(1.0 / ratio.value);
    floor = facts::value(anatomy::midline_fat_min);
  }
  midline.range(beside / ratio.high, beside / ratio.value, beside / ratio.low);
  result.paraspinal_fat = spread.about(beside, floor * ratio.value);
  result.midline_fat = midline.about(median.midline_fat, floor);
}

void estimate_fat(const Person& person, const Body& median, Anthropometry& result) {
  if (!person.lumbar_fat && !person.lumbar_skinfold) {
    estimate_fat_from_index(median, result);
    return;
  }
  result.fat_basis = person.lumbar_fat ? FatBasis::ultrasound : FatBasis::skinfold;
  estimate_measured_fat(person, median, result);
}

void estimate_muscle(const Person& person, const Body& median, Anthropometry& result) {
  const facts::Fact& slope = facts::fact(anatomy::muscle_fat_fraction_per_year);
  const double years = person.age - facts::value(anatomy::muscle_fat_fraction_reference_age);
  result.muscle_thickness = Spread{}
                                .normal(facts::value(anatomy::muscle_thickness_residual))
                                .about(median.muscle_thickness, 0.0);
  result.muscle_fat_fraction =
      Spread{}
          .normal(facts::value(anatomy::muscle_fat_fraction_residual))
          .range((slope.low - slope.value) * years, 0.0, (slope.high - slope.value) * years)
          .about(median.muscle_fat_fraction, facts::value(anatomy::muscle_fat_fraction_min),
                 facts::value(anatomy::muscle_fat_fraction_max));
}

std::vector<std::string> warnings_for(const Person& person, double index) {
  std::vector<std::string> warnings;
  const double oldest = facts::value(population::oldest_age);
  const double least = facts::value(population::bmi_min);
  const double most = facts::value(population::bmi_max);
  if (person.age > oldest) {
    warnings.push_back(fmt::format(
        "age {} is above {}, the oldest age that the survey behind the equations tells apart",
        person.age, oldest));
  }
  if (index < least || index > most) {
    warnings.push_back(fmt::format(
        "body mass index {:.1f} is outside {} to {} kg/m2, where the equations were fitted", index,
        least, most));
  }
  return warnings;
}

}  // namespace

Anthropometry anthropometry(const Person& person) {
  const Body median = body(person);
  Anthropometry result;
  result.body_mass_index = body_mass_index(person);
  result.body_surface = median.body_surface;
  result.body_fat_fraction = body_fat(person, median.body_fat_fraction);
  estimate_waist(person, median, result);
  estimate_fat(person, median, result);
  estimate_muscle(person, median, result);
  result.warnings = warnings_for(person, result.body_mass_index);
  return result;
}

}  // namespace coldplan::person
