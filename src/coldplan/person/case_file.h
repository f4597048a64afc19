#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/person/person.h"
#include "coldplan/quantity/error.h"
#include "coldplan/quantity/units.h"

/// The case file: one person, her pain and her wishes (docs/case-file.md, schema/case.schema.json).
///
/// What was left out stays left out: an empty optional, a question without an entry. Nothing is
/// assumed here, least of all that something is safe.
namespace coldplan::person {

/// A blood pressure in mmHg, the unit in which it is measured and in which rules are written.
struct BloodPressure {
  double systolic = 0.0;
  double diastolic = 0.0;
};

/// That a clinician agreed to a form which a screening rule holds back.
struct Agreement {
  std::string rule;                  ///< id of the screening rule
  std::string who;                   ///< "surgeon"
  std::string date;                  ///< YYYY-MM-DD
  std::optional<std::string> until;  ///< its last day; none: no end was set
};

/// What screening asks, as far as it was answered.
struct History {
  std::optional<BloodPressure> blood_pressure;
  std::vector<std::string> medicines;
  std::map<std::string, std::string> answers;  ///< by id of the question, in its own answer words
  std::map<std::string, double> numbers;       ///< answers that are numbers
  std::vector<Agreement> agreements;
};

enum class PainKind { acute, subacute, chronic, post_surgical, disc_herniation };
enum class PainCause { strain, sprain, other_injury, unknown };
enum class FlagAnswer { yes, no, unsure };

/// A warning sign that was asked for.
struct RedFlag {
  FlagAnswer answer = FlagAnswer::unsure;
  std::vector<std::string> signs;       ///< those that are there; empty if not said
  std::optional<std::string> reviewed;  ///< day on which a clinician looked into it
};

struct Pain {
  std::optional<PainKind> kind;
  std::optional<PainCause> cause;
  std::optional<double> weeks;
  std::optional<bool> radiating;
  std::optional<int> intensity_nrs;          ///< numeric rating scale, 0 to 10
  std::map<std::string, RedFlag> red_flags;  ///< by id of the flag
};

/// The tissue that a session is to cool.
enum class TargetTissue { skin, muscle, facet_joint, disc };

/// What the person wants to count as effect; what is empty follows from her pain.
struct WishedGoal {
  std::optional<TargetTissue> target;
  std::optional<double> degrees;       ///< fall of that tissue [K]
  std::optional<double> dull_minutes;  ///< after the cold, in which a pinprick feels dull [min]
};

struct Wishes {
  std::vector<std::string> forms;  ///< families of cold; empty: all
  std::optional<bool> home_only;
  std::optional<double> budget_per_month;  ///< US dollars
  std::optional<double> uses_per_week;
  std::vector<std::string> owned;        ///< variants whose device is at hand
  std::map<std::string, double> prices;  ///< US dollars, by variant; of what, data/costs.json says
  std::optional<double> travel_per_visit;  ///< US dollars, there and back
  std::optional<quantity::UnitSystem> units;
  WishedGoal goal;
};

struct Case {
  Person person;
  History history;
  Pain pain;
  Wishes wishes;
};

/// Reads a case from the text of its file. The first fault found is the error: text that is not
/// JSON, a key that stands twice, an unknown or missing key, a value of the wrong type or out of
/// range, values that contradict each other. Costs a quarter of a millisecond (0.23 ms for
/// examples/chronic-58.json).
///
///     const auto read = read_case(text);
///     if (!read) { … message(read.error()) …
///         // person.height_cm: 17 is not a height in cm (100 to 230) }
[[nodiscard]] Expected<Case> read_case(std::string_view json_text);

}  // namespace coldplan::person
