#include <algorithm>

#include <fmt/format.h>

#include "coldplan/applicator/whole_body_form.h"

namespace coldplan::applicator {
namespace {

// numerical: what cold gas can have: liquid nitrogen boils at −196 °C, and 10 °C still cools [°C].
constexpr TemperatureRange cold_gas{-196.0, 10.0};
// numerical: what a bath that still cools can have [°C].
constexpr TemperatureRange cold_water{0.0, 35.0};
// numerical: a storm in a room [m/s].
constexpr double fastest_air = 5.0;

std::string degrees(double celsius) {
  return fmt::format("{:g} °C", celsius);
}

Expected<void> check_range(const WholeBodyForm& form, const char* place, double temperature) {
  const auto [least, most] = allowed_temperature(form);
  if (!(temperature >= least && temperature <= most)) {
    const bool is_bath = std::holds_alternative<Immersion>(form.source);
    return tl::unexpected(Error{ErrorCode::out_of_range, place, degrees(temperature),
                                fmt::format("a temperature of {} ({:g} to {:g} °C)",
                                            is_bath ? "a bath" : "cold gas", least, most),
                                ""});
  }
  return {};
}

/// An antechamber is there to prepare for the cold: none is taken that is no warmer than the gas of
/// the main room.
void keep_warmer_antechamber(Chamber& chamber) {
  const double gas = chamber.displayed + chamber.gas_above_display.usual;
  chamber.antechamber_time = chamber.antechamber_gas > gas ? chamber.antechamber_time : 0.0;
}

}  // namespace

TemperatureRange allowed_temperature(const WholeBodyForm& form) {
  return std::holds_alternative<Immersion>(form.source) ? cold_water : cold_gas;
}

Expected<WholeBodyForm> with_temperature(const WholeBodyForm& form, double temperature) {
  if (auto sound = check_range(form, "temperature", temperature); !sound) {
    return tl::unexpected(sound.error());
  }
  WholeBodyForm changed = form;
  if (auto* chamber = std::get_if<Chamber>(&changed.source)) {
    chamber->displayed = temperature;
    keep_warmer_antechamber(*chamber);
  } else if (auto* cabin = std::get_if<Cryosauna>(&changed.source)) {
    if (temperature > cabin->gas.usual) {
      return tl::unexpected(Error{ErrorCode::out_of_range, "temperature", degrees(temperature),
                                  fmt::format("a display no warmer than the gas at the skin ({})",
                                              degrees(cabin->gas.usual)),
                                  "or give that gas too, as it was measured"});
    }
    cabin->displayed = temperature;
    cabin->gas.high = std::max(cabin->gas.high, temperature);
  } else {
    std::get<Immersion>(changed.source).temperature = temperature;
  }
  return changed;
}

Expected<WholeBodyForm> with_gas(const WholeBodyForm& form, double gas,
                                 std::optional<double> displayed) {
  if (std::holds_alternative<Immersion>(form.source)) {
    return tl::unexpected(
        Error{ErrorCode::conflict, "gas", "", "", "leave it out: a bath has none"});
  }
  const double shown = displayed.value_or(std::min(displayed_temperature(form), gas));
  for (const auto& sound :
       {check_range(form, "gas", gas), check_range(form, "temperature", shown)}) {
    if (!sound) {
      return tl::unexpected(sound.error());
    }
  }
  if (gas < shown) {
    return tl::unexpected(Error{
        ErrorCode::conflict, "gas", degrees(gas),
        fmt::format("gas at the skin where {} is displayed (as warm, or warmer)", degrees(shown)),
        "if it was displayed, give it as the temperature instead"});
  }
  WholeBodyForm changed = form;
  if (auto* chamber = std::get_if<Chamber>(&changed.source)) {
    chamber->displayed = shown;
    chamber->gas_above_display = exactly(gas - shown);
    keep_warmer_antechamber(*chamber);
  } else {
    auto& cabin = std::get<Cryosauna>(changed.source);
    cabin.displayed = shown;
    cabin.gas = exactly(gas);
  }
  return changed;
}

Expected<WholeBodyForm> with_air_speed(const WholeBodyForm& form, double speed) {
  if (!std::holds_alternative<Chamber>(form.source)) {
    return tl::unexpected(
        Error{ErrorCode::conflict, "air speed", "", "", "leave it out: it is that of a chamber"});
  }
  if (!(speed >= 0.0 && speed <= fastest_air)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "air speed", fmt::format("{:g}", speed),
                                fmt::format("a speed in m/s (0 to {:g})", fastest_air), ""});
  }
  WholeBodyForm changed = form;
  std::get<Chamber>(changed.source).air_speed = speed;
  return changed;
}

}  // namespace coldplan::applicator
