#include "coldplan/evidence/distributions.h"

#include <cmath>

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace coldplan::evidence {
namespace {

// Boost would compute doubles in extended precision, which a browser lacks and which costs most of
// a fit.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using Normal = boost::math::normal_distribution<double, InDouble>;
using StudentT = boost::math::students_t_distribution<double, InDouble>;
using ChiSquared = boost::math::chi_squared_distribution<double, InDouble>;
using FisherF = boost::math::fisher_f_distribution<double, InDouble>;

}  // namespace

double two_sided_p(double statistic, std::optional<double> df) {
  if (std::isnan(statistic)) {
    return statistic;
  }
  const double distance = std::abs(statistic);
  if (std::isinf(distance)) {
    return 0.0;
  }
  return df ? 2.0 * cdf(complement(StudentT(*df), distance))
            : 2.0 * cdf(complement(Normal(), distance));
}

double critical_value(double level, std::optional<double> df) {
  const double tail = (1.0 - level) / 2.0;
  return df ? quantile(complement(StudentT(*df), tail)) : quantile(complement(Normal(), tail));
}

Limits normal_interval(const Effect& effect, double level) {
  const double reach = critical_value(level, std::nullopt) * std::sqrt(effect.variance);
  return {effect.estimate - reach, effect.estimate + reach};
}

double chi_squared_p(double statistic, double df) {
  if (df <= 0.0) {
    return 1.0;
  }
  return std::isinf(statistic) ? 0.0 : cdf(complement(ChiSquared(df), statistic));
}

double chi_squared_quantile(double upper_tail, double df) {
  return quantile(complement(ChiSquared(df), upper_tail));
}

double f_p(double statistic, double df, double denominator_df) {
  return std::isinf(statistic) ? 0.0 : cdf(complement(FisherF(df, denominator_df), statistic));
}

}  // namespace coldplan::evidence
