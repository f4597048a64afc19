#include "coldplan/evidence/derivation.h"

#include <cmath>
#include <string>

#include <boost/math/distributions/students_t.hpp>

#include "coldplan/evidence/distributions.h"
#include "coldplan/evidence/effect_checks.h"

namespace coldplan::evidence {
namespace {

using Check = Expected<void>;

Check want(bool holds, const char* place, double seen, const char* allowed, const char* mend = "") {
  if (holds) {
    return {};
  }
  return tl::unexpected(refused(place, seen, allowed, mend));
}

Check people(double n, const char* place = "n", double least = 2.0) {
  return want(is_whole(n) && n >= least, place, n,
              least > 1.0 ? "a number of people (2 or more, whole)"
                          : "a number of people (1 or more, whole)");
}

Check positive(double value, const char* place) {
  return want(value > 0.0 && std::isfinite(value), place, value, "a number above 0");
}

Check share(double value, const char* place, const char* mend = "") {
  return want(value > 0.0 && value < 1.0, place, value, "a number between 0 and 1", mend);
}

Check rising(const Limits& ci) {
  const bool finite = std::isfinite(ci.lower) && std::isfinite(ci.upper);
  return want(finite && ci.lower < ci.upper, "ci", ci.upper, "above the lower limit");
}

/// The first check that does not hold.
Check all_of(std::initializer_list<Check> checks) {
  for (const Check& each : checks) {
    if (!each) {
      return each;
    }
  }
  return {};
}

/// The quantile of t that leaves `tail` above itself, exact where 1 - tail no longer is.
double t_above(double tail, double df) {
  return boost::math::quantile(
      boost::math::complement(boost::math::students_t_distribution<>{df}, tail));
}

double half_width(const Limits& ci) {
  return (ci.upper - ci.lower) / 2.0;
}

Derived<Effect> with_standard_error(double estimate, double standard_error, Derivation by) {
  return {{estimate, standard_error * standard_error}, by};
}

double sign_of(Sign sign) {
  return sign == Sign::first_lower ? -1.0 : 1.0;
}

Derived<Effect> smd(double t, double n1, double n2, SmdVariance variance, Derivation by) {
  return {hedges_g(t * std::sqrt(1.0 / n1 + 1.0 / n2), n1, n2, variance), by};
}

}  // namespace

Expected<Derived<double>> sd_from_se(double standard_error, double n) {
  return all_of({positive(standard_error, "se"), people(n)}).map([&] {
    return Derived<double>{standard_error * std::sqrt(n), Derivation::sd_from_se};
  });
}

Expected<Derived<double>> sd_from_mean_ci(const Limits& ci, double n, Quantile quantile,
                                          double level) {
  return all_of({rising(ci), people(n), share(level, "level")}).map([&] {
    const bool is_t = quantile == Quantile::t;
    const double q = critical_value(level, is_t ? std::optional{n - 1.0} : std::nullopt);
    return Derived<double>{
        std::sqrt(n) * half_width(ci) / q,
        is_t ? Derivation::sd_from_mean_ci_t : Derivation::sd_from_mean_ci_normal};
  });
}

Expected<Derived<Effect>> effect_from_ci(double estimate, const Limits& ci,
                                         std::optional<double> df, double level) {
  const Check inside = want(ci.lower <= estimate && estimate <= ci.upper, "estimate", estimate,
                            "inside its interval");
  const Check freedom = want(!df || *df >= 1.0, "df", df.value_or(1.0), "1 or more");
  return all_of({rising(ci), inside, freedom, share(level, "level")}).map([&] {
    const double q = critical_value(level, df);
    return with_standard_error(
        estimate, half_width(ci) / q,
        df ? Derivation::effect_from_ci_t : Derivation::effect_from_ci_normal);
  });
}

Expected<Derived<Effect>> log_ratio_from_ci(double ratio, const Limits& ci, double level) {
  if (const Check fit = all_of({positive(ratio, "ratio"), positive(ci.lower, "ci")}); !fit) {
    return tl::unexpected(fit.error());
  }
  return effect_from_ci(std::log(ratio), {std::log(ci.lower), std::log(ci.upper)}, std::nullopt,
                        level)
      .map([](const Derived<Effect>& log_ratio) {
        return Derived<Effect>{log_ratio.value, Derivation::log_ratio_from_ci};
      });
}

Expected<Derived<Effect>> effect_from_p(double difference, double p, double df) {
  const Check is_other = want(difference != 0.0 && std::isfinite(difference), "difference",
                              difference, "a difference, without which p says nothing of the SE");
  const Check freedom = want(df >= 1.0, "df", df, "1 or more");
  const char* mend = "of \"p < 0.05\" no SE can be computed";
  return all_of({share(p, "p", mend), freedom, is_other}).map([&] {
    return with_standard_error(difference, std::abs(difference) / t_above(p / 2.0, df),
                               Derivation::effect_from_p);
  });
}

Expected<Derived<Effect>> effect_from_t(double difference, double t) {
  return want(difference * t > 0.0 && std::isfinite(difference * t), "t", t,
              "of the difference's sign")
      .map([&] {
        return with_standard_error(difference, difference / t, Derivation::effect_from_t);
      });
}

Expected<Derived<Effect>> smd_from_t(double t, double n1, double n2, SmdVariance variance) {
  const Check finite_t = want(std::isfinite(t), "t", t, "a finite number");
  return all_of({people(n1, "n1i"), people(n2, "n2i"), finite_t}).map([&] {
    return smd(t, n1, n2, variance, Derivation::smd_from_t);
  });
}

Expected<Derived<Effect>> smd_from_F(double F, Sign sign, double n1, double n2,
                                     SmdVariance variance) {
  const Check fit = want(F >= 0.0 && std::isfinite(F), "F", F, "a number of 0 or more");
  return all_of({people(n1, "n1i"), people(n2, "n2i"), fit}).map([&] {
    return smd(sign_of(sign) * std::sqrt(F), n1, n2, variance, Derivation::smd_from_F);
  });
}

Expected<Derived<Effect>> smd_from_p(double p, Sign sign, double n1, double n2,
                                     SmdVariance variance) {
  return all_of({people(n1, "n1i"), people(n2, "n2i"), share(p, "p")}).map([&] {
    return smd(sign_of(sign) * t_above(p / 2.0, n1 + n2 - 2.0), n1, n2, variance,
               Derivation::smd_from_p);
  });
}

Expected<Derived<double>> sd_of_change(double baseline_sd, double final_sd, double correlation) {
  const Check within =
      want(correlation >= -1.0 && correlation <= 1.0, "correlation", correlation, "within -1 to 1");
  const double variance =
      baseline_sd * baseline_sd + final_sd * final_sd - 2.0 * correlation * baseline_sd * final_sd;
  return all_of({positive(baseline_sd, "baseline_sd"), positive(final_sd, "final_sd"), within,
                 want(variance > 0.0, "correlation", correlation,
                      "a correlation under which the change varies")})
      .map([&] {
        return Derived<double>{std::sqrt(variance), Derivation::sd_of_change};
      });
}

Expected<Derived<double>> correlation_from_sds(double baseline_sd, double final_sd,
                                               double change_sd) {
  const double r = (baseline_sd * baseline_sd + final_sd * final_sd - change_sd * change_sd) /
                   (2.0 * baseline_sd * final_sd);
  return all_of({positive(baseline_sd, "baseline_sd"), positive(final_sd, "final_sd"),
                 positive(change_sd, "change_sd"),
                 want(r >= -1.0 && r <= 1.0, "change_sd", change_sd,
                      "between the difference and the sum of the other two SDs")})
      .map([&] {
        return Derived<double>{r, Derivation::correlation_from_sds};
      });
}

Expected<Derived<double>> events_from_percent(double percent, double n, int decimals) {
  const Check printed =
      want(percent >= 0.0 && percent <= 100.0, "percent", percent, "a percentage (0 to 100)");
  const double events = std::round(percent / 100.0 * n);
  // numerical: half a unit of the last printed digit, and the rounding of this division.
  const double reach = 0.5 * std::pow(10.0, -decimals) + 1e-9;
  return all_of({people(n, "n", 1.0), printed,
                 want(std::abs(100.0 * events / n - percent) <= reach, "percent", percent,
                      "what any count of these people rounds to",
                      "look for the number that the percentage is of")})
      .map([&] {
        return Derived<double>{events, Derivation::events_from_percent};
      });
}

Expected<Derived<Arm>> combined(const Arm& one, const Arm& other) {
  if (const auto fit = effect_of(Measure::MD, TwoArms{one, other}); !fit) {
    return tl::unexpected(fit.error());
  }
  const double n = one.n + other.n;
  const double apart = one.mean - other.mean;
  const double squares = (one.n - 1.0) * one.sd * one.sd + (other.n - 1.0) * other.sd * other.sd +
                         one.n * other.n / n * apart * apart;
  return Derived<Arm>{
      {n, (one.n * one.mean + other.n * other.mean) / n, std::sqrt(squares / (n - 1.0))},
      Derivation::combined_arms};
}

}  // namespace coldplan::evidence
