#include "coldplan/thermoregulation/whole_body.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "oracle/whole_body_cvode.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "coldplan/person/anthropometry.h"

/// `simulate` on whole bodies against SUNDIALS CVODE on the same cells, and against itself on
/// finer ones.
namespace coldplan::oracle {
namespace {

using thermoregulation::all_sites;
using thermoregulation::BodyHistory;
using thermoregulation::BodyMesh;
using thermoregulation::BodyTask;
using thermoregulation::Observed;
using thermoregulation::Stage;
using thermoregulation::Surroundings;

constexpr double most_skin = 0.1;
constexpr double most_core = 0.02;

struct Case {
  std::string words;
  std::vector<Stage> schedule;
  std::optional<thermoregulation::Bath> bath = std::nullopt;
};

Stage chamber(double duration, double temperature) {
  Surroundings around;
  around.fill(thermoregulation::cold_gas(temperature, 8.0, 0.95, 0.0));
  around.at(place_of(Site::hand)) = thermoregulation::cold_gas(temperature, 8.0, 0.95, 0.155);
  around.at(place_of(Site::foot)) = thermoregulation::cold_gas(temperature, 8.0, 0.95, 0.2325);
  return {duration, around, true};
}

Stage in_bath(double duration) {
  Surroundings around;
  around.fill(thermoregulation::water(107.0));
  around.at(place_of(Site::head)) = thermoregulation::still_room(23.0).at(place_of(Site::head));
  return {duration, around, true};
}

Stage room(double duration, double clothing) {
  const auto worn = thermoregulation::worn_over_trunk_and_limbs(clothing);
  return {duration, thermoregulation::still_room(23.0, worn), false};
}

std::vector<Case> all_cases() {
  constexpr double held = std::numeric_limits<double>::infinity();
  constexpr double litres_200 = 200.0 * 4186.0;
  return {{"chamber", {chamber(30.0, -60.0), chamber(150.0, -110.0), room(7200.0, 0.155)}},
          {"bath held at 10 C",
           {in_bath(600.0), room(3600.0, 0.0)},
           thermoregulation::Bath{10.0, held, 0.0, 23.0}},
          {"bath of 200 L",
           {in_bath(600.0), room(3600.0, 0.0)},
           thermoregulation::Bath{10.0, litres_200, 10.0, 23.0}}};
}

person::Person person_of(person::Sex sex, double age, double height, double weight) {
  person::Person person;
  person.sex = sex;
  person.age = age;
  person.height = height;
  person.weight = weight;
  return person;
}

struct Somebody {
  std::string words;
  person::Person person;

  [[nodiscard]] BodyTask task(const Case& session, std::size_t refinement = 1) const {
    const auto layout = thermoregulation::make_layout(refinement);
    return {thermoregulation::physique_of(person, anatomy::median_build(person),
                                          person::anthropometry(person).body_fat_fraction.median,
                                          layout),
            session.schedule, session.bath};
  }
};

std::vector<Somebody> people() {
  return {{"woman of 58", person_of(person::Sex::female, 58.0, 1.65, 78.0)},
          {"man of 25", person_of(person::Sex::male, 25.0, 1.80, 75.0)}};
}

BodyHistory history_of(const BodyTask& task, const BodyMesh& mesh, std::size_t refinement = 1) {
  thermoregulation::BodyOptions options;
  options.mesh = mesh;
  options.refinement = refinement;
  return simulate({&task, 1}, options).at(0).value();
}

BodyMesh divided(const BodyMesh& mesh, double by) {
  return {mesh.first / by, mesh.growth / by, mesh.largest / by};
}

/// What of a history stands at the end of a step.
BodyMoment moment_of(const BodyHistory& history, std::size_t step) {
  BodyMoment moment;
  moment.time = history.time.at(step);
  for (const Site site : all_sites()) {
    moment.surface.at(place_of(site)) = history.surface(site).at(step);
  }
  moment.central = history.of(Observed::central_blood).at(step);
  moment.pelvis = history.of(Observed::pelvis_core).at(step);
  moment.head = history.of(Observed::head_core).at(step);
  moment.mean_skin = history.of(Observed::mean_skin).at(step);
  moment.bath = history.of(Observed::bath).at(step);
  return moment;
}

/// Steps of a history to be looked at: a dozen of each stage, closer together after its start, and
/// its end.
std::vector<std::size_t> looked_at(const BodyHistory& history) {
  constexpr int looks = 13;
  std::vector<std::size_t> steps;
  double begin = 0.0;
  for (const double end : history.stage_end) {
    for (int look = 1; look <= looks; ++look) {
      const double share = static_cast<double>(look) / looks;
      const double wanted = begin + (end - begin) * share * share - 1e-6;
      const auto found = std::lower_bound(history.time.begin(), history.time.end(), wanted);
      const auto step = static_cast<std::size_t>(found - history.time.begin());
      if (steps.empty() || steps.back() != step) {
        steps.push_back(step);
      }
    }
    begin = end;
  }
  return steps;
}

struct Worst {
  double skin = 0.0;
  double core = 0.0;
  double bath = 0.0;
  std::string where;

