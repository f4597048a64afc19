#include <algorithm>
#include <map>
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
constexpr double most_degrees_frozen = 0.1;
constexpr double most_front = 1e-4;

/// The columns of one class: those in which something froze, or those of one kind of cold.
struct Class {
  int columns = 0;
  Difference most;
  std::string words;  ///< of the worst

  void take(const Difference& difference, const std::string& text) {
    ++columns;
    words = difference.worst > most.worst || words.empty() ? text : words;
    most.worst = std::max(most.worst, difference.worst);
    most.front = std::max(most.front, difference.front);
    most.event = std::max(most.event, difference.event);
    most.thaw = std::max(most.thaw, difference.thaw);
    most.closure = std::max(most.closure, difference.closure);
    most.froze = most.froze || difference.froze;
  }

  [[nodiscard]] std::string line() const {
    return fmt::format(
        "{} columns within {:.4f} C, {:.4f} mm, events {:.2f} s, freezing and thawing "
        "{:.2f} s, energy {:.0e}",
        columns, most.worst, 1e3 * most.front, most.event, most.thaw, most.closure);
  }
};

/// What a campaign logs.
struct Log {
  std::map<bool, Class> by_freezing;
  std::map<std::string, Class> by_kind;
  std::vector<double> differences;

  void take(const RandomCase& drawn, const Difference& difference, const std::string& text) {
    by_freezing[difference.froze].take(difference, text);
    by_kind[drawn.kind].take(difference, text);
    differences.push_back(difference.worst);
  }

  void print() {
    const auto middle = differences.begin() + static_cast<std::ptrdiff_t>(differences.size() / 2);
    std::nth_element(differences.begin(), middle, differences.end());
    fmt::print("median of the columns' worst {:.4f} C\n", *middle);
    for (const auto& [froze, columns] : by_freezing) {
      fmt::print("{}: {}\n  worst {}\n", froze ? "frozen" : "unfrozen", columns.line(),
                 columns.words);
    }
    for (const auto& [kind, columns] : by_kind) {
      fmt::print("  {}: {}{}\n", kind, columns.line(), columns.most.froze ? ", froze" : "");
    }
  }
};

void judge(const Difference& difference, const std::string& words) {
  EXPECT_LE(difference.worst, difference.froze ? most_degrees_frozen : most_degrees) << words;
  EXPECT_LE(difference.front, most_front) << words;
  EXPECT_LE(difference.event, most_seconds) << words;
  EXPECT_LE(difference.thaw, most_seconds) << words;
}

class Campaign : public testing::TestWithParam<std::uint32_t> {};

TEST_P(Campaign, StaysWithinTwoHundredthsOfADegreeOfCvodeAndATenthWhereItFreezes) {
  constexpr std::uint32_t cases = 50;
  Log log;
  for (std::uint32_t i = 0; i < cases; ++i) {
    const RandomCase drawn = random_case(GetParam() * cases + i);
    for (const anatomy::NamedColumn* named : {&drawn.paraspinal, &drawn.midline}) {
      const Difference difference = compare(drawn, *named, cvode_of(drawn, *named));
      const std::string words =
          fmt::format("{}, {} column: {}", describe(difference),
                      named == &drawn.midline ? "midline" : "paraspinal", drawn.words);
      judge(difference, words);
      log.take(drawn, difference, words);
    }
  }
  log.print();
}

// COLDPLAN_ORACLE_SHARDS shards of 50 cases from COLDPLAN_ORACLE_FIRST on (CMakeLists.txt).
INSTANTIATE_TEST_SUITE_P(RandomPeopleFormsAndSchedules, Campaign,
                         testing::Range<std::uint32_t>(COLDPLAN_ORACLE_FIRST,
                                                       COLDPLAN_ORACLE_FIRST +
                                                           COLDPLAN_ORACLE_SHARDS));

}  // namespace
}  // namespace coldplan::oracle
