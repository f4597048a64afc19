#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What is asked of the trials: data/evidence/questions.json.
namespace coldplan::evidence {

/// Which result of a trial answers a question, and how an effect is drawn from it.
struct ResultPick {
  enum class From { means, f_test };
  std::string trial;
  From from = From::means;
  std::string measure;  ///< of an outcome, with timepoint and kind
  std::string timepoint;
  std::string kind;
  std::string statistic;  ///< of an F test
  std::string cold;       ///< ids of the arms
  std::string control;
  std::optional<double> people_each;         ///< in place of sizes that are not printed
  std::optional<std::array<double, 2>> sds;  ///< in place of printed ones
  std::string assumed;                       ///< why; empty where nothing is assumed
  std::optional<double> points_per_unit;     ///< NRS points for one unit of the measure
};

/// A judgement that no rule can make: how far a body of trials is from the question.
struct GivenStep {
  int steps = 0;  ///< 0, -1, -2
  std::string why;
};

struct Question {
  enum class Role { main, sensitivity, exploratory };
  std::string id;
  std::string reference;  ///< its key in data/evidence/pooled_results.json
  std::string title;
  std::string note;
  Role role = Role::main;
  std::string of;  ///< of a sensitivity analysis: the question that it varies
  std::vector<std::string> kinds;
  std::vector<std::string> forms;
  std::string against;          ///< a key of Words::comparators
  bool is_standardised = true;  ///< SMD; else a mean difference
  std::string unit;             ///< of a mean difference: "mm of 100"
  std::vector<ResultPick> results;
  std::optional<GivenStep> indirectness;
  std::optional<GivenStep> publication_bias;
};

/// A difference without an interval, or an interval without a difference.
struct Bound {
  std::string id;
  std::string reference;
  std::string trial;
  bool is_of_means = false;  ///< else: how large a difference could be and not be significant
  std::string timepoint;
  std::string cold;
  std::string control;
  struct Number {
    std::string key;
    std::string measure;
    std::string kind;
  };
  std::vector<Number> numbers;
  std::vector<std::string> kinds;
  std::vector<std::string> forms;
  std::string note;
};

struct PainWords {
  std::vector<std::string> kinds;
  std::string name;
  std::string indirect;  ///< how far from the pain that is asked about; empty: it is that
};

struct ModalityWords {
  std::vector<std::string> forms;
  std::string name;
};

struct DirectionWords {
  std::string direction;  ///< "no_difference", "favours_cold", "favours_control", "mixed", …
  std::string says;
};

struct ReviewUse {
  std::string review;
  std::vector<std::string> kinds;
  std::vector<std::string> forms;
  std::string about;
};

/// What was reported of harm; a count never stands without what it was counted among.
struct HarmReport {
  std::string id;
  std::vector<std::string> forms;
  std::string trial;  ///< or a review
  std::string review;
  std::optional<int> events;
  std::optional<double> percent;
  std::optional<int> denominator;
  std::string denominator_of;
  std::string says;
  bool counts_events = false;  ///< events and not people: one person may have several
};

/// A word of the field for a reader who does not know it.
struct Explained {
  std::string word;
  std::string means;
};

/// A sentence and what it rests on: keys of guidelines, ids of trials, rules or signs.
struct SourcedPoint {
  std::string says;
  std::vector<std::string> sources;
};

/// How a standardised difference becomes points of a 0-10 scale.
struct PointsScale {
  ResultPick sd_from;  ///< the outcome whose pooled SD is taken
  double points_per_unit = 1.0;
  std::string why;
  double important_points = 0.0;  ///< the smallest change that matters
  std::string important_why;
};

/// What the words of the records mean.
struct Words {
  std::map<std::string, PainWords> pains;
  std::map<std::string, ModalityWords> modalities;
  std::map<std::string, std::string> comparators;
  std::map<std::string, DirectionWords> directions;
};

/// An id of the case file with its name for a reader.
struct Named {
  std::string id;
  std::string name;
};

struct Questions {
  PointsScale points;
  std::vector<Named> kinds;  ///< of pain
  std::vector<Named> forms;  ///< families, the gentlest first
  std::vector<Question> questions;
  std::vector<Bound> bounds;
  Words words;
  std::vector<ReviewUse> reviews;
  std::vector<HarmReport> harms;
  std::vector<SourcedPoint> guidelines;  ///< what they say beside the trials
  std::vector<SourcedPoint> plain;       ///< the answer in plain words
  std::vector<Explained> glossary;
};

[[nodiscard]] Questions read_questions();

}  // namespace coldplan::evidence
