#include <algorithm>
#include <cmath>

#include "coldplan/facts/ids.h"
#include "coldplan/posterior/calibrated.h"
#include "coldplan/report/body_text.h"
#include "coldplan/report/comparison_json.h"
#include "coldplan/report/consequences_text.h"
#include "coldplan/report/json_numbers.h"
#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

using nlohmann::ordered_json;
using planning::BodyOutcome;
using planning::Interval;

constexpr double minute = 60.0;

ordered_json interval_json(const Interval& value) {
  return {
      {"median", rounded(value.median)}, {"p05", rounded(value.p05)}, {"p95", rounded(value.p95)}};
}

ordered_json interval_or_null(const std::optional<Interval>& value, double unit = 1.0) {
  return value ? interval_json({value->median / unit, value->p05 / unit, value->p95 / unit})
               : ordered_json(nullptr);
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
        {"breaths_per_minute", rounded(outcome.cold_shock->breaths)},
        {"ventilation_L_per_minute", rounded(outcome.cold_shock->ventilation * 60000.0)},
        {"heart_rate_per_minute", rounded(outcome.cold_shock->heart_rate)},
        {"of", "13 young men, Tipton 1998"}};
  }
  if (outcome.cabin) {
    json["after"] = {{"systolic_rise_mmHg", rounded(outcome.cabin->systolic_rise)},
                     {"diastolic_rise_mmHg", outcome.cabin->diastolic_rise},
                     {"heart_rate_change", outcome.cabin->heart_rate_change},
                     {"of",
                      "cabins of -110 to -160 °C for 3 min, whatever is set here: Lubkowska 2010, "
                      "Hausswirth 2013; rise with age transferred"}};
  }
  return json;
}

ordered_json neutral_json(const BodyOutcome& outcome) {
  ordered_json skin;
  for (const auto site : thermoregulation::all_sites()) {
    skin[std::string{name_of(site)}] =
        rounded(outcome.neutral.skin.at(thermoregulation::place_of(site)));
  }
  const double set_point =
      facts::value(facts::id::thermoregulation::two_node_neutral_temperature_skin);
  const double lumbar_most = facts::fact(facts::id::body::lumbar_skin_temperature).high;
  const double mean = outcome.history.of(thermoregulation::Observed::mean_skin).front();
  const double lumbar =
      outcome.neutral.skin.at(thermoregulation::place_of(thermoregulation::Site::lumbar));
  return {{"air_C", rounded(outcome.neutral.air)},
          {"outer_flow_factor", rounded(outcome.neutral.outer_flow_factor)},
          {"rectal_C", rounded(outcome.neutral.rectal)},
          {"head_core_C", rounded(outcome.neutral.head)},
          {"mean_skin_over_its_target_K", rounded(mean - set_point)},
          {"lumbar_skin_over_its_range_K", rounded(std::max(0.0, lumbar - lumbar_most))},
          {"targets_of_other_segments", nullptr},
          {"skin_C", std::move(skin)}};
}

ordered_json limits_json(const BodyOutcome& outcome) {
  ordered_json limits = ordered_json::array();
  for (const planning::BodyLimit& limit : outcome.limits) {
    limits.push_back({{"id", limit.id},
                      {"what", limit.name},
                      {"temperature_C", limit.temperature},
                      {"share_of_draws", rounded(limit.share)},
                      {"share_untold", rounded(limit.untold_share)},
                      {"minute_of_one_in_twenty", number_or_null(limit.earliest, minute)},
                      {"minute_of_half", number_or_null(limit.half, minute)}});
  }
  return limits;
}

ordered_json freezing_json(const BodyOutcome& outcome) {
  if (outcome.frozen.share == 0.0) {
    return nullptr;
  }
  return {{"share_of_draws", rounded(outcome.frozen.share)},
          {"minute_of_one_in_twenty", number_or_null(outcome.frozen.earliest, minute)},
          {"minute_of_half", number_or_null(outcome.frozen.half, minute)},
          {"where_mostly", std::string{name_of(outcome.frozen.site)}}};
}

ordered_json person_json(const BodyOutcome& outcome) {
  return {{"sex", outcome.person.sex == person::Sex::female ? "female" : "male"},
          {"age", outcome.person.age},
          {"height_m", rounded(outcome.person.height)},
          {"weight_kg", rounded(outcome.person.weight)}};
}

/// What was done, at the head of the answer.
ordered_json session_json(const BodyOutcome& outcome) {
  const simulation::BodySession& session = outcome.session;
  const bool is_bath = std::holds_alternative<applicator::Immersion>(session.form.source);
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
      {"immersed_to", is_bath ? ordered_json(std::string{simulation::word_of(session.immersed)})
                              : ordered_json(nullptr)},
      {"bath_is_held", is_bath ? ordered_json(session.bath_is_held) : ordered_json(nullptr)},
      {"person", person_json(outcome)},
      {"screening", std::string{screening_line()}},
      {"weakest_point", std::string{facts::notes_of(session.form.id)->weakest_point}},
      {"not_in_the_intervals",
       "moving air, wet skin, and what the model lacks (after four minutes of cold the core fell "
       "half as far as its median where it was measured)"},
      {"not_known", unmeasured_line()},
      {"posterior", posterior_json(posterior::provenance())},
      {"draws", outcome.draws}};
}

}  // namespace

ordered_json body_json(const BodyOutcome& outcome) {
  constexpr double joules = 1000.0;
  ordered_json json = session_json(outcome);
  json["neutral"] = neutral_json(outcome);
  json["freezing"] = freezing_json(outcome);
  json["told_to_the_end"] = outcome.is_complete;
  json["heat_taken_kJ"] = interval_or_null(outcome.heat_taken, joules);
  json["rectal_fall_K"] = interval_or_null(outcome.rectal_fall);
  json["rectal_fall_in_the_room_alone_K"] = number_or_null(outcome.rectal_fall_in_room);
  json["core_still_falls_at_end"] = outcome.core_still_falls;
  json["ice_to_hold_kg"] = interval_or_null(outcome.ice_to_hold);
  json["heart"] = heart_json(outcome);
  json["limits"] = limits_json(outcome);
  if (outcome.hazards) {
    json.update(hazards_json(outcome.hazards->hazards, outcome.hazards->statements));
  }
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
