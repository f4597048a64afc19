#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The trials as they were read: what each record prints, and nothing that it does not.
namespace coldplan::evidence {

struct PrintedArm {
  std::string id;
  std::optional<double> people;
};

/// A row of a trial's table: one measure of one arm at one time.
struct PrintedOutcome {
  std::string measure;
  std::string scale;
  std::string timepoint;
  std::string kind;  ///< "baseline", "final", "change", …
  std::string arm;
  std::optional<double> people;
  std::optional<double> mean;
  std::optional<double> sd;
  bool lower_is_better = true;
  std::string read_as;
  std::string sd_source;  ///< where the SD was derived and not printed
};

/// A test between arms as printed.
struct PrintedStatistic {
  std::string what;
  std::optional<double> f;
  std::string favours;  ///< "cold", "neither", or empty
  std::string result;   ///< in the record's words or as "p = 0.75"; may be empty
};

enum class Judgement { low, some_concerns, high };

/// The domains of RoB 2: randomisation, deviations, missing data, measurement, selection.
inline constexpr std::size_t domain_count = 5;

struct DomainJudgement {
  Judgement judgement = Judgement::some_concerns;
  std::string reason;
};

struct RiskOfBias {
  std::string tool;
  std::array<std::optional<DomainJudgement>, domain_count> domains;
  Judgement overall = Judgement::high;
  std::string basis;
};

struct Trial {
  std::string id;
  std::string name;  ///< short, for tables and pictures: "Garra 2010"
  std::string citation;
  std::string doi;
  std::string pmid;
  std::optional<int> year;
  std::string design;
  std::optional<bool> randomised;  ///< empty: not said
  std::string population;
  std::optional<double> people;
  std::string ages;      ///< "mean 37 years", "20 to 50 years"; empty where not seen
  std::string pain;      ///< a key of Words::pains
  std::string modality;  ///< a key of Words::modalities
  std::string comparator;
  std::string comparator_kind;  ///< a key of Words::comparators
  std::string dose;             ///< temperature, minutes, sessions as far as printed
  std::vector<PrintedArm> arms;
  std::vector<PrintedOutcome> outcomes;
  std::vector<PrintedStatistic> statistics;
  std::string direction;  ///< a key of Words::directions
  std::string says;       ///< what it found, where the words of its direction say too little
  std::string harms;      ///< in the record's words; empty: nothing said
  std::optional<RiskOfBias> risk_of_bias;
  std::string read_as;  ///< "abstract", "registry", …
  std::vector<std::string> urls;
  bool is_poolable = false;
  std::string pooling_note;
};

/// A number that a review prints.
struct ReviewResult {
  std::string what;     ///< outcome or comparison
  std::string measure;  ///< "SMD", "MD", "WMD", "g"; empty where only p is printed
  double estimate = 0.0;
  std::optional<std::array<double, 2>> interval;
  std::string rest;  ///< I², certainty, k, n, p as printed
};

struct Review {
  std::string id;
  std::string name;  ///< short: "Legrand 2023"
  std::string citation;
  std::string doi;
  std::optional<int> trials;
  std::optional<int> people;
  std::vector<ReviewResult> results;
  std::string note;
  std::string read_as;
};

/// data/evidence/trials.json, all records in its order.
[[nodiscard]] std::vector<Trial> read_trials();

/// data/evidence/reviews.json without the entry of those that were not retrieved.
[[nodiscard]] std::vector<Review> read_reviews();

/// "low", "some concerns", "high".
[[nodiscard]] std::string_view word(Judgement judgement);

/// The judgement of that word, or nothing.
[[nodiscard]] std::optional<Judgement> judgement_named(std::string_view printed);

}  // namespace coldplan::evidence
