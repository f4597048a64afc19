#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// One study's result on one scale: what every model of this room pools.
namespace coldplan::evidence {

struct Effect {
  double estimate = 0.0;
  double variance = 0.0;  ///< of sampling, taken as known
};

/// A study's effect with the name that a reader knows it by.
struct NamedEffect {
  std::string name;
  Effect effect;
};

/// A confidence or prediction interval.
struct Limits {
  double lower = 0.0;
  double upper = 0.0;
};

}  // namespace coldplan::evidence
