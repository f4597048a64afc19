#include "coldplan/app/bath_verb.h"

#include <string_view>

#include <fmt/format.h>

#include "coldplan/app/bath_words.h"
#include "coldplan/app/calculator.h"
#include "coldplan/app/session_flags.h"
#include "coldplan/applicator/bath.h"
#include "coldplan/applicator/whole_body_form.h"
#include "coldplan/facts/ids.h"
#include "coldplan/quantity/units.h"

namespace coldplan::app {
namespace {

namespace id = facts::id::applicators;

using applicator::Bath;

// A foot bath, and what nobody cools with bags of ice.
constexpr Allowed bath_litres{"a bath", 10.0, 5000.0, "L"};
constexpr Allowed bath_minutes{"a time in minutes", 0.5, 120.0, ""};
// Water that is no longer liquid at the upper end; plan_bath knows the lower one.
constexpr double boiling = 100.0;

/// The flag behind a place in a bath.
std::string flag_of(const std::string& place) {
  if (place == "volume") {
    return "--litres";
  }
  return place == "duration" ? "--minutes" : "--" + place;
}

Expected<double> temperature_of(std::string_view flag, const std::string& text) {
  const auto temperature = quantity::parse_temperature(text);
  if (!temperature) {
    return tl::unexpected(at_flag(flag, temperature.error()));
  }
  const double melting = facts::value(id::ice_melting_temperature);
  if (!(*temperature > melting && *temperature < boiling)) {
    return tl::unexpected(
        Error{ErrorCode::out_of_range, std::string{flag}, text,
              fmt::format("a temperature of liquid water (above {:g} °C or {:g} °F, below {:g} °C "
                          "or {:g} °F)",
                          melting, quantity::fahrenheit_from_celsius(melting), boiling,
                          quantity::fahrenheit_from_celsius(boiling)),
              ""});
  }
  return *temperature;
}

/// Nothing, or why nobody brings water there with ice to cool a person.
Expected<void> check_wanted(const BathOptions& options, double from, double to) {
  const double warmest = applicator::allowed_temperature(applicator::still_bath()).most;
  if (to > warmest) {
    return tl::unexpected(
        Error{ErrorCode::out_of_range, "--to", options.to,
              fmt::format("a temperature of a cold bath (at most {:g} °C or {:g} °F)", warmest,
                          quantity::fahrenheit_from_celsius(warmest)),
              ""});
  }
  if (to > from) {
    return tl::unexpected(Error{ErrorCode::conflict, "--to", options.to,
                                "a temperature that ice brings water of " + options.from + " to",
                                "give one that is not above --from"});
  }
  return {};
}

Expected<Bath> bath_of(const BathOptions& options) {
  const auto volume = litres_of("--litres", options.litres, bath_litres);
  const auto from = temperature_of("--from", options.from);
  const auto to = temperature_of("--to", options.to);
  const double usual = facts::value(id::cwi_still_default_time) / quantity::seconds_per_minute;
  const double given = options.minutes.value_or(usual);
  const auto minutes = within("--minutes", fmt::format("{:g}", given), given, bath_minutes);
  for (const auto* read : {&volume, &from, &to, &minutes}) {
    if (!*read) {
      return tl::unexpected(read->error());
    }
  }
  if (auto wanted = check_wanted(options, *from, *to); !wanted) {
    return tl::unexpected(wanted.error());
  }
  return Bath{*volume, *from, *to, *minutes * quantity::seconds_per_minute};
}

}  // namespace

void add_bath_flags(CLI::App& verb, BathOptions& options) {
  verb.add_option("--litres", options.litres, "Water in the bath: 200, 200L or 53gal (US)")
      ->required();
  verb.add_option("--from", options.from, "Its temperature before: 20C or 68F")->required();
  verb.add_option("--to", options.to, "The temperature wanted: 10C or 50F")->required();
  verb.add_option("--minutes", options.minutes, "Of a person in it; left out: the usual time");
  verb.add_flag("--us", options.us_units, "Print °F, lb and gal");
  verb.add_flag("--json", options.json, "For machines");
}

Expected<std::string> run_bath(const BathOptions& options) {
  const auto bath = bath_of(options);
  if (!bath) {
    return tl::unexpected(bath.error());
  }
  const auto plan = applicator::plan_bath(*bath);
  if (!plan) {
    return tl::unexpected(at_flag(flag_of(plan.error().place), plan.error()));
  }
  if (options.json) {
    return json_text(bath_json(*bath, *plan));
  }
  return bath_text(*bath, *plan,
                   options.us_units ? quantity::UnitSystem::us : quantity::UnitSystem::metric);
}

}  // namespace coldplan::app
