#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What the care plan needs as numbers: data/care.json, which says beside each where it stands in
/// the prose of data/clinical or that it is our choice.
namespace coldplan::planning {

/// Where one stage of pain ends and the next begins.
struct StageLimits {
  double acute_below = 0.0;    ///< weeks
  double chronic_above = 0.0;  ///< weeks
  double older_from = 0.0;     ///< years
  std::vector<std::string> sources;
};

/// Which fall on the numeric rating scale counts (Ostelo 2008, Farrar 2001).
struct ResponderRule {
  double points = 0.0;
  double share = 0.0;              ///< of the value before
  double share_alone_below = 0.0;  ///< under this value before, the share alone counts
  std::vector<std::string> sources;
  std::string read_as;
};

/// A trial of some forms.
struct TrialNumbers {
  std::string id;  ///< "comfort", "paid"
  std::vector<std::string> families;
  double weeks = 0.0;
  std::array<int, 2> occasions{};  ///< fewest and most before it is judged
  std::size_t decision_point = 0;  ///< in CareData::decision_points
  std::vector<std::string> sources;
  std::string read_as;
};

/// How long the plan as a whole is tried.
struct WholePlanNumbers {
  double weeks = 0.0;
  double function_share = 0.0;     ///< by which weekly function is to be better
  double function_week = 0.0;      ///< when
  std::size_t function_point = 0;  ///< in CareData::decision_points
  std::size_t review_point = 0;
  std::vector<std::string> sources;
  std::string read_as;
};

/// What belongs to a stage beside its sentences.
struct StageNumbers {
  std::string id;
  std::optional<double> review_weeks;  ///< none: as the surgeon says
  std::string provider_need;           ///< of providers.json; may be empty
};

/// The kinds of one sentence of a stage's core treatments.
struct CoreKinds {
  std::string stage;
  std::string text;
  std::vector<std::string> kinds;
};

struct CareNumbers {
  StageLimits limits;
  ResponderRule responder;
  std::vector<TrialNumbers> trials;
  WholePlanNumbers whole_plan;
  std::vector<StageNumbers> stages;
  std::vector<CoreKinds> core_kinds;
};

/// Reads data/care.json as it was compiled in. Its schema vouches for it: a fault throws.
[[nodiscard]] CareNumbers read_care_numbers();

}  // namespace coldplan::planning
