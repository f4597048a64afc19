#include "coldplan/screening/next_screen.h"

#include <algorithm>

#include "coldplan/screening/screen.h"

namespace coldplan::screening {
namespace {

/// What a result leaves open.
struct Open {
  std::vector<const Flag*> flags;
  std::vector<const Question*> questions;
};

Open open_of(const Screening& result) {
  Open open;
  const Urgency urgency = result.warnings.urgency;
  const bool is_urgent = urgency >= Urgency::same_day;
  for (const Flag* flag : result.warnings.open) {
    if (!is_urgent || flag->urgency > urgency) {
      open.flags.push_back(flag);
    }
  }
  if (is_urgent) {
    return open;
  }
  for (const FamilyScreening& family : result.families) {
    for (const FormScreening& form : family.forms) {
      open.questions.insert(open.questions.end(), form.open.begin(), form.open.end());
    }
  }
  return open;
}

template <typename T>
const T* listed(const std::vector<const T*>& all, std::string_view id) {
  const auto found =
      std::find_if(all.begin(), all.end(), [id](const T* each) { return each->id == id; });
  return found == all.end() ? nullptr : *found;
}

}  // namespace

std::optional<NextScreen> next_screen(const person::Case& given, std::string_view today) {
  const Open open = open_of(screen(given, today));
  for (const Screen& each : screens()) {
    NextScreen next{&each, {}, {}};
    for (const std::string_view item : each.items) {
      if (const Flag* flag = listed(open.flags, item)) {
        next.flags.push_back(flag);
      } else if (const Question* question = listed(open.questions, item)) {
        next.questions.push_back(question);
      }
    }
    if (!next.flags.empty() || !next.questions.empty()) {
      return next;
    }
  }
  return std::nullopt;
}

bool is_ticked(const Question& question) {
  const bool is_yes_no = question.options.size() == 2 && question.options[0] == "yes";
  const auto all = rules();
  return is_yes_no && std::none_of(all.begin(), all.end(), [&question](const Rule& rule) {
           const auto waits = [&question](const Condition& condition) {
             return condition.question == question.id &&
                    std::find(condition.words.begin(), condition.words.end(), "no") !=
                        condition.words.end();
           };
           return waits(rule.when) || (rule.besides && waits(*rule.besides));
         });
}

}  // namespace coldplan::screening
