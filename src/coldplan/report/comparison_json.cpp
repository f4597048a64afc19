#include "coldplan/report/comparison_json.h"

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "coldplan/planning/person_draws.h"
#include "coldplan/report/text.h"
#include "coldplan/screening/approval.h"

namespace coldplan::report {
namespace {

using nlohmann::ordered_json;

constexpr double millimetres = 1000.0;
constexpr double minute = 60.0;
constexpr double joules_per_kilojoule = 1000.0;

double celsius(double value) {
  // A thousandth of a degree, written so that it prints short.
  return std::round(value * 1000.0) / 1000.0;
}

/// Two decimals, for everything that is no temperature.
double hundredths(double value) {
  return std::round(value * 100.0) / 100.0;
}

ordered_json interval_json(double median, double p05, double p95) {
  return {{"median", median}, {"p05", p05}, {"p95", p95}};
}

ordered_json thickness_json(const person::Estimate& estimate) {
  const auto mm = [](double metres) { return hundredths(metres * millimetres); };
  return interval_json(mm(estimate.median), mm(estimate.low), mm(estimate.high));
}

ordered_json row_json(const planning::TissueRow& row) {
  return {{"tissue", row.name},
          {"depth_mm", hundredths(row.depth * millimetres)},
          {"start_C", celsius(row.median.start)},
          {"end_C", celsius(row.median.end)},
          {"coldest_C", interval_json(celsius(row.coldest.median), celsius(row.coldest.p05),
                                      celsius(row.coldest.p95))},
          {"driven_by", row.driver},
          {"coldest_minute", hundredths(row.median.coldest_time / minute)}};
}

/// Samples at whole minutes, at the removal and at the end.
std::vector<std::size_t> shown_samples(const simulation::BackHistory& history) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < history.time.size(); ++i) {
    const bool is_whole = std::fmod(history.time[i], minute) == 0.0;
    if (is_whole || history.time[i] == history.removal || i + 1 == history.time.size()) {
      shown.push_back(i);
    }
  }
  return shown;
}

ordered_json curves_json(const simulation::BackHistory& history, bool skin_only) {
  const std::vector<std::size_t> shown = shown_samples(history);
  ordered_json minutes = ordered_json::array();
  for (const std::size_t sample : shown) {
    minutes.push_back(hundredths(history.time[sample] / minute));
  }
  ordered_json tissues = ordered_json::array();
  for (const simulation::Trace& trace : history.traces) {
    if (skin_only && trace.depth > 0.0) {
      continue;
    }
    ordered_json values = ordered_json::array();
    for (const std::size_t sample : shown) {
      values.push_back(celsius(trace.temperature[sample]));
    }
    tissues.push_back({{"tissue", trace.name},
                       {"depth_mm", hundredths(trace.depth * millimetres)},
                       {"temperature_C", std::move(values)}});
  }
  return {{"minute", std::move(minutes)}, {"tissues", std::move(tissues)}};
}

ordered_json flags_json(const std::vector<planning::SkinFlag>& flags) {
  ordered_json list = ordered_json::array();
  for (const planning::SkinFlag& flag : flags) {
    list.push_back({{"id", flag.limit.id},
                    {"limit_C", flag.limit.temperature},
                    {"coldest_skin_C", celsius(flag.coldest)},
                    {"passed", flag.passed},
                    {"meaning", flag.limit.meaning}});
  }
  return list;
}

ordered_json or_null(const std::optional<double>& value) {
  return value ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json session_json(const planning::FormOutcome& outcome) {
  const simulation::Session& session = outcome.session;
  ordered_json barriers = ordered_json::array();
  for (const applicator::Barrier barrier : session.use.barriers) {
    barriers.push_back(applicator::word_of(barrier));
  }
  ordered_json cold = ordered_json::array();
  for (const simulation::Interval& interval : outcome.history.cold) {
    cold.push_back({hundredths(interval.from / minute), hundredths(interval.to / minute)});
  }
  ordered_json conductance = nullptr;
  if (outcome.contact_conductance > 0.0) {
    conductance = hundredths(outcome.contact_conductance);
  }
  return {{"minutes", hundredths(session.duration / minute)},
          {"bouts", session.bouts},
          {"gap_minutes", hundredths(session.gap / minute)},
          {"followed_minutes", hundredths(session.after / minute)},
          {"cold_minutes", std::move(cold)},
          {"stops_at_skin_C", or_null(session.form.stop_temperature)},
          {"stopped", outcome.history.stopped},
          {"barriers", std::move(barriers)},
          {"hold", applicator::word_of(session.use.hold)},
          {"dwell", or_null(session.use.dwell)},
          {"contact_conductance_W_m2K", std::move(conductance)},
          {"room_C", session.use.room_temperature}};
}

ordered_json scaled_json(const planning::Interval& interval, double unit) {
  return interval_json(hundredths(interval.median / unit), hundredths(interval.p05 / unit),
                       hundredths(interval.p95 / unit));
}

/// What the draws were calibrated on; null where nothing was.
/// Levels by family and variant; `coldplan screen --json` has the reasons.
ordered_json screening_summary(const planning::Comparison& comparison) {
  if (!comparison.screening) {
    return {{"done", false}, {"note", screening_line()}};
  }
  ordered_json forms = ordered_json::object();
  for (const screening::FamilyScreening& family : comparison.screening->families) {
    ordered_json variants = ordered_json::object();
    for (const screening::FormScreening& form : family.forms) {
      variants[std::string{form.variant->id}] = screening::to_string(form.level);
    }
    forms[std::string{family.family}] = {{"level", screening::to_string(family.level)},
                                         {"variants", std::move(variants)}};
  }
  return {{"done", true},
          {"note", screening::approval_line(comparison.approval)},
          {"urgency", screening::to_string(comparison.screening->warnings.urgency)},
          {"forms", std::move(forms)}};
}

}  // namespace

