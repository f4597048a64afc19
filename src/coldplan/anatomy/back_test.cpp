#include "coldplan/anatomy/back.h"

#include <gtest/gtest.h>

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

TEST(Build, OrdersFatByItsQuantile) {
  person::Person person;
  person.sex = person::Sex::female;
  person.age = 58.0;
  person.height = 1.65;
  person.weight = 78.0;
  const Build thin = build_at(person, FatQuantile::p05);
  const Build likely = median_build(person);
  const Build fat = build_at(person, FatQuantile::p95);
  EXPECT_LT(thin.paraspinal_fat, likely.paraspinal_fat);
  EXPECT_LT(likely.paraspinal_fat, fat.paraspinal_fat);
  EXPECT_DOUBLE_EQ(thin.muscle, fat.muscle);
}

}  // namespace
}  // namespace coldplan::anatomy
