#include "coldplan/app/evidence_answer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "coldplan/app/article_predictions.h"
#include "coldplan/app/command.h"
#include "coldplan/evidence/answer.h"
#include "coldplan/evidence/article.h"
#include "coldplan/quantity/nearest_word.h"
#include "coldplan/report/evidence_json.h"
#include "coldplan/report/evidence_pictures.h"
#include "coldplan/report/evidence_text.h"

namespace coldplan::app {
namespace {

using evidence::Answer;

/// Nothing, or that a word is none of those that are known.
template <typename Rows, typename Id>
Expected<void> check_word(const char* option, const std::string& word, const Rows& rows,
                          const Id& id_of) {
  std::vector<std::string> known;
  known.reserve(rows.size());
  for (const auto& row : rows) {
    known.push_back(id_of(row));
  }
  if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) {
    return {};
  }
  return tl::unexpected(Error{ErrorCode::unknown_name, option, "\"" + word + "\"",
                              fmt::format("one of {}", fmt::join(known, ", ")),
                              quantity::did_you_mean(word, known)});
}

Expected<void> check(const EvidenceOptions& options, const evidence::Questions& questions) {
  const auto named = [](const evidence::Named& each) { return each.id; };
  if (auto kind = check_word("--kind", options.kind, questions.kinds, named); !kind) {
    return kind;
  }
  if (auto form = check_word("--form", options.form, questions.forms, named); !form) {
    return form;
  }
  return check_word("--question", options.question, questions.questions,
                    [](const evidence::Question& each) { return each.id; });
}

/// The bundled answer, by a reader's judgements where a file of them is named.
Expected<Answer> judged_answer(const EvidenceOptions& options) {
  auto library = evidence::read_library();
  if (!options.judgements) {
    return evidence::answer(std::move(library));
  }
  auto text = read_text(*options.judgements);
  if (!text) {
    text.error().mend = "no such file, or not readable; docs/evidence-methods.md shows one";
    return tl::unexpected(text.error());
  }
  const auto overrules =
      evidence::read_overrules(*text, library.trials, library.questions.questions);
  if (!overrules) {
    return tl::unexpected(in_file(*options.judgements, overrules.error()));
  }
  return evidence::answer(std::move(library), *overrules);
}

Expected<void> draw(const EvidenceOptions& options, const Answer& answer) {
  const auto plot = report::plot_named(options.plot);
  if (!plot) {
    return tl::unexpected(plot.error());
  }
  if (options.question.empty()) {
    return tl::unexpected(Error{ErrorCode::missing, "--question", "", "",
                                "name what to draw, such as acute-cold-or-heat (coldplan evidence "
                                "prints the names)"});
  }
  const auto question =
      std::find_if(answer.questions.begin(), answer.questions.end(),
                   [&](const auto& each) { return each.question.id == options.question; });
  return report::write_plot(*options.picture, *plot, report::plot_of(answer, *question));
}

}  // namespace

void add_evidence_flags(CLI::App& verb, EvidenceOptions& options) {
  verb.add_option("--kind", options.kind,
                  "Of pain: acute, subacute, chronic, disc_herniation or post_surgical");
  verb.add_option("--form", options.form, "Of cold: ice_pack, menthol_gel, wbc_chamber …");
  verb.add_flag("--details", options.details, "Also citations, derivations and every step");
  verb.add_option("--judgements", options.judgements,
                  "A file of your own judgements (docs/evidence-methods.md)");
  verb.add_flag("--json", options.json, "For machines: schema/evidence.schema.json");
  verb.add_flag("--page", options.page, "The page docs/evidence.md");
  verb.add_option("--question", options.question, "With --picture: what to draw");
  verb.add_option("--plot", options.plot,
                  "With --picture: forest, funnel, cumulative or leave-one-out");
  verb.add_option("--picture", options.picture, "Draw it: .svg, .png or .pdf");
}

Expected<std::string> run_evidence(const EvidenceOptions& options) {
  const auto answer = judged_answer(options);
  if (!answer) {
    return tl::unexpected(answer.error());
  }
  if (const auto known = check(options, answer->library.questions); !known) {
    return tl::unexpected(known.error());
  }
  if (!options.picture && (!options.question.empty() || options.plot != "forest")) {
    return tl::unexpected(Error{ErrorCode::missing, "--picture", "", "",
                                "--question and --plot say what to draw: name a file for it"});
  }
  if (options.picture) {
    if (const auto drawn = draw(options, *answer); !drawn) {
      return tl::unexpected(drawn.error());
    }
  }
  if (options.page) {
    return report::evidence_page(*answer, evidence::check_article(*answer));
  }
  return options.json
             ? json_text(report::evidence_json(*answer))
             : report::evidence_text(*answer, {options.kind, options.form, options.details});
}

Expected<std::string> run_evidence_article(bool json) {
  auto check = evidence::check_article(evidence::answer(evidence::read_library()));
  if (const auto predicted = predict_numbers(check); !predicted) {
    return tl::unexpected(predicted.error());
  }
  return json ? json_text(report::article_json(check)) : report::article_text(check);
}

Expected<std::string> run_evidence_trials(const EvidenceOptions& options) {
  return judged_answer(options).map([&](const Answer& answer) {
    return options.json ? json_text(report::trials_json(answer)) : report::trials_text(answer);
  });
}

}  // namespace coldplan::app
