#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "coldplan/report/evidence_parts.h"
#include "coldplan/report/evidence_text.h"

namespace coldplan::report {
namespace {

using evidence::Answer;
using evidence::Cell;
using evidence::Direction;

std::string people_of(const Answer& answer, const Cell& cell) {
  const auto size = evidence::size_of(answer, cell);
  return fmt::format("{}, {:.0f} people{}", size.studies, size.people,
                     size.all_counted ? "" : " and more that were not counted in print");
}

/// Every kind of pain by every form that was tried in it.
std::string table(const Answer& answer) {
  const auto& questions = answer.library.questions;
  std::string text =
      "| pain | form of cold | trials | held against | what they say of pain | how sure |\n"
      "|---|---|---|---|---|---|\n";
  for (const Cell& cell : answer.cells) {
    if (cell.direction != Direction::no_trial) {
      text +=
          fmt::format("| {} | {} | {} | {} | {} | {} |\n", name_of(questions.kinds, cell.kind),
                      name_of(questions.forms, cell.form), people_of(answer, cell),
                      fmt::join(evidence::comparators_of(answer, cell), "; "),
                      direction_words(answer, cell), cell.grade ? cell.grade->name : "not rated");
    }
  }
  return text;
}

/// Kinds of pain and forms that nobody tried.
std::string untried(const Answer& answer) {
  std::string text;
  for (const auto& kind : answer.library.questions.kinds) {
    std::vector<std::string> forms;
    for (const Cell& cell : answer.cells) {
      if (cell.kind == kind.id && cell.direction == Direction::no_trial &&
          cell.form != "local_cold") {
        forms.push_back(name_of(answer.library.questions.forms, cell.form));
      }
    }
    if (!forms.empty()) {
      text += fmt::format("- {}: {}.\n", kind.name, fmt::join(forms, ", "));
    }
  }
  return text;
}

std::string question(const Answer& answer, const evidence::QuestionAnswer& each) {
  const auto& questions = answer.library.questions;
  std::string text = fmt::format("### {}\n\n", each.question.title);
  text += fmt::format("{}\n\n", points_words(each, questions.points.important_points));
  text += fmt::format("{}\n\n", size_words(each, questions.words));
  if (!each.question.note.empty()) {
    text += each.question.note + "\n\n";
  }
  if (each.grade) {
    text += fmt::format("How sure: **{}**.\n\n", each.grade->name);
    for (const auto& step : step_lines(*each.grade)) {
      text += fmt::format("- {}\n", step);
    }
    text += "\n";
  }
  const auto variants = variant_lines(answer, each.question.id);
  if (!variants.empty()) {
    text += "The same in other ways:\n\n";
    for (const auto& line : variants) {
      text += fmt::format("- {}\n", line);
    }
    text += "\n";
  }
  return text;
}

std::string questions_of(const Answer& answer, evidence::Question::Role role) {
  std::string text;
  for (const auto& each : answer.questions) {
    if (each.question.role == role) {
      text += question(answer, each);
    }
  }
  return text;
}

std::string without_numbers(const Answer& answer) {
  std::string text;
  std::vector<bool> told(answer.library.trials.size());
  const auto tell = [&](const evidence::TrialNote& note) {
    if (!note.is_pooled && !told[note.trial]) {
      told[note.trial] = true;
      text += fmt::format("- {}\n", unpooled_line(answer, note));
    }
  };
  for (const Cell& cell : answer.cells) {
    std::for_each(cell.trials.begin(), cell.trials.end(), tell);
  }
  std::for_each(answer.elsewhere.begin(), answer.elsewhere.end(), tell);
  return text;
}

std::string article(const evidence::ArticleCheck& check) {
  std::string text = "| the article says | verdict | what was found |\n|---|---|---|\n";
  for (const auto& each : check.answers) {
    text += fmt::format("| {} | {} | {} |\n", each.statement, each.verdict, each.says);
  }
  return text;
}

/// The answer first, in plain words, and what the words of the field mean.
std::string head(const Answer& answer) {
  const auto& questions = answer.library.questions;
  std::string text = fmt::format("# Does cold help a back?\n\n**{}**\n\n", in_one_sentence(answer));
  for (const auto& line : change_lines(answer)) {
    text += fmt::format("- {}\n", line);
  }
  if (answer.judged_by.empty()) {
    text += "For an adult of 45 and over. Not medical advice.\n\n";
    for (const auto& line : point_lines(questions.plain)) {
      text += fmt::format("- {}\n", line);
    }
    text +=
        "\nThis page is what `coldplan evidence --page` prints from the trials in "
        "`data/evidence`; a test holds it to that.\n";
  }
  text += "\n## Words\n\n";
  for (const auto& each : questions.glossary) {
    text += fmt::format("- {}: {}.\n", each.word, each.means);
  }
  return text;
}

std::string bounds(const Answer& answer) {
  std::string text;
  for (const auto& bound : answer.bounds) {
    if (!bound.bound.is_of_means) {
      text += fmt::format("- {}: a difference of at most {:.2f} SD either way is left open. {}\n",
                          evidence::trial_named(answer.library.trials, bound.bound.trial).name,
                          bound.values.front(), bound.bound.note);
    }
  }
  return text;
}

std::string reviews(const Answer& answer) {
  std::string text;
  for (const auto& use : answer.library.questions.reviews) {
    text += fmt::format(
        "- {}\n", review_line(evidence::review_named(answer.library.reviews, use.review), use));
  }
  return text;
}

std::string harms(const Answer& answer) {
  std::string text =
      "Trials seldom looked for harms; none reported is not none happened. [Who must not use "
      "what](safety.md).\n\n";
  for (const auto& harm : answer.library.questions.harms) {
    text += fmt::format("- {}\n", harm_line(answer, harm));
  }
  return text;
}

std::string list(const std::vector<std::string>& lines) {
  return fmt::format("- {}\n", fmt::join(lines, "\n- "));
}

}  // namespace

std::string evidence_page(const Answer& answer, const evidence::ArticleCheck& check) {
  using Role = evidence::Question::Role;
  const std::vector<std::pair<std::string_view, std::string>> parts{
      {"By kind of pain and form of cold", table(answer)},
      {"What was not tried", untried(answer)},
      {"How this was read", list(reading_lines(answer))},
      {"What guidelines say beside it", list(point_lines(answer.library.questions.guidelines))},
      {"What could be pooled", questions_of(answer, Role::main)},
      {"A trial without numbers", bounds(answer)},
      {"Pooled for exploration alone", questions_of(answer, Role::exploratory)},
      {"Trials that could not be pooled, and why", without_numbers(answer)},
      {"Reviews by others", reviews(answer)},
      {"Harms that were reported", harms(answer)},
      {"The article's statements",
       "`coldplan evidence article` also prints the numbers and sources.\n\n" + article(check)}};
  std::string text = head(answer);
  for (const auto& [heading, part] : parts) {
    text += fmt::format("\n## {}\n\n{}", heading, part);
  }
  return text;
}

}  // namespace coldplan::report
