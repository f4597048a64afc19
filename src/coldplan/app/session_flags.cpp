#include "coldplan/app/session_flags.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "coldplan/app/command.h"
#include "coldplan/applicator/device_file.h"
#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/settings.h"
#include "coldplan/applicator/whole_body_form.h"
#include "coldplan/quantity/units.h"

namespace coldplan::app {
namespace {

/// Longest bout, gap or follow-up that is taken for meant [min]: a day.
constexpr double longest_minutes = 1440.0;
constexpr double shortest_session = 0.01;

/// The flag behind a place in a session.
std::string flag_of(const std::string& place) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> flags{{
      {"temperature", "--temperature"},
      {"mass", "--mass"},
      {"area", "--area"},
      {"session.form", "--form"},
      {"session.duration", "--minutes"},
      {"session.after", "--after"},
      {"session.gap", "--gap"},
      {"session.bouts", "--repeat"},
      {"session.use.barriers", "--barrier"},
      {"session.use.hold", "--hold"},
  }};
  for (const auto& [key, flag] : flags) {
    if (place == key) {
      return std::string{flag};
    }
  }
  return place == "session.use.dwell" ? "--dwell" : place;
}

std::string whole_body_ids() {
  std::string ids;
  for (const applicator::WholeBodyForm& form : applicator::whole_body_forms()) {
    ids += (ids.empty() ? "" : ", ") + form.id;
  }
  return ids;
}

Expected<applicator::Form> form_of(const SessionOptions& options) {
  if (!options.device) {
    if (options.form.empty()) {
      return tl::unexpected(
          Error{ErrorCode::missing, "--form", "", "", "name one (coldplan forms), or --device"});
    }
    if (applicator::whole_body_form(options.form)) {
      return tl::unexpected(Error{
          ErrorCode::conflict, "--form", "", "",
          options.form + " cools the whole body; use coldplan simulate --form " + options.form});
    }
    return applicator::form_from(options.form, "--form").map_error([](Error error) {
      error.mend = "or, by simulate, of the whole body: " + whole_body_ids();
      return error;
    });
  }
  if (!options.form.empty()) {
    return tl::unexpected(
        Error{ErrorCode::conflict, "--device", "", "", "leave out --form: one of the two"});
  }
  const auto text = read_text(*options.device);
  if (!text) {
    Error error = text.error();
    error.mend = "no such file, or not readable; see docs/device-file.md";
    return tl::unexpected(error);
  }
  auto form = applicator::read_device(*text);
  if (!form) {
    Error error = form.error();
    error.place = options.device->string() + (error.place.empty() ? "" : ": " + error.place);
    return tl::unexpected(error);
  }
  return form;
}

Expected<std::optional<double>> read_flag(std::string_view flag, const std::string& text,
                                          Expected<double> (*parse)(std::string_view)) {
  if (text.empty()) {
    return std::optional<double>{};
  }
  const auto value = parse(text);
  if (!value) {
    return tl::unexpected(at_flag(flag, value.error()));
  }
  return std::optional{*value};
}

Expected<applicator::Form> with_flags(const applicator::Form& form, const SessionOptions& options) {
  applicator::Settings settings;
  const auto temperature =
      read_flag("--temperature", options.temperature, quantity::parse_temperature);
  const auto mass = read_flag("--mass", options.mass, quantity::parse_mass);
  const auto area = read_flag("--area", options.area, quantity::parse_area);
  for (const auto* read : {&temperature, &mass, &area}) {
    if (!*read) {
      return tl::unexpected(read->error());
    }
  }
  settings.temperature = *temperature;
  settings.mass = *mass;
  settings.area = *area;
  auto changed = applicator::with_settings(form, settings);
  if (!changed) {
    return tl::unexpected(at_flag(flag_of(changed.error().place), changed.error()));
  }
  for (const std::string* set : {&options.temperature, &options.mass, &options.area}) {
    changed->name += set->empty() ? "" : ", " + *set;
  }
  return changed;
}

Expected<double> seconds_of(std::string_view flag, double minutes, double least) {
  if (!(minutes >= least && minutes <= longest_minutes)) {
    return tl::unexpected(
        Error{ErrorCode::out_of_range, std::string{flag}, fmt::format("{:g}", minutes),
              fmt::format("a time in minutes ({:g} to {:g})", least, longest_minutes), ""});
  }
  return minutes * quantity::seconds_per_minute;
}

Expected<double> room_of(const std::string& text, double usual) {
  if (text.empty()) {
    return usual;
  }
  constexpr double coldest_room = 0.0;
  constexpr double warmest_room = 45.0;
  const auto room = quantity::parse_temperature(text);
  if (!room) {
    return tl::unexpected(at_flag("--room", room.error()));
  }
  if (!(*room >= coldest_room && *room <= warmest_room)) {
    return tl::unexpected(
        Error{ErrorCode::out_of_range, "--room", text, "a room temperature (0C to 45C)", ""});
  }
  return *room;
}

Expected<applicator::Use> use_of(const SessionOptions& options, applicator::Use use) {
  for (const std::string& word : options.barriers) {
    const auto barrier = applicator::barrier_from(word, "--barrier");
    if (!barrier) {
      return tl::unexpected(barrier.error());
    }
    use.barriers.push_back(*barrier);
  }
  const auto hold = applicator::hold_from(options.hold, "--hold");
  if (!hold) {
    return tl::unexpected(hold.error());
  }
  const auto room = room_of(options.room, use.room_temperature);
  if (!room) {
    return tl::unexpected(room.error());
  }
  use.hold = *hold;
  use.room_temperature = *room;
  use.dwell = options.dwell;
  return use;
}

Expected<void> set_times(simulation::Session& session, const SessionOptions& options) {
  const auto duration = seconds_of(
      "--minutes", options.minutes.value_or(session.duration / quantity::seconds_per_minute),
      options.minutes ? shortest_session : 0.0);
  const auto after = seconds_of(
      "--after", options.after.value_or(session.after / quantity::seconds_per_minute), 0.0);
  const auto gap = seconds_of("--gap", options.gap.value_or(0.0), 0.0);
  for (const auto* read : {&duration, &after, &gap}) {
    if (!*read) {
      return tl::unexpected(read->error());
    }
  }
  if (options.gap && options.repeat < 2) {
    return tl::unexpected(
        Error{ErrorCode::conflict, "--gap", "", "", "needs --repeat 2 or more: between what?"});
  }
  session.duration = *duration;
  session.after = *after;
  session.gap = *gap;
  session.bouts = options.repeat;
  return {};
}

}  // namespace

