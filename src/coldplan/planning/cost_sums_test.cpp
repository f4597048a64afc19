#include "coldplan/planning/cost_sums.h"

#include <cmath>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace coldplan::planning {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CostLine known(const char* name, Per per, double low, double high) {
  CostLine line;
  line.name = name;
  line.per = per;
  line.standing = Standing::read;
  line.dollars = Dollars{low, high};
  return line;
}

CostLine missing(const char* name, Per per) {
  CostLine line;
  line.name = name;
  line.per = per;
  return line;
}

Cost cost_of(std::vector<CostLine> lines) {
  Cost cost;
  cost.lines = std::move(lines);
  return cost;
}

void expect_sum(const Sum& sum, double low, double high) {
  EXPECT_NEAR(sum.known.low, low, 1e-9);
  EXPECT_NEAR(sum.known.high, high, 1e-9);
}

const Cost machine = cost_of({known("machine", Per::once, 250, 560), known("ice", Per::use, 1, 3)});
const Cost sessions =
    cost_of({known("session", Per::session, 25, 75), known("way", Per::session, 5, 5)});

TEST(CostSums, AddWhatIsPaidOnceAndWhatAUseAdds) {
  expect_sum(once(machine), 250, 560);
  expect_sum(per_use(machine), 1, 3);
  expect_sum(once(sessions), 0, 0);
  expect_sum(per_use(sessions), 30, 80);
}

TEST(CostSums, TakeAMonthForATwelfthOfAYear) {
  const Sum month = per_month(sessions, 2);
  EXPECT_NEAR(12.0 * month.known.low, 30.0 * 2.0 * 365.2425 / 7.0, 1e-9);
  EXPECT_NEAR(12.0 * month.known.high, 80.0 * 2.0 * 365.2425 / 7.0, 1e-9);
}

TEST(CostSums, CountTenWholeBodySessionsAsTheArticleDoes) {
  const auto cabin = costs_of(read_price_list(), "pbc_ln2_cryosauna", {}).value().at(0);
  const Sum course = per_course(cabin, 10, 2);
  expect_sum(course, 500, 1000);
  EXPECT_THAT(course.unknown, ElementsAre("the way there and back"));
}

TEST(CostSums, RentByWeeksBegun) {
  const Cost rented = cost_of({known("week", Per::week, 50, 50)});
  expect_sum(per_course(rented, 14, 7), 100, 100);
  expect_sum(per_course(rented, 15, 7), 150, 150);
  expect_sum(per_course(rented, 1, 7), 50, 50);
  EXPECT_NEAR(per_month(rented, 7).known.low, 50.0 * 365.2425 / 84.0, 1e-9);
}

TEST(CostSums, NameWhatIsUnknownAndDoNotCountItAsNothing) {
  const Cost gel = cost_of({missing("pack", Per::once), known("towel", Per::once, 4, 4)});
  expect_sum(once(gel), 4, 4);
  EXPECT_THAT(once(gel).unknown, ElementsAre("pack"));
  EXPECT_FALSE(is_complete(once(gel)));
  EXPECT_TRUE(is_complete(per_use(gel)));
  EXPECT_THAT(per_course(gel, 3, 7).unknown, ElementsAre("pack"));
}

TEST(BreakEven, IsWhereTheDeviceHasSavedItsPrice) {
  const Cost device = cost_of({known("machine", Per::once, 250, 250)});
  const Cost session = cost_of({known("session", Per::session, 50, 50)});
  const BreakEven even = break_even(device, session, 7);
  EXPECT_EQ(even.earliest, 5.0);
  EXPECT_EQ(even.latest, 5.0);
  EXPECT_FALSE(even.never);
  EXPECT_THAT(even.unknown, IsEmpty());
}

TEST(BreakEven, SpansTheBestAndTheWorstPrices) {
  const BreakEven even = break_even(machine, sessions, 7);
  EXPECT_EQ(even.earliest, std::ceil(250.0 / (80.0 - 1.0)));
  EXPECT_EQ(even.latest, std::ceil(560.0 / (30.0 - 3.0)));
}

TEST(BreakEven, IsAtOnceForADeviceThatIsOwned) {
  const Cost owned = cost_of({known("machine", Per::once, 0, 0), known("ice", Per::use, 1, 3)});
  const BreakEven even = break_even(owned, sessions, 7);
  EXPECT_EQ(even.earliest, 0.0);
  EXPECT_EQ(even.latest, 0.0);
}

TEST(BreakEven, NeverComesWhereEachUseCostsMore) {
  const BreakEven even = break_even(sessions, cost_of({known("ice", Per::use, 1, 3)}), 7);
  EXPECT_EQ(even.earliest, 0.0) << "nothing is paid once, so that no use is needed";
  const Cost dear = cost_of({known("tub", Per::once, 80, 80), known("ice", Per::use, 9, 9)});
  const BreakEven never = break_even(dear, cost_of({known("ice", Per::use, 1, 3)}), 7);
  EXPECT_TRUE(never.never);
  EXPECT_FALSE(never.earliest || never.latest);
}

