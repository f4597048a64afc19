#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coldplan/evidence/extraction.h"
#include "coldplan/evidence/grade.h"
#include "coldplan/evidence/library.h"
#include "coldplan/evidence/model.h"

/// One question answered from the trials that can be pooled.
namespace coldplan::evidence {

/// A pooled question's four usual models. Two or more trials; of a single one its own result
/// stands.
struct Models {
  Fit equal_effects;
  Fit dersimonian_laird;
  Fit reml;
  Fit reml_knapp_hartung;
};

/// A size in points of a 0-10 scale, negative in favour of cold.
struct Points {
  double estimate = 0.0;
  Limits limits;
  std::string how;  ///< from which scale, or by whose SD
};

/// Whether the limits lie further apart than the scale is long: such an interval says nothing.
[[nodiscard]] bool is_wider_than_the_scale(const Points& points);

struct QuestionAnswer {
  Question question;
  std::vector<StudyResult> studies;
  double people = 0.0;
  std::optional<Models> models;
  double estimate = 0.0;             ///< on the question's scale
  Limits interval;                   ///< Knapp and Hartung's of two or more, else the trial's own
  std::optional<Limits> prediction;  ///< of a new trial's effect
  Points points;
  std::optional<Grade> grade;  ///< of main and exploratory questions, and of a few others
};

/// Draws the effects, pools them and grades the body. A sensitivity analysis is graded only where
/// its data give the judgements that no rule can make.
[[nodiscard]] QuestionAnswer answer_question(
    const Library& library, const Question& question,
    const std::map<std::string, GivenStep>& overruled = {});

/// A difference without interval, or a bound without difference.
struct BoundAnswer {
  Bound bound;
  std::vector<double> values;  ///< one for each of its numbers
};

/// Differences of printed means; or, of n1 and n2 people and a difference said to be not
/// significant, the largest standardised one that two-sided p > 0.05 allows: t(.975, n1 + n2 - 2)
/// sqrt(1/n1 + 1/n2).
[[nodiscard]] BoundAnswer answer_bound(const Library& library, const Bound& bound);

}  // namespace coldplan::evidence
