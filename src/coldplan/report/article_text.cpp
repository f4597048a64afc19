#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "coldplan/report/evidence_parts.h"
#include "coldplan/report/evidence_text.h"
#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

constexpr std::string_view item_indent = "    ";

std::string number_line(const evidence::ArticleNumber& number) {
  return fmt::format("{}: {} [{}]", number.label,
                     number.value.empty() ? std::string{"not predicted here"} : number.value,
                     number.source);
}

std::string answer_text(const evidence::ArticleAnswer& answer) {
  std::string text =
      wrap(fmt::format("{} ({}): \"{}\"", answer.id, answer.topic, answer.statement));
  text += wrap(fmt::format("{}: {}", answer.verdict, answer.says), "  ");
  for (const auto& candidate : answer.candidates) {
    text += wrap(fmt::format("- {}: {}", candidate.paper, candidate.why), item_indent);
  }
  for (const auto& number : answer.numbers) {
    text += wrap("- " + number_line(number), item_indent);
  }
  if (!answer.sources.empty()) {
    text += wrap(fmt::format("Sources: {}", fmt::join(answer.sources, "; ")), item_indent);
  }
  return text + "\n";
}

std::string tally(const evidence::ArticleCheck& check) {
  std::string text;
  for (const auto& [verdict, meaning] : check.verdicts) {
    const auto count =
        std::count_if(check.answers.begin(), check.answers.end(),
                      [&name = verdict](const auto& each) { return each.verdict == name; });
    text += wrap(fmt::format("{:>4} {}: {}", count, verdict, meaning));
  }
  return text;
}

std::string trial_text(const evidence::Words& words, const evidence::Trial& trial) {
  std::string text;
  const auto& direction = words.directions.at(trial.direction);
  text += wrap(fmt::format("{} [{}]", trial.name, trial.id));
  text += wrap(trial.citation, item_indent);
  text += wrap(fmt::format("{}; {}{}{}", trial.design, trial.population,
                           trial.people ? fmt::format(", {:.0f} people", *trial.people) : "",
                           trial.ages.empty() ? "" : ", " + trial.ages),
               item_indent);
  text += wrap(fmt::format("{} against {}{}: {}.", words.modalities.at(trial.modality).name,
                           trial.comparator, trial.dose.empty() ? "" : " (" + trial.dose + ")",
                           direction.says),
               item_indent);
  text +=
      wrap(fmt::format("Risk of bias: {}. Harms: {}.",
                       trial.risk_of_bias ? std::string{evidence::word(trial.risk_of_bias->overall)}
                                          : "not judged",
                       trial.harms.empty() ? "nothing said in the text read" : trial.harms),
           item_indent);
  text += wrap(fmt::format("{}: {}.", trial.is_poolable ? "Poolable" : "Not pooled",
                           trial.pooling_note.empty() ? "numbers printed" : trial.pooling_note),
               item_indent);
  text += wrap(
      fmt::format("Read as: {}.{}{}", trial.read_as, trial.doi.empty() ? "" : " doi " + trial.doi,
                  trial.pmid.empty() ? "" : " pmid " + trial.pmid),
      item_indent);
  for (const auto& url : trial.urls) {
    text += fmt::format("{}{}\n", item_indent, url);
  }
  return text;
}

}  // namespace

std::string article_text(const evidence::ArticleCheck& check) {
  std::string text = fmt::format("The article's {} statements\n\n", check.answers.size());
  text += tally(check) + "\n";
  for (const auto& answer : check.answers) {
    text += answer_text(answer);
  }
  text += "Its references\n";
  for (const auto& reference : check.references) {
    text += wrap(fmt::format("- {} {}; {}. {}. Read: {}.", reference.citation, reference.design,
                             reference.population, reference.relevance, reference.read_as),
                 "  ");
  }
  return text;
}

std::string trials_text(const evidence::Answer& answer) {
  const auto& words = answer.library.questions.words;
  std::string text = fmt::format("{} trial records\n\n", answer.library.trials.size());
  for (const auto& trial : answer.library.trials) {
    text += trial_text(words, trial) + "\n";
  }
  for (const auto& line : change_lines(answer)) {
    text += wrap("! " + line);
  }
  return text;
}

}  // namespace coldplan::report
