#include "metafor/reference_sets.h"

#include <fstream>
#include <stdexcept>
#include <utility>

#include "coldplan/evidence/method_names.h"

namespace metafor {
namespace {

using coldplan::evidence::Moderators;

// R writes a vector of one as its element.
std::vector<double> numbers(const nlohmann::json& node) {
  return node.is_array() ? node.get<std::vector<double>>()
                         : std::vector<double>{node.get<double>()};
}

Moderators moderators_of(const nlohmann::json& node) {
  Moderators moderators;
  for (const auto& [name, column] : node.items()) {
    const auto values = numbers(column);
    moderators.names.push_back(name);
    moderators.values.conservativeResize(static_cast<Eigen::Index>(values.size()),
                                         moderators.values.cols() + 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
      moderators.values(static_cast<Eigen::Index>(i), moderators.values.cols() - 1) = values[i];
    }
  }
  return moderators;
}

double scale_of(const std::vector<coldplan::evidence::Effect>& effects) {
  const auto k = static_cast<double>(effects.size());
  double variance = 0.0;
  double mean = 0.0;
  for (const auto& effect : effects) {
    variance += effect.variance / k;
    mean += effect.estimate / k;
  }
  double spread = 0.0;
  for (const auto& effect : effects) {
    spread += (effect.estimate - mean) * (effect.estimate - mean) / (k - 1.0);
  }
  return variance + spread;
}

Set set_of(const nlohmann::json& node) {
  Set set;
  set.name = node.at("name").get<std::string>();
  const auto estimates = numbers(node.at("yi"));
  const auto variances = numbers(node.at("vi"));
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    set.effects.push_back({estimates[i], variances.at(i)});
  }
  if (node.contains("moderators")) {
    set.moderators = moderators_of(node.at("moderators"));
  }
  set.raw = node.value("raw", nlohmann::json());
  set.answers = node.at("answers");
  set.scale = scale_of(set.effects);
  return set;
}

}  // namespace

const std::vector<Set>& sets() {
  static const std::vector<Set> all = [] {
    std::ifstream in(METAFOR_REFERENCE);
    if (!in) {
      throw std::runtime_error("the test metafor.reference_is_made has not made its file");
    }
    std::vector<Set> read;
    const nlohmann::json file = nlohmann::json::parse(in);
    for (const nlohmann::json& node : file.at("sets")) {
      read.push_back(set_of(node));
    }
    return read;
  }();
  return all;
}

bool has_failed(const nlohmann::json& answer) {
  return answer.contains("failed");
}

std::string words_of_failure(const nlohmann::json& answer) {
  return answer.at("failed").get<std::string>();
}

coldplan::evidence::ModelOptions options_of(const std::string& method, const std::string& test) {
  coldplan::evidence::ModelOptions options;
  options.method = coldplan::evidence::method_named(method).value();
  options.test = coldplan::evidence::test_named(test).value();
  return options;
}

}  // namespace metafor
