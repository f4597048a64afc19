#pragma once

#include <optional>
#include <span>
#include <string_view>

/// Screening rules as data. They stand in data/clinical and are compiled in; this is what one looks
/// like.
///
/// The grammar of a condition:
///
///     condition := question is word [or word …]         an answer in its own words
///                | question in [from, below)            a number
///                | pressure: upper in […) or lower in […)
///     rule      := condition [and besides condition] [unless condition]
///
/// A rule acts on families of forms and, where it names a trait, on those of their variants alone
/// that have it. An `unless` that is not answered does not hold: it alone can make a form milder.
namespace coldplan::screening {

/// How strongly something speaks, weakest first.
enum class Level {
  allowed,      ///< nothing was reported that speaks against it
  caution,      ///< allowed with a safeguard
  ask_first,    ///< only after a clinician who knows the history agreed
  not_for_you,  ///< the form is taken from the choices
};

/// "allowed", "ask_first", "not_for_you" as results have it; a caution is allowed with its
/// safeguard.
[[nodiscard]] std::string_view to_string(Level level);

struct Range {
  double from;   ///< taken in
  double below;  ///< not taken in
};

/// When something holds. Either words or ranges are there.
struct Condition {
  std::string_view question;
  std::span<const std::string_view> words;
  std::optional<Range> number;  ///< of a number; of a pressure the upper one [mmHg]
  std::optional<Range> lower;   ///< of a pressure, the lower one; either is enough [mmHg]
};

/// One rule with everything that it rests on.
struct Rule {
  std::string_view id;
  Level level;
  Condition when;
  std::optional<Condition> besides;
  std::optional<Condition> unless;
  std::span<const std::string_view> families;
  std::string_view trait;      ///< empty: all variants
  std::string_view condition;  ///< in words
  std::string_view reason;
  std::string_view action;
  std::string_view grade;     ///< of its evidence
  std::string_view conflict;  ///< what sources disagree on, and the choice; may be empty
  std::span<const std::string_view> sources;  ///< keys of `source_of`
  bool is_resolvable;                         ///< holds until a circumstance is mended
  bool is_ours;                               ///< added to the researched rules
};

/// A question as it is asked.
struct Question {
  std::string_view id;
  std::string_view text;
  std::span<const std::string_view> options;  ///< its answer words; none of a number
  bool is_number;
  std::string_view units;
  std::optional<Condition> follows;  ///< asked only after such an answer to another
  std::span<const std::string_view> sources;
  bool is_ours;
};

/// A form as it is screened.
struct Variant {
  std::string_view id;
  std::string_view family;
  std::string_view name;
  std::span<const std::string_view> screened_as;  ///< families whose rules act on it
  std::span<const std::string_view> traits;       ///< "nitrogen", "film_below_zero", …
};

/// Where a rule stands.
struct Source {
  std::string_view key;
  std::string_view citation;
  std::string_view where_read;
  std::string_view how_much_read;  ///< "full", "page", "abstract", …, "inference"
};

/// A researched rule that no case can meet, and why.
struct Retired {
  std::string_view id;
  std::string_view why;
};

/// Whether a rule acts on a variant, whoever the person is.
[[nodiscard]] bool acts_on(const Rule& rule, const Variant& variant);

}  // namespace coldplan::screening
