#include "coldplan/report/evidence_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "coldplan/report/evidence_parts.h"
#include "coldplan/report/evidence_pictures.h"
#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

using evidence::Answer;
using evidence::Cell;
using evidence::QuestionAnswer;

constexpr std::string_view cell_indent = "    ";
constexpr std::string_view part_indent = "      ";

std::string paragraph(const std::string& text, std::string_view indent = "") {
  return wrap(text, indent);
}

std::string derivation_lines(const Answer& answer, const QuestionAnswer& question) {
  std::string text;
  for (const auto& study : question.studies) {
    const auto& trial = evidence::trial_named(answer.library.trials, study.trial);
    text += paragraph(fmt::format("{}: {}", study.name, trial.citation), part_indent);
    for (const auto& derivation : study.derivations) {
      text += paragraph("  " + derivation, part_indent);
    }
    if (!study.assumed.empty()) {
      text += paragraph(fmt::format("  Assumed: {}.", study.assumed), part_indent);
    }
  }
  return text;
}

std::string question_text(const Answer& answer, const QuestionAnswer& question, bool details) {
  const auto& questions = answer.library.questions;
  std::string text =
      paragraph(fmt::format("{} [{}]", question.question.title, question.question.id), cell_indent);
  text += paragraph(size_words(question, questions.words), cell_indent);
  text += paragraph(points_words(question, questions.points.important_points), cell_indent);
  if (!question.question.note.empty()) {
    text += paragraph(question.question.note, cell_indent);
  }
  text += question_forest(answer, question);
  if (question.grade) {
    text += paragraph(fmt::format("Certainty: {}.", certainty_words(*question.grade)), cell_indent);
  }
  if (details) {
    for (const auto& step :
         question.grade ? step_lines(*question.grade) : std::vector<std::string>{}) {
      text += paragraph("- " + step, part_indent);
    }
    text += derivation_lines(answer, question);
  }
  for (const auto& line : variant_lines(answer, question.question.id)) {
    text += paragraph("- " + line, part_indent);
  }
  return text;
}

std::string bound_text(const evidence::BoundAnswer& bound) {
  return paragraph(fmt::format("A difference of at most {:.2f} SD either way is left open. {}",
                               bound.values.front(), bound.bound.note),
                   cell_indent);
}

std::string heading_of(const Answer& answer, const Cell& cell) {
  return fmt::format("{}: {}{}", name_of(answer.library.questions.forms, cell.form),
                     direction_words(answer, cell),
                     cell.grade ? fmt::format(", {} certainty", cell.grade->name) : "");
}

std::string cell_text(const Answer& answer, const Cell& cell, bool details) {
  std::string text = paragraph("- " + heading_of(answer, cell), "  ");
  for (const std::size_t i : cell.answers) {
    text += question_text(answer, answer.questions[i], details);
  }
  for (const std::size_t i : cell.bounds) {
    text += bound_text(answer.bounds[i]);
  }
  if (cell.answers.empty() && cell.grade) {
    text += paragraph(fmt::format("Certainty: {}.", certainty_words(*cell.grade)), cell_indent);
  }
  for (const auto& note : cell.trials) {
    if (!note.is_pooled) {
      text += paragraph(unpooled_line(answer, note), cell_indent);
    }
  }
  return text;
}

/// A trial of local cold whose device is not named may be of any local form.
bool is_wanted(const Cell& cell, const EvidenceView& view) {
  const bool is_local =
      view.form == "ice_pack" || view.form == "cold_machine" || view.form == "local_nozzle";
  return (view.kind.empty() || cell.kind == view.kind) &&
         (view.form.empty() || cell.form == view.form ||
          (is_local && cell.form == "local_cold" && !cell.trials.empty()));
}

