#include "coldplan/planning/price_list.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/screening/tables.h"

namespace coldplan::planning {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

PricePart part_of(const char* variant, const char* id) {
  const auto list = read_price_list();
  const PricedForm* form = priced_form(list, variant);
  EXPECT_NE(form, nullptr) << variant;
  for (const PricePart& part : form->parts) {
    if (part.id == id) {
      return part;
    }
  }
  ADD_FAILURE() << variant << " has no part " << id;
  return {};
}

/// Calls `look(form, part)` for each.
template <typename Look>
void for_each_part(const Look& look) {
  for (const PricedForm& form : read_price_list()) {
    for (const PricePart& part : form.parts) {
      look(form, part);
    }
  }
}

TEST(PriceList, HasEachFormThatIsScreenedOnce) {
  std::multiset<std::string> listed;
  for (const PricedForm& form : read_price_list()) {
    listed.insert(form.variant);
  }
  std::multiset<std::string> screened;
  for (const screening::Variant& variant : screening::variants()) {
    screened.emplace(variant.id);
  }
  EXPECT_EQ(listed, screened);
}

TEST(PriceList, KeepsTheArticlesPricesAsTheyWerePrinted) {
  const PricePart whole_body = part_of("pbc_ln2_cryosauna", "session");
  ASSERT_THAT(whole_body.prices, SizeIs(1));
  EXPECT_EQ(whole_body.prices[0].low, 50.0);
  EXPECT_EQ(whole_body.prices[0].high, 100.0);
  const PricePart local = part_of("local_ln2_vapour", "session");
  EXPECT_EQ(local.prices[0].low, 25.0);
  EXPECT_EQ(local.prices[0].high, 75.0);
  EXPECT_THAT(local.prices[0].source, HasSubstr("the popular article"));
}

TEST(PriceList, ConvertsNoCurrencyAndSumsDollarsAlone) {
  const PricePart session = part_of("wbc_electric_chamber", "session");
  ASSERT_THAT(session.prices, SizeIs(4));
  EXPECT_EQ(session.prices[2].currency, "GBP");
  EXPECT_EQ(session.prices[2].low, 55.0);
  EXPECT_FALSE(session.prices[2].high);
  EXPECT_EQ(session.prices[3].currency, "EUR");
  EXPECT_EQ(session.prices[3].low, 20.0);
  EXPECT_TRUE(is_summed(session.prices[0]) && is_summed(session.prices[1]));
  EXPECT_FALSE(is_summed(session.prices[2]) || is_summed(session.prices[3]));
}

TEST(PriceList, TellsAHospitalsBillBesideAndDoesNotSumIt) {
  const PricePart device = part_of("ctm_ice_water_pump", "device");
  ASSERT_THAT(device.prices, SizeIs(3));
  EXPECT_TRUE(is_summed(device.prices[0]) && is_summed(device.prices[1]));
  EXPECT_FALSE(is_summed(device.prices[2]));
  EXPECT_FALSE(device.prices[2].beside.empty());
}

TEST(PriceList, SumsDollarsWithBothEndsThatNothingSetsBeside) {
  Price price;
  price.currency = "USD";
  price.high = 2.0;
  EXPECT_TRUE(is_summed(price));
  Price beside = price;
  beside.beside = "a bill";
  EXPECT_FALSE(is_summed(beside));
  Price pounds = price;
  pounds.currency = "GBP";
  EXPECT_FALSE(is_summed(pounds));
  price.high.reset();
  EXPECT_FALSE(is_summed(price));
}

TEST(PriceList, NeverHasAnUnknownPriceAsZero) {
  int unknown = 0;
  for_each_part([&](const PricedForm& form, const PricePart& part) {
    const bool has_price = std::any_of(part.prices.begin(), part.prices.end(), is_summed);
    EXPECT_EQ(has_price + !part.nothing_to_buy.empty() + !part.why.empty(), 1)
        << form.variant << ": " << part.id << " is either priced, or free in the words of a fact, "
        << "or unknown for a reason";
    if (!part.why.empty()) {
      ++unknown;
      EXPECT_NE(part.question.empty(), !part.paid_by_operator) << form.variant << ": " << part.id;
    }
  });
  EXPECT_GE(unknown, 15);
}

TEST(PriceList, GivesAYearOnlyWhereTheSourceHasIt) {
  int dated = 0;
  for_each_part([&](const PricedForm& form, const PricePart& part) {
    for (const Price& price : part.prices) {
      EXPECT_LE(price.low, price.high.value_or(price.low)) << form.variant;
      if (price.year) {
        ++dated;
        EXPECT_THAT(price.source, HasSubstr(std::to_string(*price.year)));
      }
    }
  });
  EXPECT_EQ(dated, 2);
}

TEST(PriceList, LetsACaseGiveNoMoreThanOnePriceInEachWay) {
  for (const PricedForm& form : read_price_list()) {
    for (const Way& way : form.ways) {
      const auto given =
          std::count_if(form.parts.begin(), form.parts.end(), [&](const PricePart& part) {
            const bool is_needed =
                part.ways.empty() ||
                std::find(part.ways.begin(), part.ways.end(), way.id) != part.ways.end();
            return part.is_case_price && is_needed;
          });
      EXPECT_LE(given, 1) << form.variant;
    }
  }
}

TEST(PriceList, NamesOnlyWaysThatTheFormHas) {
  for_each_part([&](const PricedForm& form, const PricePart& part) {
    for (const std::string& id : part.ways) {
      EXPECT_TRUE(std::any_of(form.ways.begin(), form.ways.end(),
                              [&](const Way& way) { return way.id == id; }))
          << form.variant << ": " << id;
    }
  });
}

TEST(PriceList, DerivesBoughtIceFromThePriceOfABag) {
  constexpr double kilograms_per_pound = 0.45359237;
  // $2 to $3 for 10 to 15 lb.
  constexpr double least = 2.0 / (15.0 * kilograms_per_pound);
  constexpr double most = 3.0 / (10.0 * kilograms_per_pound);
  const Price bag = part_of("ice_bag", "bought_ice").prices.at(0);
  EXPECT_NEAR(bag.low, 0.8 * least, 0.005);
  EXPECT_NEAR(bag.high.value(), 0.8 * most, 0.005);
  const Price filling = part_of("ctm_ice_water_pump", "ice").prices.at(0);
  EXPECT_NEAR(filling.low, 2.0 * least, 0.005);
  EXPECT_NEAR(filling.high.value(), 5.0 * most, 0.005);
  EXPECT_EQ(bag.read_as, "derived");
}

TEST(PriceList, KeepsTheWordsOfWhatIsNotBought) {
  EXPECT_EQ(part_of("ice_bag", "household_ice").nothing_to_buy, "household ice");
  EXPECT_EQ(part_of("ice_massage", "device").nothing_to_buy, "device: none");
  EXPECT_EQ(part_of("wet_compress", "device").nothing_to_buy, "") << "no fact says so of it";
}

TEST(PriceList, PricesStirredWaterAsStill) {
  const auto list = read_price_list();
  const PricedForm* stirred = priced_form(list, "cwi_stirred");
  ASSERT_NE(stirred, nullptr);
  EXPECT_EQ(stirred->words, "as for still water");
  EXPECT_EQ(stirred->parts.size(), priced_form(list, "cwi_still")->parts.size());
}

TEST(PriceList, KnowsNoFormThatIsNotInIt) {
  EXPECT_EQ(priced_form(read_price_list(), "cold_tap"), nullptr);
}

}  // namespace
}  // namespace coldplan::planning