  /// Written so that what is not a number is kept.
  void take(const BodyMoment& a, const BodyMoment& b) {
    for (const Site site : all_sites()) {
      const std::size_t place = place_of(site);
      const double here = std::abs(a.surface.at(place) - b.surface.at(place));
      if (!(here <= skin)) {
        skin = here;
        where = fmt::format("{} at {:.0f} s", name_of(site), a.time);
      }
    }
    for (const auto member : {&BodyMoment::central, &BodyMoment::pelvis, &BodyMoment::head}) {
      const double here = std::abs(a.*member - b.*member);
      core = here <= core ? core : here;
    }
    bath = std::max(bath, std::abs(a.bath - b.bath));
  }
};

struct Mesh {
  std::string words;
  BodyMesh mesh;
};

std::vector<Mesh> meshes() {
  return {{"usual", thermoregulation::usual_mesh},
          {"halved", divided(thermoregulation::usual_mesh, 2.0)},
          {"precise", thermoregulation::precise_mesh()},
          {"ninth", divided(thermoregulation::usual_mesh, 9.0)}};
}

class OneBody : public testing::TestWithParam<std::tuple<std::size_t, std::size_t>> {
 protected:
  [[nodiscard]] static Somebody somebody() { return people().at(std::get<0>(GetParam())); }
  [[nodiscard]] static Case session() { return all_cases().at(std::get<1>(GetParam())); }
};

TEST_P(OneBody, StaysWithCvodeOnTheSameCellsAndComesCloserWithShorterSteps) {
  const BodyTask task = somebody().task(session());
  std::vector<std::vector<BodyMoment>> seen;
  std::vector<double> times;
  thermoregulation::Neutral neutral;
  for (const Mesh& mesh : meshes()) {
    const BodyHistory history = history_of(task, mesh.mesh);
    ASSERT_FALSE(history.freezing);
    neutral = history.neutral;
    seen.emplace_back();
    for (const std::size_t step : looked_at(history)) {
      seen.back().push_back(moment_of(history, step));
      times.push_back(seen.back().back().time);
    }
  }
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  const BodySolution oracle = solve_by_cvode(task, neutral, times);
  ASSERT_EQ(oracle.moments.size(), times.size());
  fmt::print("{}, {}: at rest central {:.4f}, skin {:.4f}; air {:.3f}, factor {:.3f}\n", somebody().words,
             session().words, oracle.rest.central, oracle.rest.mean_skin, neutral.air,
             neutral.outer_flow_factor);
  for (const Site site : all_sites()) {
    fmt::print("   DEBUG {} {:.4f} {:.4f}\n", name_of(site), neutral.skin.at(place_of(site)), oracle.rest.surface.at(place_of(site)));
  }
  fmt::print("   DEBUG pelvis {:.4f} {:.4f} head {:.4f} {:.4f}\n", neutral.rectal, oracle.rest.pelvis, neutral.head, oracle.rest.head);
  for (std::size_t m = 0; m < seen.size(); ++m) {
    Worst worst;
    for (const BodyMoment& moment : seen.at(m)) {
      const auto at = std::lower_bound(times.begin(), times.end(), moment.time) - times.begin();
      worst.take(moment, oracle.moments.at(static_cast<std::size_t>(at)));
    }
    fmt::print("  {}: skin {:.4f} K ({}), core {:.4f} K, bath {:.4f} K\n", meshes().at(m).words, worst.skin,
               worst.where, worst.core, worst.bath);
    EXPECT_LE(worst.skin, most_skin);
    EXPECT_LE(worst.core, most_core);
  }
}

INSTANTIATE_TEST_SUITE_P(TwoPeopleThreeSessions, OneBody,
                         testing::Combine(testing::Range<std::size_t>(0, 2),
                                          testing::Range<std::size_t>(0, 3)));

}  // namespace
}  // namespace coldplan::oracle
