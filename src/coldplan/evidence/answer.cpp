#include "coldplan/evidence/answer.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace coldplan::evidence {
namespace {

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Direction direction_of(const std::string& name) {
  static const std::map<std::string, Direction> names{
      {"no_difference", Direction::no_difference},
      {"favours_control", Direction::favours_control},
      {"favours_cold", Direction::favours_cold},
      {"no_comparison", Direction::no_comparison},
      {"no_pain_result", Direction::no_result},
      {"no_result", Direction::no_result},
      {"mixed", Direction::mixed}};
  return names.at(name);
}

/// Whether a trial's numbers stand in a main question.
bool is_pooled(const std::vector<QuestionAnswer>& answers, const Trial& trial) {
  return std::any_of(answers.begin(), answers.end(), [&](const QuestionAnswer& each) {
    return each.question.role == Question::Role::main &&
           std::any_of(each.studies.begin(), each.studies.end(),
                       [&](const StudyResult& study) { return study.trial == trial.id; });
  });
}

TrialNote note_of(const Answer& answer, std::size_t index) {
  const Trial& trial = answer.library.trials[index];
  const Words& words = answer.library.questions.words;
  const DirectionWords& direction = words.directions.at(trial.direction);
  const bool is_one_group = trial.comparator_kind == "none";
  return {index, direction_of(direction.direction),
          !trial.says.empty() ? trial.says
          : is_one_group      ? "pain fell, before and after in the same people; no other group"
                              : direction.says,
          words.pains.at(trial.pain).indirect, is_pooled(answer.questions, trial)};
}

/// Indices of the rows that speak of a cell. A row without kinds speaks of every kind.
template <typename Rows, typename Kinds, typename Forms>
std::vector<std::size_t> rows_of(const Rows& rows, const Cell& cell, const Kinds& kinds,
                                 const Forms& forms) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (holds(forms(rows[i]), cell.form) &&
        (kinds(rows[i]).empty() || holds(kinds(rows[i]), cell.kind))) {
      found.push_back(i);
    }
  }
  return found;
}

/// What those directions come to that tell of pain against another group.
Direction joined(const std::vector<Direction>& directions) {
  std::set<Direction> telling;
  bool has_no_result = false;
  for (const Direction each : directions) {
    if (each >= Direction::no_difference) {
      telling.insert(each);
    }
    has_no_result |= each == Direction::no_result;
  }
  if (telling.size() > 1) {
    return Direction::mixed;
  }
  if (telling.size() == 1) {
    return *telling.begin();
  }
  return directions.empty() ? Direction::no_trial
         : has_no_result    ? Direction::no_result
                            : Direction::no_comparison;
}

Direction direction_of_interval(const QuestionAnswer& answer) {
  const int side = side_of(answer.interval);
  return side < 0   ? Direction::favours_cold
         : side > 0 ? Direction::favours_control
                    : Direction::no_difference;
}

/// A pooled question, which a sensitivity analysis of it may contradict.
Direction direction_of(const Answer& answer, const QuestionAnswer& main) {
  const Direction direction = direction_of_interval(main);
  const bool is_contradicted =
      std::any_of(answer.questions.begin(), answer.questions.end(), [&](const auto& each) {
        return each.question.of == main.question.id &&
               each.question.is_standardised == main.question.is_standardised &&
               direction_of_interval(each) != direction;
      });
  return is_contradicted ? Direction::mixed : direction;
}

/// A cell by its pooled questions, where it has any, else by what the trials say.
Direction direction_of(const Answer& answer, const Cell& cell) {
  std::vector<Direction> directions;
  for (const std::size_t i : cell.answers) {
    directions.push_back(direction_of(answer, answer.questions[i]));
  }
  if (directions.empty()) {
    for (const TrialNote& note : cell.trials) {
      directions.push_back(note.direction);
    }
  }
  return joined(directions);
}

