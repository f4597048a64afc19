#include "coldplan/thermoregulation/neutral.h"

#include <algorithm>
#include <cmath>

#include "coldplan/facts/ids.h"
#include "coldplan/thermoregulation/body_batch.h"

namespace coldplan::thermoregulation {
namespace {

// numerical: steps of the search, the differences of its first Jacobian in kelvin and in the
// logarithm of the factor, and its largest steps of either.
constexpr int iterations = 6;
// numerical: more steps for bodies that have not come to rest by then.
constexpr int more_iterations = 30;
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
  std::vector<double> least_log_flow;  ///< which bounds the other
};

/// How the residuals of a lane change with its unknowns, and its last step.
struct Slopes {
  double skin_air = 0.0, skin_flow = 0.0, heat_air = 0.0, heat_flow = 0.0;
  double air_step = 0.0, flow_step = 0.0;
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
    look();
    Residuals r;
    const double target =
        facts::value(facts::id::thermoregulation::two_node_neutral_temperature_skin);
    for (std::size_t lane = 0; lane < state_.lanes; ++lane) {
      r.skin.push_back(observed(Observed::mean_skin, lane) - target);
      r.heat.push_back(static_cast<double>(state_.body.loss[lane]));
    }
    return r;
  }

  /// Observes the lanes as they are.
  void look() { kernel_.observe(state_, observed_); }

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

/// The slopes of all lanes by differences.
template <typename Real>
std::vector<Slopes> slopes_at(Search<Real>& search, const Unknowns& x, const Residuals& here) {
  Unknowns moved = x;
  for (double& air : moved.air) {
    air += air_difference;
  }
  const Residuals warmer = search.at(moved);
  moved = x;
  for (double& log_flow : moved.log_flow) {
    log_flow += flow_difference;
  }
  const Residuals redder = search.at(moved);
  std::vector<Slopes> slopes(x.air.size());
  for (std::size_t lane = 0; lane < slopes.size(); ++lane) {
    slopes[lane].skin_air = (warmer.skin[lane] - here.skin[lane]) / air_difference;
    slopes[lane].heat_air = (warmer.heat[lane] - here.heat[lane]) / air_difference;
    slopes[lane].skin_flow = (redder.skin[lane] - here.skin[lane]) / flow_difference;
    slopes[lane].heat_flow = (redder.heat[lane] - here.heat[lane]) / flow_difference;
  }
  return slopes;
}

/// Broyden's correction: the slopes then explain how the last step changed the residuals.
void correct(Slopes& slopes, double skin_change, double heat_change) {
  const double square = slopes.air_step * slopes.air_step + slopes.flow_step * slopes.flow_step;
  // numerical: a step that tells nothing about slopes.
  constexpr double least_square = 1e-8;
  if (square < least_square) {
    return;
  }
  const double skin =
      (skin_change - slopes.skin_air * slopes.air_step - slopes.skin_flow * slopes.flow_step) /
      square;
  const double heat =
      (heat_change - slopes.heat_air * slopes.air_step - slopes.heat_flow * slopes.flow_step) /
      square;
  slopes.skin_air += skin * slopes.air_step;
  slopes.skin_flow += skin * slopes.flow_step;
  slopes.heat_air += heat * slopes.air_step;
  slopes.heat_flow += heat * slopes.flow_step;
}

/// The step of a lane to where its residuals vanish by these slopes. At the least flow the skin is
/// warmer than its target, and the air alone balances the heat.
void take_step(Unknowns& x, std::size_t lane, double skin, double heat, Slopes& slopes) {
  const double determinant =
      slopes.skin_air * slopes.heat_flow - slopes.skin_flow * slopes.heat_air;
  const double air = (slopes.skin_flow * heat - slopes.heat_flow * skin) / determinant;
  const double flow = (slopes.heat_air * skin - slopes.skin_air * heat) / determinant;
  const double least = x.least_log_flow[lane];
  const double before = x.log_flow[lane];
  x.log_flow[lane] =
      std::max(before + std::clamp(flow, -largest_flow_step, largest_flow_step), least);
  slopes.flow_step = x.log_flow[lane] - before;
  const bool is_least = x.log_flow[lane] == least;
  const double balanced = -(heat + slopes.heat_flow * slopes.flow_step) / slopes.heat_air;
  slopes.air_step = std::clamp(is_least ? balanced : air, -largest_air_step, largest_air_step);
  x.air[lane] += slopes.air_step;
}

/// Whether that is a state of rest.
bool is_rest(const Unknowns& x, std::size_t lane, double skin, double heat) {
  const bool is_least = x.log_flow[lane] == x.least_log_flow[lane];
  return std::abs(heat) < heat_tolerance && skin > -skin_tolerance &&
         (is_least || skin < skin_tolerance);
}

/// Takes a step of every lane that is not at rest, and corrects its slopes by it.
template <typename Real>
void move_on(Search<Real>& search, Unknowns& x, Residuals& here, std::vector<Slopes>& slopes,
             const std::vector<char>& resting) {
  for (std::size_t lane = 0; lane < slopes.size(); ++lane) {
    if (resting[lane] == 0) {
      take_step(x, lane, here.skin[lane], here.heat[lane], slopes[lane]);
    }
  }
  const Residuals next = search.at(x);
  for (std::size_t lane = 0; lane < slopes.size(); ++lane) {
    if (resting[lane] == 0) {
      correct(slopes[lane], next.skin[lane] - here.skin[lane], next.heat[lane] - here.heat[lane]);
    }
  }
  here = next;
}

/// Searches on, with slopes made anew, for the lanes that are not at rest. Each stays as it is once
/// it rests, so that none hangs on how long another is searched for.
template <typename Real>
void search_on(BodyState<Real>& state, Search<Real>& search, Unknowns& x, Residuals here,
               std::vector<char>& resting) {
  BodyState<Real> kept = state;
  std::vector<Slopes> slopes = slopes_at(search, x, here);
  const auto is_resting = [](char one) { return one != 0; };
  for (int iteration = 0; iteration < more_iterations; ++iteration) {
    move_on(search, x, here, slopes, resting);
    for (std::size_t lane = 0; lane < resting.size(); ++lane) {
      if (resting[lane] == 0 && is_rest(x, lane, here.skin[lane], here.heat[lane])) {
        resting[lane] = 1;
        copy_lane(state, kept, lane);
      }
    }
    if (std::all_of(resting.begin(), resting.end(), is_resting)) {
      break;
    }
  }
  state = std::move(kept);
  search.look();
}

/// Searches all lanes at once, and tells which came to rest.
template <typename Real>
std::vector<char> search_rest(BodyState<Real>& state, Search<Real>& search, Unknowns& x) {
  Residuals here = search.at(x);
  std::vector<Slopes> slopes = slopes_at(search, x, here);
  std::vector<char> resting(state.lanes, 0);
  for (int iteration = 0; iteration < iterations; ++iteration) {
    move_on(search, x, here, slopes, resting);
  }
  for (std::size_t lane = 0; lane < state.lanes; ++lane) {
    resting[lane] = is_rest(x, lane, here.skin[lane], here.heat[lane]) ? 1 : 0;
  }
  if (std::find(resting.begin(), resting.end(), 0) != resting.end()) {
    search_on(state, search, x, here, resting);
  }
  return resting;
}

}  // namespace

