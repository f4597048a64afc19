#include "coldplan/report/evidence_json.h"

#include <array>

#include "coldplan/planning/version.h"

namespace coldplan::report {
namespace {

using evidence::Answer;
using nlohmann::json;

/// Of an estimate with a 95 % confidence interval; `median`, `p05`, `p95` are kept for draws.
json interval_json(double estimate, const evidence::Limits& interval) {
  return {{"estimate", estimate}, {"lower", interval.lower}, {"upper", interval.upper}};
}

json fit_json(const evidence::Fit& fit) {
  const auto& mean = fit.coefficients.front();
  return {{"estimate", mean.estimate},
          {"standard_error", mean.standard_error},
          {"lower", mean.confidence.lower},
          {"upper", mean.confidence.upper},
          {"p", mean.p_value},
          {"tau2", fit.tau2},
          {"I2_percent", fit.I2_percent},
          {"Q", fit.residual_heterogeneity.statistic},
          {"Q_p", fit.residual_heterogeneity.p_value}};
}

json grade_json(const evidence::Grade& grade) {
  json steps = json::array();
  for (const auto& step : grade.steps) {
    steps.push_back({{"domain", step.domain},
                     {"steps", step.steps},
                     {"why", step.why},
                     {"overruled", step.is_overruled}});
  }
  return {{"certainty", grade.name}, {"level", grade.level}, {"steps", steps}};
}

json study_json(const evidence::StudyResult& study) {
  json row{{"trial", study.trial},
           {"name", study.name},
           {"people_cold", study.people_cold},
           {"people_control", study.people_control},
           {"estimate", study.effect.estimate},
           {"variance", study.effect.variance},
           {"derivations", study.derivations}};
  if (!study.assumed.empty()) {
    row["assumed"] = study.assumed;
  }
  return row;
}

json question_json(const evidence::QuestionAnswer& answer) {
  constexpr std::array<const char*, 3> roles{"main", "sensitivity", "exploratory"};
  const auto& question = answer.question;
  json row{{"id", question.id},
           {"title", question.title},
           {"note", question.note},
           {"role", roles[static_cast<std::size_t>(question.role)]},
           {"against", question.against},
           {"measure", question.is_standardised ? "SMD" : "MD"},
           {"people", answer.people},
           {"result", interval_json(answer.estimate, answer.interval)},
           {"points", interval_json(answer.points.estimate, answer.points.limits)},
           {"points_how", answer.points.how},
           {"studies", json::array()}};
  if (!question.of.empty()) {
    row["of"] = question.of;
  }
  for (const auto& study : answer.studies) {
    row["studies"].push_back(study_json(study));
  }
  if (answer.models) {
    row["models"] = {{"EE", fit_json(answer.models->equal_effects)},
                     {"DL", fit_json(answer.models->dersimonian_laird)},
                     {"REML", fit_json(answer.models->reml)},
                     {"REML_knha", fit_json(answer.models->reml_knapp_hartung)}};
  }
  if (answer.prediction) {
    row["prediction"] = {{"lower", answer.prediction->lower}, {"upper", answer.prediction->upper}};
  }
  if (answer.grade) {
    row["grade"] = grade_json(*answer.grade);
  }
  return row;
}

json note_json(const Answer& answer, const evidence::TrialNote& note) {
  const auto& trial = answer.library.trials[note.trial];
  json row{{"trial", trial.id},
           {"direction", std::string{words(note.direction)}},
           {"says", note.says},
           {"pooled", note.is_pooled}};
  if (!note.is_pooled) {
    row["why_not_pooled"] = trial.pooling_note;
  }
  if (!note.indirect.empty()) {
    row["indirect"] = note.indirect;
  }
  return row;
}

json cell_json(const Answer& answer, const evidence::Cell& cell) {
  json row{{"kind", cell.kind},
           {"form", cell.form},
           {"direction", std::string{words(cell.direction)}},
           {"questions", json::array()},
           {"bounds", json::array()},
           {"trials", json::array()},
           {"reviews", json::array()},
           {"harms", json::array()}};
  for (const auto i : cell.answers) {
    row["questions"].push_back(answer.questions[i].question.id);
  }
  for (const auto i : cell.bounds) {
    row["bounds"].push_back(answer.bounds[i].bound.id);
  }
  for (const auto& note : cell.trials) {
    row["trials"].push_back(note_json(answer, note));
  }
  for (const auto i : cell.reviews) {
    row["reviews"].push_back(answer.library.questions.reviews[i].review);
  }
  for (const auto i : cell.harms) {
    row["harms"].push_back(answer.library.questions.harms[i].id);
  }
  if (cell.grade) {
    row["grade"] = grade_json(*cell.grade);
  }
  return row;
}

json harm_json(const evidence::HarmReport& harm) {
  json row{{"id", harm.id}, {"says", harm.says}, {"events", nullptr}, {"denominator", nullptr}};
  if (harm.events) {
    row["events"] = *harm.events;
  }
  if (harm.percent) {
    row["percent"] = *harm.percent;
  }
  if (harm.denominator) {
    row["denominator"] = *harm.denominator;
    row["denominator_of"] = harm.denominator_of;
  }
  row["source"] = harm.trial.empty() ? harm.review : harm.trial;
  return row;
}

json bound_json(const evidence::BoundAnswer& answer) {
  json numbers = json::array();
  for (std::size_t i = 0; i < answer.values.size(); ++i) {
    numbers.push_back({{"key", answer.bound.numbers[i].key}, {"value", answer.values[i]}});
  }
  return {{"id", answer.bound.id},
          {"trial", answer.bound.trial},
          {"note", answer.bound.note},
          {"numbers", numbers}};
}

json changes_json(const Answer& answer) {
  json changes = json::array();
  for (const auto& change : answer.changes) {
    changes.push_back(
        {{"what", change.what}, {"from", change.from}, {"to", change.to}, {"why", change.why}});
  }
  return changes;
}

json head() {
  return {{"version", std::string{planning::version()}}};
}

template <typename Rows, typename Row>
json list(const Rows& rows, const Row& row) {
  json all = json::array();
  for (const auto& each : rows) {
    all.push_back(row(each));
  }
  return all;
}

}  // namespace

json evidence_json(const Answer& answer) {
  json document = head();
  document["sentence"] = in_one_sentence(answer);
  document["cells"] = list(answer.cells, [&](const auto& each) { return cell_json(answer, each); });
  document["questions"] = list(answer.questions, question_json);
  document["bounds"] = list(answer.bounds, bound_json);
  document["elsewhere"] =
      list(answer.elsewhere, [&](const auto& each) { return note_json(answer, each); });
  document["harms"] = list(answer.library.questions.harms, harm_json);
  document["guidelines"] =
      list(answer.library.questions.guidelines, [](const evidence::SourcedPoint& point) {
        return json{{"says", point.says}, {"sources", point.sources}};
      });
  document["important_points"] = answer.library.questions.points.important_points;
  document["judged_by"] = answer.judged_by.empty() ? json{} : json(answer.judged_by);
  document["changes"] = changes_json(answer);
  return document;
}

json article_json(const evidence::ArticleCheck& check) {
  json document = head();
  document["statements"] = list(check.answers, [](const evidence::ArticleAnswer& answer) {
    json row{{"id", answer.id},           {"topic", answer.topic}, {"statement", answer.statement},
             {"verdict", answer.verdict}, {"says", answer.says},   {"sources", answer.sources}};
    row["numbers"] = list(answer.numbers, [](const evidence::ArticleNumber& number) {
      return json{{"label", number.label}, {"value", number.value}, {"source", number.source}};
    });
    row["candidates"] = list(answer.candidates, [](const evidence::Candidate& candidate) {
      return json{{"paper", candidate.paper}, {"why", candidate.why}};
    });
    return row;
  });
  return document;
}

json trials_json(const Answer& answer) {
  json document = head();
  const auto& words = answer.library.questions.words;
  document["trials"] = list(answer.library.trials, [&](const evidence::Trial& trial) {
    json row{{"id", trial.id},
             {"name", trial.name},
             {"citation", trial.citation},
             {"doi", trial.doi},
             {"pmid", trial.pmid},
             {"design", trial.design},
             {"population", trial.population},
             {"pain", trial.pain},
             {"modality", trial.modality},
             {"comparator", trial.comparator},
             {"dose", trial.dose},
             {"says", words.directions.at(trial.direction).says},
             {"harms", trial.harms},
             {"read_as", trial.read_as},
             {"urls", trial.urls},
             {"poolable", trial.is_poolable},
             {"pooling_note", trial.pooling_note}};
    row["people"] = trial.people ? json(*trial.people) : json{};
    row["year"] = trial.year ? json(*trial.year) : json{};
    row["risk_of_bias"] = trial.risk_of_bias
                              ? json(std::string{evidence::word(trial.risk_of_bias->overall)})
                              : json{};
    return row;
  });
  return document;
}

}  // namespace coldplan::report
