#include "coldplan/app/facts_verb.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/report/text.h"

namespace coldplan::app {
namespace {

using facts::ArticleStatement;
using facts::Fact;
using facts::ReadAs;
using nlohmann::ordered_json;

constexpr std::string_view indent = "    ";
constexpr std::array readings{ReadAs::full_text,     ReadAs::abstract, ReadAs::dataset,
                              ReadAs::source_code,   ReadAs::web_page, ReadAs::label,
                              ReadAs::device_manual, ReadAs::registry, ReadAs::secondary,
                              ReadAs::fitted,        ReadAs::derived,  ReadAs::assumed,
                              ReadAs::not_found};

using Selection = std::vector<const Fact*>;

std::string lower(std::string_view text) {
  std::string lowered{text};
  std::transform(lowered.begin(), lowered.end(), lowered.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return lowered;
}

bool has(std::string_view text, const std::string& lowered_word) {
  return lower(text).find(lowered_word) != std::string::npos;
}

std::vector<std::string_view> subjects() {
  std::vector<std::string_view> found;
  for (const Fact& each : facts::all()) {
    if (found.empty() || found.back() != each.subject) {
      found.push_back(each.subject);
    }
  }
  return found;
}

Expected<void> known_subject(const std::string& subject) {
  const std::vector<std::string_view> known = subjects();
  if (subject.empty() || std::find(known.begin(), known.end(), subject) != known.end()) {
    return {};
  }
  return tl::unexpected(Error{ErrorCode::unknown_name, "--subject", "\"" + subject + "\"",
                              fmt::format("one of {}", fmt::join(known, ", ")), ""});
}

/// The article's statements are no facts: nothing that chooses among facts can be asked of them.
Expected<void> not_both(const FactsOptions& options) {
  const std::string other = !options.word.empty()      ? "\"" + options.word + "\""
                            : !options.subject.empty() ? "--subject"
                            : options.assumed          ? "--assumed"
                                                       : "";
  if (!options.article || other.empty()) {
    return {};
  }
  return tl::unexpected(Error{ErrorCode::conflict, "--article", "lists statements, not facts", "",
                              "leave out " + other});
}

/// The facts that every part of the options lets pass.
Expected<Selection> selected(const FactsOptions& options) {
  if (const auto known = known_subject(options.subject); !known) {
    return tl::unexpected(known.error());
  }
  const std::string word = lower(options.word);
  Selection selection;
  for (const Fact& each : facts::all()) {
    const bool named = has(each.id, word) || has(each.name, word) || has(each.source, word);
    const bool wanted = (options.subject.empty() || each.subject == options.subject) &&
                        (!options.assumed || each.read_as == ReadAs::assumed);
    if (named && wanted) {
      selection.push_back(&each);
    }
  }
  if (selection.empty()) {
    const auto found = facts::find(options.word);
    return tl::unexpected(Error{ErrorCode::unknown_name, "", "\"" + options.word + "\"",
                                "in the id, the name or the source of any fact asked for",
                                found ? std::string{} : found.error().mend});
  }
  return selection;
}

std::string paragraph(std::string_view text) {
  return report::wrap(text, indent);
}

std::string spread_of(const Fact& fact) {
  std::string spread;
  if (!std::isnan(fact.sd)) {
    spread += fmt::format(", SD {:.6g}", fact.sd);
  }
  if (!std::isnan(fact.low) && !std::isnan(fact.high)) {
    spread += fmt::format(", {:.6g} to {:.6g}", fact.low, fact.high);
  }
  return spread;
}

std::string value_of(const Fact& fact) {
  if (std::isnan(fact.value)) {
    return "not found" +
           (std::isnan(fact.low) ? "" : spread_of(fact) + " " + std::string{fact.unit});
  }
  const std::string unit = fact.unit == "1" ? "" : " " + std::string{fact.unit};
  const std::string printed =
      fact.printed_unit == fact.unit
          ? ""
          : fmt::format(" (printed as {:.6g} {})", fact.printed_value, fact.printed_unit);
  return fmt::format("{:.6g}{}{}{}", fact.value, unit, spread_of(fact), printed);
}

std::string entry(const Fact& fact) {
  std::string lines = fmt::format("{}\n", fact.id);
  lines += paragraph(fmt::format("{}: {}", fact.name, value_of(fact)));
  lines += paragraph(fmt::format("{}: {}", facts::to_string(fact.read_as), fact.source));
  if (!fact.note.empty()) {
    lines += paragraph(fmt::format("note: {}", fact.note));
  }
  return lines;
}

std::size_t count(ReadAs read_as) {
  return static_cast<std::size_t>(
      std::count_if(facts::all().begin(), facts::all().end(),
                    [read_as](const Fact& each) { return each.read_as == read_as; }));
}

std::string counts_text() {
  std::string lines = fmt::format("{} facts in all, by how they were read:\n", facts::all().size());
  for (const ReadAs read_as : readings) {
    if (count(read_as) > 0) {
      lines += fmt::format("{:>10}  {}\n", count(read_as), facts::to_string(read_as));
    }
  }
  return lines + report::wrap(fmt::format("{} values are assumed: no source gives them. {} were "
                                          "looked for and not found: they have no value.",
                                          count(ReadAs::assumed), count(ReadAs::not_found)));
}

std::string statement_text(const ArticleStatement& statement) {
  std::string lines = fmt::format("{} ({})\n", statement.id, statement.topic);
  lines += paragraph(fmt::format("The article says: {}.", statement.says));
  if (!statement.facts_say.empty()) {
    lines += paragraph(fmt::format("The facts say: {}", statement.facts_say));
    lines += paragraph(fmt::format("Basis: {}.", statement.basis));
  }
  return lines;
}

bool disagrees(const ArticleStatement& statement) {
  return !statement.facts_say.empty();
}

std::string article_text(bool all) {
  const auto statements = facts::article();
  const auto differing = std::count_if(statements.begin(), statements.end(), disagrees);
  std::string lines =
      fmt::format("Where the article and the facts disagree: {} of {} statements.\n", differing,
                  statements.size());
  for (const ArticleStatement& each : statements) {
    if (all || disagrees(each)) {
      lines += statement_text(each);
    }
  }
  return lines;
}

/// A number of a fact; null where it is not known.
ordered_json number(double value) {
  return std::isnan(value) ? ordered_json(nullptr) : ordered_json(value);
}

ordered_json fact_json(const Fact& fact) {
  return {{"id", fact.id},
          {"subject", fact.subject},
          {"name", fact.name},
          {"value", number(fact.value)},
          {"unit", fact.unit},
          {"sd", number(fact.sd)},
          {"low", number(fact.low)},
          {"high", number(fact.high)},
          {"printed", {{"value", number(fact.printed_value)}, {"unit", fact.printed_unit}}},
          {"source", fact.source},
          {"read_as", facts::to_string(fact.read_as)},
          {"note", fact.note}};
}

ordered_json counts_json() {
  ordered_json by_reading = ordered_json::object();
  for (const ReadAs read_as : readings) {
    by_reading[std::string{facts::to_string(read_as)}] = count(read_as);
  }
  return {{"total", facts::all().size()},
          {"assumed", count(ReadAs::assumed)},
          {"not_found", count(ReadAs::not_found)},
          {"by_reading", by_reading}};
}

ordered_json article_json() {
  ordered_json statements = ordered_json::array();
  for (const ArticleStatement& each : facts::article()) {
    statements.push_back({{"id", each.id},
                          {"topic", each.topic},
                          {"says", each.says},
                          {"disagrees", disagrees(each)},
                          {"facts_say", each.facts_say},
                          {"basis", each.basis}});
  }
  return statements;
}

}  // namespace

Expected<std::string> facts_text(const FactsOptions& options) {
  if (const auto sound = not_both(options); !sound) {
    return tl::unexpected(sound.error());
  }
  if (options.article) {
    return article_text(true);
  }
  return selected(options).map([](const Selection& selection) {
    std::string lines;
    for (const Fact* each : selection) {
      lines += entry(*each);
    }
    if (selection.size() < facts::all().size()) {
      lines += fmt::format("\n{} facts listed.\n", selection.size());
    }
    return lines + "\n" + counts_text() + "\n" + article_text(false) + "\n" +
           fmt::format("Data: {}\n", facts::data_hash());
  });
}

Expected<std::string> facts_json(const FactsOptions& options) {
  if (const auto sound = not_both(options); !sound) {
    return tl::unexpected(sound.error());
  }
  ordered_json listed = ordered_json::array();
  if (!options.article) {
    const auto selection = selected(options);
    if (!selection) {
      return tl::unexpected(selection.error());
    }
    for (const Fact* each : *selection) {
      listed.push_back(fact_json(*each));
    }
  }
  const ordered_json answer = {{"facts", listed},
                               {"counts", counts_json()},
                               {"article", article_json()},
                               {"data_hash", facts::data_hash()}};
  return answer.dump(2) + "\n";
}

}  // namespace coldplan::app
