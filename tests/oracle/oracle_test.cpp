#include <algorithm>
#include <string>
#include <vector>

#include "oracle/comparison.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

/// The solver at its default options against SUNDIALS CVODE on random people, forms and schedules,
/// both columns of each back.
namespace coldplan::oracle {
namespace {

constexpr double most_degrees = 0.02;
constexpr double most_seconds = 5.0;

class Campaign : public testing::TestWithParam<std::uint32_t> {};

TEST_P(Campaign, StaysWithinTwoHundredthsOfADegreeOfCvode) {
  constexpr std::uint32_t cases = 50;
  std::vector<double> differences;
  Difference most;
  std::string worst;
  for (std::uint32_t i = 0; i < cases; ++i) {
    const RandomCase drawn = random_case(GetParam() * cases + i);
    double of_case = 0.0;
    for (const anatomy::NamedColumn* named : {&drawn.paraspinal, &drawn.midline}) {
      const Difference difference = compare(drawn, *named, cvode_of(drawn, *named));
      const std::string words =
          fmt::format("{}, {} column: {}", describe(difference),
                      named == &drawn.midline ? "midline" : "paraspinal", drawn.words);
      EXPECT_LE(difference.worst, most_degrees) << words;
      EXPECT_LE(difference.event, most_seconds) << words;
      of_case = std::max(of_case, difference.worst);
      worst = difference.worst > most.worst ? words : worst;
      most.worst = std::max(most.worst, difference.worst);
      most.event = std::max(most.event, difference.event);
      most.closure = std::max(most.closure, difference.closure);
    }
    differences.push_back(of_case);
  }
  std::nth_element(differences.begin(), differences.begin() + cases / 2, differences.end());
  fmt::print("median {:.4f} C, events within {:.2f} s, energy within {:.0e}, worst {}\n",
             differences[cases / 2], most.event, most.closure, worst);
}

// COLDPLAN_ORACLE_SHARDS shards of 50 cases from COLDPLAN_ORACLE_FIRST on (CMakeLists.txt).
INSTANTIATE_TEST_SUITE_P(RandomPeopleFormsAndSchedules, Campaign,
                         testing::Range<std::uint32_t>(COLDPLAN_ORACLE_FIRST,
                                                       COLDPLAN_ORACLE_FIRST +
                                                           COLDPLAN_ORACLE_SHARDS));

}  // namespace
}  // namespace coldplan::oracle
