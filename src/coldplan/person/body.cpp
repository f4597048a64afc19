#include "coldplan/person/body.h"

#include <algorithm>
#include <cmath>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::person {
namespace {

namespace population = facts::id::population;
namespace anatomy = facts::id::anatomy;

double coefficient(Sex sex, facts::Id women, facts::Id men) {
  return facts::value(of_sex(sex, women, men));
}

double body_fat_by_absorptiometry(const Person& person, double residual) {
  const Sex sex = person.sex;
  return coefficient(sex, population::women_body_fat_constant, population::men_body_fat_constant) +
         coefficient(sex, population::women_body_fat_inverse_bmi,
                     population::men_body_fat_inverse_bmi) /
             body_mass_index(person) +
         coefficient(sex, population::women_body_fat_per_year, population::men_body_fat_per_year) *
             person.age +
         residual * coefficient(sex, population::women_body_fat_residual,
                                population::men_body_fat_residual);
}

double body_fat_by_deurenberg(const Person& person, double residual) {
  const double sex_term = person.sex == Sex::male ? facts::value(population::deurenberg_sex) : 0.0;
  return facts::value(population::deurenberg_constant) + sex_term +
         facts::value(population::deurenberg_bmi) * body_mass_index(person) +
         facts::value(population::deurenberg_age) * person.age +
         residual * facts::value(population::deurenberg_residual);
}

struct LumbarFat {
  double midline;
  double paraspinal;
};

LumbarFat lumbar_fat(const Person& person, const BodyResiduals& residuals,
                     const posterior::Draw& draw) {
  const double ratio = posterior::value(draw, anatomy::paraspinal_fat_ratio);
  if (person.lumbar_fat) {
    return {*person.lumbar_fat / ratio, *person.lumbar_fat};
  }
  if (person.lumbar_skinfold) {
    const double fat =
        paraspinal_fat_from_skinfold(*person.lumbar_skinfold, residuals.lumbar_fat, draw);
    return {fat / ratio, fat};
  }
  const double fat = midline_fat_from_index(body_mass_index(person), residuals.lumbar_fat,
                                            residuals.study_fat_factor, draw);
  return {fat, fat * ratio};
}

}  // namespace

Body body(const Person& person, const BodyResiduals& residuals, const posterior::Draw& draw) {
  const double waist = waist_circumference(person, residuals.waist);
  const LumbarFat fat = lumbar_fat(person, residuals, draw);
  return {.body_surface = body_surface(person),
          .body_fat_fraction = body_fat_fraction(person, residuals.body_fat),
          .waist_circumference = waist,
          .waist_depth = waist_depth(person.sex, waist, residuals.waist_depth),
          .waist_breadth = waist_breadth(person.sex, waist, residuals.waist_breadth),
          .midline_fat = fat.midline,
          .paraspinal_fat = fat.paraspinal,
          .muscle_thickness = muscle_thickness(person.sex, residuals.muscle_thickness),
          .muscle_fat_fraction = muscle_fat_fraction(person, residuals.muscle_fat, draw)};
}

double body_surface(const Person& person) {
  return facts::value(population::dubois_constant) *
         std::pow(person.height, facts::value(population::dubois_height_exponent)) *
         std::pow(person.weight, facts::value(population::dubois_weight_exponent));
}

double body_fat_fraction(const Person& person, double residual) {
  const double fraction = person.age <= facts::value(population::dxa_age_limit)
                              ? body_fat_by_absorptiometry(person, residual)
                              : body_fat_by_deurenberg(person, residual);
  return std::clamp(
      fraction,
      coefficient(person.sex, population::women_body_fat_min, population::men_body_fat_min),
      coefficient(person.sex, population::women_body_fat_max, population::men_body_fat_max));
}

double waist_circumference(const Person& person, double residual) {
  const Sex sex = person.sex;
  return coefficient(sex, population::women_waist_constant, population::men_waist_constant) +
         coefficient(sex, population::women_waist_per_bmi, population::men_waist_per_bmi) *
             body_mass_index(person) +
         coefficient(sex, population::women_waist_per_year, population::men_waist_per_year) *
             person.age +
         coefficient(sex, population::women_waist_per_height, population::men_waist_per_height) *
             person.height +
         residual *
             coefficient(sex, population::women_waist_residual, population::men_waist_residual);
}

double waist_depth(Sex sex, double circumference, double residual) {
  return coefficient(sex, population::women_waist_depth_constant,
                     population::men_waist_depth_constant) +
         coefficient(sex, population::women_waist_depth_per_waist,
                     population::men_waist_depth_per_waist) *
             circumference +
         residual * coefficient(sex, population::women_waist_depth_residual,
                                population::men_waist_depth_residual);
}

double waist_breadth(Sex sex, double circumference, double residual) {
  return coefficient(sex, population::women_waist_breadth_constant,
                     population::men_waist_breadth_constant) +
         coefficient(sex, population::women_waist_breadth_per_waist,
                     population::men_waist_breadth_per_waist) *
             circumference +
         residual * coefficient(sex, population::women_waist_breadth_residual,
                                population::men_waist_breadth_residual);
}

double midline_fat_from_index(double body_mass_index, double residual, double study_fat_factor,
                              const posterior::Draw& draw) {
  const double line = facts::value(anatomy::midline_fat) +
                      posterior::value(draw, anatomy::midline_fat_per_bmi) *
                          (body_mass_index - facts::value(anatomy::reference_bmi));
  const double fat =
      study_fat_factor * (line + residual * facts::value(anatomy::midline_fat_residual));
  return std::max(fat, facts::value(anatomy::midline_fat_min));
}

double paraspinal_fat_from_skinfold(double skinfold, double residual, const posterior::Draw& draw) {
  const double fat = posterior::value(draw, anatomy::skinfold_ratio) * skinfold +
                     residual * posterior::value(draw, anatomy::skinfold_residual);
  return std::max(fat, posterior::value(draw, anatomy::paraspinal_fat_ratio) *
                           posterior::value(draw, anatomy::midline_fat_min));
}

double muscle_thickness(Sex sex, double residual) {
  return coefficient(sex, anatomy::muscle_thickness_women, anatomy::muscle_thickness_men) +
         residual * facts::value(anatomy::muscle_thickness_residual);
}

double muscle_fat_fraction(const Person& person, double residual, const posterior::Draw& draw) {
  const double fraction =
      coefficient(person.sex, anatomy::muscle_fat_fraction_women,
                  anatomy::muscle_fat_fraction_men) +
      posterior::value(draw, anatomy::muscle_fat_fraction_per_year) *
          (person.age - facts::value(anatomy::muscle_fat_fraction_reference_age)) +
      residual * facts::value(anatomy::muscle_fat_fraction_residual);
  return std::clamp(fraction, facts::value(anatomy::muscle_fat_fraction_min),
                    facts::value(anatomy::muscle_fat_fraction_max));
}

}  // namespace coldplan::person
