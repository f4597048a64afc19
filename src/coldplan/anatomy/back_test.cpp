#include "coldplan/anatomy/back.h"

#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::anatomy {
namespace {

/// A build at the reference BMI of the facts, 27.3 kg/m².
constexpr Build reference{58.0, 1.85, 0.0022, 0.0287, 0.023, 0.046, 0.19};

double depth_of_layer(const NamedColumn& named, std::size_t layer) {
  double depth = 0.0;
  for (std::size_t i = 0; i <= layer; ++i) {
    depth += named.column.layers[i].thickness;
  }
  return depth;
}

TEST(MidlineColumn, PutsTheDeepLandmarksAtThePublishedDepths) {
  // lumbar_anatomy: facet 55 (bracket 47-69), disc posterior edge 66, disc centre 84 mm at
  // BMI 27.3.
  const NamedColumn midline = midline_column(reference);
  EXPECT_NEAR(depth_of_landmark(midline, landmark::facet), 0.055, 1e-4);
  EXPECT_NEAR(depth_of_landmark(midline, landmark::disc_edge), 0.066, 1e-4);
  EXPECT_NEAR(depth_of_landmark(midline, landmark::disc_centre), 0.084, 1e-4);
}

TEST(BothColumns, EndAtTheFrontOfTheSpineAtCoreTemperature) {
  const double front = 0.0334 + 0.0506 + 0.0353 / 2;
  for (const NamedColumn& column : {midline_column(reference), paraspinal_column(reference)}) {
    EXPECT_NEAR(bioheat::depth_of(column.column), front, 1e-6);
    EXPECT_DOUBLE_EQ(column.column.inner_temperature.value(), 37.0);
    EXPECT_TRUE(bioheat::check(column.column).has_value());
    EXPECT_EQ(column.column.layers.size(), column.layer_names.size());
  }
}

TEST(ParaspinalColumn, ReachesTheTransverseProcessWhereItWasMeasured) {
  // Kawchuk 2011: 69.4 mm to the transverse process of L4; the sum of the layers is an independent
  // sum.
  const NamedColumn paraspinal = paraspinal_column(reference);
  EXPECT_EQ(paraspinal.layer_names[5], "transverse process");
  EXPECT_NEAR(depth_of_layer(paraspinal, 4), 0.0694, 0.006);
}

TEST(ParaspinalColumn, CountsMuscleDepthsFromTheUndersideOfTheFat) {
  const NamedColumn paraspinal = paraspinal_column(reference);
  const double interface = depth_of_landmark(paraspinal, landmark::interface);
  EXPECT_NEAR(interface, 0.0022 + 0.023, 1e-12);
  EXPECT_NEAR(depth_of_landmark(paraspinal, landmark::muscle_3cm), interface + 0.03, 1e-12);
}

TEST(ParaspinalColumn, HoldsForTheThinnestAndTheFattest) {
  for (const double fat : {0.004, 0.02, 0.08}) {
    Build build = reference;
    build.midline_fat = fat;
    build.paraspinal_fat = 0.8 * fat;
    EXPECT_TRUE(bioheat::check(paraspinal_column(build).column).has_value()) << fat;
    EXPECT_TRUE(bioheat::check(midline_column(build).column).has_value()) << fat;
  }
}

TEST(Landmark, ThatIsNotThereIsAProgrammingError) {
  EXPECT_THROW((void)depth_of_landmark(midline_column(reference), "tail"), std::out_of_range);
}

person::Person woman() {
  person::Person person;
  person.sex = person::Sex::female;
  person.age = 58.0;
  person.height = 1.65;
  person.weight = 78.0;
  return person;
}

TEST(MedianBuild, HasTheFatOfADrawAndNoResiduals) {
  posterior::Scores scores{};
  scores[posterior::place_of(posterior::Score::study_fat_factor)] = -posterior::score_p95;
  const Build thin = median_build(woman(), posterior::draw_of(scores));
  const Build likely = median_build(woman());
  EXPECT_NEAR(thin.midline_fat, 0.5 * likely.midline_fat, 1e-12);
  EXPECT_DOUBLE_EQ(thin.muscle, likely.muscle);
}

/// Every number of a column, for comparison bit by bit.
std::vector<double> numbers_of(const NamedColumn& named) {
  const bioheat::Column& column = named.column;
  std::vector<double> numbers{column.inner_temperature.value_or(0.0),
                              column.arterial_temperature,
                              column.blood_heat_capacity,
                              column.law.local_floor,
                              column.law.local_sensitivity,
                              column.law.onset_time,
                              column.law.recovery_time,
                              column.law.reflex_gain};
  for (const bioheat::Layer& layer : column.layers) {
    const tissue::Properties& p = layer.tissue.properties;
    numbers.insert(numbers.end(),
                   {layer.thickness, p.conductivity, p.density, p.specific_heat, p.perfusion,
                    p.metabolic_heat, layer.tissue.flow_q10, layer.tissue.metabolism_q10});
    if (layer.tissue.frozen) {
      numbers.push_back(layer.tissue.frozen->freezing_temperature);
      numbers.push_back(layer.tissue.frozen->latent_heat);
    }
  }
  for (const Landmark& landmark : named.landmarks) {
    numbers.push_back(landmark.depth);
  }
  return numbers;
}

TEST(DrawnColumns, AreThoseOfTheFactsAtTheMedian) {
  const posterior::Draw median = posterior::draw_of({});
  EXPECT_EQ(numbers_of(paraspinal_column(reference, median)),
            numbers_of(paraspinal_column(reference)));
  EXPECT_EQ(numbers_of(midline_column(reference, median)), numbers_of(midline_column(reference)));
}

TEST(DrawnColumns, ArePhysicalInTenThousandDraws) {
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    const posterior::Draw draw = posterior::draw(9, i);
    person::BodyResiduals residuals;
    residuals.study_fat_factor = posterior::value(draw, facts::id::anatomy::study_fat_factor);
    const Build build = build_of(woman(), residuals, draw);
    for (const NamedColumn& named : {paraspinal_column(build, draw), midline_column(build, draw)}) {
      const auto fit = bioheat::check(named.column);
      ASSERT_TRUE(fit.has_value()) << i << ": " << message(fit.error());
      for (const Landmark& landmark : named.landmarks) {
        ASSERT_LE(landmark.depth, bioheat::depth_of(named.column)) << i << " " << landmark.name;
      }
    }
  }
}

