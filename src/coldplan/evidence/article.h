#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/evidence/answer.h"
#include "coldplan/person/person.h"

/// What is answered to each statement of the popular article (data/evidence/article_answers.json).
namespace coldplan::evidence {

/// A number of a prediction: of the example adult, made by whoever can simulate.
struct WantedPrediction {
  std::string form;    ///< "ice_bag", at its usual session
  std::string tissue;  ///< "skin", "skin_over_barrier" or "muscle" (at 2 cm)
};

/// A number behind an answer.
struct ArticleNumber {
  std::string label;
  std::string value;   ///< with its unit; empty where it is still to be predicted
  std::string source;  ///< a fact's source, the trials, …
  std::optional<WantedPrediction> wanted;
};

/// A paper that might be the one that the article means.
struct Candidate {
  std::string paper;
  std::string why;
};

struct ArticleAnswer {
  std::string id;
  std::string topic;
  std::string statement;  ///< the article's, in our words
  std::string verdict;    ///< "stands", "partly", "misleading", "not supported", …
  std::string says;
  std::vector<ArticleNumber> numbers;
  std::vector<Candidate> candidates;  ///< of a claimed study
  std::vector<std::string> sources;
};

/// One of the article's references, traced.
struct ArticleReference {
  std::string citation;
  std::string design;
  std::string population;
  std::string relevance;
  std::string read_as;
};

struct ArticleCheck {
  person::Person example;              ///< the adult whose numbers are predicted
  std::vector<ArticleAnswer> answers;  ///< in the article's order, one for each statement
  std::vector<std::pair<std::string, std::string>> verdicts;  ///< each with its meaning
  std::vector<ArticleReference> references;
};

/// Every statement with its verdict; numbers are drawn from facts and from `answer`, none is typed.
[[nodiscard]] ArticleCheck check_article(const Answer& answer);

}  // namespace coldplan::evidence
