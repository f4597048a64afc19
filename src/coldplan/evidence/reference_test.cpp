// Every number of data/evidence/metafor_reference.json, which metafor 3.8.1 printed in full
// precision.
#include <cmath>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/evidence/reference_leaves.h"

namespace coldplan::evidence::reference {
namespace {

bool contains(std::string_view path, std::string_view part) {
  return path.find(part) != std::string_view::npos;
}

// metafor's models of the suites ran with a threshold of 1e-12. What metafor refits by itself (trim
// and fill, regression tests, leave-one-out, influence) and the pools of odds ratios and of the
// first two or three trials are REML at its default threshold of 1e-5.
double tolerance(std::string_view path) {
  const bool is_default_threshold =
      contains(path, "REML_L0/") || contains(path, "REML_R0/") || contains(path, "_reml/") ||
      contains(path, "leave1out/REML/") || contains(path, "influence_REML/") ||
      contains(path, "other_measures/OR/REML/") || contains(path, "small_k/");
  return is_default_threshold ? 1e-4 : 1e-6;
}

double number_at(const std::string& path) {
  return std::get<double>(leaves().at(path));
}

// Limits of the Q-profile: metafor leaves R's uniroot at its tolerance, 2^-13 on tau^2, whatever
// the scale of the effects. What that is on the other scales follows from tau = sqrt(tau^2), H2 = 1
// + tau^2 / s^2 and I2 = 100 tau^2 / (tau^2 + s^2).
double profile_difference(const std::string& path) {
  const double solved_to = 0x1p-13;
  const std::string key = group_of(path);
  const std::string profile = group_of(key);
  const double tau2 = number_at(profile + "/tau2" + path.substr(key.size()));
  const double s2 = number_at(profile + "/tau2/1") / (number_at(profile + "/H2/1") - 1.0);
  if (key.ends_with("/tau2")) {
    return solved_to;
  }
  if (key.ends_with("/tau")) {
    return tau2 > 0.0 ? solved_to / std::sqrt(tau2) : 0.0;
  }
  return key.ends_with("/H2") ? solved_to / s2
                              : 100.0 * s2 * solved_to / ((tau2 + s2) * (tau2 + s2));
}

// A probability has no floor: 1e-27 is compared to six digits too. Of other numbers 1e-12 is
// nothing.
double allowed_difference(const std::string& path, double expected) {
  if (contains(path, "Qprofile_ci")) {
    return profile_difference(path) + 1e-6 * std::abs(expected);
  }
  const std::string key = path.substr(group_of(path).size() + 1);
  const bool is_probability = key.starts_with("pval") || key.ends_with("Ep") ||
                              key.ends_with("Mp") || contains(path, "/Qp/") ||
                              contains(path, "/pval");
  return tolerance(path) * std::abs(expected) + (is_probability ? 0.0 : 1e-12);
}

void compare(const std::string& path, const Leaf& expected, const Leaf& answer) {
  const auto* number = std::get_if<double>(&expected);
  const auto* computed = std::get_if<double>(&answer);
  if (number != nullptr && computed != nullptr) {
    EXPECT_NEAR(*computed, *number, allowed_difference(path, *number)) << path;
  } else {
    EXPECT_EQ(answer, expected) << path;
  }
}

// "bcg/models/REML+knha": as many tests as there are models and analyses, not as there are numbers.
std::string analysis_of(const std::string& path) {
  std::size_t slash = path.find('/');
  for (int depth = 1; depth < 3 && slash != std::string::npos; ++depth) {
    slash = path.find('/', slash + 1);
  }
  return path.substr(0, slash);
}

class Reference : public testing::TestWithParam<std::string> {};

TEST_P(Reference, IsWhatThisRoomComputes) {
  for (const auto& [path, expected] : leaves()) {
    if (analysis_of(path) != GetParam() || is_input(path) || is_of_raw_tables(path)) {
      continue;
    }
    const auto answer = answers().find(path);
    if (answer == answers().end()) {
      ADD_FAILURE() << path << " is compared with nothing";
    } else {
      compare(path, expected, answer->second);
    }
  }
}

std::vector<std::string> analyses() {
  std::set<std::string> all;
  for (const auto& [path, leaf] : leaves()) {
    if (!is_input(path) && !is_of_raw_tables(path)) {
      all.insert(analysis_of(path));
    }
  }
  return {all.begin(), all.end()};
}

std::string name_of_analysis(const testing::TestParamInfo<std::string>& info) {
  std::string name;
  for (const char letter : info.param) {
    name += std::isalnum(static_cast<unsigned char>(letter)) != 0 ? letter : '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Metafor, Reference, testing::ValuesIn(analyses()), name_of_analysis);

TEST(ReferenceFile, HasALeafForEachAnswer) {
  // The file need not hold all that is computed beside it.
  std::size_t compared = 0;
  for (const auto& [path, answer] : answers()) {
    compared += leaves().contains(path) ? 1U : 0U;
  }
  std::size_t expected = 0;
  for (const auto& [path, leaf] : leaves()) {
    expected += is_of_raw_tables(path) || is_input(path) ? 0U : 1U;
  }
  EXPECT_EQ(compared, expected);
  EXPECT_GT(compared, 5000U);
}

}  // namespace
}  // namespace coldplan::evidence::reference
