#include "coldplan/planning/body_limits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "coldplan/facts/ids.h"
#include "coldplan/planning/skin_limits.h"

namespace coldplan::planning {
namespace {

using thermoregulation::BodyHistory;
using thermoregulation::Observed;
using thermoregulation::Site;

/// When a history passes a temperature, if it does.
using Passing = std::function<std::optional<double>(const BodyHistory&, double)>;

std::optional<double> first_under(std::span<const double> time, std::span<const double> trace,
                                  double temperature) {
  const auto under =
      std::find_if(trace.begin(), trace.end(), [&](double value) { return value < temperature; });
  if (under == trace.end()) {
    return std::nullopt;
  }
  const auto i = static_cast<std::size_t>(under - trace.begin());
  if (i == 0) {
    return time[0];
  }
  const double share = (trace[i - 1] - temperature) / (trace[i - 1] - trace[i]);
  return std::lerp(time[i - 1], time[i], share);
}

/// Skin that freezes has passed every limit on the way, though its trace may end just before.
Passing of_skin(Site site) {
  return [site](const BodyHistory& history, double temperature) -> std::optional<double> {
    const auto first = first_under(history.time, history.surface(site), temperature);
    if (!first && history.freezing && history.freezing->site == site) {
      return history.freezing->time;
    }
    return first;
  };
}

/// Of whatever skin passes it first.
std::optional<double> of_any_skin(const BodyHistory& history, double temperature) {
  std::optional<double> first;
  for (const Site site : thermoregulation::all_sites()) {
    const auto own = of_skin(site)(history, temperature);
    if (own && (!first || *own < *first)) {
      first = own;
    }
  }
  return first;
}

std::optional<double> of_core(const BodyHistory& history, double temperature) {
  return first_under(history.time, history.of(Observed::central_blood), temperature);
}

/// The time by which a share of all draws has passed, of the times of those that do.
std::optional<double> by_share(std::vector<double> times, double share, std::size_t draws) {
  const auto place = static_cast<std::size_t>(share * static_cast<double>(draws));
  if (place >= times.size()) {
    return std::nullopt;
  }
  std::sort(times.begin(), times.end());
  return times[place];
}

// numerical: one in twenty.
constexpr double few = 0.05;
// numerical: half of all.
constexpr double many = 0.5;

BodyLimit limit_of(std::string id, std::string name, double temperature,
                   std::span<const BodyHistory> draws, const Passing& passing) {
  BodyLimit limit{std::move(id), std::move(name), temperature, 0.0, 0.0, {}, {}};
  std::vector<double> times;
  std::size_t untold = 0;
  for (const BodyHistory& history : draws) {
    if (const auto time = passing(history, temperature)) {
      times.push_back(*time);
    } else if (history.freezing) {
      ++untold;
    }
  }
  const auto count = static_cast<double>(draws.size());
  limit.share = static_cast<double>(times.size()) / count;
  limit.untold_share = static_cast<double>(untold) / count;
  limit.earliest = by_share(times, few, draws.size());
  limit.half = by_share(times, many, draws.size());
  return limit;
}

}  // namespace

FrozenSkin frozen_skin(std::span<const BodyHistory> draws) {
  FrozenSkin frozen;
  std::vector<double> times;
  std::array<std::size_t, thermoregulation::site_count> counts{};
  for (const BodyHistory& history : draws) {
    if (history.freezing) {
      times.push_back(history.freezing->time);
      ++counts.at(thermoregulation::place_of(history.freezing->site));
    }
  }
  frozen.share = static_cast<double>(times.size()) / static_cast<double>(draws.size());
  frozen.earliest = by_share(times, few, draws.size());
  frozen.half = by_share(times, many, draws.size());
  const auto most = std::max_element(counts.begin(), counts.end()) - counts.begin();
  frozen.site = thermoregulation::all_sites().at(static_cast<std::size_t>(most));
  return frozen;
}

std::vector<BodyLimit> body_limits(std::span<const BodyHistory> draws) {
  std::vector<BodyLimit> limits;
  for (const SkinLimit& skin : skin_limits()) {
    const auto add = [&](const char* place, const char* name, const Passing& passing) {
      limits.push_back(
          limit_of(std::string{place} + skin.id, name, skin.temperature, draws, passing));
    };
    add("lumbar_", "skin of the lower back", of_skin(Site::lumbar));
    add("hand_", "skin of the hands", of_skin(Site::hand));
    add("coldest_", "skin anywhere", of_any_skin);
  }
  limits.push_back(limit_of("hypothermia", "core (oesophageal), where hypothermia begins,",
                            facts::value(facts::id::injury::hypothermia_stages_i_high), draws,
                            of_core));
  return limits;
}

}  // namespace coldplan::planning