TEST(DrawnColumns, KeepFacetCanalAndDiscInTheirOrder) {
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    const NamedColumn midline = midline_column(reference, posterior::draw(9, i));
    ASSERT_LT(depth_of_landmark(midline, landmark::facet),
              depth_of_landmark(midline, landmark::disc_edge));
    ASSERT_LT(depth_of_landmark(midline, landmark::disc_edge),
              depth_of_landmark(midline, landmark::disc_centre));
  }
}

TEST(DrawnColumns, MoveTheDiscWithTheCanalBeforeIt) {
  posterior::Scores scores{};
  scores[posterior::place_of(posterior::Score::canal_depth)] = 1.0;
  const posterior::Draw wide = posterior::draw_of(scores);
  const double more = posterior::value(wide, facts::id::anatomy::canal_depth) -
                      facts::value(facts::id::anatomy::canal_depth);
  EXPECT_GT(more, 0.001);
  for (const std::string& name : {landmark::disc_edge, landmark::disc_centre}) {
    EXPECT_NEAR(depth_of_landmark(midline_column(reference, wide), name),
                depth_of_landmark(midline_column(reference), name) + more, 1e-12);
  }
}

TEST(BuildOf, IsTheMedianBuildWithoutResidualsAtTheMedianDraw) {
  const Build usual = median_build(woman());
  const Build drawn = build_of(woman(), {});
  EXPECT_EQ(drawn.body_surface, usual.body_surface);
  EXPECT_EQ(drawn.skin, usual.skin);
  EXPECT_EQ(drawn.midline_fat, usual.midline_fat);
  EXPECT_EQ(drawn.paraspinal_fat, usual.paraspinal_fat);
  EXPECT_EQ(drawn.muscle, usual.muscle);
  EXPECT_EQ(drawn.muscle_fat_fraction, usual.muscle_fat_fraction);
}

}  // namespace
}  // namespace coldplan::anatomy
