#include "coldplan/planning/care_trial.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <stdexcept>

#include <fmt/format.h>

#include "coldplan/person/validation.h"

namespace coldplan::planning {
namespace {

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Whether a form may be tried at all.
bool is_left(const FamilyPlan& family) {
  return family.stance <= Stance::conditional && family.level < screening::Level::not_for_you;
}

std::vector<std::string> left_of(const TrialNumbers& trial, std::span<const FamilyPlan> families) {
  std::vector<std::string> left;
  for (const FamilyPlan& family : families) {
    const bool belongs = std::find(trial.families.begin(), trial.families.end(), family.family) !=
                         trial.families.end();
    if (belongs && is_left(family)) {
      left.push_back(family.family);
    }
  }
  return left;
}

}  // namespace

std::optional<NeededFall> needed_fall(const ResponderRule& rule, std::optional<int> before) {
  if (!before || *before <= 0) {
    return std::nullopt;
  }
  const bool share_alone = *before < rule.share_alone_below;
  const double by_share = rule.share * *before;
  const double fall = share_alone ? by_share : std::max(rule.points, by_share);
  // numerical: rounding of the product must not take a whole number for one that just misses it.
  constexpr double slack = 1e-9;
  return NeededFall{*before, fall, static_cast<int>(std::floor(*before - fall + slack)),
                    share_alone};
}

std::vector<Trial> trials_of(std::span<const FamilyPlan> families, std::string_view today) {
  const CareData& data = care_data();
  std::vector<Trial> trials;
  for (const TrialNumbers& each : data.numbers.trials) {
    std::vector<std::string> left = left_of(each, families);
    if (left.empty()) {
      continue;
    }
    const DecisionPoint& point = data.decision_points.at(each.decision_point);
    const int most = each.occasions.back();
    trials.push_back({each.id, std::move(left), each.weeks, day_after(today, each.weeks),
                      each.occasions.front(), most, most / 2 + 1, point.go, point.otherwise,
                      each.sources, each.read_as});
  }
  return trials;
}

std::optional<std::string> day_after(std::string_view day, double weeks) {
  if (day.empty()) {
    return std::nullopt;
  }
  if (!person::is_date(day)) {
    throw std::invalid_argument(std::string{day} + " is not a day");
  }
  namespace calendar = std::chrono;
  // numerical: where the parts of YYYY-MM-DD begin.
  constexpr std::array<std::size_t, 3> begins{0, 5, 8};
  // numerical: letters of a year.
  constexpr std::size_t year_letters = 4;
  const calendar::year_month_day from{
      calendar::year{number(day.substr(begins[0], year_letters))},
      calendar::month{static_cast<unsigned>(number(day.substr(begins[1], 2)))},
      calendar::day{static_cast<unsigned>(number(day.substr(begins[2], 2)))}};
  // numerical: a definition.
  constexpr double days_of_week = 7.0;
  const calendar::year_month_day to{
      calendar::sys_days{from} +
      calendar::days{static_cast<int>(std::floor(weeks * days_of_week))}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(to.year()),
                     static_cast<unsigned>(to.month()), static_cast<unsigned>(to.day()));
}

}  // namespace coldplan::planning
