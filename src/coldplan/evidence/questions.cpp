#include "coldplan/evidence/questions.h"

#include "coldplan/evidence/evidence_texts.h"
#include "coldplan/evidence/json_fields.h"

namespace coldplan::evidence {
namespace {

using nlohmann::json;

ResultPick pick_of(const json& row) {
  ResultPick pick;
  pick.trial = row.at("trial");
  pick.from = text_of(row, "from") == "f_test" ? ResultPick::From::f_test : ResultPick::From::means;
  pick.measure = text_of(row, "measure");
  pick.timepoint = text_of(row, "timepoint");
  pick.kind = text_of(row, "kind");
  pick.statistic = text_of(row, "statistic");
  pick.cold = text_of(row, "cold");
  pick.control = text_of(row, "control");
  pick.people_each = number_of<double>(row, "n_each");
  if (row.contains("sd_each")) {
    pick.sds = row.at("sd_each").get<std::array<double, 2>>();
  }
  pick.assumed = text_of(row, "assumed");
  pick.points_per_unit = number_of<double>(row, "points_per_unit");
  return pick;
}

std::optional<GivenStep> step_of(const json& question, const char* domain) {
  if (!question.contains("grade")) {
    return std::nullopt;
  }
  const json& given = question.at("grade").at(domain);
  return GivenStep{given.at("steps"), given.at("why")};
}

Question::Role role_of(const std::string& role) {
  return role == "main"          ? Question::Role::main
         : role == "exploratory" ? Question::Role::exploratory
                                 : Question::Role::sensitivity;
}

Question question_of(const json& row) {
  Question question;
  question.id = row.at("id");
  question.reference = row.at("reference");
  question.title = row.at("title");
  question.note = text_of(row, "note");
  question.role = role_of(row.at("role"));
  question.of = text_of(row, "of");
  question.kinds = words_of(row, "kinds");
  question.forms = words_of(row, "forms");
  question.against = row.at("against");
  question.is_standardised = row.at("measure") == "SMD";
  question.unit = text_of(row, "unit");
  for (const json& result : row.at("results")) {
    question.results.push_back(pick_of(result));
  }
  question.indirectness = step_of(row, "indirectness");
  question.publication_bias = step_of(row, "publication bias");
  return question;
}

Bound bound_of(const json& row) {
  Bound bound{row.at("id"),
              row.at("reference"),
              row.at("trial"),
              row.at("from") == "difference_of_means",
              text_of(row, "timepoint"),
              row.at("cold"),
              row.at("control"),
              {},
              words_of(row, "kinds"),
              words_of(row, "forms"),
              row.at("note")};
  for (const json& number : row.at("numbers")) {
    bound.numbers.push_back(
        {number.at("key"), text_of(number, "measure"), text_of(number, "kind")});
  }
  return bound;
}

Words words_from(const json& document) {
  Words words;
  for (const auto& [key, row] : document.at("kinds_of_pain").items()) {
    words.pains[key] = {words_of(row, "kinds"), row.at("name"), text_of(row, "indirect")};
  }
  for (const auto& [key, row] : document.at("modalities").items()) {
    words.modalities[key] = {words_of(row, "forms"), row.at("name")};
  }
  words.comparators = document.at("comparators").get<std::map<std::string, std::string>>();
  for (const auto& [key, row] : document.at("directions").items()) {
    words.directions[key] = {row.at("direction"), row.at("says")};
  }
  return words;
}

PointsScale points_of(const json& row) {
  const json& from = row.at("sd_from");
  return {pick_of(from), from.at("points_per_unit"), row.at("why"), row.at("important_points"),
          row.at("important_why")};
}

std::vector<SourcedPoint> points_of_list(const json& rows) {
  std::vector<SourcedPoint> points;
  for (const json& row : rows) {
    points.push_back({row.at("says"), words_of(row, "sources")});
  }
  return points;
}

HarmReport harm_of(const json& row) {
  return {row.at("id"),
          words_of(row, "forms"),
          text_of(row, "trial"),
          text_of(row, "review"),
          number_of<int>(row, "events"),
          number_of<double>(row, "percent"),
          number_of<int>(row, "denominator"),
          text_of(row, "denominator_of"),
          row.at("says"),
          row.value("counts_events", false)};
}

}  // namespace

Questions read_questions() {
  const json document = json::parse(questions_text());
  Questions all;
  all.points = points_of(document.at("points"));
  for (const json& row : document.at("pain_kinds")) {
    all.kinds.push_back({row.at("id"), row.at("name")});
  }
  for (const json& row : document.at("form_names")) {
    all.forms.push_back({row.at("id"), row.at("name")});
  }
  for (const json& row : document.at("questions")) {
    all.questions.push_back(question_of(row));
  }
  for (const json& row : document.at("bounds")) {
    all.bounds.push_back(bound_of(row));
  }
  all.words = words_from(document);
  for (const json& row : document.at("reviews")) {
    all.reviews.push_back(
        {row.at("review"), words_of(row, "kinds"), words_of(row, "forms"), row.at("about")});
  }
  all.guidelines = points_of_list(document.at("guidelines"));
  all.plain = points_of_list(document.at("plain"));
  for (const json& row : document.at("glossary")) {
    all.glossary.push_back({row.at("word"), row.at("means")});
  }
  for (const json& row : document.at("harms")) {
    all.harms.push_back(harm_of(row));
  }
  return all;
}

}  // namespace coldplan::evidence
