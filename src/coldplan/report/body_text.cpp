#include "coldplan/report/body_text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/facts/ids.h"
#include "coldplan/posterior/calibrated.h"
#include "coldplan/quantity/print_time.h"
#include "coldplan/report/body_parts.h"
#include "coldplan/report/consequences_text.h"
#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

using planning::BodyOutcome;
using planning::BodySeries;
using planning::Interval;

constexpr double minute = quantity::seconds_per_minute;

/// A place in time that the table shows.
struct Moment {
  std::string title;
  std::size_t sample = 0;
};

std::vector<Moment> moments_of(const BodyOutcome& outcome) {
  std::vector<Moment> moments{{"before", 0}};
  const double last = outcome.time.back();
  // Within a step of it.
  if (last < outcome.exit * (1.0 - 1e-9)) {
    moments.push_back({"at " + quantity::print_time(last, 1), outcome.time.size() - 1});
    return moments;
  }
  moments.push_back({"at exit", sample_at(outcome, outcome.exit)});
  for (const double after : {10.0, 60.0, 120.0}) {
    if (outcome.exit + after * minute <= last * (1.0 + 1e-9)) {
      moments.push_back(
          {fmt::format("+{:g} min", after), sample_at(outcome, outcome.exit + after * minute)});
    }
  }
  return moments;
}

std::string cell(const BodySeries& series, std::size_t sample, quantity::UnitSystem units) {
  const Interval& value = series.values[sample];
  const auto number = [&](double x) {
    return series.unit == "W" ? fmt::format("{:.0f}", x) : degrees(x, units);
  };
  if (sample == 0) {
    return number(value.median);
  }
  return fmt::format("{} ({}-{})", number(value.median), number(value.p05), number(value.p95));
}

const std::vector<std::pair<std::string, std::string>>& shown_rows() {
  static const std::vector<std::pair<std::string, std::string>> rows{
      {"skin_lower_back", "skin, lower back"},
      {"lumbar_fat_muscle_interface", "  under its fat"},
      {"lumbar_muscle_at_1_cm", "  muscle at 1 cm"},
      {"lumbar_muscle_at_2_cm", "  muscle at 2 cm"},
      {"lumbar_muscle_at_3_cm", "  muscle at 3 cm"},
      {"skin_mean", "skin, mean"},
      {"skin_chest", "skin, chest"},
      {"skin_thigh", "skin, thigh"},
      {"skin_lower_leg", "skin, lower leg"},
      {"skin_hand", "skin, hand"},
      {"skin_foot", "skin, foot"},
      {"oesophageal", "core, oesophageal"},
      {"rectal", "core, rectal"},
      {"shivering", "shivering, W"}};
  return rows;
}

std::string table_text(const BodyOutcome& outcome) {
  std::vector<Moment> columns = moments_of(outcome);
  // Four fit; of five the hour gives way, which the JSON has.
  constexpr std::size_t most = 4;
  if (columns.size() > most) {
    columns.erase(columns.end() - 2);
  }
  std::string text = fmt::format("{:<19}", "");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    text += fmt::format("{:>{}}", columns[i].title, i == 0 ? 7 : 18);
  }
  text += '\n';
  for (const auto& [id, name] : shown_rows()) {
    const BodySeries& series = planning::series_of(outcome, id);
    text += fmt::format("{:<19}", name);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      text +=
          fmt::format("{:>{}}", cell(series, columns[i].sample, outcome.units), i == 0 ? 7 : 18);
    }
    text += '\n';
  }
  return text;
}

/// What of the fall is the room's, and how far the model was off where cores were measured.
std::string beside_the_fall(const BodyOutcome& outcome, double scale, std::string_view unit) {
  std::string text =
      is_followed(outcome)
          ? fmt::format("As long in the room alone, without the cold, it falls {:.1f} {}. ",
                        outcome.rectal_fall_in_room.value_or(0.0) * scale, unit)
          : std::string{"Where it goes after the exit is not simulated. "};
  // numerical: sessions like those that were measured [s]: Costello 2012 four minutes; baths of an
  // hour.
  constexpr double short_session = 6.0 * minute;
  // numerical: as above.
  constexpr double long_session = 30.0 * minute;
  if (outcome.session.duration <= short_session && is_followed(outcome)) {
    text +=
        "Where it was measured after four minutes (Costello 2012), the core fell half as far "
        "as the median here. ";
  } else if (outcome.session.duration >= long_session) {
    text +=
        "Cores of resting men fell faster in an hour of water of 15 to 30 °C than in this "
        "model, by up to a quarter. ";
  }
  return text + "The control of the body was fitted, and the range of that fit is assumed.";
}

