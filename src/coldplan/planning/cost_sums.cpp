#include "coldplan/planning/cost_sums.h"

#include <algorithm>
#include <cmath>

namespace coldplan::planning {
namespace {

// numerical: a definition, a twelfth of the Gregorian year of 365.2425 days.
constexpr double weeks_per_month = 365.2425 / 12.0 / 7.0;

// numerical: what rounding of sums may add to a whole number of uses.
constexpr double rounding = 1e-9;

template <typename Choose>
Sum sum_of(const Cost& cost, const Choose& is_chosen) {
  Sum sum;
  for (const CostLine& line : cost.lines) {
    if (!is_chosen(line)) {
      continue;
    }
    if (line.dollars) {
      sum.known.low += line.dollars->low;
      sum.known.high += line.dollars->high;
    } else {
      sum.unknown.push_back(line.name);
    }
  }
  return sum;
}

Sum times(double factor, Sum sum) {
  sum.known.low *= factor;
  sum.known.high *= factor;
  return sum;
}

Sum plus(Sum left, const Sum& right) {
  left.known.low += right.known.low;
  left.known.high += right.known.high;
  left.unknown.insert(left.unknown.end(), right.unknown.begin(), right.unknown.end());
  return left;
}

/// What a use adds where a week has so many of them.
Sum per_use_with_rental(const Cost& cost, double uses_per_week) {
  return plus(per_use(cost), times(1.0 / uses_per_week, per_week(cost)));
}

/// The least n >= 0 with first + n c_a <= other + n c_b, by `excess` = F_a - F_b and `saving` =
/// c_b - c_a; none: there is none.
std::optional<double> least_uses(double excess, double saving) {
  if (excess <= 0.0) {
    return 0.0;
  }
  if (saving <= 0.0) {
    return std::nullopt;
  }
  const double uses = excess / saving;
  return std::ceil(uses * (1.0 - rounding));
}

MonthFit month_fit(double budget, Sum spent) {
  MonthFit month{Fit::cannot_be_told, std::move(spent), std::nullopt};
  const Dollars& known = month.spent.known;
  if (known.low > budget) {
    month.fit = Fit::exceeds;
  } else if (known.high <= budget) {
    month.left = budget - known.high;
    month.fit = is_complete(month.spent) ? Fit::fits : Fit::cannot_be_told;
  }
  return month;
}

}  // namespace

bool is_complete(const Sum& sum) {
  return sum.unknown.empty();
}

Sum once(const Cost& cost) {
  return sum_of(cost, [](const CostLine& line) { return line.per == Per::once; });
}

Sum per_use(const Cost& cost) {
  return sum_of(
      cost, [](const CostLine& line) { return line.per == Per::use || line.per == Per::session; });
}

Sum per_week(const Cost& cost) {
  return sum_of(cost, [](const CostLine& line) { return line.per == Per::week; });
}

Sum per_month(const Cost& cost, double uses_per_week) {
  return plus(times(uses_per_week * weeks_per_month, per_use(cost)),
              times(weeks_per_month, per_week(cost)));
}

Sum per_course(const Cost& cost, int sessions, double uses_per_week) {
  const double weeks = std::ceil(sessions / uses_per_week * (1.0 - rounding));
  return plus(plus(once(cost), times(sessions, per_use(cost))), times(weeks, per_week(cost)));
}

BreakEven break_even(const Cost& paid_once, const Cost& paid_by_session, double uses_per_week) {
  const Sum first_once = once(paid_once);
  const Sum first_use = per_use_with_rental(paid_once, uses_per_week);
  const Sum other_once = once(paid_by_session);
  const Sum other_use = per_use_with_rental(paid_by_session, uses_per_week);
  const Sum first = plus(first_once, first_use);
  const Sum other = plus(other_once, other_use);

  BreakEven even;
  even.unknown = plus(first, other).unknown;
  // What is unknown of the first form can only put its day off, of the other only bring it nearer.
  if (is_complete(other)) {
    even.earliest = least_uses(first_once.known.low - other_once.known.high,
                               other_use.known.high - first_use.known.low);
    even.never = !even.earliest.has_value();
  }
  if (is_complete(first)) {
    even.latest = least_uses(first_once.known.high - other_once.known.low,
                             other_use.known.low - first_use.known.high);
  }
  return even;
}

std::optional<BudgetFit> fit_budget(const Cost& cost, const person::Wishes& wishes) {
  if (!wishes.budget_per_month) {
    return std::nullopt;
  }
  const double budget = *wishes.budget_per_month;
  Sum month;
  if (wishes.uses_per_week) {
    month = per_month(cost, *wishes.uses_per_week);
  } else {
    month.unknown.emplace_back("how many uses a week");
  }
  const Sum first = plus(once(cost), month);
  return BudgetFit{budget, month_fit(budget, first), month_fit(budget, month)};
}

}  // namespace coldplan::planning
