#include <cmath>

#include "coldplan/report/body_text.h"

namespace coldplan::report {
namespace {

using nlohmann::ordered_json;
using planning::BodyOutcome;
using planning::Interval;

constexpr double minute = 60.0;

double rounded(double value) {
  return std::round(value * 1000.0) / 1000.0;
}

ordered_json interval_json(const Interval& value) {
  return {
      {"median", rounded(value.median)}, {"p05", rounded(value.p05)}, {"p95", rounded(value.p95)}};
}

/// Samples about ten seconds apart in the cold and a minute after it, the exit and the end.
std::vector<std::size_t> shown_samples(const BodyOutcome& outcome) {
  std::vector<std::size_t> shown{0};
  for (std::size_t i = 1; i < outcome.time.size(); ++i) {
    const bool is_exit = std::abs(outcome.time[i] - outcome.exit) < 1e-6 * outcome.exit;
    const double pause = outcome.time[i] <= outcome.exit ? minute / 6.0 : minute;
    if (is_exit || i + 1 == outcome.time.size() ||
        outcome.time[i] - outcome.time[shown.back()] >= pause) {
      shown.push_back(i);
    }
  }
  return shown;
}

ordered_json series_json(const BodyOutcome& outcome, const planning::BodySeries& series) {
  ordered_json values = ordered_json::array();
  for (const std::size_t i : shown_samples(outcome)) {
    values.push_back(interval_json(series.values[i]));
  }
  return {{"id", series.id},
          {"name", series.name},
          {"unit", series.unit},
          {"lowest", interval_json(series.lowest)},
          {"lowest_minute",
           interval_json({series.lowest_time.median / minute, series.lowest_time.p05 / minute,
                          series.lowest_time.p95 / minute})},
          {"values", std::move(values)}};
}

ordered_json heart_json(const BodyOutcome& outcome) {
  ordered_json json = {{"simulated", false}, {"first_30_s", nullptr}, {"after", nullptr}};
  if (outcome.cold_shock) {
    json["first_30_s"] = {
        {"breaths_per_minute", outcome.cold_shock->breaths},
        {"ventilation_L_per_minute", rounded(outcome.cold_shock->ventilation * 60000.0)},
        {"heart_rate_per_minute", outcome.cold_shock->heart_rate},
        {"of", "13 young men, Tipton 1998"}};
  }
  if (outcome.cabin) {
    json["after"] = {{"systolic_rise_mmHg", outcome.cabin->systolic_rise},
                     {"diastolic_rise_mmHg", outcome.cabin->diastolic_rise},
                     {"heart_rate_change", outcome.cabin->heart_rate_change},
                     {"of", "Lubkowska 2010, Hausswirth 2013; rise with age transferred"}};
  }
  return json;
}

ordered_json neutral_json(const BodyOutcome& outcome) {
  ordered_json skin;
  for (const auto site : thermoregulation::all_sites()) {
    skin[std::string{name_of(site)}] =
        rounded(outcome.neutral.skin.at(thermoregulation::place_of(site)));
  }
  return {{"air_C", rounded(outcome.neutral.air)},
          {"outer_flow_factor", rounded(outcome.neutral.outer_flow_factor)},
          {"rectal_C", rounded(outcome.neutral.rectal)},
          {"head_core_C", rounded(outcome.neutral.head)},
          {"skin_C", std::move(skin)}};
}

ordered_json limits_json(const BodyOutcome& outcome) {
  ordered_json limits = ordered_json::array();
  for (const planning::BodyLimit& limit : outcome.limits) {
    ordered_json when = nullptr;
    if (limit.median_time) {
      when = rounded(*limit.median_time / minute);
    }
    ordered_json range = nullptr;
    if (limit.times) {
      range = {rounded(limit.times->p05 / minute), rounded(limit.times->p95 / minute)};
    }
    limits.push_back({{"id", limit.id},
                      {"what", limit.name},
                      {"temperature_C", limit.temperature},
                      {"share_of_draws", rounded(limit.share)},
                      {"share_untold", rounded(limit.untold_share)},
                      {"median_minute", std::move(when)},
                      {"minutes_p05_p95_of_those_that_pass", std::move(range)}});
  }
  return limits;
}

ordered_json freezing_json(const BodyOutcome& outcome) {
  if (!outcome.freezing) {
    return nullptr;
  }
  return {{"minute", rounded(outcome.freezing->time / minute)},
          {"where", std::string{name_of(outcome.freezing->site)}}};
}

/// What was done, at the head of the answer.
ordered_json session_json(const BodyOutcome& outcome) {
  const simulation::BodySession& session = outcome.session;
  return {
      {"version", outcome.version},
      {"data_hash", outcome.data_hash},
      {"form", session.form.id},
      {"displayed_C", applicator::displayed_temperature(session.form)},
      {"at_skin_C", applicator::temperature_at_skin(session.form)},
      {"minutes_in_cold", rounded(session.duration / minute)},
      {"minutes_after", rounded(session.after / minute)},
      {"room_C", session.room_temperature},
      {"clothes_after_m2K_per_W", session.clothing_after},
      {"immersed_to", std::string{simulation::word_of(session.immersed)}},
      {"bath_is_held", session.bath_is_held},
      {"not_in_the_intervals",
       "moving air, wet skin, and what the model lacks (the core fell half as far as its median "
       "where it was measured)"},
      {"draws", outcome.draws}};
}

}  // namespace

ordered_json body_json(const BodyOutcome& outcome) {
  constexpr double joules = 1000.0;
  ordered_json json = session_json(outcome);
  json["neutral"] = neutral_json(outcome);
  json["freezing"] = freezing_json(outcome);
  json["freezing_share"] = rounded(outcome.freezing_share);
  json["heat_taken_kJ"] =
      interval_json({outcome.heat_taken.median / joules, outcome.heat_taken.p05 / joules,
                     outcome.heat_taken.p95 / joules});
  json["rectal_fall_K"] = interval_json(outcome.rectal_fall);
  json["core_still_falls_at_end"] = outcome.core_still_falls;
  json["ice_to_hold_kg"] =
      outcome.session.bath_is_held ? interval_json(outcome.ice_to_hold) : ordered_json(nullptr);
  json["heart"] = heart_json(outcome);
  json["limits"] = limits_json(outcome);
  json["warnings"] = outcome.warnings;
  json["minutes"] = ordered_json::array();
  for (const std::size_t i : shown_samples(outcome)) {
    json["minutes"].push_back(rounded(outcome.time[i] / minute));
  }
  json["series"] = ordered_json::array();
  for (const planning::BodySeries& each : outcome.series) {
    json["series"].push_back(series_json(outcome, each));
  }
  return json;
}

}  // namespace coldplan::report
