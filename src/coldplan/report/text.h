#pragma once

#include <string>
#include <string_view>

#include "coldplan/person/anthropometry.h"
#include "coldplan/planning/comparison.h"
#include "coldplan/quantity/units.h"

/// Pieces of the terminal's text. Everything fits in 80 columns.
namespace coldplan::report {

inline constexpr std::size_t columns = 80;

/// Breaks a text at spaces so that no line is longer than `width`; every line starts with `indent`,
/// and ends with a newline. Counts characters, not bytes.
[[nodiscard]] std::string wrap(std::string_view text, std::string_view indent = "",
                               std::size_t width = columns);

/// The person in one line: "Woman, 58 years, 165 cm, 78 kg, BMI 28.7".
[[nodiscard]] std::string person_line(const person::Person& person, quantity::UnitSystem units);

/// What is known of her fat: thickness beside the spine and in the midline, with 5 to 95 %, and
/// from what.
[[nodiscard]] std::string fat_line(const person::Anthropometry& anthropometry,
                                   quantity::UnitSystem units);

/// The line that stands over every answer about a person who was not screened.
[[nodiscard]] std::string_view screening_line();

/// What numbers and spread are, and what the spread covers.
[[nodiscard]] std::string spread_line();

/// What no experiment has shown of the back of whoever reads this; stands under every prediction.
[[nodiscard]] std::string_view unmeasured_line();

/// What the intervals were calibrated on: "calibrated on 30 studies, 2026-11-20", or "not
/// calibrated: priors alone".
[[nodiscard]] std::string calibration_words(const posterior::Provenance& posterior);

/// A sentence for a flag: "Skin may come down to 10.2 °C: near 10.0 °C, where …".
[[nodiscard]] std::string flag_line(const planning::SkinFlag& flag, quantity::UnitSystem units);

/// Where the comparison shows packs on bare skin although labels ask for a towel.
[[nodiscard]] std::string_view bare_skin_line();

/// A time in the unit that reads best: "5 s", "20 min", "12 h".
[[nodiscard]] std::string duration_words(double seconds);

/// Says that and how deep tissue would freeze.
[[nodiscard]] std::string frozen_line(const planning::Interval& depth, quantity::UnitSystem units);

/// How a session is used: "20 min on bare skin", "3 times 20 min, 30 min apart, over a dry towel".
[[nodiscard]] std::string use_line(const simulation::Session& session);

/// The weakest point of a form's data, from the facts, or what a person's own device rests on;
/// empty where none is on record.
[[nodiscard]] std::string_view weakest_point(const applicator::Form& form);

/// The number of a temperature in the reader's unit, one decimal, no unit.
[[nodiscard]] std::string degrees(double celsius, quantity::UnitSystem units);

}  // namespace coldplan::report
