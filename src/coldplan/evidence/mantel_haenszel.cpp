#include "coldplan/evidence/mantel_haenszel.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "coldplan/evidence/distributions.h"

namespace coldplan::evidence {
namespace {

/// A table with its margins as shares of everybody.
struct Margins {
  TwoByTwo cells;
  double n1 = 0.0;
  double n2 = 0.0;
  double all = 0.0;
};

Margins margins_of(const TwoByTwo& t) {
  const double n1 = t.a + t.b;
  const double n2 = t.c + t.d;
  return {t, n1, n2, n1 + n2};
}

/// Of the first cell, the margins given.
double hypergeometric_variance(const Margins& m) {
  return (m.cells.a + m.cells.c) * (m.cells.b + m.cells.d) * (m.n1 / m.all) * (m.n2 / m.all) /
         (m.all - 1.0);
}

template <typename Term>
double sum(std::span<const TwoByTwo> tables, const Term& term) {
  double total = 0.0;
  for (const TwoByTwo& table : tables) {
    total += term(margins_of(table));
  }
  return total;
}

Error without_ratio() {
  return {ErrorCode::conflict, "studies", "",
          "the tables together leave an arm without events or "
          "without anything else, so that there is no ratio",
          "use RD"};
}

Expected<Effect> risk_ratio(std::span<const TwoByTwo> tables) {
  const double R = sum(tables, [](const Margins& m) { return m.cells.a * (m.n2 / m.all); });
  const double S = sum(tables, [](const Margins& m) { return m.cells.c * (m.n1 / m.all); });
  if (!(R > 0.0) || !(S > 0.0)) {
    return tl::unexpected(without_ratio());
  }
  const double D = sum(tables, [](const Margins& m) {
    return m.n1 / m.all * (m.n2 / m.all) * (m.cells.a + m.cells.c) - m.cells.a / m.all * m.cells.c;
  });
  return Effect{std::log(R / S), D / (R * S)};
}

Expected<Effect> odds_ratio(std::span<const TwoByTwo> tables) {
  double R = 0.0;
  double S = 0.0;
  double PR = 0.0;
  double PS_QR = 0.0;
  double QS = 0.0;
  for (const TwoByTwo& t : tables) {
    const double all = margins_of(t).all;
    const double P = (t.a + t.d) / all;
    const double Q = (t.b + t.c) / all;
    const double r = t.a / all * t.d;
    const double s = t.b / all * t.c;
    R += r;
    S += s;
    PR += P * r;
    PS_QR += P * s + Q * r;
    QS += Q * s;
  }
  if (!(R > 0.0) || !(S > 0.0)) {
    return tl::unexpected(without_ratio());
  }
  return Effect{std::log(R / S), PR / (2.0 * R * R) + PS_QR / (2.0 * R * S) + QS / (2.0 * S * S)};
}

Effect risk_difference(std::span<const TwoByTwo> tables) {
  const double weight = sum(tables, [](const Margins& m) { return m.n1 * (m.n2 / m.all); });
  const double estimate = sum(tables,
                              [](const Margins& m) {
                                return m.cells.a * (m.n2 / m.all) - m.cells.c * (m.n1 / m.all);
                              }) /
                          weight;
  const double P = sum(tables, [](const Margins& m) {
    const double share1 = m.n1 / m.all;
    const double share2 = m.n2 / m.all;
    return m.cells.c * share1 * share1 - m.cells.a * share2 * share2 +
           share1 * share2 * (m.n2 - m.n1) / 2.0;
  });
  const double Q =
      sum(tables,
          [](const Margins& m) {
            return m.cells.a * (m.n2 - m.cells.c) / m.all + m.cells.c * (m.n1 - m.cells.a) / m.all;
          }) /
      2.0;
  return {estimate, (estimate * P + Q) / (weight * weight)};
}

Omnibus chi_squared(double statistic, double df) {
  return {statistic, df, std::nullopt, chi_squared_p(statistic, df)};
}

std::optional<Omnibus> association_of(std::span<const TwoByTwo> tables) {
  const double difference = sum(
      tables, [](const Margins& m) { return m.cells.a - m.n1 / m.all * (m.cells.a + m.cells.c); });
  const double variance = sum(tables, hypergeometric_variance);
  if (!(variance > 0.0)) {
    return std::nullopt;
  }
  const double corrected = std::abs(difference) - 0.5;
  return chi_squared(corrected * corrected / variance, 1.0);
}

/// The first cell that has this odds ratio with the table's margins: the smaller root of
/// (psi - 1) x^2 - (psi (n1 + t) + n2 - t) x + psi n1 t = 0, in a form that psi = 1 does not break.
double fitted_cell(const Margins& m, double psi) {
  const double events = m.cells.a + m.cells.c;
  const double A = psi * (m.n1 + events) + (m.n2 - events);
  const double root = std::sqrt(A * A - 4.0 * m.n1 * events * psi * (psi - 1.0));
  return 2.0 * m.n1 * events * psi / (A + root);
}

std::optional<Omnibus> tarone_of(std::span<const TwoByTwo> tables, double psi) {
  double breslow_day = 0.0;
  double difference = 0.0;
  double variance = 0.0;
  double df = -1.0;
  for (const TwoByTwo& t : tables) {
    const Margins m = margins_of(t);
    const double fitted = fitted_cell(m, psi);
    const double events = t.a + t.c;
    if (!(fitted > 0.0) || !(events > 0.0) || !(m.all > events)) {
      continue;
    }
    const double v = 1.0 / (1.0 / fitted + 1.0 / (m.n1 - fitted) + 1.0 / (events - fitted) +
                            1.0 / (m.n2 - events + fitted));
    breslow_day += (t.a - fitted) * (t.a - fitted) / v;
    difference += t.a - fitted;
    variance += v;
    df += 1.0;
  }
  if (df < 1.0) {
    return std::nullopt;
  }
  return chi_squared(std::max(0.0, breslow_day - difference * difference / variance), df);
}

Expected<void> check(std::span<const TwoByTwo> tables) {
  if (tables.empty()) {
    return tl::unexpected(Error{ErrorCode::missing, "studies", "", "", "give one study or more"});
  }
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (const auto fit = effect_of(Measure::RD, tables[i]); !fit) {
      return tl::unexpected(under(fmt::format("studies[{}]", i), fit.error()));
    }
  }
  return {};
}

/// Q of the studies' own effects about the pooled one.
Omnibus heterogeneity_of(std::span<const TwoByTwo> tables, Measure measure, double estimate,
                         const EffectOptions& options) {
  EffectOptions settled_options = options;
  settled_options.to = settled(options.to, tables);
  double Q = 0.0;
  double df = -1.0;
  for (const TwoByTwo& table : tables) {
    if (is_double_zero(table)) {
      continue;
    }
    if (const auto effect = effect_of(measure, table, settled_options)) {
      Q += (effect->estimate - estimate) * (effect->estimate - estimate) / effect->variance;
      df += 1.0;
    }
  }
  return chi_squared(Q, std::max(df, 0.0));
}

/// The weight of each table in the estimate: of its ratio for RR and OR, of its difference for RD,
/// V for Peto's.
std::vector<double> weights_percent(std::span<const TwoByTwo> tables, Measure measure) {
  std::vector<double> weights;
  double total = 0.0;
  for (const TwoByTwo& table : tables) {
    const Margins m = margins_of(table);
    const double weight = measure == Measure::RR   ? m.cells.c * (m.n1 / m.all)
                          : measure == Measure::OR ? m.cells.b * (m.cells.c / m.all)
                          : measure == Measure::RD ? m.n1 * (m.n2 / m.all)
                                                   : hypergeometric_variance(m);
    weights.push_back(weight);
    total += weight;
  }
  for (double& weight : weights) {
    weight *= 100.0 / total;
  }
  return weights;
}

CountFit described(std::span<const TwoByTwo> tables, Measure measure, const Effect& pooled,
                   double level, const EffectOptions& options) {
  CountFit fit;
  fit.measure = measure;
  fit.studies = tables.size();
  fit.estimate = pooled.estimate;
  fit.standard_error = std::sqrt(pooled.variance);
  fit.statistic = fit.estimate / fit.standard_error;
  fit.p_value = two_sided_p(fit.statistic, std::nullopt);
  const double reach = critical_value(level, std::nullopt) * fit.standard_error;
  fit.confidence = {fit.estimate - reach, fit.estimate + reach};
  fit.weights_percent = weights_percent(tables, measure);
  fit.heterogeneity = heterogeneity_of(tables, measure, fit.estimate, options);
  const Omnibus& Q = fit.heterogeneity;
  fit.I2_percent = Q.statistic > Q.df ? 100.0 * (Q.statistic - Q.df) / Q.statistic : 0.0;
  return fit;
}

Expected<Effect> pooled(std::span<const TwoByTwo> tables, Measure measure) {
  switch (measure) {
    case Measure::RR:
      return risk_ratio(tables);
    case Measure::OR:
      return odds_ratio(tables);
    case Measure::RD:
      return risk_difference(tables);
    default:
      throw std::logic_error("Mantel and Haenszel's method knows RR, OR and RD");
  }
}

Error without_variance() {
  return {ErrorCode::conflict, "studies", "",
          "the tables together leave the estimate without a "
          "variance",
          "pool the studies by inverse variance, which adds a half to empty cells"};
}

}  // namespace

