#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <numbers>
#include <string>

#include "offline/plane.h"
#include <nlohmann/json.hpp>

/// Solves the cases that coupled columns are judged by, and writes them with their results as JSON
/// to the file named: `edge_2d tests/offline/edge_2d.json`. Each is solved on three meshes: the
/// coarse one, one with cells and steps halved, and one with steps alone quartered. What stands in
/// the file is of the second; its error is stated as the difference from the first divided by 3,
/// which is what second order leaves. Takes six minutes.
namespace {

using coldplan::offline::PlaneCase;
using coldplan::offline::PlaneSolution;
using coldplan::offline::Shape;
using coldplan::offline::Slab;
using coldplan::offline::Snapshot;
using nlohmann::json;

/// Tissue values of data/tissue.json; blood of 1050 kg/m³ and 3617 J/(kg K).
constexpr double blood_capacity = 1050.0 * 3617.0;

Slab slab(double thickness, double conductivity, double density, double specific_heat,
          double perfusion, double metabolism) {
  return {thickness, conductivity, density * specific_heat, perfusion * blood_capacity, metabolism};
}

/// Skin, fat and muscle; `flow` scales the blood of skin and fat, as constriction does.
std::vector<Slab> back_slabs(double fat, double flow) {
  return {slab(0.0022, 0.37, 1109.0, 3391.0, flow * 1.45e-3, 368.0),
          slab(fat, 0.21, 911.0, 2348.0, flow * 0.5e-3, 58.0),
          slab(0.06, 0.495, 1090.0, 3421.0, 0.6e-3, 684.0)};
}

struct Named {
  std::string name;
  PlaneCase problem;
};

PlaneCase with_cold(Shape shape, std::vector<Slab> slabs) {
  PlaneCase problem;
  problem.shape = shape;
  problem.slabs = std::move(slabs);
  problem.arterial = 37.0;
  problem.air = {8.5, 23.0};
  problem.cold = {50.0, 0.0};
  problem.cooling = 1200.0;
  problem.after = 3600.0;
  const double interface = problem.slabs[0].thickness + problem.slabs[1].thickness;
  problem.depths = {0.0, interface};
  for (int centimetres = 1; centimetres <= 3; ++centimetres) {
    const double depth = 0.01 * centimetres;
    if (depth < problem.slabs[2].thickness - 1e-6) {
      problem.depths.push_back(interface + depth);
    }
  }
  problem.distances = {0.005, 0.01, 0.02, 0.03};
  return problem;
}

/// A back under a pack; the skin beside it is 7.5 cm wide.
Named on_back(const std::string& name, Shape shape, double covered, double fat, double flow) {
  PlaneCase problem = with_cold(shape, back_slabs(fat, flow));
  problem.inner = 37.0;
  problem.covered = covered;
  problem.bare = 0.075;
  return {name, problem};
}

/// Skin, fat and muscle about a bone of 1 cm radius without blood.
Named on_limb(double girth, double fat, double coverage) {
  const double radius = girth / (2.0 * std::numbers::pi);
  std::vector<Slab> slabs = back_slabs(fat, 1.0);
  slabs[2].thickness = radius - 0.01 - fat - slabs[0].thickness;
  slabs.push_back(slab(0.01, 0.32, 1908.0, 1313.0, 0.0, 0.0));
  PlaneCase problem = with_cold(Shape::limb, slabs);
  problem.covered = 0.5 * coverage * girth;
  problem.bare = 0.5 * (1.0 - coverage) * girth;
  return {"limb of " + std::to_string(std::lround(100.0 * girth)) + " cm, " +
              std::to_string(std::lround(100.0 * coverage)) + " % covered",
          problem};
}

std::string size_words(double half_width, double fat) {
  return std::to_string(std::lround(2000.0 * half_width)) + " mm wide, fat " +
         std::to_string(std::lround(1000.0 * fat)) + " mm";
}

Named long_pack(double half_width, double fat, const std::string& more = "", double flow = 1.0) {
  return on_back("pack " + size_words(half_width, fat) + more, Shape::strip, half_width, fat, flow);
}

std::vector<Named> cases_of_twenty_minutes() {
  std::vector<Named> cases;
  for (const double half_width : {0.05, 0.075, 0.1}) {
    for (const double fat : {0.008, 0.02, 0.035}) {
      cases.push_back(long_pack(half_width, fat));
    }
  }
  for (const double fat : {0.008, 0.02, 0.035}) {
    cases.push_back(long_pack(0.075, fat, ", little blood in skin and fat", 0.1));
    cases.push_back(on_back("disc " + size_words(0.06, fat), Shape::disc, 0.06, fat, 1.0));
  }
  return cases;
}

std::vector<Named> all_cases() {
  std::vector<Named> cases = cases_of_twenty_minutes();
  for (const double fat : {0.008, 0.02}) {
    cases.push_back(long_pack(0.075, fat, ", held 3 h", 0.1));
    cases.back().problem.cooling = 10800.0;
  }
  for (const double conductance : {14.0, 90.0}) {
    cases.push_back(long_pack(
        0.075, 0.008, ", contact of " + std::to_string(std::lround(conductance)) + " W/(m2 K)"));
    cases.back().problem.cold.conductance = conductance;
  }
  cases.push_back(long_pack(0.075, 0.008, ", three times 15 min, 30 min apart"));
  cases.back().problem.cooling = 900.0;
  cases.back().problem.after = 1800.0;
  cases.back().problem.bouts = 3;
  for (const auto& [girth, fat] : {std::pair{0.25, 0.004}, {0.38, 0.008}, {0.55, 0.012}}) {
    for (const double coverage : {0.25, 0.5, 0.75}) {
      cases.push_back(on_limb(girth, fat, coverage));
    }
  }
  return cases;
}

/// Largest difference [K] between two solutions of one case, in anything that is reported.
double difference(const PlaneSolution& one, const PlaneSolution& other) {
  double worst = 0.0;
  const auto compare = [&worst](const std::vector<double>& a, const std::vector<double>& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      worst = std::max(worst, std::abs(a[i] - b[i]));
    }
  };
  for (std::size_t i = 0; i < one.snapshots.size(); ++i) {
    compare(one.snapshots[i].centre, other.snapshots[i].centre);
    compare(one.snapshots[i].covered_mean, other.snapshots[i].covered_mean);
    compare(one.snapshots[i].bare_mean, other.snapshots[i].bare_mean);
    compare(one.snapshots[i].skin_outside, other.snapshots[i].skin_outside);
  }
  return worst;
}