std::string kind_text(const Answer& answer, const evidence::Named& kind, const EvidenceView& view) {
  std::string text;
  std::vector<std::string> without;
  for (const Cell& cell : answer.cells) {
    if (cell.kind != kind.id || !is_wanted(cell, view)) {
      continue;
    }
    if (cell.trials.empty() && cell.form == "local_cold") {
      continue;
    }
    if (cell.trials.empty()) {
      without.push_back(name_of(answer.library.questions.forms, cell.form));
    } else {
      text += cell_text(answer, cell, view.details);
    }
  }
  if (!without.empty()) {
    text += paragraph(fmt::format("- No trial found: {}.", fmt::join(without, "; ")), "  ");
  }
  return text.empty() ? text : fmt::format("{}\n{}\n", kind.name, text);
}

template <typename Rows>
std::vector<std::size_t> wanted_rows(const Answer& answer, const EvidenceView& view,
                                     const Rows& rows_of) {
  std::vector<std::size_t> wanted;
  for (const Cell& cell : answer.cells) {
    // Of one kind of pain only what belongs to forms that were tried in it.
    const bool is_tried = view.kind.empty() || !view.form.empty() || !cell.trials.empty();
    if (is_wanted(cell, view) && is_tried) {
      const auto& rows = rows_of(cell);
      wanted.insert(wanted.end(), rows.begin(), rows.end());
    }
  }
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  return wanted;
}

std::string reviews_text(const Answer& answer, const EvidenceView& view) {
  std::string text;
  for (const auto i : wanted_rows(answer, view, [](const Cell& cell) { return cell.reviews; })) {
    const auto& use = answer.library.questions.reviews[i];
    const auto& review = evidence::review_named(answer.library.reviews, use.review);
    text += paragraph("- " + review_line(review, use), "  ");
  }
  return text.empty() ? text : "Reviews by others\n" + text + "\n";
}

std::string harms_text(const Answer& answer, const EvidenceView& view) {
  std::string text;
  for (const auto i : wanted_rows(answer, view, [](const Cell& cell) { return cell.harms; })) {
    text += paragraph("- " + harm_line(answer, answer.library.questions.harms[i]), "  ");
  }
  return text.empty() ? text
                      : "Harms that were reported\n" + text +
                            paragraph(
                                "Trials seldom looked for harms. None reported is not none "
                                "happened; coldplan screen tells who must not use what.",
                                "  ") +
                            "\n";
}

/// Other diseases and places, and what was pooled for exploration, without a filter alone.
std::string elsewhere_text(const Answer& answer, const EvidenceView& view) {
  if (!view.kind.empty() || !view.form.empty()) {
    return "";
  }
  std::string text = "Other diseases and places\n";
  for (const auto& note : answer.elsewhere) {
    text += paragraph("- " + unpooled_line(answer, note), "  ");
  }
  text += "\nPooled for exploration alone\n";
  for (const QuestionAnswer& question : answer.questions) {
    if (question.question.role == evidence::Question::Role::exploratory) {
      text += question_text(answer, question, view.details);
    }
  }
  return text + "\n";
}

}  // namespace

std::string evidence_text(const Answer& answer, const EvidenceView& view) {
  std::string text = "Does cold help a back? What the trials say\n\n";
  text += paragraph(in_one_sentence(answer)) + "\n";
  if (answer.judged_by.empty() && view.kind.empty() && view.form.empty()) {
    for (const auto& line : point_lines(answer.library.questions.plain)) {
      text += paragraph("- " + line, "  ");
    }
    text += "\n";
  }
  for (const auto& line : change_lines(answer)) {
    text += paragraph("! " + line);
  }
  text += answer.judged_by.empty() ? "" : "\n";
  for (const auto& kind : answer.library.questions.kinds) {
    text += kind_text(answer, kind, view);
  }
  text += elsewhere_text(answer, view) + reviews_text(answer, view) + harms_text(answer, view);
  text += "What guidelines say\n";
  for (const auto& line : point_lines(answer.library.questions.guidelines)) {
    text += paragraph("- " + line, "  ");
  }
  text += "\n";
  for (const auto& line : reading_lines(answer)) {
    text += paragraph(line);
  }
  return text;
}

}  // namespace coldplan::report
