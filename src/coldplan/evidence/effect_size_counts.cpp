#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "coldplan/evidence/effect_checks.h"
#include "coldplan/evidence/effect_size.h"

namespace coldplan::evidence {
namespace {

Expected<void> check_count(double count, const char* place) {
  if (!is_whole(count) || count < 0.0) {
    return tl::unexpected(refused(place, count, "a count (0 or more, whole)"));
  }
  return {};
}

Expected<void> check(const TwoByTwo& table) {
  for (const auto& [count, place] : {std::pair{table.a, "ai"}, std::pair{table.b, "bi"},
                                     std::pair{table.c, "ci"}, std::pair{table.d, "di"}}) {
    if (auto fit = check_count(count, place); !fit) {
      return fit;
    }
  }
  const bool first = table.a + table.b < 1.0;
  if (first || table.c + table.d < 1.0) {
    return tl::unexpected(Error{ErrorCode::out_of_range, first ? "ai" : "ci", "",
                                "an arm of nobody has no risk", "leave the study out"});
  }
  return {};
}

Effect log_risk_ratio(const TwoByTwo& t) {
  const double n1 = t.a + t.b;
  const double n2 = t.c + t.d;
  return {std::log((t.a / n1) / (t.c / n2)), 1.0 / t.a - 1.0 / n1 + 1.0 / t.c - 1.0 / n2};
}

Effect log_odds_ratio(const TwoByTwo& t) {
  return {std::log((t.a / t.b) / (t.c / t.d)), 1.0 / t.a + 1.0 / t.b + 1.0 / t.c + 1.0 / t.d};
}

Effect risk_difference(const TwoByTwo& t) {
  const double n1 = t.a + t.b;
  const double n2 = t.c + t.d;
  return {t.a / n1 - t.c / n2, t.a / n1 * (t.b / n1) / n1 + t.c / n2 * (t.d / n2) / n2};
}

/// (O - E) / V with the hypergeometric E and V of the first cell; Yusuf 1985, appendix.
Effect peto_log_odds_ratio(const TwoByTwo& t) {
  const double n1 = t.a + t.b;
  const double n2 = t.c + t.d;
  const double all = n1 + n2;
  const double events = t.a + t.c;
  const double expected = events * n1 / all;
  const double variance = events * (t.b + t.d) * (n1 / all) * (n2 / all) / (all - 1.0);
  return {(t.a - expected) / variance, 1.0 / variance};
}

Effect computed(Measure measure, const TwoByTwo& table) {
  switch (measure) {
    case Measure::RR:
      return log_risk_ratio(table);
    case Measure::OR:
      return log_odds_ratio(table);
    case Measure::RD:
      return risk_difference(table);
    case Measure::PETO:
      return peto_log_odds_ratio(table);
    default:
      throw std::logic_error("not a measure of a table of counts");
  }
}

Effect computed(Measure measure, double x, double n) {
  const double p = x / n;
  switch (measure) {
    case Measure::PR:
      return {p, p * (1.0 - p) / n};
    case Measure::PLO:
      return {std::log(x / (n - x)), 1.0 / x + 1.0 / (n - x)};
    case Measure::PAS:
      return {std::asin(std::sqrt(p)), 1.0 / (4.0 * n)};
    case Measure::PFT:
      return {
          (std::asin(std::sqrt(x / (n + 1.0))) + std::asin(std::sqrt((x + 1.0) / (n + 1.0)))) / 2.0,
          1.0 / (4.0 * n + 2.0)};
    default:
      throw std::logic_error("not a measure of a proportion");
  }
}

Expected<void> check(const Proportion& proportion) {
  if (auto fit = check_count(proportion.events, "xi"); !fit) {
    return fit;
  }
  if (!is_whole(proportion.n) || proportion.n < 1.0) {
    return tl::unexpected(refused("ni", proportion.n, "a number of people (1 or more, whole)"));
  }
  if (proportion.events > proportion.n) {
    return tl::unexpected(refused("xi", proportion.events, "a count of at most all people (ni)"));
  }
  return {};
}

constexpr const char* zero_mend = "an empty cell wants a half added to each (only0)";

}  // namespace

bool has_zero_cell(const TwoByTwo& table) {
  return table.a == 0.0 || table.b == 0.0 || table.c == 0.0 || table.d == 0.0;
}

bool is_double_zero(const TwoByTwo& table) {
  return (table.a == 0.0 && table.c == 0.0) || (table.b == 0.0 && table.d == 0.0);
}

ZeroCells settled(ZeroCells to, std::span<const TwoByTwo> tables) {
  if (to != ZeroCells::if0all) {
    return to;
  }
  return std::any_of(tables.begin(), tables.end(), has_zero_cell) ? ZeroCells::all
                                                                  : ZeroCells::none;
}

TwoByTwo adjusted(TwoByTwo table, double add, ZeroCells to) {
  if (to == ZeroCells::none || (to != ZeroCells::all && !has_zero_cell(table))) {
    return table;
  }
  return {table.a + add, table.b + add, table.c + add, table.d + add};
}

Expected<Effect> effect_of(Measure measure, const TwoByTwo& table, const EffectOptions& options) {
  if (const auto fit = check(table); !fit) {
    return tl::unexpected(fit.error());
  }
  return finite(computed(measure, adjusted(table, options.add, options.to)), "ai", zero_mend);
}

Expected<Effect> effect_of(Measure measure, const Proportion& proportion,
                           const EffectOptions& options) {
  if (const auto fit = check(proportion); !fit) {
    return tl::unexpected(fit.error());
  }
  const bool stabilised = measure == Measure::PAS || measure == Measure::PFT;
  const bool extreme = proportion.events == 0.0 || proportion.events == proportion.n;
  const bool adds =
      !stabilised && options.to != ZeroCells::none && (options.to == ZeroCells::all || extreme);
  const double add = adds ? options.add : 0.0;
  return finite(computed(measure, proportion.events + add, proportion.n + 2.0 * add), "xi",
                zero_mend);
}

}  // namespace coldplan::evidence
