#include "coldplan/bioheat/events.h"

#include <boost/math/tools/toms748_solve.hpp>

#include "coldplan/bioheat/enthalpy.h"

namespace coldplan::bioheat {
namespace {

void watch_store(const Run& run, std::vector<Watched>& watched) {
  if (!run.contact.boundary.store) {
    return;
  }
  if (const auto end = branch_end(*run.contact.boundary.store, run.contact.branch)) {
    const bool frozen = run.contact.branch == StoreBranch::frozen;
    watched.push_back(
        {{frozen ? EventKind::store_reached_melting : EventKind::store_melted, 0.0, 0},
         [end = *end](const State& state, double) { return state.enthalpy - end; }});
  }
}

void watch_recovery(const Run& run, std::vector<Watched>& watched) {
  for (std::size_t layer = 0; layer < run.state.memory.size() && !run.contact.cooling; ++layer) {
    if (run.state.memory[layer].dose > 0.0) {
      watched.push_back(
          {{EventKind::constriction_recovered, 0.0, layer},
           [layer, level = run.system.column.law.recovered_level](const State& state, double) {
             return state.memory[layer].h - level;
           }});
    }
  }
}

}  // namespace

std::vector<Watched> watched_events(const Run& run) {
  std::vector<Watched> watched;
  if (run.stop_temperature) {
    watched.push_back(
        {{EventKind::stop_temperature, 0.0, 0}, [&run](const State& state, double time) {
           return *run.stop_temperature -
                  surface_of(run.system, run.contact, state, time).temperature;
         }});
  }
  watch_store(run, watched);
  watch_recovery(run, watched);
  return watched;
}

std::optional<Crossing> first_crossing(const Run& run, const Tried& step) {
  std::optional<Crossing> first;
  for (const Watched& watched : watched_events(run)) {
    if (!(watched.gap(run.state, run.time) < 0.0 &&
          watched.gap(step.end, run.time + step.length) >= 0.0)) {
      continue;
    }
    const auto gap = [&](double share) {
      const double time = run.time + share * step.length;
      if (share <= 0.0) {
        return watched.gap(run.state, time);
      }
      return share >= 1.0 ? watched.gap(step.end, time) : watched.gap(step.state_at(share), time);
    };
    std::uintmax_t rounds = 60;
    const auto bracket = boost::math::tools::toms748_solve(
        gap, 0.0, 1.0, boost::math::tools::eps_tolerance<double>(static_cast<unsigned>(step.bits)),
        rounds);
    if (!first || bracket.second < first->share) {
      first = Crossing{watched.event, bracket.second};
    }
  }
  return first;
}

void apply(Run& run, Event event) {
  event.time = run.time;
  run.history.events.push_back(event);
  switch (event.kind) {
    case EventKind::store_reached_melting:
      // Without latent heat there is nothing to melt, and the end of that branch is where it
      // begins.
      run.contact.branch = run.contact.boundary.store->latent_heat > 0.0 ? StoreBranch::melting
                                                                         : StoreBranch::thawed;
      break;
    case EventKind::store_melted:
      run.contact.branch = StoreBranch::thawed;
      break;
    case EventKind::constriction_recovered:
      run.state.memory[event.layer].dose = 0.0;
      break;
    case EventKind::stop_temperature:
      run.stopped = true;
      break;
    case EventKind::freezing_began:
    case EventKind::thawed:
      break;
  }
}

}  // namespace coldplan::bioheat