Expected<CountFit> mantel_haenszel(std::span<const TwoByTwo> tables, Measure measure, double level,
                                   const EffectOptions& options) {
  if (const auto fit = check(tables); !fit) {
    return tl::unexpected(fit.error());
  }
  const auto effect = pooled(tables, measure);
  if (!effect) {
    return tl::unexpected(effect.error());
  }
  if (!(effect->variance > 0.0)) {
    return tl::unexpected(without_variance());
  }
  CountFit fit = described(tables, measure, *effect, level, options);
  if (measure == Measure::OR) {
    fit.association = association_of(tables);
    fit.tarone = tarone_of(tables, std::exp(fit.estimate));
  }
  return fit;
}

Expected<CountFit> peto(std::span<const TwoByTwo> tables, double level) {
  if (const auto fit = check(tables); !fit) {
    return tl::unexpected(fit.error());
  }
  const double difference = sum(
      tables, [](const Margins& m) { return m.cells.a - (m.cells.a + m.cells.c) * m.n1 / m.all; });
  const double variance = sum(tables, hypergeometric_variance);
  if (!(variance > 0.0)) {
    return tl::unexpected(without_ratio());
  }
  EffectOptions as_they_are;
  as_they_are.to = ZeroCells::none;
  return described(tables, Measure::PETO, {difference / variance, 1.0 / variance}, level,
                   as_they_are);
}

}  // namespace coldplan::evidence
