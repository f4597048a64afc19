#include "coldplan/app/explain_verb.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/app/explain_form.h"
#include "coldplan/app/explain_topics.h"
#include "coldplan/applicator/forms.h"
#include "coldplan/quantity/nearest_word.h"
#include "coldplan/report/text.h"

namespace coldplan::app {
namespace {

std::vector<const facts::Fact*> facts_behind(const std::vector<facts::Id>& ids) {
  std::vector<const facts::Fact*> found;
  std::transform(ids.begin(), ids.end(), std::back_inserter(found),
                 [](facts::Id id) { return &facts::fact(id); });
  return found;
}

std::optional<Explanation> topic_named(const std::string& what) {
  for (const Topic& topic : explain_topics()) {
    if (topic.id == what) {
      return Explanation{std::string{topic.title},
                         {topic.paragraphs.begin(), topic.paragraphs.end()},
                         {topic.equations.begin(), topic.equations.end()},
                         facts_behind(topic.basis),
                         nullptr,
                         {},
                         ""};
    }
  }
  return std::nullopt;
}

std::optional<Explanation> fact_named(const std::string& what) {
  const auto fact = facts::find(what);
  if (!fact) {
    return std::nullopt;
  }
  return Explanation{std::string{(*fact)->name}, {}, {}, {*fact}, nullptr, {}, ""};
}

Error unknown(const std::string& what) {
  std::vector<std::string> known;
  for (const Topic& topic : explain_topics()) {
    known.emplace_back(topic.id);
  }
  for (const applicator::Form& form : applicator::all_forms()) {
    known.push_back(form.id);
  }
  for (const facts::ApplicatorNotes& notes : facts::applicator_notes()) {
    known.emplace_back(notes.id);
  }
  for (const facts::Fact& fact : facts::all()) {
    known.emplace_back(fact.id);
  }
  const std::string suggestion = quantity::did_you_mean(what, known);
  return {ErrorCode::unknown_name, "explain", "\"" + what + "\"", "a topic, a form or a fact",
          suggestion.empty() ? "coldplan explain lists the topics" : suggestion};
}

Expected<Explanation> explanation_of(const std::string& what) {
  for (const auto& explain : {topic_named, explain_form, fact_named}) {
    if (const auto found = explain(what)) {
      return *found;
    }
  }
  return tl::unexpected(unknown(what));
}

std::string with_unit(const std::string& number, std::string_view unit) {
  return unit == "1" ? number : fmt::format("{} {}", number, unit);
}

/// Value and range in the unit that was printed: units of facts differ by a factor alone, so that
/// the printed value over the SI value converts the range. Without a value the range stays SI.
std::string value_of(const facts::Fact& fact) {
  const bool has_range = !std::isnan(fact.low) && !std::isnan(fact.high);
  const auto range = [&](double factor, std::string_view unit) {
    return with_unit(fmt::format("{:g} to {:g}", factor * fact.low, factor * fact.high), unit);
  };
  if (std::isnan(fact.value)) {
    return has_range ? fmt::format("not found ({})", range(1.0, fact.unit)) : "not found";
  }
  if (!has_range) {
    return with_unit(fmt::format("{:g}", fact.printed_value), fact.printed_unit);
  }
  if (fact.printed_unit == fact.unit || fact.value == 0.0) {
    return fmt::format("{} ({})", with_unit(fmt::format("{:g}", fact.value), fact.unit),
                       range(1.0, fact.unit));
  }
  return fmt::format("{} ({})",
                     with_unit(fmt::format("{:g}", fact.printed_value), fact.printed_unit),
                     range(fact.printed_value / fact.value, fact.printed_unit));
}

std::string fact_text(const facts::Fact& fact) {
  std::string text = report::wrap(fmt::format("- {}: {}", fact.id, value_of(fact)), "  ");
  text += report::wrap(fmt::format("{}; {}", facts::to_string(fact.read_as), fact.source), "    ");
  return fact.note.empty() ? text : text + report::wrap(fact.note, "    ");
}

/// A number of a fact; null where it is not known.
nlohmann::ordered_json number(double value) {
  return std::isnan(value) ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(value);
}

std::string topic_list() {
  std::string text = "Topics:\n";
  for (const Topic& topic : explain_topics()) {
    text += fmt::format("  {:<11}{}\n", topic.id, topic.title);
  }
  text += "Forms (coldplan forms) and facts (coldplan facts) are explained by their id too";
  const std::vector<std::string> others = ids_without_form();
  return text + (others.empty()
                     ? ".\n"
                     : ",\nand so is what is known but not computed:\n" +
                           report::wrap(fmt::format("{}", fmt::join(others, ", ")), "  "));
}

}  // namespace

Expected<std::string> explain_text(const std::string& what) {
  if (what.empty()) {
    return topic_list();
  }
  const auto found = explanation_of(what);
  if (!found) {
    return tl::unexpected(found.error());
  }
  std::string text = report::wrap(found->title);
  for (const std::string& paragraph : found->paragraphs) {
    text += '\n' + report::wrap(paragraph);
  }
  for (const std::string& equation : found->equations) {
    text += '\n' + report::wrap(equation, "    ");
  }
  text += form_sections(*found);
  if (!found->basis.empty()) {
    text += "\nThe numbers behind it:\n";
  }
  for (const facts::Fact* fact : found->basis) {
    text += fact_text(*fact);
  }
  return text;
}

Expected<std::string> explain_json(const std::string& what) {
  nlohmann::ordered_json json;
  if (what.empty()) {
    for (const Topic& topic : explain_topics()) {
      json["topics"].push_back({{"id", topic.id}, {"title", topic.title}});
    }
    return json_text(json);
  }
  const auto found = explanation_of(what);
  if (!found) {
    return tl::unexpected(found.error());
  }
  json = {{"title", found->title},
          {"paragraphs", found->paragraphs},
          {"equations", found->equations},
          {"facts", nlohmann::ordered_json::array()}};
  add_form_json(json, *found);
  for (const facts::Fact* fact : found->basis) {
    json["facts"].push_back({{"id", fact->id},
                             {"value", number(fact->value)},
                             {"unit", fact->unit},
                             {"sd", number(fact->sd)},
                             {"low", number(fact->low)},
                             {"high", number(fact->high)},
                             {"source", fact->source},
                             {"read_as", facts::to_string(fact->read_as)},
                             {"note", fact->note}});
  }
  return json_text(json);
}

}  // namespace coldplan::app
