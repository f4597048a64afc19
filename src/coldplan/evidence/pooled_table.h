#pragma once

#include <optional>
#include <vector>

#include "coldplan/evidence/heterogeneity.h"
#include "coldplan/evidence/mantel_haenszel.h"
#include "coldplan/evidence/model.h"
#include "coldplan/evidence/prediction.h"
#include "coldplan/evidence/small_study.h"
#include "coldplan/evidence/study_table.h"
#include "coldplan/evidence/subgroup.h"

/// Everything that a report says of a reviewer's table, in one value.
namespace coldplan::evidence {

struct PoolRequest {
  ModelOptions model;
  bool by_counts = false;    ///< Mantel and Haenszel's method, or Peto's for PETO
  bool sensitivity = false;  ///< each study left out in turn
  bool small_studies = false;
};

/// Whether small studies say other than large ones; a test that these studies do not allow says
/// why.
struct SmallStudies {
  Expected<AsymmetryTest> egger;
  Expected<RankTest> begg;
  Expected<TrimAndFill> trim_and_fill;
  Expected<double> fail_safe_rosenthal;
  Expected<double> fail_safe_orwin;
  Expected<double> fail_safe_rosenberg;
};

/// Under this many studies tests of asymmetry have too little power to tell chance from a real
/// asymmetry (Cochrane Handbook 13.3.5.4).
inline constexpr std::size_t fewest_for_asymmetry = 10;

/// Each study left out in turn, and ranks of pairs, cost the square of the studies' number.
inline constexpr std::size_t most_for_sensitivity = 2'000;

/// A model of so many studies still fits into memory and seconds.
inline constexpr std::size_t most_pooled = 5'000;

struct PooledTable {
  StudyTable table;
  Fit fit;  ///< inverse variance; with `counts` for heterogeneity between studies alone
  std::optional<CountFit> counts;
  std::optional<HeterogeneityLimits> heterogeneity;  ///< Q-profile; of two studies or more, not EE
  std::optional<Prediction> prediction;              ///< as the model has it; not EE, no moderators
  std::optional<Prediction> prediction_higgins;      ///< by t with k - 2; of three studies or more
  std::optional<SubgroupAnalysis> subgroups;
  std::vector<Fit> leave_one_out;
  std::optional<SmallStudies> small_studies;
};

/// Pools a table as asked; warns where Knapp and Hartung's interval is narrower than the normal
/// one. Errors: those of `pool`, `analyse_subgroups` and `mantel_haenszel`; too many studies;
/// moderators with subgroups, sensitivity or tests of small studies; one group, or groups of one
/// study each; counts asked for where the table has none, or with what counts cannot do.
[[nodiscard]] Expected<PooledTable> pool_table(StudyTable table, const PoolRequest& request);

}  // namespace coldplan::evidence
