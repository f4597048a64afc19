#include "coldplan/evidence/article.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "coldplan/evidence/evidence_texts.h"
#include "coldplan/evidence/json_fields.h"
#include "coldplan/facts/facts.h"

namespace coldplan::evidence {
namespace {

using nlohmann::json;

/// The first of a fact's sources, and its name, under which `coldplan facts` has all.
std::string first_source(const facts::Fact& fact) {
  return fmt::format("{}; fact {}", fact.source.substr(0, fact.source.find("; ")), fact.id);
}

ArticleNumber fact_number(const std::string& label, const std::string& id) {
  const auto found = facts::find(id);
  if (!found || std::isnan((*found)->printed_value)) {
    throw std::logic_error("an article's answer names a fact that is not known: " + id);
  }
  const facts::Fact& fact = **found;
  const std::string unit = fact.printed_unit == "1"      ? ""
                           : fact.printed_unit == "degC" ? " °C"
                                                         : " " + std::string{fact.printed_unit};
  return {label, fmt::format("{:g}{}", fact.printed_value, unit), first_source(fact), {}};
}

template <typename Rows, typename Id>
const auto& row_named(const Rows& rows, const std::string& id, const Id& id_of) {
  return *std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return id_of(row) == id; });
}

ArticleNumber question_number(const Answer& answer, const std::string& label,
                              const std::string& id) {
  const QuestionAnswer& found =
      row_named(answer.questions, id, [](const QuestionAnswer& each) { return each.question.id; });
  const Points& points = found.points;
  return {
      label,
      fmt::format("{:+.1f} points of 0-10 ({}), {} people", points.estimate,
                  is_wider_than_the_scale(points)
                      ? std::string{"interval wider than the whole scale"}
                      : fmt::format("{:.1f} to {:.1f}", points.limits.lower, points.limits.upper),
                  found.people),
      fmt::format("the trials, {}; negative is in favour of cold", points.how),
      {}};
}

ArticleNumber bound_number(const Answer& answer, const std::string& label, const std::string& id) {
  const BoundAnswer& found =
      row_named(answer.bounds, id, [](const BoundAnswer& each) { return each.bound.id; });
  return {label,
          fmt::format("{:.2f} SD", found.values.front()),
          trial_named(answer.library.trials, found.bound.trial).name + ", our inference",
          {}};
}

/// What stands in main questions, each trial once.
std::vector<StudyResult> pooled_studies(const Answer& answer) {
  std::vector<StudyResult> pooled;
  std::set<std::string> seen;
  for (const QuestionAnswer& question : answer.questions) {
    if (question.question.role != Question::Role::main) {
      continue;
    }
    std::copy_if(question.studies.begin(), question.studies.end(), std::back_inserter(pooled),
                 [&seen](const StudyResult& study) { return seen.insert(study.trial).second; });
  }
  return pooled;
}

ArticleNumber count_number(const Answer& answer, const std::string& label,
                           const std::string& what) {
  const auto pooled = pooled_studies(answer);
  double people = 0.0;
  for (const StudyResult& study : pooled) {
    people += study.people_cold + study.people_control;
  }
  const std::string count = what == "trials"     ? fmt::format("{}", answer.library.trials.size())
                            : what == "poolable" ? fmt::format("{}", pooled.size())
                                                 : fmt::format("{:.0f}", people);
  return {label, count, "coldplan evidence trials", {}};
}

ArticleNumber number_of_row(const Answer& answer, const json& row) {
  const std::string label = row.at("label");
  if (row.contains("fact")) {
    return fact_number(label, row.at("fact"));
  }
  if (row.contains("question")) {
    return question_number(answer, label, row.at("question"));
  }
  if (row.contains("bound")) {
    return bound_number(answer, label, row.at("bound"));
  }
  if (row.contains("count")) {
    return count_number(answer, label, row.at("count"));
  }
  const json& predicted = row.at("predicted");
  return {label, "", "predicted for the example adult",
          WantedPrediction{predicted.at("form"), predicted.at("tissue")}};
}

/// What was found of a claimed study stands in a file of its own.
void add_claim(const json& claims, const std::string& id, ArticleAnswer& answer) {
  for (const json& claim : claims.at("claims")) {
    if (claim.at("id") != id) {
      continue;
    }
    answer.says = fmt::format(
        "No such paper was found (confidence {}). Not finding is no proof of "
        "absence.",
        claim.at("confidence").get<std::string>());
    for (const json& candidate : claim.at("candidates")) {
      answer.candidates.push_back({candidate.at("paper").get<std::string>() + ", " +
                                       candidate.at("journal").get<std::string>(),
                                   candidate.at("why")});
    }
  }
}

person::Person example_of(const json& row) {
  constexpr double metres_per_cm = 0.01;
  person::Person example;
  example.sex = row.at("sex") == "female" ? person::Sex::female : person::Sex::male;
  example.age = row.at("age");
  example.height = metres_per_cm * row.at("height_cm").get<double>();
  example.weight = row.at("weight_kg");
  return example;
}

std::vector<ArticleReference> references() {
  std::vector<ArticleReference> found;
  const json document = json::parse(article_references_text());
  for (const json& row : document.at("references")) {
    found.push_back({row.at("citation"), row.at("design"), row.at("population"),
                     row.at("relevance"), row.at("read_as")});
  }
  return found;
}

}  // namespace

ArticleCheck check_article(const Answer& answer) {
  const json document = json::parse(article_answers_text());
  const json claims = json::parse(article_claims_text());
  std::map<std::string, json> by_id;
  for (const json& row : document.at("answers")) {
    by_id[row.at("id")] = row;
  }
  ArticleCheck check;
  check.example = example_of(document.at("example_adult"));
  for (const facts::ArticleStatement& statement : facts::article()) {
    const json& row = by_id.at(std::string{statement.id});
    ArticleAnswer each{std::string{statement.id},
                       std::string{statement.topic},
                       std::string{statement.says},
                       row.at("verdict"),
                       row.at("says"),
                       {},
                       {},
                       words_of(row, "sources")};
    for (const json& number : row.at("numbers")) {
      each.numbers.push_back(number_of_row(answer, number));
    }
    if (row.contains("claim")) {
      add_claim(claims, row.at("claim"), each);
    }
    check.answers.push_back(std::move(each));
  }
  for (const auto& [verdict, meaning] : document.at("verdicts").items()) {
    check.verdicts.emplace_back(verdict, meaning);
  }
  check.references = references();
  return check;
}

}  // namespace coldplan::evidence
