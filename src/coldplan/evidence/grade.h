#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/evidence/effect.h"
#include "coldplan/evidence/questions.h"
#include "coldplan/evidence/records.h"

/// How sure one can be: GRADE as rules whose cut-offs are data (judgement_rules.json). GRADE itself
/// warns against using any cut-off mechanically; a reader may overrule each step.
namespace coldplan::evidence {

inline constexpr std::string_view risk_of_bias_domain = "risk of bias";
inline constexpr std::string_view inconsistency_domain = "inconsistency";
inline constexpr std::string_view indirectness_domain = "indirectness";
inline constexpr std::string_view imprecision_domain = "imprecision";
inline constexpr std::string_view publication_bias_domain = "publication bias";

struct GradeRules {
  int start_randomised = 0;
  int start_not_randomised = 0;
  std::vector<std::string> names;  ///< of levels 1 to 4
  double share_of_weight = 0.0;
  double I2_percent = 0.0;
  double Q_p = 0.0;
  double barely_overlap_share = 0.0;
  double optimal_information_size = 0.0;
  double very_small = 0.0;
  std::size_t studies_for_egger = 0;
  double egger_p = 0.0;
};

[[nodiscard]] GradeRules read_grade_rules();

struct GradeStep {
  std::string domain;
  int steps = 0;
  std::string why;
  bool is_overruled = false;
};

struct Grade {
  std::vector<GradeStep> steps;  ///< one a domain, those of 0 too
  int level = 1;                 ///< 4 high, 3 moderate, 2 low, 1 very low
  std::string name;
};

/// A study as GRADE sees it.
struct GradedStudy {
  std::optional<Judgement> bias;  ///< empty: not judged, which counts as high
  bool is_randomised = false;
  double weight_percent = 0.0;
  Effect points;  ///< of 0-10
};

struct GradedBody {
  std::vector<GradedStudy> studies;
  double people = 0.0;
  Limits points;  ///< interval of the pooled effect
  double important_points = 0.0;
  double I2_percent = 0.0;
  double Q_p = 1.0;
  bool conclusion_hangs_on_high_risk = false;  ///< without those results it would be another
  std::optional<double> egger_p;
  std::vector<std::string> without_results;  ///< registered trials of the question without results
  GivenStep indirectness;
  GivenStep publication_bias;
};

/// Certainty of a pooled body; `overruled` replaces steps by domain.
[[nodiscard]] Grade grade(const GradeRules& rules, const GradedBody& body,
                          const std::map<std::string, GivenStep>& overruled = {});

/// Certainty where no size can be computed: bias weighed by people, and imprecision of two steps
/// since neither size nor interval is known.
struct UnpooledBody {
  std::vector<GradedStudy> studies;  ///< weight_percent: share of people
  bool conclusion_hangs_on_high_risk = false;
  std::vector<std::string> without_results;  ///< registered trials without results
  std::string indirect;  ///< how far from the question; empty: it is the question
};
[[nodiscard]] Grade grade_unpooled(const GradeRules& rules, const UnpooledBody& body);

/// Which way an interval lies: -1 wholly below zero, 1 wholly above, 0 neither.
[[nodiscard]] int side_of(const Limits& interval);

}  // namespace coldplan::evidence
