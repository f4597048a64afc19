#pragma once

#include <string>

#include "coldplan/drawing/forest_picture.h"
#include "coldplan/drawing/funnel_picture.h"
#include "coldplan/evidence/answer.h"

/// A question's studies as forest plots, in the terminal and as pictures.
namespace coldplan::report {

/// A forest plot of 80 columns; empty for a question of a single trial.
[[nodiscard]] std::string question_forest(const evidence::QuestionAnswer& question);

}  // namespace coldplan::report
