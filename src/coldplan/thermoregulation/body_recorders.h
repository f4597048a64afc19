#pragma once

#include <cmath>

#include "coldplan/thermoregulation/body_run.h"

/// What is kept of a run.
namespace coldplan::thermoregulation {

[[nodiscard]] inline Error no_rest() {
  return {ErrorCode::not_solved, "person", "", "",
          "no state was found in which this body is thermally neutral; check height and weight"};
}

/// Whether skin froze in a lane, when and where.
template <typename Real>
std::optional<Freezing> freezing_of(const BodyState<Real>& state, std::size_t lane) {
  const auto time = static_cast<double>(state.body.frozen_time[lane]);
  // numerical: a time that is not after all sessions.
  constexpr double never = 1e29;
  if (time > never) {
    return std::nullopt;
  }
  const auto place = static_cast<std::size_t>(std::lround(state.body.frozen_site[lane]));
  return Freezing{time, all_sites().at(place)};
}

/// Keeps everything.
class HistoryRecorder {
 public:
  HistoryRecorder(std::span<const BodyTask> tasks, std::vector<Expected<BodyHistory>>& out)
      : tasks_(tasks), out_(out) {}

  void begin(const Run<double>& run, std::span<const Planned> plans) {
    for (std::size_t lane = 0; lane < plans.size(); ++lane) {
      const std::size_t number = plans[lane].number;
      if (!run.found(lane)) {
        out_[number] = tl::unexpected(no_rest());
        continue;
      }
      BodyHistory history;
      history.neutral = run.neutral(lane);
      history.probes.resize(tasks_[number].probes.size());
      history.lumbar_grid = tasks_[number].physique.at(Site::lumbar).grid;
      out_[number] = std::move(history);
      add_sample(run, number, lane);
    }
    begin_heat_.assign(run.state().lanes, 0.0);
    made_.assign(run.state().lanes, 0.0);
    lost_.assign(run.state().lanes, 0.0);
    for (std::size_t lane = 0; lane < plans.size(); ++lane) {
      begin_heat_[lane] = stored_heat(run.state(), lane);
    }
  }

  void record(const Run<double>& run, std::span<const Planned> plans, bool ends_stage) {
    for (std::size_t lane = 0; lane < plans.size(); ++lane) {
      auto& out = out_[plans[lane].number];
      if (!out || out->freezing) {
        continue;
      }
      count(run, lane, *out);
      if (const auto frozen = freezing_of(run.state(), lane)) {
        out->freezing = frozen;
        continue;
      }
      add_sample(run, plans[lane].number, lane);
      if (ends_stage) {
        out->stage_end.push_back(run.state().body.time[lane]);
      }
    }
  }

 private:
  static std::vector<double> column_of(const BodyState<double>& state, std::size_t lane,
                                       Site site) {
    const SiteRows& rows = state.layout->at(site);
    std::vector<double> column;
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
      column.push_back(state.row.temperature[row * state.lanes + lane]);
    }
    return column;
  }

  void add_sample(const Run<double>& run, std::size_t number, std::size_t lane) {
    BodyHistory& history = *out_[number];
    const BodyState<double>& state = run.state();
    history.time.push_back(state.body.time[lane]);
    for (std::size_t what = 0; what < observed_count; ++what) {
      history.observed[what].push_back(run.observed(what, lane));
    }
    history.lumbar.push_back(column_of(state, lane, Site::lumbar));
    history.lumbar_inner.push_back(state.site[place_of(Site::back)].artery[lane]);
    const BodyTask& task = tasks_[number];
    for (std::size_t i = 0; i < task.probes.size(); ++i) {
      const BodyProbe& probe = task.probes[i];
      const std::vector<double> column = column_of(state, lane, probe.site);
      const double surface = state.site[place_of(probe.site)].surface[lane];
      const double inner = probe.site == Site::lumbar
                               ? state.site[place_of(Site::back)].artery[lane]
                               : column.back();
      history.probes[i].push_back(bioheat::temperature_at(
          task.physique.at(probe.site).grid, column.data(), surface, inner, probe.depth));
    }
  }

  /// Adds up the heats of a step.
  void count(const Run<double>& run, std::size_t lane, BodyHistory& history) {
    const auto heat = [&](Observed what) {
      return run.observed(static_cast<std::size_t>(what), lane) * run.state().body.length[lane];
    };
    made_[lane] += heat(Observed::metabolism);
    lost_[lane] += heat(Observed::loss) + heat(Observed::evaporation) + heat(Observed::respiration);
    history.heat_into_bath += heat(Observed::into_bath);
    const double gained = stored_heat(run.state(), lane) - begin_heat_[lane];
    history.energy_closure = std::abs(gained - (made_[lane] - lost_[lane])) / made_[lane];
  }

  std::span<const BodyTask> tasks_;
  std::vector<Expected<BodyHistory>>& out_;
  std::vector<double> begin_heat_, made_, lost_;
};

/// Keeps extremes.
class SummaryRecorder {
 public:
  explicit SummaryRecorder(std::vector<Expected<BodySummary>>& out) : out_(out) {}

  void begin(const Run<float>& run, std::span<const Planned> plans) {
    for (std::size_t lane = 0; lane < plans.size(); ++lane) {
      auto& out = out_[plans[lane].number];
      if (!run.found(lane)) {
        out = tl::unexpected(no_rest());
        continue;
      }
      BodySummary summary;
      summary.lowest_mean_skin = summary.lowest_lumbar_skin = summary.lowest_rectal =
          summary.lowest_central = first_guess * 2.0;
      out = summary;
      take(run, lane, *out);
    }
  }

  void record(const Run<float>& run, std::span<const Planned> plans, bool /*ends_stage*/) {
    for (std::size_t lane = 0; lane < plans.size(); ++lane) {
      auto& out = out_[plans[lane].number];
      if (!out || out->freezing) {
        continue;
      }
      out->freezing = freezing_of(run.state(), lane);
      if (!out->freezing) {
        take(run, lane, *out);
      }
    }
  }

 private:
  static void take(const Run<float>& run, std::size_t lane, BodySummary& summary) {
    const auto seen = [&](Observed what) {
      return run.observed(static_cast<std::size_t>(what), lane);
    };
    const auto time = static_cast<double>(run.state().body.time[lane]);
    const auto lower = [&](double value, double& lowest, double* when) {
      if (value < lowest) {
        lowest = value;
        if (when != nullptr) {
          *when = time;
        }
      }
    };
    lower(seen(Observed::mean_skin), summary.lowest_mean_skin, nullptr);
    const std::size_t lumbar =
        static_cast<std::size_t>(Observed::first_surface) + place_of(Site::lumbar);
    lower(run.observed(lumbar, lane), summary.lowest_lumbar_skin, nullptr);
    lower(seen(Observed::pelvis_core), summary.lowest_rectal, &summary.lowest_rectal_time);
    lower(seen(Observed::central_blood), summary.lowest_central, &summary.lowest_central_time);
    summary.highest_shivering = std::max(summary.highest_shivering, seen(Observed::shivering));
  }

  std::vector<Expected<BodySummary>>& out_;
};

}  // namespace coldplan::thermoregulation
