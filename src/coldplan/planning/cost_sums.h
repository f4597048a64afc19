#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coldplan/person/case_file.h"
#include "coldplan/planning/costs.h"

/// Sums over the lines of a cost: per use, per month, per course; when a device pays for itself;
/// whether it fits a budget. All in US dollars.
///
/// A sum is the part that is known, from the lows to the highs of its lines, and the names of what
/// is not. Since no price is negative, `known.low` is the least that it can cost; `known.high` is
/// the most only where nothing is unknown.
namespace coldplan::planning {

struct Sum {
  Dollars known;
  std::vector<std::string> unknown;  ///< names of lines without a price, or of what else is missing
};

/// Whether nothing is missing from it.
[[nodiscard]] bool is_complete(const Sum& sum);

/// What is paid once: a device bought, the first period of a rental. 0 where all of it is owned.
[[nodiscard]] Sum once(const Cost& cost);

/// What each use or session adds, the way to the clinic with it. Rental is not in it.
[[nodiscard]] Sum per_use(const Cost& cost);

/// What each week of a rental adds.
[[nodiscard]] Sum per_week(const Cost& cost);

/// What a month costs beyond what is paid once, for a number of uses a week above 0. A month is a
/// twelfth of the Gregorian year, 4.35 weeks.
[[nodiscard]] Sum per_month(const Cost& cost, double uses_per_week);

/// What a course of so many sessions costs in all, what is paid once included. Rental counts for
/// every week begun, sessions / uses_per_week rounded up, the first ones too: how long a first
/// rental period lasts was not found, so that its own price comes on top.
[[nodiscard]] Sum per_course(const Cost& cost, int sessions, double uses_per_week);

/// The number of uses from which one form has cost no more than another:
/// the least n with F_a + n c_a <= F_b + n c_b, F paid once, c paid a use.
struct BreakEven {
  /// No fewer uses than this, at the prices most in favour of the first form. None: it never pays,
  /// or the second form has unknown prices, so that it might pay at once.
  std::optional<double> earliest;
  /// No more than this, at the prices least in its favour. None: it may never pay, or the first
  /// form has unknown prices.
  std::optional<double> latest;
  bool never = false;                ///< at no prices within those known
  std::vector<std::string> unknown;  ///< names of what is missing of either form
};

/// When a form that is paid once pays for itself against one that is paid by the session. Weeks of
/// a rental are spread over the uses of a week.
[[nodiscard]] BreakEven break_even(const Cost& paid_once, const Cost& paid_by_session,
                                   double uses_per_week);

enum class Fit { fits, exceeds, cannot_be_told };

/// One month against a budget.
struct MonthFit {
  Fit fit = Fit::cannot_be_told;
  Sum spent;
  /// What the unknown parts may cost for it still to fit [$]; none where the known ones may exceed
  /// the budget by themselves.
  std::optional<double> left;
};

struct BudgetFit {
  double budget = 0.0;    ///< US dollars a month
  MonthFit first_month;   ///< with what is paid once
  MonthFit later_months;  ///< without
};

/// Whether a form fits the monthly budget of a case; none where the case has no budget. It fits
/// where its highest known cost does and nothing is unknown, and exceeds where its lowest does.
/// Without `uses_per_week` it cannot be told, but for what is paid once.
[[nodiscard]] std::optional<BudgetFit> fit_budget(const Cost& cost, const person::Wishes& wishes);

}  // namespace coldplan::planning
