#include "work_a/table.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace coldplan::work_a {
namespace {

using Json = nlohmann::ordered_json;

std::string name_of(const Solver& solver) {
  return solver.settings.empty() ? solver.name
                                 : fmt::format("{}, {}", solver.name, solver.settings);
}

Json row_of(const Solver& solver, const Errors& errors, const Speed& speed) {
  Json row;
  row["solver"] = solver.name;
  row["settings"] = solver.settings;
  row["threads"] = speed.threads;
  row["sessions_per_second"] = speed.sessions_per_second;
  row["worst_error"] = errors.total;
  row["worst_time_error"] = errors.time ? Json(*errors.time) : Json(nullptr);
  row["people_a_run"] = speed.people;
  return row;
}

std::string rows_of(const std::string& name, const Result& result) {
  std::string text;
  const Errors& errors = result.errors;
  for (const Speed& speed : result.speeds) {
    text += fmt::format("{:<44}{:>8}{:>12.0f}{:>12}{:>13.4f}", name, speed.threads,
                        speed.sessions_per_second,
                        errors.time ? fmt::format("{:.4f}", *errors.time) : "-", errors.total);
    for (const double ratio : speed.ratio) {
      text += fmt::format("{:>9.2f}", ratio);
    }
    text += "\n";
  }
  return text;
}

}  // namespace

Machine this_machine() {
  Machine machine;
  machine.processor = "unknown";
#if defined(__clang__)
  machine.compiler = "clang " __clang_version__;
#else
  machine.compiler = "gcc " __VERSION__;
#endif
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    const auto colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) {
      machine.processor = line.substr(colon + 2);
      break;
    }
  }
  return machine;
}

std::string table(std::span<const Solver> solvers, std::span<const Result> results,
                  const Machine& machine, const MeasureOptions& options) {
  std::string text =
      fmt::format("Work A on {}, {}; errors over {} people, medians of {} rounds\n",
                  machine.processor, machine.compiler, options.people, options.rounds);
  for (std::size_t i = 0; i < machine.stream.size(); ++i) {
    text += fmt::format("STREAM triad, {} thread{}: {:.1f} GB/s\n", options.threads[i],
                        options.threads[i] == 1 ? "" : "s", machine.stream[i]);
  }
  text += fmt::format("\n{:<44}{:>8}{:>12}{:>12}{:>13}", "solver", "threads", "sessions/s",
                      "time error", "total error");
  const std::size_t peers = std::min(options.peers, solvers.size());
  for (std::size_t peer = 0; peer < peers; ++peer) {
    text += fmt::format("{:>9}", fmt::format("x of {}", peer + 1));
  }
  text += "\n";
  for (std::size_t i = 0; i < solvers.size(); ++i) {
    text += rows_of(fmt::format("{} {}", i + 1, name_of(solvers[i])), results[i]);
  }
  return text;
}

std::string json(std::span<const Solver> solvers, std::span<const Result> results,
                 const Machine& machine, const MeasureOptions& options) {
  Json all;
  all["work"] = "a";
  all["processor"] = machine.processor;
  all["compiler"] = machine.compiler;
  all["people"] = options.people;
  all["rounds"] = options.rounds;
  all["solvers"] = Json::array();
  all["ratios"] = Json::object();
  all["stream"] = Json::array();
  for (std::size_t i = 0; i < machine.stream.size(); ++i) {
    all["stream"].push_back(
        {{"threads", options.threads[i]}, {"gigabytes_per_second", machine.stream[i]}});
  }
  for (std::size_t i = 0; i < solvers.size(); ++i) {
    for (const Speed& speed : results[i].speeds) {
      all["solvers"].push_back(row_of(solvers[i], results[i].errors, speed));
      for (std::size_t peer = 0; peer < speed.ratio.size(); ++peer) {
        all["ratios"][name_of(solvers[peer])][name_of(solvers[i])][std::to_string(speed.threads)] =
            speed.ratio[peer];
      }
    }
  }
  return all.dump(2) + "\n";
}

}  // namespace coldplan::work_a
