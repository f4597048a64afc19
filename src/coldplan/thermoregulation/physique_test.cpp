#include "coldplan/thermoregulation/physique.h"

#include <cmath>
#include <functional>
#include <numeric>

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

/// A body of which one score is so high, all else at the median.
Physique at_score(posterior::Score score, double high) {
  posterior::Scores scores{};
  scores[posterior::place_of(score)] = high;
  const person::Person person = woman(78.0);
  return physique_of(person, anatomy::median_build(person),
                     person::anthropometry(person).body_fat_fraction.median, make_layout(),
                     posterior::draw_of(scores));
}

/// What a score moves, at its 5th and 95th percentile.
std::pair<double, double> ends(posterior::Score score,
                               const std::function<double(const Physique&)>& amount) {
  return {amount(at_score(score, -posterior::score_p95)),
          amount(at_score(score, posterior::score_p95))};
}

TEST(Physique, HasTheSpreadOfItsLayers) {
  using posterior::Score;
  const auto fat = [](Site site) {
    return [site](const Physique& body) { return body.at(site).column.layers[2].thickness; };
  };
  const auto core = [](Site site) {
    return [site](const Physique& body) { return body.at(site).column.layers[4].thickness; };
  };
  // 0.6 to 0.9 of the body's fat.
  const auto [little, much] = ends(Score::fat_under_skin, fat(Site::thigh));
  EXPECT_NEAR(much / little, 1.5, 1e-9);
  const auto [thin_limb, thick_limb] = ends(Score::fat_of_limbs, fat(Site::leg));
  EXPECT_GT(thick_limb, 1.3 * thin_limb);
  const auto [thick_trunk, thin_trunk] = ends(Score::fat_of_limbs, fat(Site::chest));
  EXPECT_LT(thin_trunk, thick_trunk);
  const auto [thin_bone, thick_bone] = ends(Score::bone_of_limbs, core(Site::arm));
  EXPECT_NEAR(thick_bone / thin_bone, std::sqrt(0.25 / 0.1), 1e-6);
  const auto [large_core, small_core] = ends(Score::muscle_of_trunk, core(Site::back));
  EXPECT_NEAR(small_core / large_core, std::sqrt(0.35 / 0.65), 1e-6);
}

TEST(Physique, HasTheSpreadOfItsFlowAndControl) {
  using posterior::Score;
  const auto muscle_flow = [](Site site) {
    return [site](const Physique& body) {
      return body.at(site).column.layers[3].tissue.properties.perfusion;
    };
  };
  const auto [low, high] = ends(Score::flow_of_limb_muscle, muscle_flow(Site::thigh));
  EXPECT_NEAR(low / high, 0.3, 1e-9);
  const auto [chest_low, chest_high] = ends(Score::flow_of_limb_muscle, muscle_flow(Site::chest));
  EXPECT_EQ(chest_low, chest_high);
  const auto [weak, strong] =
      ends(Score::shivering_gain, [](const Physique& body) { return body.shivering_gain; });
  EXPECT_NEAR(weak, 0.2, 1e-9);
  EXPECT_NEAR(strong, 1.0, 1e-9);
  const auto [less, more] =
      ends(Score::shivering_most, [](const Physique& body) { return body.shivering_most; });
  EXPECT_NEAR(more / less, 2.0, 1e-9);
  const auto [narrow, wide] =
      ends(Score::least_outer_flow, [](const Physique& body) { return body.least_outer_flow; });
  EXPECT_NEAR(wide / narrow, 5.0, 1e-9);
  const auto [asleep, busy] = ends(Score::resting_activity, [](const Physique& body) {
    return sum_over_body(body, [](const SiteBody& site) {
      return site.area * std::accumulate(site.heat.begin(), site.heat.end(), 0.0);
    });
  });
  EXPECT_NEAR(busy / asleep, 1.3, 1e-3);
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
