#include "coldplan/evidence/article.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "coldplan/facts/facts.h"

namespace coldplan::evidence {
namespace {

constexpr std::array folders{"data", "data/evidence", "data/clinical", "docs", "."};

const ArticleCheck& check() {
  static const ArticleCheck made = check_article(answer(read_library()));
  return made;
}

TEST(Article, HasEveryStatementAnsweredWithAVerdictAndASource) {
  ASSERT_EQ(check().answers.size(), facts::article().size());
  for (const ArticleAnswer& each : check().answers) {
    EXPECT_FALSE(each.verdict.empty()) << each.id;
    EXPECT_FALSE(each.says.empty()) << each.id;
    EXPECT_FALSE(each.sources.empty()) << each.id;
  }
}

/// Every id of the data, and every file of theirs and of the documents.
bool resolves(const std::string& source, const std::set<std::string>& ids) {
  const std::string name = source.substr(0, source.find_first_of(" ,("));
  if (ids.contains(name)) {
    return true;
  }
  const std::filesystem::path root{COLDPLAN_SOURCE_DIR};
  return std::any_of(std::begin(folders), std::end(folders), [&](const char* folder) {
    return std::filesystem::exists(root / folder / name);
  });
}

TEST(Article, NamesSourcesThatAreThere) {
  const std::regex id{R"re("id": *"([^"]+)")re"};
  std::set<std::string> ids;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           std::filesystem::path{COLDPLAN_SOURCE_DIR} / "data")) {
    std::ifstream file{entry.path()};
    for (std::string line; std::getline(file, line);) {
      if (std::smatch found; line.size() < 1000 && std::regex_search(line, found, id)) {
        ids.insert(found[1]);
      }
    }
  }
  for (const ArticleAnswer& each : check().answers) {
    for (const std::string& source : each.sources) {
      EXPECT_TRUE(resolves(source, ids)) << each.id << ": " << source;
    }
  }
}

TEST(Article, HasNumbersDrawnFromFactsAndTrialsWithTheirSource) {
  std::size_t wanted = 0;
  for (const ArticleAnswer& each : check().answers) {
    for (const ArticleNumber& number : each.numbers) {
      EXPECT_FALSE(number.source.empty()) << each.id;
      EXPECT_EQ(number.value.empty(), number.wanted.has_value()) << each.id << number.label;
      wanted += number.wanted ? 1 : 0;
    }
  }
  EXPECT_GT(wanted, 5U);
}

TEST(Article, TellsOfItsThreeClaimedStudiesWhatWasFoundInstead) {
  for (const ArticleAnswer& each : check().answers) {
    if (each.id == "claim-jpr") {
      EXPECT_EQ(each.verdict, "not supported");
      EXPECT_EQ(each.candidates.size(), 3U);
    }
  }
  EXPECT_EQ(check().references.size(), 7U);
}

}  // namespace
}  // namespace coldplan::evidence