/// To 1 mK.
json rounded(const std::vector<double>& values) {
  json list = json::array();
  for (const double value : values) {
    list.push_back(std::round(1e3 * value) / 1e3);
  }
  return list;
}

json slabs_of(const PlaneCase& problem) {
  json slabs = json::array();
  for (const Slab& each : problem.slabs) {
    slabs.push_back({{"thickness", each.thickness},
                     {"conductivity", each.conductivity},
                     {"heat_capacity", each.heat_capacity},
                     {"blood", each.blood},
                     {"metabolism", each.metabolism}});
  }
  return slabs;
}

json case_of(const Named& named, const PlaneSolution& solution) {
  const PlaneCase& problem = named.problem;
  json snapshots = json::array();
  for (const Snapshot& shot : solution.snapshots) {
    snapshots.push_back({{"time", shot.time},
                         {"centre", rounded(shot.centre)},
                         {"covered", rounded(shot.covered_mean)},
                         {"bare", rounded(shot.bare_mean)},
                         {"skin_outside", rounded(shot.skin_outside)}});
  }
  const std::vector<std::string> shapes{"strip", "disc", "limb"};
  json out{{"name", named.name},
           {"shape", shapes.at(static_cast<std::size_t>(problem.shape))},
           {"covered", problem.covered},
           {"bare", problem.bare},
           {"slabs", slabs_of(problem)},
           {"arterial", problem.arterial},
           {"air", {problem.air.conductance, problem.air.temperature}},
           {"cold", {problem.cold.conductance, problem.cold.temperature}},
           {"cooling", problem.cooling},
           {"after", problem.after},
           {"bouts", problem.bouts},
           {"depths", problem.depths},
           {"distances", problem.distances},
           {"cells", {solution.cells_across, solution.cells_deep}},
           {"snapshots", snapshots}};
  if (problem.inner) {
    out["inner"] = *problem.inner;
  }
  return out;
}

json solved_case(const Named& named) {
  using coldplan::offline::solve;
  const PlaneSolution coarse = solve(named.problem, {1, 1});
  const PlaneSolution fine = solve(named.problem, {2, 2});
  const double by_mesh = difference(coarse, fine) / 3.0;
  const double by_steps = difference(coarse, solve(named.problem, {1, 4})) * 4.0 / 15.0;
  std::cerr << named.name << ": error " << by_mesh << " K, of the steps " << by_steps << " K\n";
  json out = case_of(named, fine);
  out["error"] = std::round(1e5 * by_mesh) / 1e5;
  out["error_of_steps"] = std::round(1e6 * by_steps) / 1e6;
  return out;
}

int write(const std::string& path) {
  json out{{"title", "The edge of the cold: solutions in two dimensions"},
           {"made_by", "tests/offline/edge_2d.cpp"},
           {"units", "m, s, degC, W, J; blood [W/(m3 K)], heat_capacity [J/(m3 K)]"},
           {"method",
            "finite volumes, SDIRK2; beside the edge cells of 0.15 mm, widening by 12 % a cell of "
            "the coarser mesh to 2 mm; by depth 0.14 mm in skin, 0.35 mm in fat, 0.5 mm in muscle; "
            "steps from 0.125 s to 5 s. error: difference from a mesh of twice these widths and "
            "steps, divided by 3 [K]; error_of_steps: likewise of the steps alone [K]"},
           {"cases", json::array()}};
  for (const Named& named : all_cases()) {
    out["cases"].push_back(solved_case(named));
  }
  std::ofstream file{path};
  // One case a line, so that a change shows in a comparison of versions.
  file << "{\n";
  for (const char* key : {"title", "made_by", "units", "method"}) {
    file << json(key) << ": " << out[key] << ",\n";
  }
  file << "\"cases\": [\n";
  for (std::size_t i = 0; i < out["cases"].size(); ++i) {
    file << out["cases"][i] << (i + 1 < out["cases"].size() ? ",\n" : "\n");
  }
  file << "]}\n";
  return file ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    if (count != 2) {
      std::cerr << "edge_2d FILE.json\n";
      return 2;
    }
    return write(arguments[1]);
  } catch (const std::exception& error) {
    std::cerr << "edge_2d: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
