#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "coldplan/bioheat/solver.h"
#include "coldplan/thermoregulation/controls.h"
#include "coldplan/thermoregulation/example_bodies.h"

// How far steps and cells are from finer ones, and the lumbar column from the solver of the back.
// tests/oracle has the whole against CVODE.
namespace coldplan::thermoregulation {
namespace {

using tests::adult;
using tests::bath_at;
using tests::body_of;
using tests::held_litres;
using tests::history_of;
using tests::in_bath;
using tests::in_chamber;
using tests::minute;
using tests::stout_woman;
using tests::young_man;

constexpr double most_skin = 0.1;   // [°C]
constexpr double most_core = 0.02;  // [°C]

std::vector<person::Person> some_people() {
  return {young_man(), stout_woman(), adult(person::Sex::female, 25.0, 1.70, 50.0)};
}

/// A shock of −110 °C at bare skin everywhere, and a bath at 10 °C.
std::vector<BodyTask> shocks(const person::Person& person) {
  return {in_chamber(person, -110.0, 3.0 * minute, 120.0 * minute),
          in_bath(person, 10.0, 15.0 * minute, 120.0 * minute)};
}

/// Values of a history at a time, linear between its own.
double at(const BodyHistory& history, const std::vector<double>& values, double time) {
  const auto after = std::lower_bound(history.time.begin(), history.time.end(), time);
  if (after == history.time.begin() || after == history.time.end()) {
    return after == history.time.begin() ? values.front() : values.back();
  }
  const auto i = static_cast<std::size_t>(after - history.time.begin());
  const double share = (time - history.time[i - 1]) / (history.time[i] - history.time[i - 1]);
  return std::lerp(values[i - 1], values[i], share);
}

/// Every skin and every core at the times of the coarser one.
void expect_near(const BodyHistory& coarse, const BodyHistory& fine) {
  for (std::size_t i = 0; i < coarse.time.size(); ++i) {
    const double time = coarse.time[i];
    for (const Site site : all_sites()) {
      ASSERT_NEAR(coarse.surface(site)[i], at(fine, fine.surface(site), time), most_skin)
          << name_of(site) << " at " << time;
    }
    for (const Observed core :
         {Observed::central_blood, Observed::pelvis_core, Observed::head_core}) {
      ASSERT_NEAR(coarse.of(core)[i], at(fine, fine.of(core), time), most_core) << time;
    }
  }
}

TEST(WholeBodyAccuracy, HangsLittleOnTheSteps) {
  BodyOptions finer;
  finer.mesh = {usual_mesh.first / 4.0, usual_mesh.growth / 4.0, usual_mesh.largest / 4.0};
  for (const person::Person& person : some_people()) {
    for (const BodyTask& task : shocks(person)) {
      expect_near(history_of(task), history_of(task, finer));
    }
  }
}

TEST(WholeBodyAccuracy, HangsLittleOnTheCells) {
  BodyOptions finer;
  finer.refinement = 3;
  for (const person::Person& person : some_people()) {
    for (const BodyTask& task : shocks(person)) {
      BodyTask fine = task;
      fine.physique = body_of(person, finer.refinement);
      expect_near(history_of(task), history_of(fine, finer));
    }
  }
}

/// What the lumbar skin faces at rest as one film: air, walls, and what it evaporates.
bioheat::Boundary resting_film(const Neutral& neutral) {
  const Surrounding room = still_room(neutral.air).at(place_of(Site::lumbar));
  const double skin = neutral.skin.at(place_of(Site::lumbar));
  const double warm = skin + kelvin;
  const double cold = neutral.air + kelvin;
  const double film = room.convection + room.emissivity * stefan_boltzmann *
                                            (warm * warm + cold * cold) * (warm + cold);
  const Controls& c = controls();
  const double evaporation = c.wettedness_dry * c.lewis * room.convection *
                             (saturation_pressure(skin) - room.vapour_pressure);
  return {1.0 / film, neutral.air - evaporation / film, std::nullopt};
}

/// A film on the lumbar skin alone for three minutes. It is one of water, which takes no radiation
/// and no vapour, whatever its temperature.
struct Film {
  double conductance;
  double temperature;
};

BodyTask lumbar_task(const person::Person& person, const Film& film, std::size_t refinement) {
  BodyTask task{body_of(person, refinement), {{1.0, still_room(28.0), false}}};
  BodyOptions options;
  options.refinement = refinement;
  Surroundings around = still_room(history_of(task, options).neutral.air);
  around.at(place_of(Site::lumbar)) = water(film.conductance);
  task.schedule = {{3.0 * minute, around, true}};
  task.bath = bath_at(film.temperature, held_litres);
  for (const anatomy::Landmark& landmark :
       anatomy::paraspinal_column(anatomy::median_build(person)).landmarks) {
    task.probes.push_back({Site::lumbar, landmark.depth});
  }
  return task;
}

void expect_lumbar_column(const person::Person& person, const Film& film, std::size_t refinement) {
  BodyTask task = lumbar_task(person, film, refinement);
  task.physique.law.reflex_gain = 0.0;
  BodyOptions options;
  options.refinement = refinement;
  const BodyHistory history = history_of(task, options);
  const auto named = anatomy::paraspinal_column(anatomy::median_build(person));
  bioheat::SolverOptions sampled;
  sampled.sample_interval = 10.0;
  const std::vector<bioheat::Phase> cold{
      {3.0 * minute, {1.0 / film.conductance, film.temperature, std::nullopt}, true}};
  const auto column =
      bioheat::solve(named.column, bioheat::Rest{resting_film(history.neutral)}, cold, sampled)
          .value();
  for (std::size_t i = 0; i < column.time.size(); ++i) {
    const auto gap = [&](std::size_t probe) {
      return std::abs(at(history, history.probes[probe], column.time[i]) -
                      bioheat::temperature_at(column, i, named.landmarks[probe].depth));
    };
    EXPECT_LT(gap(0), 0.1) << film.temperature << " at " << column.time[i];
    EXPECT_LT(gap(1), 0.05) << film.temperature << " at " << column.time[i];
  }
}

TEST(WholeBodyAccuracy, HasThePersonsOwnLumbarColumn) {
  // With three times the cells skin is within 0.015 °C and the interface within 0.005 °C. The blood
  // that feeds the column cools by 0.01 °C meanwhile.
  for (const person::Person& person : some_people()) {
    for (const Film& film : {Film{12.0, -95.0}, Film{60.0, 5.0}, Film{8.0, -60.0}}) {
      expect_lumbar_column(person, film, 1);
      expect_lumbar_column(person, film, 3);
    }
  }
}

TEST(WholeBodyAccuracy, FollowsTheReflexByATenthOfADegreeAtTheLumbarSkin) {
  // What the test above leaves out.
  for (const person::Person& person : some_people()) {
    BodyTask task = lumbar_task(person, {12.0, -95.0}, 1);
    const double with_reflex = history_of(task).probes[0].back();
    task.physique.law.reflex_gain = 0.0;
    const double without = history_of(task).probes[0].back();
    EXPECT_LT(with_reflex, without);
    EXPECT_GT(with_reflex, without - 0.12);
  }
}

}  // namespace
}  // namespace coldplan::thermoregulation
