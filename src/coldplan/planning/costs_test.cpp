#include "coldplan/planning/costs.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/screening/tables.h"

namespace coldplan::planning {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<Cost> costs(const char* variant, const person::Wishes& wishes = {}) {
  const auto found = costs_of(read_price_list(), variant, wishes);
  EXPECT_TRUE(found.has_value()) << variant;
  return found.value_or(std::vector<Cost>{});
}

const CostLine& line_of(const Cost& cost, const char* part) {
  for (const CostLine& line : cost.lines) {
    if (line.part == part) {
      return line;
    }
  }
  throw std::out_of_range(cost.variant + " has no line " + part);
}

void expect_dollars(const CostLine& line, double low, double high) {
  ASSERT_TRUE(line.dollars) << line.part;
  EXPECT_DOUBLE_EQ(line.dollars->low, low);
  EXPECT_DOUBLE_EQ(line.dollars->high, high);
}

TEST(Costs, SpanAllPricesInDollarsThatWereRead) {
  const auto bath = costs("cwi_still");
  ASSERT_THAT(bath, SizeIs(2));
  expect_dollars(line_of(bath[0], "ice"), 3.0, 45.0);
  expect_dollars(line_of(costs("ctm_ice_water_pump")[0], "device"), 252.0, 560.0);
  const auto chamber = costs("wbc_electric_chamber");
  expect_dollars(line_of(chamber[0], "session"), 50.0, 100.0);
  EXPECT_THAT(line_of(chamber[0], "session").prices, SizeIs(4)) << "euros and pounds stay beside";
}

TEST(Costs, AskForWhatHasNoPrice) {
  const auto gel = costs("gel_pack");
  ASSERT_THAT(gel, SizeIs(1));
  const CostLine& line = line_of(gel[0], "device");
  EXPECT_EQ(line.standing, Standing::unknown);
  EXPECT_FALSE(line.dollars);
  EXPECT_FALSE(line.why.empty());
  EXPECT_THAT(open_questions(gel[0]), ElementsAre("What does a gel pack cost?"));
}

TEST(Costs, KeepTheWordsOfAFactThatNothingIsBought) {
  const auto bag = costs("ice_bag");
  ASSERT_THAT(bag, SizeIs(2));
  const CostLine& line = line_of(bag[0], "household_ice");
  EXPECT_EQ(line.standing, Standing::nothing_to_buy);
  EXPECT_EQ(line.why, "household ice");
  expect_dollars(line, 0.0, 0.0);
  EXPECT_THAT(open_questions(bag[0]), IsEmpty());
}

TEST(Costs, CountTravelOnlyForWhatAClinicGives) {
  for (const Cost& cost : costs("cwi_still")) {
    EXPECT_FALSE(cost.at_clinic);
    EXPECT_THROW(static_cast<void>(line_of(cost, "travel")), std::out_of_range);
  }
  const Cost hose = costs("local_ln2_vapour")[0];
  EXPECT_TRUE(hose.at_clinic);
  EXPECT_EQ(line_of(hose, "travel").standing, Standing::unknown) << "no distance is made up";
  EXPECT_THAT(open_questions(hose), SizeIs(1));
}

TEST(Costs, TakeTheWayToAClinicFromTheCase) {
  person::Wishes wishes;
  wishes.travel_per_visit = 7.5;
  const Cost hose = costs("local_ln2_vapour", wishes)[0];
  EXPECT_EQ(line_of(hose, "travel").standing, Standing::given);
  expect_dollars(line_of(hose, "travel"), 7.5, 7.5);
  EXPECT_THAT(open_questions(hose), IsEmpty());
}

TEST(Costs, LetTheCasesPriceTakeThePlaceOfThoseRead) {
  person::Wishes wishes;
  wishes.prices = {{"wbc_electric_chamber", 60.0}, {"topical_menthol", 0.4}, {"cwi_still", 5.0}};
  const Cost chamber = costs("wbc_electric_chamber", wishes)[0];
  EXPECT_EQ(line_of(chamber, "session").standing, Standing::given);
  expect_dollars(line_of(chamber, "session"), 60.0, 60.0);
  const CostLine gel = line_of(costs("topical_menthol", wishes)[0], "gel");
  expect_dollars(gel, 0.4, 0.4);
  EXPECT_EQ(gel.per, Per::use);
  EXPECT_TRUE(gel.why.empty()) << "it is known now";
  const auto bath = costs("cwi_still", wishes);
  expect_dollars(line_of(bath[0], "ice"), 5.0, 5.0);
  expect_dollars(line_of(bath[0], "tub"), 80.0, 200.0);
  expect_dollars(line_of(costs("pbc_ln2_cryosauna", wishes)[0], "session"), 50.0, 100.0);
}

TEST(Costs, SinkWhatIsOwnedAndOnlyThat) {
  person::Wishes wishes;
  wishes.owned = {"ctm_controlled_compression", "cwi_still", "gel_pack"};
  wishes.prices = {{"gel_pack", 15.0}};
  const auto machine = costs("ctm_controlled_compression", wishes);
  EXPECT_EQ(line_of(machine[0], "device").standing, Standing::owned);
  expect_dollars(line_of(machine[0], "device"), 0.0, 0.0);
  expect_dollars(line_of(machine[1], "rental"), 50.0, 50.0);
  EXPECT_EQ(line_of(machine[0], "consumables").standing, Standing::unknown);
  EXPECT_EQ(line_of(costs("gel_pack", wishes)[0], "device").standing, Standing::owned);
  const auto bath = costs("cwi_still", wishes);
  EXPECT_EQ(line_of(bath[0], "tub").standing, Standing::owned);
  expect_dollars(line_of(bath[1], "chiller"), 500.0, 1800.0);
  EXPECT_EQ(line_of(bath[1], "tub_of_chiller").standing, Standing::owned);
  EXPECT_EQ(line_of(costs("ctm_ice_water_pump", wishes)[0], "device").standing, Standing::read);
}

TEST(Costs, LeaveToTheOperatorWhatIsWithinTheSession) {
  const Cost cabin = costs("pbc_ln2_cryosauna")[0];
  ASSERT_THAT(cabin.within_session, SizeIs(1));
  EXPECT_EQ(cabin.within_session[0].part, "nitrogen");
  EXPECT_THROW(static_cast<void>(line_of(cabin, "nitrogen")), std::out_of_range);
}

TEST(Costs, AreKnownOrAskedForOfEveryFormOfScreening) {
  const auto list = read_price_list();
  for (const screening::Variant& variant : screening::variants()) {
    const auto found = costs_of(list, variant.id, {});
    ASSERT_TRUE(found) << variant.id;
    for (const Cost& cost : *found) {
      EXPECT_EQ(cost.family, variant.family);
      EXPECT_FALSE(cost.lines.empty());
      for (const CostLine& line : cost.lines) {
        EXPECT_NE(line.dollars.has_value(), line.standing == Standing::unknown) << line.part;
        EXPECT_FALSE(line.standing == Standing::unknown && line.question.empty()) << line.part;
      }
    }
  }
}

TEST(Costs, RefuseAFormThatIsNotInTheList) {
  const auto found = costs_of(read_price_list(), "cold_tap", {});
  ASSERT_FALSE(found);
  EXPECT_EQ(message(found.error()),
            "variant: cold_tap is not a form of cold in the list of prices");
}

}  // namespace
}  // namespace coldplan::planning
