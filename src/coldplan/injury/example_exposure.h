#pragma once

#include <vector>

#include "coldplan/injury/exposure.h"

namespace coldplan::injury {

/// Frozen peas for 20 min on a thigh as the facts' worked check has them: skin 10.8 °C, a nerve at
/// 22 °C, then warm again; and the same left on for 3 h.
class ExampleExposure {
 public:
  [[nodiscard]] Exposure exposure() const {
    Exposure one;
    one.age = 58.0;
    one.removal = 1200.0;
    one.session = {{time_, skin_}, {time_, nerve_}, {}, {}, {}};
    one.going_on = {{longer_, skin_longer_}, {longer_, nerve_longer_}, {}, {}, {}};
    one.profile = {depth_, coldest_, 1e-4, 2e-3};
    return one;
  }

  /// Skin held at a temperature instead, 10 K/mm warmer below.
  void hold_skin(double temperature) {
    skin_[1] = skin_[2] = skin_longer_[1] = skin_longer_[2] = temperature;
    coldest_ = {temperature, temperature + 10.0, temperature + 20.0};
  }

 private:
  std::vector<double> time_{0.0, 60.0, 1200.0, 2400.0};
  std::vector<double> skin_{33.0, 10.8, 10.8, 30.0};
  std::vector<double> nerve_{34.0, 30.0, 22.0, 30.0};
  std::vector<double> longer_{0.0, 60.0, 10800.0};
  std::vector<double> skin_longer_{33.0, 10.8, 10.8};
  std::vector<double> nerve_longer_{34.0, 30.0, 20.0};
  std::vector<double> depth_{0.0, 1e-3, 2e-3};
  std::vector<double> coldest_{10.8, 13.0, 15.0};
};

}  // namespace coldplan::injury
