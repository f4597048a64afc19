#include "coldplan/report/text.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/planning/person_draws.h"

namespace coldplan::report {
namespace {

using quantity::UnitSystem;

/// Characters of a UTF-8 text: bytes that do not continue another.
std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) {
      words.push_back(text.substr(0, end));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string range_of(const person::Estimate& estimate, UnitSystem units) {
  const std::string median = quantity::print_thickness(estimate.median, units);
  const std::string low = quantity::print_thickness(estimate.low, units);
  const std::string high = quantity::print_thickness(estimate.high, units);
  return low == high ? median : fmt::format("{} ({} to {})", median, low, high);
}

std::string_view basis_of(person::FatBasis basis) {
  switch (basis) {
    case person::FatBasis::body_mass_index:
      return "guessed from height and weight";
    case person::FatBasis::skinfold:
      return "from the skinfold";
    case person::FatBasis::ultrasound:
      return "as measured by ultrasound";
  }
  return "";
}

std::string height_and_weight(const person::Person& person, UnitSystem units) {
  if (units == UnitSystem::us) {
    const double inches = std::round(quantity::inches_from_metres(person.height));
    constexpr double inches_per_foot = 12.0;
    return fmt::format("{:.0f} ft {:.0f} in, {:.0f} lb", std::floor(inches / inches_per_foot),
                       std::fmod(inches, inches_per_foot),
                       quantity::pounds_from_kilograms(person.weight));
  }
  return fmt::format("{:.0f} cm, {:.0f} kg", 100.0 * person.height, person.weight);
}

constexpr double percent = 100.0;

std::string_view hold_words(applicator::Hold hold) {
  switch (hold) {
    case applicator::Hold::usual:
      return "";
    case applicator::Hold::loose:
      return ", lying loose";
    case applicator::Hold::elastic:
      return ", held by an elastic bandage";
    case applicator::Hold::flexible:
      return ", held by flexible film";
  }
  return "";
}

}  // namespace

std::string wrap(std::string_view text, std::string_view indent, std::size_t width) {
  std::string wrapped;
  std::string line{indent};
  bool empty = true;
  for (const std::string_view word : words_of(text)) {
    if (!empty && length_of(line) + 1 + length_of(word) > width) {
      wrapped += line + '\n';
      line = indent;
      empty = true;
    }
    line += empty ? std::string{word} : ' ' + std::string{word};
    empty = false;
  }
  return wrapped + line + '\n';
}

std::string person_line(const person::Person& person, UnitSystem units) {
  return fmt::format("{}, {:.0f} years, {}, BMI {:.1f}",
                     person.sex == person::Sex::female ? "Woman" : "Man", person.age,
                     height_and_weight(person, units), person::body_mass_index(person));
}

std::string fat_line(const person::Anthropometry& anthropometry, UnitSystem units) {
  return fmt::format("Fat beside the spine {}, in the midline {}, {}.",
                     range_of(anthropometry.paraspinal_fat, units),
                     range_of(anthropometry.midline_fat, units), basis_of(anthropometry.fat_basis));
}

std::string_view screening_line() {
  return "Nobody was screened for who must not use cold: coldplan screen does that. Nothing here "
         "says that cold is safe for you, or that it relieves pain. Not a medical device.";
}

std::string spread_line() {
  return fmt::format(
      "Every number is the median of {} draws, and \"5 to 95 %\" holds nine of ten of them: they "
      "differ in the thickness of fat and muscle as guessed or measured, in tissue, blood flow and "
      "its answer to cold, in how well the form touches and how cold it is, and in what the model "
      "misses. Courses, in pictures and minute by minute, are those of the likeliest person.",
      planning::person_draw_count);
}

std::string_view unmeasured_line() {
  return "Not known: no experiment that this was scored against measured muscle under uninjured "
         "lumbar skin. Most of their people were young and healthy, and most were cooled on a "
         "limb.";
}

std::string calibration_words(const posterior::Provenance& posterior) {
  if (posterior.studies == 0) {
    return "not calibrated: priors alone";
  }
  return fmt::format("calibrated on {} studies, {}", posterior.studies, posterior.date);
}

std::string_view bare_skin_line() {
  return "Packs and pads are shown on bare skin, as studies measured them; labels and leaflets ask "
         "for a towel or a dry cloth between, and what that leaves stands under each.";
}

std::string frozen_line(const planning::Interval& depth, UnitSystem units) {
  const bool us = units == UnitSystem::us;
  constexpr double millimetres = 1000.0;
  const auto shown = [us](double metres) {
    return us ? quantity::inches_from_metres(metres) : millimetres * metres;
  };
  constexpr std::string_view limits =
      "frostbite. The model knows no supercooling and takes one freezing point for all skin, so "
      "that it may freeze too soon; the range leaves that out.";
  const std::string_view unit = us ? "in" : "mm";
  if (!(depth.median > 0.0)) {
    return fmt::format(
        "Tissue may freeze, at the cold end of the range to a depth of {:.2g} {}: {}",
        shown(depth.p95), unit, limits);
  }
  return fmt::format("Tissue would freeze to a depth of {:.2g} {} ({:.2g} to {:.2g}): {}",
                     shown(depth.median), unit, shown(depth.p05), shown(depth.p95), limits);
}

std::string flag_line(const planning::SkinFlag& flag, UnitSystem units) {
  return fmt::format(
      "Skin may come down to {}: {} {}, {}.", quantity::print_temperature(flag.coldest, units),
      flag.passed ? "below" : "near", quantity::print_temperature(flag.limit.temperature, units),
      flag.limit.meaning);
}

std::string duration_words(double seconds) {
  constexpr double minute = 60.0;
  constexpr double hour = 3600.0;
  constexpr double many_hours = 3.0 * hour;
  if (seconds < minute) {
    return fmt::format("{:.3g} s", seconds);
  }
  if (seconds >= many_hours) {
    return fmt::format("{:.3g} h", seconds / hour);
  }
  return fmt::format("{:.3g} min", seconds / minute);
}

std::string use_line(const simulation::Session& session) {
  std::string line = duration_words(session.duration);
  if (session.bouts > 1) {
    line = session.gap > 0.0 ? fmt::format("{} times {}, {} apart,", session.bouts, line,
                                           duration_words(session.gap))
                             : fmt::format("{} times {}, filled anew,", session.bouts, line);
  }
  if (session.use.barriers.empty()) {
    line += " on bare skin";
  }
  for (std::size_t i = 0; i < session.use.barriers.size(); ++i) {
    line += fmt::format(" {} a {}", i == 0 ? "over" : "and",
                        applicator::name_of(session.use.barriers[i]));
  }
  if (session.use.dwell) {
    line += *session.use.dwell == 1.0
                ? ", the nozzle held still"
                : fmt::format(", the nozzle over a spot for {:.3g} % of the time",
                              percent * *session.use.dwell);
  }
  return line + std::string{hold_words(session.use.hold)};
}

std::string_view weakest_point(const applicator::Form& form) {
  if (!form.own_source.empty()) {
    return form.own_source;
  }
  const facts::ApplicatorNotes* notes = facts::notes_of(form.variant);
  return notes == nullptr ? std::string_view{} : notes->weakest_point;
}

std::string degrees(double celsius, UnitSystem units) {
  const double shown =
      units == UnitSystem::us ? quantity::fahrenheit_from_celsius(celsius) : celsius;
  // Minus zero would look like a slip.
  return fmt::format("{:.1f}", std::abs(shown) < 0.05 ? 0.0 : shown);
}

}  // namespace coldplan::report