/// The certainty of trials of which no size is known.
std::optional<Grade> unpooled_grade(const Answer& answer, const Cell& cell) {
  UnpooledBody body;
  double people = 0.0;
  std::set<std::string> indirect;
  std::set<std::string> papers;
  std::vector<Direction> directions;
  std::vector<Direction> without_high_risk;
  for (const TrialNote& note : cell.trials) {
    const Trial& trial = answer.library.trials[note.trial];
    if (trial.read_as == "registry") {
      body.without_results.push_back(trial.name);
    }
    if (note.direction < Direction::no_difference || !trial.risk_of_bias ||
        !papers.insert(trial.citation).second) {
      continue;
    }
    const double weight = trial.people.value_or(0.0);
    people += weight;
    body.studies.push_back(
        {trial.risk_of_bias->overall, trial.randomised.value_or(false), weight, {}});
    indirect.insert(note.indirect);
    directions.push_back(note.direction);
    if (trial.risk_of_bias->overall != Judgement::high) {
      without_high_risk.push_back(note.direction);
    }
  }
  if (body.studies.empty()) {
    return std::nullopt;
  }
  for (GradedStudy& study : body.studies) {
    study.weight_percent = people > 0.0 ? 100.0 * study.weight_percent / people
                                        : 100.0 / static_cast<double>(body.studies.size());
  }
  body.conclusion_hangs_on_high_risk = joined(without_high_risk) != joined(directions);
  if (!indirect.contains("")) {
    body.indirect = fmt::format("{}", fmt::join(indirect, "; "));
  }
  return grade_unpooled(answer.library.grade_rules, body);
}

/// The least sure of its pooled questions, else of its trials.
std::optional<Grade> grade_of(const Answer& answer, const Cell& cell) {
  std::optional<Grade> least;
  for (const std::size_t i : cell.answers) {
    const auto& grade = answer.questions[i].grade;
    if (grade && (!least || grade->level < least->level)) {
      least = grade;
    }
  }
  return cell.answers.empty() ? unpooled_grade(answer, cell) : least;
}

Cell cell_of(const Answer& answer, const std::string& kind, const std::string& form) {
  const Library& library = answer.library;
  Cell cell;
  cell.kind = kind;
  cell.form = form;
  for (std::size_t i = 0; i < library.trials.size(); ++i) {
    const Trial& trial = library.trials[i];
    if (holds(library.questions.words.pains.at(trial.pain).kinds, kind) &&
        holds(library.questions.words.modalities.at(trial.modality).forms, form)) {
      cell.trials.push_back(note_of(answer, i));
    }
  }
  for (std::size_t i = 0; i < answer.questions.size(); ++i) {
    const Question& question = answer.questions[i].question;
    if (question.role == Question::Role::main && holds(question.kinds, kind) &&
        holds(question.forms, form)) {
      cell.answers.push_back(i);
    }
  }
  const auto kinds_of = [](const auto& row) -> const auto& {
    return row.kinds;
  };
  const auto forms_of = [](const auto& row) -> const auto& {
    return row.forms;
  };
  for (std::size_t i = 0; i < answer.bounds.size(); ++i) {
    const Bound& bound = answer.bounds[i].bound;
    if (holds(bound.kinds, kind) && holds(bound.forms, form)) {
      cell.bounds.push_back(i);
    }
  }
  cell.reviews = rows_of(library.questions.reviews, cell, kinds_of, forms_of);
  static const std::vector<std::string> every_kind;
  cell.harms = rows_of(
      library.questions.harms, cell,
      [](const HarmReport&) -> const std::vector<std::string>& { return every_kind; }, forms_of);
  cell.direction = direction_of(answer, cell);
  cell.grade = grade_of(answer, cell);
  return cell;
}

std::map<std::string, GivenStep> overruled_steps(const std::optional<Overrules>& overrules,
                                                 const std::string& question) {
  if (!overrules || !overrules->questions.contains(question)) {
    return {};
  }
  return overrules->questions.at(question);
}

/// Whether some pooled trial of cold against none leaves no room for relief.
bool rules_relief_out(const Answer& answer) {
  return std::any_of(answer.questions.begin(), answer.questions.end(), [](const auto& each) {
    return each.question.role == Question::Role::main && each.question.against != "heat" &&
           each.interval.lower >= 0.0;
  });
}

