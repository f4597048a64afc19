#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "coldplan/quantity/error.h"
#include "coldplan/study/mechanisms.h"
#include "coldplan/study/posterior_table.h"
#include "coldplan/study/study.h"

/// What the model expects of each number that a study printed.
namespace coldplan::study {

/// A distribution in five numbers.
struct Predicted {
  double median = 0.0, p05 = 0.0, p25 = 0.0, p75 = 0.0, p95 = 0.0;
};

/// What is scored together.
enum class Group {
  skin_local,
  skin_whole_body,
  muscle,
  core,
  blood_flow,
  cardiorespiratory,
  other
};

/// For a reader: "skin, local forms".
[[nodiscard]] std::string_view name_of(Group group);

/// One printed number and what was expected of it, in the units of its quantity.
struct Row {
  std::string study;
  std::string arm;
  std::string kind;  ///< of applicator
  Group group = Group::other;
  int people = 0;  ///< in the arm; 0 where it is not stated
  Measurement measurement;
  std::optional<Predicted> predicted;
  std::string why_not;  ///< of one that is not predicted: the reason of the study, or the model's
  std::vector<std::string> observed_by;  ///< observation models
  std::vector<std::string> assumed;      ///< what was taken for granted of people and cold
};

struct PredictionOptions {
  int draws = 96;
  std::uint64_t seed = 1;
  Mechanisms mechanisms = {};
};

/// Predicts the scored numbers of a study: the distribution of what was printed, the mean of an
/// arm's people (or the one person), under draws of everything uncertain and, for each study, a
/// contact of its own. The same seed gives the same bits.
///
/// Rows that cannot be predicted say why; none is left out.
[[nodiscard]] std::vector<Row> predict(const Study& study, const PosteriorTable& table,
                                       const PredictionOptions& options = {});

/// The same from the posterior that every prediction takes.
[[nodiscard]] std::vector<Row> predict(const Study& study, const PredictionOptions& options = {});

}  // namespace coldplan::study
