#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coldplan/anatomy/back.h"
#include "coldplan/person/anthropometry.h"
#include "coldplan/person/case_file.h"
#include "coldplan/planning/skin_limits.h"
#include "coldplan/simulation/session.h"

/// Every form of cold side by side on one person's back: the answer of `coldplan compare` as one
/// value.
namespace coldplan::planning {

/// A median with the range from the 5th to the 95th percentile.
struct Interval {
  double median = 0.0;
  double p05 = 0.0;
  double p95 = 0.0;
};

/// One tissue under one form. `spread` is the coldest temperature of this tissue if the fat is as
/// thin or as thick as it may be; other uncertainties are not in it yet.
struct TissueRow {
  std::string name;
  double depth = 0.0;  ///< from the skin surface, at the median fat [m]
  simulation::Summary summary;
  Interval spread;
};

/// One form at one session.
struct FormOutcome {
  simulation::Session session;
  std::vector<TissueRow> rows;        ///< skin, interface, muscle 1, 2, 3 cm, facet joint
  double time_below_analgesia = 0.0;  ///< of the skin [s]
  double heat_taken = 0.0;            ///< [J]
  double heat_taken_per_area = 0.0;   ///< [J/m²]
  std::vector<SkinFlag> flags;
  bool would_freeze = false;                             ///< the solver is not valid any more
  std::optional<simulation::Summary> skin_with_towel;    ///< with the dry towel that labels ask for
  std::optional<simulation::Summary> muscle_with_towel;  ///< muscle at 2 cm
  simulation::BackHistory history;                       ///< at the median fat
};

/// The whole comparison.
struct Comparison {
  person::Person person;
  person::Anthropometry anthropometry;
  anatomy::Build build;
  quantity::UnitSystem units = quantity::UnitSystem::metric;
  std::vector<FormOutcome> forms;
  std::vector<std::string> families_not_predicted;  ///< wished for, but not in the program yet
  std::vector<std::string> warnings;
  std::string version;
  std::string data_hash;
};

/// One session on one person: the table, flags and spread of one form. With `with_towel` the same
/// form over a dry towel is added.
[[nodiscard]] Expected<FormOutcome> predict(const person::Person& person,
                                            const simulation::Session& session, bool with_towel);

/// Every form that exists so far at its usual protocol, restricted to the families that the case
/// wishes for. Costs about 40 columns solved, a fifth of a second.
[[nodiscard]] Expected<Comparison> compare(const person::Case& subject);

}  // namespace coldplan::planning
