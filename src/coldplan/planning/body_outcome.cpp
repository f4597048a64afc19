#include "coldplan/planning/body_outcome.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "coldplan/facts/ids.h"
#include "coldplan/person/anthropometry.h"
#include "coldplan/planning/body_series.h"
#include "coldplan/planning/version.h"
#include "coldplan/posterior/distribution.h"
#include "coldplan/posterior/random_draws.h"
#include "coldplan/quantity/print_time.h"

namespace coldplan::planning {
namespace {

using thermoregulation::BodyHistory;
using thermoregulation::Observed;
using thermoregulation::Site;

// numerical: how many draws stand behind an interval, and their seed.
constexpr int draw_count = 95;
// numerical: as above.
constexpr std::uint64_t draw_seed = 20;
// numerical: what a time may differ by for rounding.
constexpr double after_rounding = 1.0 + 1e-9;
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
  const auto scores = posterior::normal_pair(draw_seed, number, person_slot);
  subject.build.paraspinal_fat = at_estimate(known.paraspinal_fat, scores[0]);
  subject.build.midline_fat = at_estimate(known.midline_fat, scores[0]);
  subject.build.skin = value(draw, facts::id::anatomy::skin_thickness);
  subject.body_fat_fraction = at_estimate(known.body_fat_fraction, scores[1]);
  return subject;
}

/// The median first, then the draws.
std::vector<thermoregulation::BodyTask> make_tasks(const person::Person& person,
                                                   const simulation::BodySession& session,
                                                   const thermoregulation::Layout& layout) {
  const person::Anthropometry known = person::anthropometry(person);
  std::vector<thermoregulation::BodyTask> tasks{
      simulation::body_task(simulation::median_subject(person), session, layout)};
  for (std::uint64_t i = 0; i < draw_count; ++i) {
    const posterior::Draw draw = posterior::draw(draw_seed, i);
    tasks.push_back(
        simulation::body_task(subject_at(person, known, i, draw), session, layout, draw));
  }
  return tasks;
}

/// Heat through the films and by breath and evaporation until the exit.
double heat_taken(const BodyHistory& history, double exit) {
  double heat = 0.0;
  for (std::size_t i = 1; i < history.time.size() && history.time[i] <= exit * after_rounding;
       ++i) {
    const double rate = history.of(Observed::loss)[i] + history.of(Observed::evaporation)[i] +
                        history.of(Observed::respiration)[i];
    heat += rate * (history.time[i] - history.time[i - 1]);
  }
  return heat;
}

/// Ice at 0 °C whose melting and warming takes up a heat [kg].
double ice_for(double heat, double water) {
  namespace id = facts::id::applicators;
  return heat / (facts::value(id::ice_latent_heat) + facts::value(id::water_specific_heat) * water);
}

Interval over_draws(std::span<const BodyHistory> histories, const auto& quantity) {
  std::vector<double> values;
  for (std::size_t i = 1; i < histories.size(); ++i) {
    values.push_back(quantity(histories[i]));
  }
  return interval_of(quantity(histories[0]), values);
}

void add_heart(BodyOutcome& outcome, const person::Person& person) {
  const auto& form = outcome.session.form;
  if (const auto* bath = std::get_if<applicator::Immersion>(&form.source)) {
    if (outcome.session.immersed == simulation::ImmersedTo::neck) {
      outcome.cold_shock = thermoregulation::cold_shock(bath->temperature);
    }
    return;
  }
  const bool head_in = std::holds_alternative<applicator::Chamber>(form.source);
  outcome.cabin = thermoregulation::cabin_response(person.age, head_in);
}

std::vector<std::string> warnings_of(const BodyOutcome& outcome) {
  std::vector<std::string> warnings;
  const simulation::BodySession& session = outcome.session;
  if (session.duration > session.form.longest) {
    warnings.push_back(fmt::format("Longer than the {:g} min of the protocols on record.",
                                   session.form.longest / quantity::seconds_per_minute));
  }
  if (outcome.freezing) {
    warnings.push_back(fmt::format("Skin freezes after {} ({}): nothing is told after that.",
                                   quantity::print_time(outcome.freezing->time, 1),
                                   name_of(outcome.freezing->site)));
  }
  if (outcome.freezing_share > 0.0) {
    warnings.push_back(fmt::format(
        "Skin freezes in {:.0f} of {} draws; they end there, and do not count towards later "
        "intervals.",
        outcome.freezing_share * outcome.draws, outcome.draws));
  }
  return warnings;
}

BodyOutcome outcome_of(const person::Person& person, const simulation::BodySession& session,
                       std::span<const BodyHistory> histories) {
  BodyOutcome outcome;
  const BodyHistory& median = histories[0];
  outcome.session = session;
  outcome.time = median.time;
  outcome.exit = session.duration;
  outcome.draws = draw_count;
  outcome.neutral = median.neutral;
  outcome.freezing = median.freezing;
  for (const BodyHistory& history : histories.subspan(1)) {
    outcome.freezing_share += (history.freezing ? 1.0 : 0.0) / draw_count;
  }
  outcome.series = all_series(histories);
  outcome.limits = body_limits(histories);
  outcome.rectal_fall = over_draws(histories, [](const BodyHistory& history) {
    const std::vector<double>& rectal = history.of(Observed::pelvis_core);
    return rectal.front() - *std::min_element(rectal.begin(), rectal.end());
  });
  const std::vector<double>& rectal = median.of(Observed::pelvis_core);
  outcome.core_still_falls = rectal.size() > 1 && rectal.back() < rectal[rectal.size() - 2];
  outcome.heat_taken = over_draws(
      histories, [&](const BodyHistory& history) { return heat_taken(history, outcome.exit); });
  if (session.bath_is_held) {
    const double water = applicator::temperature_at_skin(session.form);
    outcome.ice_to_hold = over_draws(histories, [water](const BodyHistory& history) {
      return ice_for(history.heat_into_bath, water);
    });
  }
  outcome.history = median;
  outcome.person = person;
  outcome.anthropometry = person::anthropometry(person);
  outcome.build = anatomy::median_build(person);
  outcome.version = version();
  outcome.data_hash = facts::data_hash();
  add_heart(outcome, person);
  outcome.warnings = warnings_of(outcome);
  return outcome;
}

}  // namespace

Expected<BodyOutcome> predict_body(const person::Person& person,
                                   const simulation::BodySession& session,
                                   quantity::UnitSystem units) {
  if (auto sound = simulation::check(session); !sound) {
    return tl::unexpected(sound.error());
  }
  const thermoregulation::Layout layout = thermoregulation::make_layout();
  auto answers = thermoregulation::simulate(make_tasks(person, session, layout));
  std::vector<BodyHistory> histories;
  for (auto& answer : answers) {
    if (!answer) {
      return tl::unexpected(answer.error());
    }
    histories.push_back(std::move(*answer));
  }
  BodyOutcome outcome = outcome_of(person, session, histories);
  outcome.units = units;
  return outcome;
}

const BodySeries& series_of(const BodyOutcome& outcome, const std::string& id) {
  const auto found = std::find_if(outcome.series.begin(), outcome.series.end(),
                                  [&](const BodySeries& series) { return series.id == id; });
  if (found == outcome.series.end()) {
    throw std::out_of_range("no series " + id);
  }
  return *found;
}

}  // namespace coldplan::planning
