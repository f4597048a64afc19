#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "coldplan/evidence/library.h"
#include "coldplan/evidence/overrules.h"
#include "coldplan/evidence/question_answer.h"

/// Does it work? By kind of pain and form of cold, from the bundled trials.
namespace coldplan::evidence {

/// What the trials of one kind of pain and one form say about pain.
enum class Direction {
  no_trial,       ///< none was found
  no_comparison,  ///< nobody went without cold, or no test between groups was read
  no_result,      ///< a trial is there; its result on pain was not read, or is none
  no_difference,  ///< no difference found, or an interval on both sides of none
  mixed,          ///< results that disagree
  favours_cold,
  favours_control,
};

/// A trial as one cell of the table sees it.
struct TrialNote {
  std::size_t trial = 0;  ///< in Answer::library.trials
  Direction direction = Direction::no_result;
  std::string says;        ///< the direction in words
  std::string indirect;    ///< how far its people are from the kind of pain
  bool is_pooled = false;  ///< in a main question
};

/// One kind of pain and one form.
struct Cell {
  std::string kind;
  std::string form;
  std::vector<TrialNote> trials;
  std::vector<std::size_t> answers;  ///< main questions, in Answer::questions
  std::vector<std::size_t> bounds;   ///< in Answer::bounds
  std::vector<std::size_t> reviews;  ///< in Library::questions.reviews
  std::vector<std::size_t> harms;    ///< in Library::questions.harms
  Direction direction = Direction::no_trial;
  std::optional<Grade> grade;  ///< empty: no trial that compares
};

struct Answer {
  Library library;              ///< with a reader's judgements in place of ours
  std::string judged_by;        ///< empty: ours
  std::vector<Change> changes;  ///< what a reader changed
  std::vector<QuestionAnswer> questions;
  std::vector<BoundAnswer> bounds;
  std::vector<Cell> cells;           ///< every kind by every form
  std::vector<TrialNote> elsewhere;  ///< trials of another disease or place
};

[[nodiscard]] Answer answer(Library library, const std::optional<Overrules>& overrules = {});

/// How many studies stand in a cell, and how many people: two records of one paper are one study.
struct CellSize {
  std::size_t studies = 0;
  double people = 0.0;
  bool all_counted = true;  ///< no study whose number of people was not seen
};
[[nodiscard]] CellSize size_of(const Answer& answer, const Cell& cell);

/// What cold was held against in a cell's trials, each once, in words.
[[nodiscard]] std::vector<std::string> comparators_of(const Answer& answer, const Cell& cell);

/// The name of an id; it throws where there is none.
[[nodiscard]] const std::string& name_of(const std::vector<Named>& names, const std::string& id);

/// The whole answer in one sentence.
[[nodiscard]] std::string in_one_sentence(const Answer& answer);

/// "no difference was found", fit for the middle of a sentence.
[[nodiscard]] std::string_view words(Direction direction);

}  // namespace coldplan::evidence
