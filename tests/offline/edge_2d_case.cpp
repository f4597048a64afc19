#include "offline/edge_2d_case.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace coldplan::offline {
namespace {

using nlohmann::json;

Shape shape_of(const std::string& name) {
  if (name == "strip") {
    return Shape::strip;
  }
  if (name == "disc") {
    return Shape::disc;
  }
  if (name == "limb") {
    return Shape::limb;
  }
  throw std::invalid_argument("no shape " + name);
}

PlaneCase problem_of(const json& entry) {
  PlaneCase problem;
  problem.shape = shape_of(entry.at("shape"));
  problem.covered = entry.at("covered");
  problem.bare = entry.at("bare");
  for (const json& slab : entry.at("slabs")) {
    problem.slabs.push_back({slab.at("thickness"), slab.at("conductivity"),
                             slab.at("heat_capacity"), slab.at("blood"), slab.at("metabolism")});
  }
  if (entry.contains("inner")) {
    problem.inner = entry.at("inner").get<double>();
  }
  problem.arterial = entry.at("arterial");
  problem.air = {entry.at("air").at(0), entry.at("air").at(1)};
  problem.cold = {entry.at("cold").at(0), entry.at("cold").at(1)};
  problem.cooling = entry.at("cooling");
  problem.after = entry.at("after");
  problem.bouts = entry.at("bouts");
  problem.depths = entry.at("depths").get<std::vector<double>>();
  problem.distances = entry.at("distances").get<std::vector<double>>();
  return problem;
}

PlaneSolution solution_of(const json& entry) {
  PlaneSolution solution;
  solution.cells_across = entry.at("cells").at(0);
  solution.cells_deep = entry.at("cells").at(1);
  for (const json& shot : entry.at("snapshots")) {
    solution.snapshots.push_back({shot.at("time"), shot.at("centre").get<std::vector<double>>(),
                                  shot.at("covered").get<std::vector<double>>(),
                                  shot.at("bare").get<std::vector<double>>(),
                                  shot.at("skin_outside").get<std::vector<double>>()});
  }
  return solution;
}

std::size_t sample_at(const bioheat::History& history, double time) {
  const auto found = std::find_if(history.time.begin(), history.time.end(),
                                  [time](double each) { return std::abs(each - time) < 1e-6; });
  if (found == history.time.end()) {
    throw std::logic_error("no sample at a reported time");
  }
  return static_cast<std::size_t>(std::distance(history.time.begin(), found));
}

}  // namespace

std::vector<SolvedCase> read_cases() {
  std::ifstream file{COLDPLAN_SOURCE_DIR "/tests/offline/edge_2d.json"};
  const json document = json::parse(file);
  std::vector<SolvedCase> cases;
  for (const json& entry : document.at("cases")) {
    cases.push_back({entry.at("name"), problem_of(entry), solution_of(entry), entry.at("error")});
  }
  return cases;
}

bioheat::Column column_of(const PlaneCase& problem) {
  bioheat::Column column;
  column.geometry =
      problem.shape == Shape::limb ? bioheat::Geometry::cylindrical : bioheat::Geometry::planar;
  column.inner_temperature = problem.inner;
  column.arterial_temperature = problem.arterial;
  // Of a tissue only ρ c and ω ρ_b c_b count: any density and blood will do.
  column.blood_heat_capacity = 1e6;
  for (const Slab& slab : problem.slabs) {
    tissue::Tissue tissue;
    tissue.properties = {slab.conductivity, 1000.0, slab.heat_capacity / 1000.0,
                         slab.blood / column.blood_heat_capacity, slab.metabolism};
    column.layers.push_back({slab.thickness, tissue});
  }
  return column;
}

bioheat::Cover cover_of(const PlaneCase& problem) {
  switch (problem.shape) {
    case Shape::strip:
      return bioheat::long_pack(problem.covered, problem.bare);
    case Shape::disc:
      return bioheat::round_pack(problem.covered, problem.bare);
    case Shape::limb:
      break;
  }
  return bioheat::partly_covered_limb(problem.covered / (problem.covered + problem.bare));
}

bioheat::Rest rest_of(const PlaneCase& problem) {
  return {{1.0 / problem.air.conductance, problem.air.temperature, std::nullopt}};
}

std::vector<bioheat::Phase> cold_phases(const PlaneCase& problem) {
  std::vector<bioheat::Phase> phases;
  for (int bout = 0; bout < problem.bouts; ++bout) {
    phases.push_back({problem.cooling,
                      {1.0 / problem.cold.conductance, problem.cold.temperature, std::nullopt},
                      true});
    phases.push_back({problem.after, rest_of(problem).boundary, false});
  }
  return phases;
}

std::vector<bioheat::Phase> bare_phases(const PlaneCase& problem) {
  return {{(problem.cooling + problem.after) * problem.bouts, rest_of(problem).boundary, false}};
}

Deviations deviations_of(const SolvedCase& solved) {
  const PlaneCase& problem = solved.problem;
  const bioheat::Column column = column_of(problem);
  const std::vector<bioheat::Phase> cold = cold_phases(problem);
  const auto both = bioheat::solve_coupled(column, cover_of(problem), rest_of(problem), cold,
                                           bare_phases(problem));
  if (!both) {
    throw std::runtime_error(message(both.error()));
  }
  const bioheat::History endless = bioheat::solve(column, rest_of(problem), cold).value();
  const std::size_t depths = problem.depths.size();
  Deviations worst{std::vector<double>(depths), std::vector<double>(depths),
                   std::vector<double>(depths), std::vector<double>(depths)};
  const auto keep = [](double& most, double one, double other) {
    most = std::max(most, std::abs(one - other));
  };
  for (const Snapshot& shot : solved.plane.snapshots) {
    const std::size_t sample = sample_at(both->covered, shot.time);
    for (std::size_t i = 0; i < depths; ++i) {
      const double depth = problem.depths[i];
      const double alone = temperature_at(endless, sample_at(endless, shot.time), depth);
      keep(worst.coupled_covered[i], temperature_at(both->covered, sample, depth),
           shot.covered_mean[i]);
      keep(worst.coupled_bare[i], temperature_at(both->bare, sample, depth), shot.bare_mean[i]);
      keep(worst.endless_centre[i], alone, shot.centre[i]);
      keep(worst.endless_mean[i], alone, shot.covered_mean[i]);
    }
  }
  return worst;
}

}  // namespace coldplan::offline
