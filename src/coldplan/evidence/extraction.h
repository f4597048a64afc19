#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coldplan/evidence/effect.h"
#include "coldplan/evidence/questions.h"
#include "coldplan/evidence/records.h"

/// From what a record prints to an effect: which of its numbers, by which derivation.
namespace coldplan::evidence {

/// A trial's answer to a question. Negative is in favour of cold, whatever the scale.
struct StudyResult {
  std::string trial;
  std::string name;
  double people_cold = 0.0;
  double people_control = 0.0;
  Effect effect;  ///< standardised (Hedges g), or in the measure's unit
  std::optional<Effect>
      points;  ///< the same in points of 0-10, where the measure is on a known scale
  std::vector<std::string> derivations;  ///< how it was drawn from what is printed, a sentence each
  std::string assumed;                   ///< what is put in place of a number that is not printed
};

/// The effect that a pick draws from its trial. What the pick names has to be in the record: a
/// missing row or number throws, since both are data of this room.
[[nodiscard]] StudyResult result_of(const Trial& trial, const ResultPick& pick,
                                    bool is_standardised);

/// The printed size of an arm; it throws where none is.
[[nodiscard]] double people_of(const Trial& trial, const std::string& arm);

/// The pooled SD of the two arms of a pick.
[[nodiscard]] double pooled_sd(const Trial& trial, const ResultPick& pick);

/// The row of a trial's table, or nothing.
[[nodiscard]] const PrintedOutcome* find_outcome(const Trial& trial, const std::string& measure,
                                                 const std::string& timepoint,
                                                 const std::string& kind, const std::string& arm);

/// The trial of that name in the list; it throws where there is none.
[[nodiscard]] const Trial& trial_named(const std::vector<Trial>& trials, const std::string& id);

}  // namespace coldplan::evidence
