#include "coldplan/planning/drawn_bodies.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "coldplan/facts/ids.h"
#include "coldplan/person/anthropometry.h"
#include "coldplan/posterior/distribution.h"
#include "coldplan/posterior/random_draws.h"

namespace coldplan::planning {
namespace {

// numerical: the seed of the draws of bodies.
constexpr std::uint64_t draw_seed = 20;
// numerical: a slot of random numbers that posterior and population leave free.
constexpr std::uint32_t person_slot = 1000;

double at_estimate(const person::Estimate& estimate, double score) {
  return posterior::at(
      posterior::between(estimate.low, std::clamp(estimate.median, estimate.low, estimate.high),
                         estimate.high),
      score);
}

/// The body of a person as one draw has what is not known of it: her fat, and her share of body
/// fat.
simulation::BodySubject subject_at(const person::Person& person, const person::Anthropometry& known,
                                   std::uint64_t number, const posterior::Draw& draw) {
  simulation::BodySubject subject = simulation::median_subject(person);
  // One score for all of them, an assumption: they are guesses from the same height and weight.
  const double score = posterior::normal_pair(draw_seed, number, person_slot)[0];
  subject.build.paraspinal_fat = at_estimate(known.paraspinal_fat, score);
  subject.build.midline_fat = at_estimate(known.midline_fat, score);
  subject.build.skin = value(draw, facts::id::anatomy::skin_thickness);
  subject.body_fat_fraction = at_estimate(known.body_fat_fraction, score);
  return subject;
}

/// The time after the cold without the cold before it, at the likeliest values; as long as both.
std::optional<thermoregulation::BodyTask> in_room(const simulation::BodySubject& subject,
                                                  const simulation::BodySession& session,
                                                  const thermoregulation::Layout& layout) {
  if (session.after <= 0.0) {
    return std::nullopt;
  }
  thermoregulation::BodyTask task =
      simulation::body_task(subject, session, layout, posterior::central());
  task.schedule = {task.schedule.back()};
  task.schedule.front().duration += session.duration;
  task.bath.reset();
  return task;
}

}  // namespace

std::vector<thermoregulation::BodyTask> body_tasks(const person::Person& person,
                                                   const simulation::BodySession& session,
                                                   const thermoregulation::Layout& layout) {
  const person::Anthropometry known = person::anthropometry(person);
  const simulation::BodySubject likeliest =
      simulation::median_subject(person, posterior::central());
  std::vector<thermoregulation::BodyTask> tasks{
      simulation::body_task(likeliest, session, layout, posterior::central())};
  for (std::uint64_t i = 0; i < body_draw_count; ++i) {
    const posterior::Draw draw = posterior::draw(draw_seed, i);
    tasks.push_back(
        simulation::body_task(subject_at(person, known, i, draw), session, layout, draw));
  }
  if (auto room = in_room(likeliest, session, layout)) {
    tasks.push_back(std::move(*room));
  }
  return tasks;
}

}  // namespace coldplan::planning