TEST(BreakEven, KeepsTheEndThatAnUnknownPriceCannotMove) {
  const Cost far = cost_of({known("session", Per::session, 25, 75), missing("way", Per::session)});
  const BreakEven even = break_even(machine, far, 7);
  EXPECT_FALSE(even.earliest) << "a dear way would pay for the machine at once";
  EXPECT_EQ(even.latest, std::ceil(560.0 / (25.0 - 3.0)));
  EXPECT_FALSE(even.never);
  EXPECT_THAT(even.unknown, ElementsAre("way"));

  const Cost unpriced = cost_of({missing("machine", Per::once)});
  const BreakEven open = break_even(unpriced, sessions, 7);
  EXPECT_EQ(open.earliest, 0.0);
  EXPECT_FALSE(open.latest);
}

TEST(BreakEven, SpreadsRentOverTheUsesOfAWeek) {
  const Cost rented =
      cost_of({known("deposit", Per::once, 20, 20), known("week", Per::week, 70, 70)});
  const Cost session = cost_of({known("session", Per::session, 20, 20)});
  EXPECT_EQ(break_even(rented, session, 7).earliest, 2.0);
  EXPECT_TRUE(break_even(rented, session, 2).never);
}

RC_GTEST_PROP(BreakEven, HoldsForAnyPricesWithinTheirRanges, ()) {
  const auto cents = [](int most) {
    return static_cast<double>(*rc::gen::inRange(0, 100 * most)) / 100.0;
  };
  struct Drawn {
    Cost cost;
    double once = 0.0;
    double use = 0.0;
  };
  const auto draw = [&] {
    const double once = cents(600);
    const double use = cents(60);
    return Drawn{cost_of({known("once", Per::once, once * 0.5, once * 1.5),
                          known("use", Per::use, use * 0.75, use * 2)}),
                 once, use};
  };
  const Drawn first = draw();
  const Drawn other = draw();
  const BreakEven even = break_even(first.cost, other.cost, 7);
  const auto pays = [&](double uses) {
    return first.once + uses * first.use <= other.once + uses * other.use + 1e-6;
  };
  if (even.never) {
    RC_ASSERT(!even.latest);
    for (const double uses : {0.0, 1.0, 10.0, 1e4}) {
      RC_ASSERT(first.once + uses * first.use > other.once + uses * other.use - 1e-6);
    }
    return;
  }
  RC_ASSERT(even.earliest.has_value());
  if (*even.earliest > 0.0) {
    const double before = *even.earliest - 1.0;
    RC_ASSERT(first.once + before * first.use > other.once + before * other.use - 1e-6);
  }
  if (even.latest) {
    RC_ASSERT(*even.earliest <= *even.latest);
    RC_ASSERT(pays(*even.latest));
  }
}

person::Wishes wishes_of(double budget, std::optional<double> uses_per_week) {
  person::Wishes wishes;
  wishes.budget_per_month = budget;
  wishes.uses_per_week = uses_per_week;
  return wishes;
}

TEST(Budget, IsNotJudgedWhereThereIsNone) {
  EXPECT_FALSE(fit_budget(machine, {}).has_value());
}

TEST(Budget, TellsTheFirstMonthFromTheLaterOnes) {
  const auto fit = fit_budget(machine, wishes_of(150, 7)).value();
  EXPECT_EQ(fit.first_month.fit, Fit::exceeds);
  EXPECT_NEAR(fit.first_month.spent.known.low, 250.0 + 7.0 * 365.2425 / 84.0, 1e-9);
  EXPECT_EQ(fit.later_months.fit, Fit::fits);
  EXPECT_NEAR(fit.later_months.left.value(), 150.0 - 3.0 * 7.0 * 365.2425 / 84.0, 1e-9);
}

TEST(Budget, CannotBeToldWhereItLiesWithinThePrices) {
  const auto fit = fit_budget(sessions, wishes_of(200, 1)).value();
  EXPECT_EQ(fit.later_months.fit, Fit::cannot_be_told);
  EXPECT_FALSE(fit.later_months.left);
}

TEST(Budget, SaysWhatAnUnknownPriceMayCostForItToFit) {
  const Cost gel = cost_of({missing("pack", Per::once), known("towel", Per::once, 4, 4)});
  const auto fit = fit_budget(gel, wishes_of(20, 7)).value();
  EXPECT_EQ(fit.first_month.fit, Fit::cannot_be_told);
  EXPECT_EQ(fit.first_month.left, 16.0);
  EXPECT_EQ(fit.later_months.fit, Fit::fits);
}

TEST(Budget, IsExceededByTheKnownPartsAlone) {
  const Cost far = cost_of({known("session", Per::session, 25, 75), missing("way", Per::session)});
  EXPECT_EQ(fit_budget(far, wishes_of(100, 3)).value().later_months.fit, Fit::exceeds);
}

TEST(Budget, AsksHowOftenWhereTheCaseDoesNotSay) {
  const auto fit = fit_budget(machine, wishes_of(2000, std::nullopt)).value();
  EXPECT_EQ(fit.first_month.fit, Fit::cannot_be_told);
  EXPECT_THAT(fit.later_months.spent.unknown, ElementsAre("how many uses a week"));
  EXPECT_EQ(fit_budget(machine, wishes_of(200, std::nullopt)).value().first_month.fit,
            Fit::exceeds);
}

}  // namespace
}  // namespace coldplan::planning