/// Which steps of certainty a reader changed, beside the changes of bias.
void add_step_changes(Answer& answer) {
  for (const QuestionAnswer& each : answer.questions) {
    if (!each.grade) {
      continue;
    }
    for (const GradeStep& step : each.grade->steps) {
      if (step.is_overruled) {
        answer.changes.push_back({fmt::format("{}, {}", each.question.id, step.domain),
                                  "by the rules", fmt::format("{} steps", step.steps), step.why});
      }
    }
  }
}

}  // namespace

Answer answer(Library library, const std::optional<Overrules>& overrules) {
  Answer all;
  all.library = std::move(library);
  if (overrules) {
    all.judged_by = overrules->by;
    all.changes = apply(*overrules, all.library.bias_rules, all.library.trials);
  }
  const Questions& asked = all.library.questions;
  for (const Question& question : asked.questions) {
    all.questions.push_back(
        answer_question(all.library, question, overruled_steps(overrules, question.id)));
  }
  add_step_changes(all);
  for (const Bound& bound : asked.bounds) {
    all.bounds.push_back(answer_bound(all.library, bound));
  }
  for (const Named& kind : asked.kinds) {
    for (const Named& form : asked.forms) {
      all.cells.push_back(cell_of(all, kind.id, form.id));
    }
  }
  for (std::size_t i = 0; i < all.library.trials.size(); ++i) {
    if (asked.words.pains.at(all.library.trials[i].pain).kinds.empty()) {
      all.elsewhere.push_back(note_of(all, i));
    }
  }
  return all;
}

CellSize size_of(const Answer& answer, const Cell& cell) {
  CellSize size;
  std::set<std::string> papers;
  for (const TrialNote& note : cell.trials) {
    const Trial& trial = answer.library.trials[note.trial];
    const bool is_withdrawn = trial.people == 0.0;
    if (!is_withdrawn && papers.insert(trial.citation).second) {
      ++size.studies;
      size.people += trial.people.value_or(0.0);
      size.all_counted = size.all_counted && trial.people.has_value();
    }
  }
  return size;
}

std::vector<std::string> comparators_of(const Answer& answer, const Cell& cell) {
  std::vector<std::string> comparators;
  for (const TrialNote& note : cell.trials) {
    const auto& words = answer.library.questions.words.comparators.at(
        answer.library.trials[note.trial].comparator_kind);
    if (!holds(comparators, words)) {
      comparators.push_back(words);
    }
  }
  return comparators;
}

std::string in_one_sentence(const Answer& answer) {
  const auto& questions = answer.library.questions;
  std::vector<std::string> favoured;
  for (const Cell& cell : answer.cells) {
    if (cell.grade && cell.grade->level > 1 && cell.direction == Direction::favours_cold) {
      favoured.push_back(fmt::format("{} ({}, {} certainty)", name_of(questions.forms, cell.form),
                                     name_of(questions.kinds, cell.kind), cell.grade->name));
    }
  }
  if (!favoured.empty()) {
    return fmt::format("The trials that were read favour cold in: {}.", fmt::join(favoured, "; "));
  }
  return fmt::format(
      "No trial that was read shows that cold relieves back pain with more than {} certainty{}.",
      answer.library.grade_rules.names.front(),
      rules_relief_out(answer) ? "" : ", and none rules out a small, short relief");
}

const std::string& name_of(const std::vector<Named>& names, const std::string& id) {
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const Named& each) { return each.id == id; });
  if (found == names.end()) {
    throw std::logic_error("no name for " + id);
  }
  return found->name;
}

std::string_view words(Direction direction) {
  switch (direction) {
    case Direction::no_trial:
      return "no trial found";
    case Direction::no_comparison:
      return "no comparison with a group without it";
    case Direction::no_result:
      return "no result on pain could be read";
    case Direction::no_difference:
      return "no clear difference";
    case Direction::mixed:
      return "results that disagree";
    case Direction::favours_cold:
      return "favours cold";
    case Direction::favours_control:
      break;
  }
  return "favours the comparison";
}

}  // namespace coldplan::evidence
