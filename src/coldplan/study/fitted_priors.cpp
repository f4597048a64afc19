#include <stdexcept>

#include <nlohmann/json.hpp>

#include "coldplan/posterior/score_names.h"
#include "coldplan/study/held_out.h"
#include "coldplan/study/study_texts.h"

namespace coldplan::study {

std::vector<Loosened> loosened_without(const std::string& study) {
  static const nlohmann::json content = nlohmann::json::parse(fitted_priors_text());
  std::vector<Loosened> loosened;
  for (const auto& each : content.at("studies")) {
    if (each.at("study") != study) {
      continue;
    }
    for (const auto& prior : each.at("priors")) {
      const auto score = posterior::score_from(prior.at("score").get<std::string>());
      if (!score) {
        throw std::logic_error("fitted_priors.json names a score that is none");
      }
      loosened.push_back({*score, prior.at("mean"), prior.at("sd")});
    }
  }
  return loosened;
}

}  // namespace coldplan::study
