#include "coldplan/planning/care_data.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/evidence/json_fields.h"
#include "coldplan/planning/planning_texts.h"
#include "coldplan/screening/tables.h"

namespace coldplan::planning {
namespace {

using evidence::text_of;
using evidence::words_of;
using nlohmann::json;

std::vector<CoreTreatment> core_of(const json& stage, const CareNumbers& numbers) {
  std::vector<CoreTreatment> core;
  for (const std::string& text : words_of(stage, "core")) {
    const auto known = std::find_if(
        numbers.core_kinds.begin(), numbers.core_kinds.end(), [&](const CoreKinds& each) {
          return each.stage == text_of(stage, "id") && each.text == text;
        });
    if (known == numbers.core_kinds.end()) {
      throw std::logic_error("care.json does not say what kind of treatment this is: " + text);
    }
    core.push_back({text, known->kinds, words_of(stage, "source")});
  }
  return core;
}

StageData stage_of(const json& stage, const CareNumbers& numbers) {
  const std::string id = text_of(stage, "id");
  const auto own = std::find_if(numbers.stages.begin(), numbers.stages.end(),
                                [&id](const StageNumbers& each) { return each.id == id; });
  if (own == numbers.stages.end()) {
    throw std::logic_error("care.json does not know the stage " + id);
  }
  return {id,
          text_of(stage, "name"),
          text_of(stage, "definition"),
          core_of(stage, numbers),
          text_of(stage, "cold_role"),
          words_of(stage, "cold_allowed"),
          words_of(stage, "cold_conditional"),
          words_of(stage, "cold_discouraged"),
          text_of(stage, "review"),
          own->review_weeks,
          own->provider_need,
          words_of(stage, "source")};
}

void add_plan(CareData& data, const json& plan) {
  for (const json& stage : plan.at("stages")) {
    data.stages.push_back(stage_of(stage, data.numbers));
  }
  for (const json& each : plan.at("combining")) {
    data.combining.push_back(
        {text_of(each, "with"), text_of(each, "advice"), words_of(each, "source")});
  }
  const json& ranking = plan.at("ranking_of_options");
  for (const std::string& entry : words_of(ranking, "order_default")) {
    data.order.push_back({entry.substr(0, entry.find(' ')), entry});
  }
  data.order_rule = {text_of(ranking, "rule") + " " + text_of(ranking, "why"),
                     words_of(ranking, "source")};
  data.honesty = words_of(plan, "honesty");
}

/// What one guideline recommends, where it speaks of heat.
std::optional<Sourced> heat_of(const json& guideline, const json& recommended) {
  const std::string what = text_of(recommended, "what");
  if (what.find("heat") == std::string::npos) {
    return std::nullopt;
  }
  std::string text =
      fmt::format("{} {}: {}", text_of(guideline, "name"), guideline.at("year").get<int>(), what);
  for (const char* key : {"phase", "strength", "evidence"}) {
    if (const std::string said = text_of(recommended, key); !said.empty()) {
      text += fmt::format("; {}: {}", key, said);
    }
  }
  return Sourced{text, words_of(guideline, "source")};
}

void add_guidelines(CareData& data, const json& guidelines) {
  for (const json& each : guidelines.at("points_of_agreement")) {
    data.agreed.push_back({text_of(each, "statement"), words_of(each, "supported_by"),
                           words_of(each, "contradicted_by"), text_of(each, "strength")});
  }
  for (const json& guideline : guidelines.at("guidelines")) {
    for (const json& recommended : guideline.at("recommends")) {
      if (auto heat = heat_of(guideline, recommended)) {
        data.heat.push_back(std::move(*heat));
      }
    }
  }
  const json& surgery = guidelines.at("post_surgical_evidence");
  for (const char* key : {"fusion", "discectomy", "overall"}) {
    const json& found = surgery.at(key);
    data.after_surgery.push_back({text_of(found, "statement"), words_of(found, "source")});
  }
  data.surgical_guideline = text_of(surgery, "guideline");
}

void add_measures(CareData& data, const json& measures) {
  const json& points = measures.at("decision_points");
  for (const json& each : points.at("stop_or_go_after_trial")) {
    data.decision_points.push_back(
        {text_of(each, "when"), text_of(each, "go"), text_of(each, "else")});
  }
  data.decision_sources = words_of(points, "source");
}

void add_providers(CareData& data, const json& providers) {
  const json& taxonomy = providers.at("taxonomy");
  const json& codes = taxonomy.at("codes");
  for (const json& each : providers.at("which_provider_for_what")) {
    Need need{text_of(each, "need"), {}};
    for (const std::string& first : words_of(each, "first")) {
      const auto known = std::find_if(codes.begin(), codes.end(), [&first](const json& code) {
        return text_of(code, "code") == first;
      });
      need.first.push_back(known == codes.end() ? Provider{"", first}
                                                : Provider{first, text_of(*known, "display")});
    }
    data.needs.push_back(std::move(need));
  }
  data.provider_sources = words_of(taxonomy, "source");
}

void add_sources(CareData& data, const json& file) {
  for (const auto& [key, source] : file.at("sources").items()) {
    const bool is_known =
        std::any_of(data.sources.begin(), data.sources.end(),
                    [&key = key](const CareSource& each) { return each.key == key; });
    if (!is_known) {
      data.sources.push_back({key, text_of(source, "citation"), text_of(source, "where_read"),
                              text_of(source, "how_much_read")});
    }
  }
}

CareData read_care_data() {
  const json plan = json::parse(care_plan_text());
  const json guidelines = json::parse(guidelines_text());
  const json measures = json::parse(outcome_measures_text());
  const json providers = json::parse(providers_text());
  CareData data;
  data.numbers = read_care_numbers();
  add_plan(data, plan);
  add_guidelines(data, guidelines);
  add_measures(data, measures);
  add_providers(data, providers);
  for (const json* file : {&plan, &guidelines, &measures, &providers}) {
    add_sources(data, *file);
  }
  return data;
}

}  // namespace

const CareData& care_data() {
  static const CareData data = read_care_data();
  return data;
}

const StageData& stage_named(std::string_view id) {
  const auto& stages = care_data().stages;
  const auto found = std::find_if(stages.begin(), stages.end(),
                                  [id](const StageData& stage) { return stage.id == id; });
  if (found == stages.end()) {
    throw std::out_of_range("no stage of pain is called " + std::string{id});
  }
  return *found;
}

std::optional<CareSource> care_source(std::string_view key) {
  const auto& sources = care_data().sources;
  const auto found = std::find_if(sources.begin(), sources.end(),
                                  [key](const CareSource& each) { return each.key == key; });
  if (found != sources.end()) {
    return *found;
  }
  if (const screening::Source* source = screening::source_of(key); source != nullptr) {
    return CareSource{std::string{source->key}, std::string{source->citation},
                      std::string{source->where_read}, std::string{source->how_much_read}};
  }
  return std::nullopt;
}

}  // namespace coldplan::planning