std::string core_text(const BodyOutcome& outcome) {
  if (!outcome.rectal_fall) {
    return "";
  }
  const BodySeries& rectal = planning::series_of(outcome, "rectal");
  constexpr double fahrenheit_per_kelvin = 1.8;
  const bool us = outcome.units == quantity::UnitSystem::us;
  const double scale = us ? fahrenheit_per_kelvin : 1.0;
  const std::string_view unit = us ? "°F" : "°C";
  const double after = rectal.lowest_time.median - outcome.exit;
  const std::string when =
      outcome.core_still_falls ? std::string{"at the end, where it still falls"}
      : after > 0.0 ? fmt::format("{} after the exit (afterdrop)", quantity::print_time(after, 0))
                    : quantity::print_time(rectal.lowest_time.median, 0) + " into the cold";
  return fmt::format("The core is coldest {}: rectal {:.1f} {} below rest ({:.1f} to {:.1f}). {}",
                     when, outcome.rectal_fall->median * scale, unit,
                     outcome.rectal_fall->p05 * scale, outcome.rectal_fall->p95 * scale,
                     beside_the_fall(outcome, scale, unit));
}

/// When a limit is passed, and in how many draws.
std::string passing(const planning::BodyLimit& limit, const BodyOutcome& outcome) {
  std::string text =
      fmt::format("in {:.0f} of {} draws", limit.share * outcome.draws, outcome.draws);
  if (limit.earliest) {
    text += ", in one of twenty after " + quantity::print_time(*limit.earliest, 1);
  }
  if (limit.half) {
    text += ", in half after " + quantity::print_time(*limit.half, 1);
  }
  if (limit.untold_share > 0.0) {
    text += fmt::format("; in {:.0f} other skin freezes first, so that it is not known",
                        limit.untold_share * outcome.draws);
  }
  return text;
}

std::string limits_text(const BodyOutcome& outcome) {
  std::string text;
  for (const planning::BodyLimit& limit : outcome.limits) {
    if (limit.share > 0.0 || limit.untold_share > 0.0) {
      text +=
          wrap(fmt::format("! {} under {}: {}.", limit.name,
                           temperature(limit.temperature, outcome.units), passing(limit, outcome)));
    }
  }
  if (text.empty()) {
    text = wrap(fmt::format("No draw comes to a limit: skin anywhere under {}, core under {}.",
                            temperature(outcome.limits.front().temperature, outcome.units),
                            temperature(outcome.limits.back().temperature, outcome.units)));
  }
  return text + wrap(
                    "Ears, nose and fingertips have no segment of their own and get colder than "
                    "this. None of it says that a session is safe.");
}

std::string heart_text(const BodyOutcome& outcome) {
  if (outcome.cold_shock) {
    const thermoregulation::ColdShock& shock = *outcome.cold_shock;
    constexpr double litres_per_minute = 60000.0;
    return fmt::format(
        "Cold shock, first 30 s (13 young men in water of 10 and 15 °C, Tipton 1998; between them "
        "interpolated, in colder water at least as at 10; not simulated): {:.0f} breaths and "
        "{:.0f} L "
        "a minute, heart rate {:.0f}. The first minute is the dangerous one. Blood pressure: not "
        "found as a number.",
        shock.breaths, shock.ventilation * litres_per_minute, shock.heart_rate);
  }
  if (outcome.cabin) {
    return fmt::format(
        "Just after leaving a cabin of -110 to -160 °C after 3 min (measured on others, not "
        "simulated, whatever is set here): systolic pressure up by about "
        "{:.0f} mmHg at this age (19 in 21-year-olds, Lubkowska 2010; the rise with age is "
        "transferred), heart rate "
        "{:+.0f} % (Hausswirth 2013). Single people rose far more.",
        outcome.cabin->systolic_rise, 100.0 * outcome.cabin->heart_rate_change);
  }
  return "Heart rate and blood pressure: no measurement was read for this depth or temperature of "
         "water.";
}

