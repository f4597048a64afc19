#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "coldplan/report/evidence_pictures.h"
#include "coldplan/report/forest_text.h"

namespace coldplan::report {
namespace {

bool share_a_word(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

/// Trials of the question's pain and forms that have no number to pool.
std::vector<drawing::NotPooled> not_pooled(const evidence::Answer& answer,
                                           const evidence::Question& question) {
  const auto& words = answer.library.questions.words;
  std::vector<drawing::NotPooled> rows;
  for (const auto& trial : answer.library.trials) {
    if (!trial.is_poolable && share_a_word(words.pains.at(trial.pain).kinds, question.kinds) &&
        share_a_word(words.modalities.at(trial.modality).forms, question.forms)) {
      rows.push_back({trial.name, words.directions.at(trial.direction).says, trial.pooling_note});
    }
  }
  return rows;
}

}  // namespace

PlotStudies plot_of(const evidence::Answer& answer, const evidence::QuestionAnswer& question) {
  const auto& asked = question.question;
  const auto& against = answer.library.questions.words.comparators.at(asked.against);
  PlotStudies studies;
  studies.texts = {
      asked.title, asked.note,
      fmt::format("{}{} No picture says that cold relieves pain. Not a medical device.",
                  question.grade ? fmt::format("Certainty (GRADE): {}.", question.grade->name) : "",
                  answer.judged_by.empty()
                      ? ""
                      : fmt::format(" Judged by {}, not by coldplan.", answer.judged_by))};
  studies.axis.label = asked.is_standardised ? "standardised mean difference of pain (Hedges' g)"
                                             : "difference of pain, " + asked.unit;
  studies.axis.heading = asked.is_standardised ? "g (95 % CI)" : "difference (95 % CI)";
  studies.axis.below = "favours cold";
  studies.axis.above = "favours " + against;
  studies.columns = {"cold", "control"};
  for (const auto& study : question.studies) {
    studies.names.push_back(study.name);
    studies.cells.push_back(
        {fmt::format("{:.0f}", study.people_cold), fmt::format("{:.0f}", study.people_control)});
    studies.effects.push_back(study.effect);
  }
  studies.options.test = evidence::Test::knha;
  studies.not_pooled = not_pooled(answer, asked);
  return studies;
}

std::string question_forest(const evidence::Answer& answer,
                            const evidence::QuestionAnswer& question) {
  auto studies = plot_of(answer, question);
  studies.not_pooled.clear();  // they stand below, each with its reason
  auto text = forest_of(studies).and_then(
      [](const drawing::ForestPicture& picture) { return forest_text(picture); });
  if (!text) {
    throw std::logic_error(message(text.error()));
  }
  return *text;
}

}  // namespace coldplan::report
