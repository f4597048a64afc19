#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "coldplan/quantity/error.h"

/// Sourced numbers: every value with its unit, spread, citation and how it was read.
///
/// The numbers live in `data/*.json`, one file a subject. At build they are compiled to one table
/// (`cmake/compile_facts.py`), since parsing them at start would cost more than a simulation. Each
/// fact gets a name that the compiler checks:
///
///     #include "coldplan/facts/ids.h"
///     const double k = facts::value(facts::id::tissue::muscle_conductivity);   // 0.495 W/(m K)
///
/// `value` is SI and °C whatever unit the source printed; `printed_value` and `printed_unit` are as
/// read.
namespace coldplan::facts {

/// How a number was read; the weaker the reading, the further down.
enum class ReadAs : std::uint8_t {
  full_text,
  abstract,
  dataset,
  source_code,
  web_page,
  label,
  device_manual,
  registry,
  secondary,  ///< quoted in another document
  fitted,     ///< fitted to a published measurement, named in the source
  derived,    ///< arithmetic on sourced numbers
  assumed,    ///< no source: counted, swept, calibrated
  not_found,  ///< looked for and not found: there is no value
};

/// One number and all that is known of it. Absent numbers are NaN, absent texts are empty.
struct Fact {
  std::string_view id;       ///< "tissue.muscle_conductivity"
  std::string_view subject;  ///< "tissue"
  std::string_view name;     ///< in words
  double value;              ///< SI or °C
  double sd;                 ///< one standard deviation, SI
  double low;                ///< lower end of the range, SI
  double high;               ///< upper end of the range, SI
  std::string_view unit;     ///< the SI unit of `value`
  double printed_value;      ///< as the source has it
  std::string_view printed_unit;
  std::string_view source;  ///< citation, with its address where there is one
  ReadAs read_as;
  std::string_view note;
};

/// The name of a fact; only the generated `ids.h` makes them.
struct Id {
  std::uint16_t index;
};

/// All facts, ordered by subject and id.
[[nodiscard]] std::span<const Fact> all();

/// The fact behind a name.
[[nodiscard]] const Fact& fact(Id id);

/// Its value in SI or °C. Throws std::logic_error where the value is not known: code that meets an
/// unknown number must ask `known` first and say so in the product.
[[nodiscard]] double value(Id id);

/// Whether the number was found.
[[nodiscard]] bool known(Id id);

/// The fact with this dotted id, or an error; it names the nearest known one where that is near.
[[nodiscard]] Expected<const Fact*> find(std::string_view dotted_id);

/// In words: "full text", "abstract", …
[[nodiscard]] std::string_view to_string(ReadAs read_as);

/// SHA-256 (hex) of the data files the table was compiled from; every advice names it.
[[nodiscard]] std::string_view data_hash();

/// A statement of the popular article the project grew from, and what the facts say about it.
struct ArticleStatement {
  std::string_view id;
  std::string_view topic;
  std::string_view says;
  std::string_view facts_say;  ///< where the facts disagree; empty where none was found to
  std::string_view basis;      ///< where that stands: sources, in words
};

/// The article's statements in its own order.
[[nodiscard]] std::span<const ArticleStatement> article();

/// A sentence and where it stands.
struct SourcedText {
  std::string_view text;
  std::string_view source;
  ReadAs read_as;
};

/// A coefficient of an applicator that was fitted to a published measurement.
struct Fit {
  std::string_view what;   ///< which coefficient, from what, in words
  std::string_view study;  ///< the study it was fitted to, as in the source of each fact
  std::span<const Id> facts;
};

/// What is known of an applicator beside its numbers (those are facts of the subject
/// "applicators"). Absent numbers are NaN, absent texts are empty.
struct ApplicatorNotes {
  std::string_view id;  ///< "ice_bag"; the prefix of the facts of its own
  std::string_view name;
  std::string_view family;         ///< one of the seven families; empty for a barrier or a wrap
  std::string_view weakest_point;  ///< one sentence: what in its model is least sure
  std::string_view boundary;       ///< the boundary condition at the skin, as an equation
  double session_minutes;
  double session_minutes_low;
  double session_minutes_high;
  std::string_view sessions;  ///< how often, as the sources say
  std::string_view gap;
  std::string_view course;
  std::string_view evidence;
  std::string_view protocol_source;
  std::span<const SourcedText> hazards;
  std::span<const SourcedText> instructions;
  std::string_view cost;
  std::string_view cost_source;
  std::span<const Fit> fitted_to;
  std::string_view not_fitted;  ///< why nothing was fitted; empty where something was
  std::span<const std::string_view> statements;  ///< ids of the article's statements about it
};

/// The notes of all applicators and barriers, in the order of the data.
[[nodiscard]] std::span<const ApplicatorNotes> applicator_notes();

/// The notes of the applicator or barrier with this id, or null where there is none.
[[nodiscard]] const ApplicatorNotes* notes_of(std::string_view id);

/// The fits that stand behind some of these facts: of a form that uses a part of its variant's.
[[nodiscard]] std::vector<Fit> fits_behind(const ApplicatorNotes& notes, std::span<const Id> basis);

/// What the popular article says of an applicator; empty where it has no sentence on it.
[[nodiscard]] std::vector<ArticleStatement> statements_of(const ApplicatorNotes& notes);

}  // namespace coldplan::facts