ordered_json posterior_json(const posterior::Provenance& posterior) {
  if (posterior.studies == 0) {
    return nullptr;
  }
  return {{"date", posterior.date}, {"studies", posterior.studies}, {"rows", posterior.rows}};
}

ordered_json person_json(const person::Person& person, const person::Anthropometry& anthropometry) {
  return {{"sex", person.sex == person::Sex::female ? "female" : "male"},
          {"age", person.age},
          {"height_cm", person.height * 100.0},
          {"weight_kg", person.weight},
          {"body_mass_index", anthropometry.body_mass_index},
          {"paraspinal_fat_mm", thickness_json(anthropometry.paraspinal_fat)},
          {"midline_fat_mm", thickness_json(anthropometry.midline_fat)},
          {"muscle_mm", thickness_json(anthropometry.muscle_thickness)}};
}

ordered_json outcome_json(const planning::FormOutcome& outcome) {
  ordered_json rows = ordered_json::array();
  for (const planning::TissueRow& row : outcome.rows) {
    rows.push_back(row_json(row));
  }
  ordered_json json{
      {"id", outcome.session.form.id},
      {"family", outcome.session.form.family},
      {"name", outcome.session.form.name},
      {"session", session_json(outcome)},
      {"tissues", std::move(rows)},
      {"skin_analgesia_limit_C", planning::analgesia_temperature()},
      {"skin_minutes_below_analgesia_limit", scaled_json(outcome.time_below_analgesia, minute)},
      {"heat_taken_kJ", scaled_json(outcome.heat_taken, joules_per_kilojoule)},
      {"frozen_mm", scaled_json(outcome.frozen_depth, 1.0 / millimetres)},
      {"flags", flags_json(outcome.flags)},
      {"warnings", outcome.warnings}};
  if (outcome.skin_over_barrier && outcome.muscle_over_barrier) {
    json["over_asked_barrier"] = {
        {"barrier", applicator::word_of(*outcome.session.form.asked_barrier)},
        {"skin_coldest_C", celsius(outcome.skin_over_barrier->coldest)},
        {"muscle_2cm_coldest_C", celsius(outcome.muscle_over_barrier->coldest)}};
  }
  json["weakest_point"] = weakest_point(outcome.session.form);
  json["curves"] = curves_json(outcome.history, outcome.session.form.skin_only);
  return json;
}

ordered_json comparison_json(const planning::Comparison& comparison) {
  ordered_json forms = ordered_json::array();
  for (const planning::FormOutcome& outcome : comparison.forms) {
    forms.push_back(outcome_json(outcome));
  }
  ordered_json unknown = ordered_json::array();
  for (const planning::NotPredicted& form : comparison.forms_not_predicted) {
    unknown.push_back(
        {{"id", form.id}, {"family", form.family}, {"name", form.name}, {"why", form.why}});
  }
  ordered_json ruled_out = ordered_json::array();
  for (const planning::NotPredicted& form : comparison.forms_ruled_out) {
    ruled_out.push_back(
        {{"id", form.id}, {"family", form.family}, {"name", form.name}, {"rule", form.why}});
  }
  return {{"version", comparison.version},
          {"data_hash", comparison.data_hash},
          {"posterior", posterior_json(comparison.posterior)},
          {"person", person_json(comparison.person, comparison.anthropometry)},
          {"screening", screening_summary(comparison)},
          {"spread_covers",
           "fat and muscle of the person, tissue, blood flow and its answer to cold, contact and "
           "temperature of the form, and what the model misses; curves are one course, of the "
           "likeliest "
           "person"},
          {"not_known", unmeasured_line()},
          {"draws", planning::person_draw_count},
          {"forms", std::move(forms)},
          {"forms_ruled_out", std::move(ruled_out)},
          {"forms_not_predicted", std::move(unknown)},
          {"families_not_predicted", comparison.families_not_predicted},
          {"warnings", comparison.warnings}};
}

}  // namespace coldplan::report
