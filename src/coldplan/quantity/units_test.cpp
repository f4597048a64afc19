#include "coldplan/quantity/units.h"

#include <gtest/gtest.h>

namespace coldplan::quantity {
namespace {

TEST(Units, ConvertsFixedPointsExactly) {
  EXPECT_DOUBLE_EQ(celsius_from_fahrenheit(32.0), 0.0);
  EXPECT_DOUBLE_EQ(fahrenheit_from_celsius(37.0), 98.6);
  EXPECT_DOUBLE_EQ(kilograms_from_pounds(1.0), 0.45359237);
  EXPECT_DOUBLE_EQ(metres_from_inches(1.0), 0.0254);
  EXPECT_DOUBLE_EQ(pascals_from_mmhg(760.0), 13595.1 * 9.80665 * 0.760);
}

TEST(Units, GoesThereAndBack) {
  for (const double value : {-196.0, -18.0, 0.0, 37.0, 250.0}) {
    EXPECT_NEAR(celsius_from_fahrenheit(fahrenheit_from_celsius(value)), value, 1e-12);
    EXPECT_NEAR(kilograms_from_pounds(pounds_from_kilograms(value)), value, 1e-12);
    EXPECT_NEAR(metres_from_inches(inches_from_metres(value)), value, 1e-12);
  }
}

TEST(Units, ReadsLengthsAsPeopleWriteThem) {
  EXPECT_DOUBLE_EQ(parse_length("165cm").value(), 1.65);
  EXPECT_DOUBLE_EQ(parse_length("1.65 m").value(), 1.65);
  EXPECT_DOUBLE_EQ(parse_length("65in").value(), 1.651);
  EXPECT_DOUBLE_EQ(parse_length("5ft5in").value(), 1.651);
  EXPECT_DOUBLE_EQ(parse_length("5'5\"").value(), 1.651);
  EXPECT_DOUBLE_EQ(parse_length("6 ft").value(), 1.8288);
  EXPECT_DOUBLE_EQ(parse_length("34mm").value(), 0.034);
}

TEST(Units, RefusesALengthWithoutAUnitOrWithNonsense) {
  for (const auto* text : {"165", "", "cm", "5ft13in", "1.65x", "5ft5cm", "nan cm", "inf m"}) {
    EXPECT_FALSE(parse_length(text).has_value()) << text;
  }
}

TEST(Units, ReadsMassesAndTemperatures) {
  EXPECT_DOUBLE_EQ(parse_mass("78kg").value(), 78.0);
  EXPECT_NEAR(parse_mass("172 lb").value(), 78.01789, 1e-5);
  EXPECT_FALSE(parse_mass("78").has_value());
  EXPECT_DOUBLE_EQ(parse_temperature("-18C").value(), -18.0);
  EXPECT_DOUBLE_EQ(parse_temperature("32 °F").value(), 0.0);
  EXPECT_FALSE(parse_temperature("32K").has_value());
}

TEST(Units, PrintsInTheReadersUnits) {
  EXPECT_EQ(print_temperature(10.0, UnitSystem::metric), "10.0 °C");
  EXPECT_EQ(print_temperature(10.0, UnitSystem::us), "50.0 °F");
  EXPECT_EQ(print_thickness(0.0254, UnitSystem::us), "1.0 in");
  EXPECT_EQ(print_thickness(0.0254, UnitSystem::metric), "25 mm");
}

TEST(Units, ReadAnAreaInCentimetresOrInches) {
  EXPECT_DOUBLE_EQ(parse_area("200cm2").value(), 0.02);
  EXPECT_NEAR(parse_area("31 in2").value(), 0.02, 1e-5);
  EXPECT_EQ(message(parse_area("200").error()), "\"200\" is not an area such as 200cm2 or 31in2");
}

TEST(Units, ReadVolumesOfBathsAndRooms) {
  EXPECT_DOUBLE_EQ(parse_volume("200L").value(), 0.2);
  EXPECT_DOUBLE_EQ(parse_volume("200 litres").value(), 0.2);
  EXPECT_NEAR(parse_volume("1 gal").value(), 3.785411784e-3, 1e-15);
  EXPECT_DOUBLE_EQ(parse_volume("30m3").value(), 30.0);
  EXPECT_NEAR(parse_volume("1 ft3").value(), 0.028316846592, 1e-15);
  EXPECT_EQ(message(parse_volume("200").error()),
            "\"200\" is not a volume such as 200L, 53gal, 30m3 or 1060ft3");
  for (const auto* text : {"", "L", "200 pints", "nan L", "30m2"}) {
    EXPECT_FALSE(parse_volume(text).has_value()) << text;
  }
}

TEST(Units, GoThereAndBackBetweenGallonsAndCubicMetres) {
  for (const double value : {0.0, 1.0, 53.0}) {
    EXPECT_NEAR(gallons_from_cubic_metres(cubic_metres_from_gallons(value)), value, 1e-12);
  }
  EXPECT_NEAR(cubic_feet_from_cubic_metres(1.0), 35.3146667, 1e-6);
}

TEST(Units, PrintMassesAndVolumesWithNoMoreDigitsThanAreKnown) {
  EXPECT_EQ(print_mass(22.29, UnitSystem::metric), "22.3 kg");
  EXPECT_EQ(print_mass(22.29, UnitSystem::us), "49.1 lb");
  EXPECT_EQ(print_liquid(0.2, UnitSystem::metric), "200 L");
  EXPECT_EQ(print_liquid(0.2, UnitSystem::us), "52.8 gal");
  EXPECT_EQ(print_liquid(0.09996, UnitSystem::metric), "100 L");
  EXPECT_EQ(print_space(30.0, UnitSystem::metric), "30.0 m³");
  EXPECT_EQ(print_space(30.0, UnitSystem::us), "1059 ft³");
}

}  // namespace
}  // namespace coldplan::quantity