template <typename Real>
std::vector<Neutral> settle(BodyState<Real>& state, const BodyKernel<Real>& kernel,
                            std::span<const double> least_flow, std::vector<char>& found) {
  const double core = facts::value(facts::id::body::core_temperature);
  // numerical: where the search starts [°C].
  constexpr double first_air = 28.5;
  // numerical: as above, of the logarithm of the factor.
  constexpr double first_log_flow = -1.5;
  Unknowns x{std::vector<double>(state.lanes, first_air),
             std::vector<double>(state.lanes, first_log_flow),
             {}};
  for (std::size_t lane = 0; lane < state.lanes; ++lane) {
    x.least_log_flow.push_back(std::log(least_flow[lane]));
    x.log_flow[lane] = std::max(first_log_flow, x.least_log_flow[lane]);
  }
  std::fill(state.body.central.begin(), state.body.central.end(), static_cast<Real>(core));
  Search<Real> search(state, kernel);
  found = search_rest(state, search, x);
  kernel.set_neutral(state);
  std::vector<Neutral> neutral(state.lanes);
  for (std::size_t lane = 0; lane < state.lanes; ++lane) {
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
                                            std::span<const double>, std::vector<char>&);
template std::vector<Neutral> settle<double>(BodyState<double>&, const BodyKernel<double>&,
                                             std::span<const double>, std::vector<char>&);

}  // namespace coldplan::thermoregulation
