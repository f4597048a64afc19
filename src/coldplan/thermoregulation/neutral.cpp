#include "coldplan/thermoregulation/neutral.h"

#include <algorithm>
#include <cmath>

#include "coldplan/facts/ids.h"
#include "coldplan/thermoregulation/body_batch.h"

namespace coldplan::thermoregulation {
namespace {

// numerical: Newton's iterations, the differences of its Jacobian in kelvin and in the logarithm of
// the factor, and its largest steps of either.
constexpr int iterations = 8;
// numerical: as above.
constexpr double air_difference = 0.5;
// numerical: as above.
constexpr double flow_difference = 0.05;
// numerical: as above.
constexpr double largest_air_step = 4.0;
// numerical: as above.
constexpr double largest_flow_step = 1.0;
// numerical: residuals at which a state of rest is found [K], [W].
constexpr double skin_tolerance = 1e-3;
// numerical: as above.
constexpr double heat_tolerance = 0.02;

/// By how much each lane misses its two conditions.
struct Residuals {
  std::vector<double> skin;  ///< mean skin over its target [K]
  std::vector<double> heat;  ///< into the central blood [W]
};

/// The two unknowns of each lane.
struct Unknowns {
  std::vector<double> air;
  std::vector<double> log_flow;
  std::vector<char> is_least;  ///< whether the factor stays at its least
};

template <typename Real>
class Search {
 public:
  Search(BodyState<Real>& state, const BodyKernel<Real>& kernel)
      : state_(state),
        kernel_(kernel),
        applied_(state.lanes, 0.0),
        observed_(observed_count * state.lanes) {}

  /// Rests all lanes there.
  Residuals at(const Unknowns& x) {
    for (std::size_t lane = 0; lane < state_.lanes; ++lane) {
      set_surroundings(state_, lane, still_room(x.air[lane]));
      scale_outer_flow(state_, lane, std::exp(x.log_flow[lane] - applied_[lane]));
    }
    applied_ = x.log_flow;
    kernel_.rest(state_);
    kernel_.observe(state_, observed_);
    Residuals r;
    const double target =
        facts::value(facts::id::thermoregulation::two_node_neutral_temperature_skin);
    for (std::size_t lane = 0; lane < state_.lanes; ++lane) {
      r.skin.push_back(observed(Observed::mean_skin, lane) - target);
      r.heat.push_back(static_cast<double>(state_.body.loss[lane]));
    }
    return r;
  }

  [[nodiscard]] double observed(Observed what, std::size_t lane) const {
    return static_cast<double>(observed_[static_cast<std::size_t>(what) * state_.lanes + lane]);
  }
  [[nodiscard]] double surface(std::size_t place, std::size_t lane) const {
    const auto first = static_cast<std::size_t>(Observed::first_surface);
    return static_cast<double>(observed_[(first + place) * state_.lanes + lane]);
  }

 private:
  BodyState<Real>& state_;
  const BodyKernel<Real>& kernel_;
  std::vector<double> applied_;
  std::vector<Real> observed_;
};

/// A step of Newton's method for one lane: residuals there, and a difference away in either
/// unknown.
void take_step(Unknowns& x, std::size_t lane, const Residuals& here, const Residuals& warmer,
               const Residuals& redder) {
  const double least_log_flow =
      std::log(facts::value(facts::id::thermoregulation::outer_flow_least));
  const double skin_air = (warmer.skin[lane] - here.skin[lane]) / air_difference;
  const double heat_air = (warmer.heat[lane] - here.heat[lane]) / air_difference;
  const double skin_flow = (redder.skin[lane] - here.skin[lane]) / flow_difference;
  const double heat_flow = (redder.heat[lane] - here.heat[lane]) / flow_difference;
  const double determinant = skin_air * heat_flow - skin_flow * heat_air;
  const double air = (skin_flow * here.heat[lane] - heat_flow * here.skin[lane]) / determinant;
  const double flow = (heat_air * here.skin[lane] - skin_air * here.heat[lane]) / determinant;
  x.log_flow[lane] += std::clamp(flow, -largest_flow_step, largest_flow_step);
  if (x.is_least[lane] == 0 && x.log_flow[lane] > least_log_flow) {
    x.air[lane] += std::clamp(air, -largest_air_step, largest_air_step);
    return;
  }
  // At the least flow the skin is warmer than its target.
  x.is_least[lane] = 1;
  x.log_flow[lane] = least_log_flow;
  x.air[lane] -= std::clamp(here.heat[lane] / heat_air, -largest_air_step, largest_air_step);
}

}  // namespace

template <typename Real>
std::vector<Neutral> settle(BodyState<Real>& state, const BodyKernel<Real>& kernel,
                            std::vector<char>& found) {
  const double core = facts::value(facts::id::body::core_temperature);
  // numerical: where Newton's method starts [°C].
  constexpr double first_air = 28.5;
  // numerical: as above, of the logarithm of the factor.
  constexpr double first_log_flow = -2.0;
  Unknowns x{std::vector<double>(state.lanes, first_air),
             std::vector<double>(state.lanes, first_log_flow), std::vector<char>(state.lanes, 0)};
  std::fill(state.body.central.begin(), state.body.central.end(), static_cast<Real>(core));
  Search<Real> search(state, kernel);
  const auto shifted = [](std::vector<double> values, double by) {
    for (double& value : values) {
      value += by;
    }
    return values;
  };
  for (int iteration = 0; iteration < iterations; ++iteration) {
    const Residuals here = search.at(x);
    const Residuals warmer = search.at({shifted(x.air, air_difference), x.log_flow, {}});
    const Residuals redder = search.at({x.air, shifted(x.log_flow, flow_difference), {}});
    for (std::size_t lane = 0; lane < state.lanes; ++lane) {
      take_step(x, lane, here, warmer, redder);
    }
  }
  const Residuals last = search.at(x);
  kernel.set_neutral(state);
  found.assign(state.lanes, 0);
  std::vector<Neutral> neutral(state.lanes);
  for (std::size_t lane = 0; lane < state.lanes; ++lane) {
    const bool has_skin = std::abs(last.skin[lane]) < skin_tolerance || x.is_least[lane] != 0;
    found[lane] = has_skin && std::abs(last.heat[lane]) < heat_tolerance ? 1 : 0;
    Neutral& own = neutral[lane];
    own.air = x.air[lane];
    own.outer_flow_factor = std::exp(x.log_flow[lane]);
    own.rectal = search.observed(Observed::pelvis_core, lane);
    own.head = search.observed(Observed::head_core, lane);
    for (std::size_t place = 0; place < site_count; ++place) {
      own.skin[place] = search.surface(place, lane);
    }
  }
  return neutral;
}

template std::vector<Neutral> settle<float>(BodyState<float>&, const BodyKernel<float>&,
                                            std::vector<char>&);
template std::vector<Neutral> settle<double>(BodyState<double>&, const BodyKernel<double>&,
                                             std::vector<char>&);

}  // namespace coldplan::thermoregulation
