#pragma once

#include <vector>

#include "coldplan/person/case_file.h"
#include "coldplan/screening/medicines.h"
#include "coldplan/screening/red_flags.h"
#include "coldplan/screening/rule.h"

/// Whether a rule fires for a case: the whole interpreter of the grammar of screening/rule.h.
namespace coldplan::screening {

/// What is known of a condition.
enum class Truth {
  no,
  yes,
  open,       ///< its question was not answered
  not_known,  ///< the person says that she does not know
};

/// A case with what is read off it once: its warning signs and the classes of its medicines.
struct Subject {
  const person::Case& given;
  Warnings warnings;
  std::vector<TakenMedicine> medicines;
};

/// Reads a case. It has to outlive the subject. `today` as of warnings_of.
[[nodiscard]] Subject subject_of(const person::Case& given, std::string_view today = "");

/// Age and height come from the person, blood pressure from its reading: where none is given and
/// none was taken within a month it is not known. A medicine of a class answers the question of
/// that class with yes, whatever else was answered, and so does a follow-up that was answered for
/// the question that it follows on. A question that follows on an answer which was not given is
/// answered with no.
[[nodiscard]] Truth truth_of(const Condition& condition, const Subject& subject);

/// no where its condition or the one besides is no, or where it is spared; else open where one is
/// open.
[[nodiscard]] Truth truth_of(const Rule& rule, const Subject& subject);

/// Whether a question was answered, or need not be.
[[nodiscard]] bool is_answered(const Question& question, const Subject& subject);

}  // namespace coldplan::screening
