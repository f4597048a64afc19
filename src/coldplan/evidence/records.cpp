#include "coldplan/evidence/records.h"

#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "coldplan/evidence/evidence_texts.h"
#include "coldplan/evidence/json_fields.h"
#include "coldplan/evidence/questions.h"

namespace coldplan::evidence {
namespace {

using nlohmann::json;

constexpr std::array<const char*, domain_count> domain_keys{"D1_randomisation", "D2_deviations",
                                                            "D3_missing_data", "D4_measurement",
                                                            "D5_selective_reporting"};

/// What the schema of the records vouches for.
Judgement judgement_of(const std::string& printed) {
  return judgement_named(printed).value();
}

/// "high: self-report" apart.
DomainJudgement domain_of(const std::string& printed) {
  const auto colon = printed.find(": ");
  return {judgement_of(printed.substr(0, colon)),
          colon == std::string::npos ? "" : printed.substr(colon + 2)};
}

std::optional<RiskOfBias> risk_of(const json& record) {
  const json& printed = record.at("risk_of_bias");
  if (printed.is_null()) {
    return std::nullopt;
  }
  RiskOfBias risk{
      text_of(printed, "tool"), {}, judgement_of(printed.at("overall")), text_of(printed, "basis")};
  for (std::size_t i = 0; i < domain_count; ++i) {
    if (printed.contains(domain_keys[i])) {
      risk.domains[i] = domain_of(printed.at(domain_keys[i]));
    }
  }
  return risk;
}

/// A number or words, as the record has it; empty where it is not known.
std::string printed_of(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) {
    return "";
  }
  return found->is_string() ? found->get<std::string>() : fmt::format("{}", found->get<double>());
}

std::string dose_of(const json& record) {
  const json& dose = record.at("dose");
  if (dose.is_null()) {
    return "";
  }
  std::vector<std::string> parts;
  const auto add = [&](const char* key, const char* unit) {
    if (const auto printed = printed_of(dose, key); !printed.empty()) {
      parts.push_back(printed + unit);
    }
  };
  add("temperature_C", " °C");
  add("minutes_per_session", " min a session");
  add("sessions", printed_of(dose, "sessions") == "1" ? " session" : " sessions");
  add("schedule", "");
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// A range as printed, else a mean.
std::string ages_of(const json& population) {
  if (population.contains("age_range")) {
    const json& range = population.at("age_range");
    return fmt::format("{} to {} years", range.at(0).get<double>(), range.at(1).get<double>());
  }
  const auto mean = number_of<double>(population, "age_mean");
  return mean ? fmt::format("mean {:.0f} years", *mean) : "";
}

PrintedOutcome outcome_of(const json& row) {
  return {row.at("measure"),
          text_of(row, "scale"),
          row.at("timepoint"),
          row.at("kind"),
          row.at("arm"),
          number_of<double>(row, "n"),
          number_of<double>(row, "mean"),
          number_of<double>(row, "sd"),
          row.at("lower_is_better"),
          text_of(row, "read_as"),
          text_of(row, "sd_source")};
}

PrintedStatistic statistic_of(const json& row) {
  PrintedStatistic statistic{row.at("what"), number_of<double>(row, "F"), text_of(row, "favours"),
                             text_of(row, "result")};
  if (statistic.result.empty() && row.contains("p")) {
    const json& p = row.at("p");
    statistic.result = p.is_number()   ? fmt::format("p = {}", p.get<double>())
                       : p.is_string() ? "p " + p.get<std::string>()
                                       : "";
  }
  return statistic;
}

template <typename Row, typename Read>
std::vector<Row> rows_of(const json& object, const char* key, const Read& read) {
  std::vector<Row> rows;
  const auto found = object.find(key);
  if (found != object.end() && !found->is_null()) {
    for (const json& row : *found) {
      rows.push_back(read(row));
    }
  }
  return rows;
}

Trial trial_of(const json& record, const json& questions) {
  Trial trial;
  trial.id = record.at("id");
  trial.name = questions.at("names").at(trial.id);
  trial.says = text_of(questions.at("trial_says"), trial.id.c_str());
  trial.citation = record.at("citation");
  trial.doi = text_of(record, "doi");
  trial.pmid = text_of(record, "pmid");
  trial.year = number_of<int>(record, "year");
  trial.design = record.at("design");
  if (record.at("randomised").is_boolean()) {
    trial.randomised = record.at("randomised").get<bool>();
  }
  trial.population = record.at("population").at("description");
  trial.people = number_of<double>(record.at("population"), "n");
  trial.ages = ages_of(record.at("population"));
  trial.pain = record.at("back_pain_type");
  trial.modality = record.at("modality");
  trial.comparator = record.at("comparator");
  trial.comparator_kind = record.at("comparator_type");
  trial.dose = dose_of(record);
  trial.arms = rows_of<PrintedArm>(record, "arms", [](const json& arm) {
    return PrintedArm{arm.at("id"), number_of<double>(arm, "n")};
  });
  trial.outcomes = rows_of<PrintedOutcome>(record, "outcomes", outcome_of);
  trial.statistics = rows_of<PrintedStatistic>(record, "comparison_statistics", statistic_of);
  trial.direction = record.at("direction_for_pain");
  trial.harms = text_of(record, "adverse_events");
  trial.risk_of_bias = risk_of(record);
  trial.read_as = record.at("read_as");
  trial.urls = words_of(record, "source_urls");
  trial.is_poolable = record.at("usable_for_pooling");
  trial.pooling_note = text_of(record, "pooling_note");
  return trial;
}

ReviewResult review_result_of(const json& row) {
  ReviewResult result;
  result.what = row.contains("outcome") ? row.at("outcome") : row.at("comparison");
  for (const char* measure : {"SMD", "MD", "WMD", "g"}) {
    if (const auto estimate = number_of<double>(row, measure)) {
      result.measure = measure;
      result.estimate = *estimate;
    }
  }
  if (row.contains("ci")) {
    result.interval = {row.at("ci").at(0), row.at("ci").at(1)};
  }
  std::vector<std::string> rest;
  for (const auto& [key, label] : {std::pair{"I2", "I² {} %"},
                                   {"k", "{} trials"},
                                   {"n", "{} people"},
                                   {"wbc", "{} with cold"},
                                   {"rest", "{} without"},
                                   {"certainty", "certainty {}"},
                                   {"p", "p {}"}}) {
    if (const auto printed = printed_of(row, key); !printed.empty()) {
      rest.push_back(fmt::format(fmt::runtime(label), printed));
    }
  }
  for (std::string& each : rest) {
    each = each == "1 trials" ? "1 trial" : each;
  }
  result.rest = fmt::format("{}", fmt::join(rest, ", "));
  return result;
}

}  // namespace

std::vector<Trial> read_trials() {
  const json questions = json::parse(questions_text());
  std::vector<Trial> trials;
  for (const json& record : json::parse(trials_text())) {
    trials.push_back(trial_of(record, questions));
  }
  return trials;
}

std::vector<Review> read_reviews() {
  const json names = json::parse(questions_text()).at("review_names");
  std::vector<Review> reviews;
  for (const json& record : json::parse(reviews_text())) {
    if (!record.contains("citation")) {
      continue;
    }
    auto people = number_of<int>(record, "participants");
    if (!people) {
      people = number_of<int>(record, "n");
    }
    reviews.push_back(
        {record.at("id"), names.at(record.at("id").get<std::string>()), record.at("citation"),
         text_of(record, "doi"), number_of<int>(record, "trials"), people,
         rows_of<ReviewResult>(record, "pooled", review_result_of),
         record.contains("note") ? text_of(record, "note") : text_of(record, "status"),
         text_of(record, "read_as")});
  }
  return reviews;
}

std::optional<Judgement> judgement_named(std::string_view printed) {
  for (const Judgement each : {Judgement::low, Judgement::some_concerns, Judgement::high}) {
    if (printed == word(each)) {
      return each;
    }
  }
  return std::nullopt;
}

std::string_view word(Judgement judgement) {
  switch (judgement) {
    case Judgement::low:
      return "low";
    case Judgement::some_concerns:
      return "some concerns";
    case Judgement::high:
      break;
  }
  return "high";
}

}  // namespace coldplan::evidence