std::string afterwards_text(const BodyOutcome& outcome) {
  if (!is_followed(outcome)) {
    return "nothing after the exit is simulated";
  }
  return fmt::format("then a room of {} in dry clothes ({:.2g} m² K/W)",
                     temperature(outcome.session.room_temperature, outcome.units),
                     outcome.session.clothing_after);
}

std::string rest_text(const BodyOutcome& outcome) {
  namespace id = facts::id;
  const facts::Fact& lumbar = facts::fact(id::body::lumbar_skin_temperature);
  const double skin = facts::value(id::thermoregulation::two_node_neutral_temperature_skin);
  const auto shown = [&](double celsius) { return temperature(celsius, outcome.units); };
  return fmt::format(
      "Starts at rest and thermally neutral (still air of {} without clothes), core {}; mean skin "
      "was to be {} and the lower back {} to {} (assumed), and comes out as it stands under "
      "\"before\"; {}. Medians, \"5 to 95 %\" in brackets, of {} draws of tissue, blood flow, "
      "fat and the form; layers of the body, its control and clothes are drawn from assumed "
      "ranges.",
      shown(outcome.neutral.air), shown(facts::value(id::body::core_temperature)), shown(skin),
      shown(lumbar.low), shown(lumbar.high), afterwards_text(outcome), outcome.draws);
}

/// The variants whose hazards hold for a form: its own, and that of which it is a variant.
std::vector<std::string_view> hazards_stand_with(std::string_view form) {
  if (form == "cwi_stirred") {
    return {"cwi_still", form};
  }
  if (form == "wbc_forced_air_chamber") {
    return {"wbc_electric_chamber", form};
  }
  return {form};
}

}  // namespace

std::string body_use_line(const BodyOutcome& outcome) {
  const simulation::BodySession& session = outcome.session;
  const bool is_bath = std::holds_alternative<applicator::Immersion>(session.form.source);
  std::string text =
      fmt::format("{} at {}{}", duration_words(session.duration),
                  temperature(applicator::displayed_temperature(session.form), outcome.units),
                  is_bath ? "" : " displayed");
  const auto* chamber = std::get_if<applicator::Chamber>(&session.form.source);
  if (chamber == nullptr || chamber->antechamber_time <= 0.0) {
    return text;
  }
  if (!simulation::enters_main_room(session)) {
    text += fmt::format(", all of it in the antechamber at {}",
                        temperature(chamber->antechamber_gas, outcome.units));
  } else {
    text += fmt::format(", the first {} at {}",
                        duration_words(std::min(chamber->antechamber_time, session.duration)),
                        temperature(chamber->antechamber_gas, outcome.units));
  }
  return text;
}

std::string body_text(const BodyOutcome& outcome) {
  const auto& form = outcome.session.form;
  std::string text = wrap(fmt::format("{}, {}.", form.name, body_use_line(outcome))) +
                     wrap(fmt::format("{}. {}", person_line(outcome.person, outcome.units),
                                      fat_line(outcome.anthropometry, outcome.units))) +
                     '\n' + wrap(source_text(outcome)) + '\n' + table_text(outcome) + '\n';
  if (const std::string core = core_text(outcome); !core.empty()) {
    text += wrap(core);
  }
  text += limits_text(outcome);
  for (const std::string& warning : outcome.warnings) {
    text += wrap("! " + warning);
  }
  text += '\n' + wrap(heart_text(outcome)) + '\n' + wrap(rest_text(outcome)) + '\n';
  if (outcome.hazards) {
    text += hazards_text(outcome.hazards->hazards, outcome.hazards->statements) + '\n';
  }
  text += wrap(fmt::format("Weakest point: {}", facts::notes_of(form.id)->weakest_point));
  for (const std::string_view id : hazards_stand_with(form.id)) {
    for (const facts::SourcedText& hazard : facts::notes_of(id)->hazards) {
      // "As …" points to the variant whose hazards stand above it.
      text += hazard.text.starts_with("As cwi_still") ? "" : wrap(fmt::format("! {}", hazard.text));
    }
  }
  return text + '\n' + wrap(screening_line()) + '\n' + wrap(unmeasured_line()) +
         fmt::format("coldplan {}, data {:.12}, {}.\n", outcome.version, outcome.data_hash,
                     calibration_words(posterior::provenance()));
}

}  // namespace coldplan::report
