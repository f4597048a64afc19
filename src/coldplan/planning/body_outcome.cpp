#include "coldplan/planning/body_outcome.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "coldplan/facts/ids.h"
#include "coldplan/person/anthropometry.h"
#include "coldplan/planning/body_series.h"
#include "coldplan/planning/drawn_bodies.h"
#include "coldplan/planning/version.h"
#include "coldplan/posterior/distribution.h"
#include "coldplan/posterior/random_draws.h"
#include "coldplan/quantity/print_time.h"

namespace coldplan::planning {
namespace {

using thermoregulation::BodyHistory;
using thermoregulation::Observed;

// numerical: what a time may differ by for rounding.
constexpr double after_rounding = 1.0 + 1e-9;
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

/// How far a core falls from its start to its lowest [K].
double rectal_fall(const BodyHistory& history) {
  const std::vector<double>& rectal = history.of(Observed::pelvis_core);
  return rectal.front() - *std::min_element(rectal.begin(), rectal.end());
}

bool still_falls(const BodyHistory& history) {
  const std::vector<double>& rectal = history.of(Observed::pelvis_core);
  return rectal.size() > 1 && rectal.back() < rectal[rectal.size() - 2];
}

Interval over_draws(std::span<const BodyHistory> draws, const auto& quantity) {
  std::vector<double> values;
  for (const BodyHistory& history : draws) {
    values.push_back(quantity(history));
  }
  return interval_of(std::move(values));
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

/// The coldest display or water of the protocols on record; none where none was read.
std::optional<double> coldest_on_record(const applicator::WholeBodyForm& form) {
  namespace id = facts::id::applicators;
  if (form.id == "wbc_electric_chamber") {
    return facts::fact(id::wbc_electric_chamber_displayed_temperature).low;
  }
  if (form.id == "pbc_ln2_cryosauna") {
    return facts::fact(id::pbc_ln2_cryosauna_displayed_temperature).low;
  }
  return std::holds_alternative<applicator::Immersion>(form.source)
             ? std::optional{facts::fact(id::cwi_still_bath_temperature).low}
             : std::nullopt;
}

std::string frozen_words(const BodyOutcome& outcome) {
  const FrozenSkin& frozen = outcome.frozen;
  std::string text = fmt::format(
      "Skin freezes in {:.0f} of {} draws, in most of them first at the "
      "{}",
      frozen.share * outcome.draws, outcome.draws, name_of(frozen.site));
  if (frozen.earliest) {
    text += fmt::format("; in one of twenty after {}", quantity::print_time(*frozen.earliest, 1));
  }
  if (frozen.half) {
    text += fmt::format(", in half after {}", quantity::print_time(*frozen.half, 1));
  }
  return text + (outcome.is_complete ? "." : ". Nothing is told after the first of these times.");
}

std::vector<std::string> warnings_of(const BodyOutcome& outcome) {
  std::vector<std::string> warnings;
  const simulation::BodySession& session = outcome.session;
  if (session.duration > session.form.longest) {
    warnings.push_back(fmt::format("Longer than the {:g} min of the protocols on record.",
                                   session.form.longest / quantity::seconds_per_minute));
  }
  const auto coldest = coldest_on_record(session.form);
  if (coldest && applicator::displayed_temperature(session.form) < *coldest) {
    warnings.push_back(
        fmt::format("Colder than the {:g} °C of the protocols on record.", *coldest));
  }
  if (outcome.frozen.share > 0.0) {
    warnings.push_back(frozen_words(outcome));
  }
  return warnings;
}

/// What is told of the whole session alone.
void add_totals(BodyOutcome& outcome, std::span<const BodyHistory> draws) {
  if (outcome.time.back() * after_rounding >= outcome.exit) {
    outcome.heat_taken = over_draws(
        draws, [&](const BodyHistory& history) { return heat_taken(history, outcome.exit); });
  }
  if (!outcome.is_complete) {
    return;
  }
  outcome.rectal_fall = over_draws(draws, rectal_fall);
  const auto falling = std::count_if(draws.begin(), draws.end(), still_falls);
  outcome.core_still_falls = 2 * falling > std::ssize(draws);
  if (outcome.session.bath_is_held) {
    const double water = applicator::temperature_at_skin(outcome.session.form);
    outcome.ice_to_hold = over_draws(draws, [water](const BodyHistory& history) {
      return ice_for(history.heat_into_bath, water);
    });
  }
}

BodyOutcome outcome_of(const person::Person& person, const simulation::BodySession& session,
                       std::span<const BodyHistory> histories) {
  const BodyHistory& likeliest = histories.front();
  const auto draws = histories.subspan(1, body_draw_count);
  const std::size_t told = told_samples(draws);
  BodyOutcome outcome;
  outcome.session = session;
  const auto longest = std::max_element(
      draws.begin(), draws.end(),
      [](const BodyHistory& a, const BodyHistory& b) { return a.time.size() < b.time.size(); });
  outcome.time.assign(longest->time.begin(),
                      longest->time.begin() + static_cast<std::ptrdiff_t>(told));
  outcome.exit = session.duration;
  outcome.is_complete = outcome.time.back() * after_rounding >= session.duration + session.after;
  outcome.draws = static_cast<int>(body_draw_count);
  outcome.neutral = likeliest.neutral;
  outcome.frozen = frozen_skin(draws);
  outcome.series = all_series(draws, told);
  outcome.limits = body_limits(draws);
  add_totals(outcome, draws);
  if (histories.size() > body_draw_count + 1) {
    outcome.rectal_fall_in_room = rectal_fall(histories.back());
  }
  outcome.history = likeliest;
  outcome.person = person;
  outcome.anthropometry = person::anthropometry(person);
  outcome.build = anatomy::median_build(person, posterior::central());
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
  auto answers = thermoregulation::simulate(body_tasks(person, session, layout));
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
