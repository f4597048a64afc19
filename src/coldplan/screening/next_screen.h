#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "coldplan/person/case_file.h"
#include "coldplan/screening/tables.h"

/// What to ask next. Only what could still change the outcome is asked.
namespace coldplan::screening {

/// The questions of one screen that are still to be asked.
struct NextScreen {
  const Screen* screen = nullptr;
  std::vector<const Flag*> flags;
  std::vector<const Question*> questions;
};

/// The first screen with something to ask, or none. A flag is asked while it could be more urgent
/// than those that are up, or while a form is still open; a question while it could change the
/// level of a form that is wished for. On a day when somebody has to be seen at once nothing but
/// more urgent flags is asked.
[[nodiscard]] std::optional<NextScreen> next_screen(const person::Case& given,
                                                    std::string_view today);

/// Whether a question is one of a list in which those that apply are ticked: it is answered with
/// yes or no, and no rule waits for a no.
[[nodiscard]] bool is_ticked(const Question& question);

}  // namespace coldplan::screening
