#include "coldplan/app/calculator.h"

#include <array>

#include <gtest/gtest.h>

#include "coldplan/facts/ids.h"

namespace coldplan::app {
namespace {

constexpr Allowed a_session{"nitrogen of a session", 0.1, 100.0, "L"};

std::string refusal(const std::string& text) {
  const auto litres = litres_of("--litres", text, a_session);
  return litres ? std::string{"accepted"} : message(litres.error());
}

TEST(Calculator, TakesABareNumberOfAFlagThatCountsLitres) {
  EXPECT_DOUBLE_EQ(litres_of("--litres", "8", a_session).value(), 0.008);
  EXPECT_DOUBLE_EQ(litres_of("--litres", "8L", a_session).value(), 0.008);
  EXPECT_NEAR(litres_of("--litres", "2 gal", a_session).value(), 0.00757, 1e-5);
  EXPECT_DOUBLE_EQ(litres_of("--leak", "1L/h", a_session).value(), 0.001);
}

TEST(Calculator, RefusesLitresOutsideTheRangeOrWithoutSense) {
  EXPECT_EQ(refusal("800"), "--litres: 800 is not nitrogen of a session (0.1 to 100 L)");
  EXPECT_EQ(refusal("nan L"),
            "--litres: \"nan L\" is not a volume such as 200L, 53gal, 30m3 or 1060ft3");
  EXPECT_EQ(refusal("-8L"), "--litres: -8L is not nitrogen of a session (0.1 to 100 L)");
}

TEST(Calculator, GivesNoValueWhereNoneWasFound) {
  const std::array ids{facts::id::applicators::cwi_still_room_conductance,
                       facts::id::applicators::ice_latent_heat};
  const auto basis = basis_json(ids);
  EXPECT_TRUE(basis[0].at("value").is_null());
  EXPECT_EQ(basis[0].at("read_as"), "not found");
  EXPECT_EQ(basis[1].at("value"), 334000.0);
}

}  // namespace
}  // namespace coldplan::app
