#pragma once

#include <cmath>
#include <vector>

#include <rapidcheck.h>

#include "coldplan/evidence/method_names.h"
#include "coldplan/evidence/model.h"

/// Effects for tests.
namespace coldplan::evidence {

inline std::vector<Effect> five_trials() {
  return {{-0.9, 0.3}, {-0.1, 0.05}, {-1.4, 0.1}, {0.2, 0.4}, {-0.7, 0.02}};
}

inline ModelOptions with(Method method, Test test = Test::z) {
  ModelOptions options;
  options.method = method;
  options.test = test;
  return options;
}

inline rc::Gen<double> between(int low, int high, double unit) {
  return rc::gen::map(rc::gen::inRange(low, high), [unit](int steps) { return unit * steps; });
}

/// 2 to 30 studies; variances from 0.0001 to 10, effects alike or far apart.
inline rc::Gen<std::vector<Effect>> any_effects() {
  const auto effect = rc::gen::map(
      rc::gen::pair(between(-400, 400, 0.01), between(-4000, 1000, 0.001)), [](const auto& pair) {
        return Effect{pair.first, std::pow(10.0, pair.second)};
      });
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(2, 31), [effect](std::size_t k) {
    return rc::gen::container<std::vector<Effect>>(k, effect);
  });
}

inline rc::Gen<ModelOptions> any_options() {
  return rc::gen::map(rc::gen::pair(rc::gen::elementOf(all_methods), rc::gen::elementOf(all_tests)),
                      [](const auto& pair) { return with(pair.first, pair.second); });
}

/// The size of what a fit is made of, in units of effects.
inline double scale_of(const Fit& fit) {
  double largest = 1.0 + fit.tau2;
  for (const Coefficient& one : fit.coefficients) {
    largest += one.estimate * one.estimate + one.standard_error * one.standard_error;
  }
  return std::sqrt(largest);
}

}  // namespace coldplan::evidence