void add_session_flags(CLI::App& verb, SessionOptions& options) {
  verb.add_option("--form", options.form, "The form of cold (coldplan forms lists them)");
  verb.add_option("--device", options.device, "Your own device from a file instead");
  verb.add_option("--minutes", options.minutes, "Cold on the skin; the usual protocol if left out");
  verb.add_option("--repeat", options.repeat, "How many times")->capture_default_str();
  verb.add_option("--gap", options.gap, "Minutes between; 0: filled anew at once");
  verb.add_option("--after", options.after, "Minutes followed up; the usual if left out");
  verb.add_option("--temperature", options.temperature, "Of what cools: 8C or 46F");
  verb.add_option("--mass", options.mass, "Of the pack or the ice: 0.5kg or 1lb");
  verb.add_option("--area", options.area, "On the skin: 200cm2 or 31in2");
  verb.add_option("--dwell", options.dwell, "Share of time over a spot; 1: held still");
}

void add_use_flags(CLI::App& verb, SessionOptions& options) {
  verb.add_option("--barrier", options.barriers,
                  "dry_towel, wet_towel, dressing, thin_cloth,\nfilm_dressing; may be repeated");
  verb.add_option("--hold", options.hold, "usual, loose, elastic (bandage) or flexible (film)")
      ->capture_default_str();
  verb.add_option("--room", options.room, "Room temperature: 21C or 70F");
}

Error at_flag(std::string_view flag, Error error) {
  error.place = flag;
  return error;
}

Expected<simulation::Session> session_of(const SessionOptions& options) {
  const auto chosen = form_of(options);
  if (!chosen) {
    return tl::unexpected(chosen.error());
  }
  const auto form = with_flags(*chosen, options);
  if (!form) {
    return tl::unexpected(form.error());
  }
  simulation::Session session = simulation::usual_session(*form);
  if (auto timed = set_times(session, options); !timed) {
    return tl::unexpected(timed.error());
  }
  const auto use = use_of(options, session.use);
  if (!use) {
    return tl::unexpected(use.error());
  }
  session.use = *use;
  if (auto fit = simulation::check(session); !fit) {
    return tl::unexpected(at_flag(flag_of(fit.error().place), fit.error()));
  }
  return session;
}

}  // namespace coldplan::app
