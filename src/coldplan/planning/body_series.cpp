#include "coldplan/planning/body_series.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace coldplan::planning {
namespace {

using thermoregulation::BodyHistory;
using thermoregulation::Observed;
using thermoregulation::Site;

/// The trace of one quantity in a history.
using Trace = std::function<const std::vector<double>&(const BodyHistory&)>;

std::string identifier(std::string_view name) {
  std::string id{name};
  std::replace(id.begin(), id.end(), ' ', '_');
  return id;
}

/// A value of a history, the last one of a history that is over.
double value_at(const std::vector<double>& trace, std::size_t sample) {
  return trace[std::min(sample, trace.size() - 1)];
}

/// Lowest value of a trace, and when.
struct Lowest {
  double value = 0.0;
  double time = 0.0;
};

Lowest lowest_of(const BodyHistory& history, const std::vector<double>& trace,
                 std::size_t samples) {
  const auto end = trace.begin() + static_cast<std::ptrdiff_t>(std::min(samples, trace.size()));
  const auto least = std::min_element(trace.begin(), end);
  return {*least, history.time[static_cast<std::size_t>(least - trace.begin())]};
}

/// The draws of a quantity, and how many samples are told of them.
struct Draws {
  std::span<const BodyHistory> histories;
  std::size_t samples = 0;
};

BodySeries series(std::string id, std::string name, std::string unit, const Draws& draws,
                  const Trace& trace) {
  BodySeries made{std::move(id), std::move(name), std::move(unit), {}, {}, {}};
  for (std::size_t i = 0; i < draws.samples; ++i) {
    std::vector<double> values;
    for (const BodyHistory& history : draws.histories) {
      values.push_back(value_at(trace(history), i));
    }
    made.values.push_back(interval_of(std::move(values)));
  }
  std::vector<double> values;
  std::vector<double> times;
  for (const BodyHistory& history : draws.histories) {
    const Lowest own = lowest_of(history, trace(history), draws.samples);
    values.push_back(own.value);
    times.push_back(own.time);
  }
  made.lowest = interval_of(std::move(values));
  made.lowest_time = interval_of(std::move(times));
  return made;
}

Trace observed(Observed what) {
  return
      [what](const BodyHistory& history) -> const std::vector<double>& { return history.of(what); };
}

}  // namespace

std::size_t told_samples(std::span<const BodyHistory> draws) {
  // numerical: of the draws, that may have ended.
  constexpr double most = 0.05;
  std::vector<std::size_t> lengths;
  for (const BodyHistory& history : draws) {
    lengths.push_back(history.time.size());
  }
  std::sort(lengths.begin(), lengths.end());
  return lengths[static_cast<std::size_t>(most * static_cast<double>(lengths.size()))];
}

std::vector<BodySeries> all_series(std::span<const BodyHistory> draws, std::size_t samples) {
  const Draws histories{draws, samples};
  std::vector<BodySeries> all;
  for (const Site site : thermoregulation::all_sites()) {
    const std::string name{name_of(site)};
    all.push_back(series("skin_" + identifier(name), "skin, " + name, "°C", histories,
                         [site](const BodyHistory& history) -> const std::vector<double>& {
                           return history.surface(site);
                         }));
  }
  all.push_back(series("skin_mean", "skin, mean", "°C", histories, observed(Observed::mean_skin)));
  const std::vector<std::string> probes = simulation::body_probe_names();
  // The first probe is the lumbar skin, which stands above.
  for (std::size_t i = 1; i < probes.size(); ++i) {
    const bool is_thigh = probes[i].starts_with("thigh");
    std::string id = identifier(probes[i]);
    std::replace(id.begin(), id.end(), '/', '_');
    all.push_back(series(is_thigh ? id : "lumbar_" + id,
                         is_thigh ? probes[i] : "lower back, " + probes[i], "°C", histories,
                         [i](const BodyHistory& history) -> const std::vector<double>& {
                           return history.probes[i];
                         }));
  }
  all.push_back(series("rectal", "core, rectal", "°C", histories, observed(Observed::pelvis_core)));
  all.push_back(series("oesophageal", "core, oesophageal (central blood)", "°C", histories,
                       observed(Observed::central_blood)));
  all.push_back(
      series("head_core", "core of the head", "°C", histories, observed(Observed::head_core)));
  all.push_back(
      series("shivering", "heat of shivering", "W", histories, observed(Observed::shivering)));
  all.push_back(series("metabolism", "heat made", "W", histories, observed(Observed::metabolism)));
  if (draws[0].of(Observed::bath).front() != 0.0 || draws[0].heat_into_bath != 0.0) {
    all.push_back(series("bath", "water", "°C", histories, observed(Observed::bath)));
  }
  return all;
}

}  // namespace coldplan::planning
