#include "coldplan/thermoregulation/physique.h"

#include <functional>

#include <gtest/gtest.h>

#include "coldplan/person/anthropometry.h"

namespace coldplan::thermoregulation {
namespace {

person::Person woman(double weight) {
  person::Person person;
  person.sex = person::Sex::female;
  person.age = 58.0;
  person.height = 1.65;
  person.weight = weight;
  return person;
}

Physique of(const person::Person& person) {
  return physique_of(person, anatomy::median_build(person),
                     person::anthropometry(person).body_fat_fraction.median, make_layout());
}

double sum_over_body(const Physique& body, const std::function<double(const SiteBody&)>& amount) {
  double sum = 0.0;
  for (const Site site : all_sites()) {
    sum += sides(site) * amount(body.at(site));
  }
  return sum;
}

TEST(Physique, HasTheSurfaceOfThePerson) {
  const Physique body = of(woman(78.0));
  EXPECT_NEAR(sum_over_body(body, [](const SiteBody& site) { return site.area; }),
              body.body_surface, 0.02 * body.body_surface);
}

TEST(Physique, HasTheMassOfThePerson) {
  for (const double weight : {50.0, 78.0, 120.0}) {
    const Physique body = of(woman(weight));
    const double mass = sum_over_body(body, [](const SiteBody& site) {
      double sum = 0.0;
      for (std::size_t layer = 0; layer < site.column.layers.size(); ++layer) {
        for (std::size_t i = site.grid.layer_begin[layer]; i < site.grid.layer_begin[layer + 1];
             ++i) {
          sum += site.grid.volume[i] * site.column.layers[layer].tissue.properties.density;
        }
      }
      return sum * site.area;
    });
    EXPECT_NEAR(mass, weight, 0.1 * weight);
  }
}

TEST(Physique, MakesTheHeatOfARestingPersonOfItsMeasures) {
  const Physique body = of(woman(78.0));
  double heat = 0.0;
  for (const Site site : all_sites()) {
    for (const double cell : body.at(site).heat) {
      heat += cell * body.at(site).area * sides(site);
    }
  }
  EXPECT_NEAR(heat, 1.2 * body.basal_metabolism, 0.5);
  // 447.593 + 9.247 · 78 + 479.9 · 1.65 − 4.330 · 58 kcal a day
  EXPECT_NEAR(body.basal_metabolism, 1709.6 * 4184.0 / 86400.0, 0.1);
}

TEST(Physique, HasThickerFatWhereThePersonIsFatter) {
  const Physique thin = of(woman(50.0));
  const Physique fat = of(woman(110.0));
  for (const Site site : all_sites()) {
    EXPECT_GT(fat.at(site).column.layers[2].thickness, thin.at(site).column.layers[2].thickness);
  }
}

TEST(Physique, KeepsLeanTissueUnderTheFatOfAnyAdult) {
  for (const double weight : {40.0, 45.0, 160.0, 200.0}) {
    const Physique body = of(woman(weight));
    for (const Site site : all_sites()) {
      for (const bioheat::Layer& layer : body.at(site).column.layers) {
        EXPECT_GT(layer.thickness, 0.0) << name_of(site) << " at " << weight;
      }
    }
  }
}

}  // namespace
}  // namespace coldplan::thermoregulation
