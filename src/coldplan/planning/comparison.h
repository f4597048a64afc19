#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coldplan/anatomy/back.h"
#include "coldplan/person/anthropometry.h"
#include "coldplan/person/case_file.h"
#include "coldplan/planning/interval.h"
#include "coldplan/planning/skin_limits.h"
#include "coldplan/simulation/session.h"

/// Every form of cold side by side on one person's back: the answer of `coldplan compare` as one
/// value.
///
/// Each session is run at the median, with the fat at the thin and the thick end of its spread, and
/// with each uncertain number of the form (contact, temperature, jet …) at its two ends. Intervals
/// combine them (planning/interval.h); blood flow and the depth of the joint are not in them yet.
namespace coldplan::planning {

/// One tissue under one form.
struct TissueRow {
  std::string name;
  double depth = 0.0;           ///< from the skin surface, at the median fat [m]
  simulation::Summary summary;  ///< at the median
  Interval coldest;             ///< [°C]
  std::string driver;           ///< what makes most of the interval: "fat", "contact", "jet" …
};

/// One form at one session.
struct FormOutcome {
  simulation::Session session;
  /// Skin, interface, muscle 1, 2, 3 cm, facet joint; the skin alone where nothing is claimed under
  /// it.
  std::vector<TissueRow> rows;
  Interval time_below_analgesia;        ///< of the skin [s], as far as it was followed
  bool below_analgesia_at_end = false;  ///< the time goes on beyond what was followed
  Interval heat_taken;                  ///< until removal [J]
  Interval frozen_depth;                ///< deepest frozen tissue [m]; 0 where nothing freezes
  std::vector<SkinFlag> flags;          ///< by the cold end of the skin's interval
  std::vector<std::string> warnings;    ///< where the session leaves what was checked
  /// Over the barrier that labels and leaflets ask for (Form::asked_barrier).
  std::optional<simulation::Summary> skin_over_barrier;
  std::optional<simulation::Summary> muscle_over_barrier;  ///< muscle at 2 cm
  simulation::BackHistory history;                         ///< at the median
};

/// A form that could be wished for and is not predicted, with the reason.
struct NotPredicted {
  std::string id;
  std::string family;
  std::string name;
  std::string why;
};

/// The whole comparison.
struct Comparison {
  person::Person person;
  person::Anthropometry anthropometry;
  anatomy::Build build;
  quantity::UnitSystem units = quantity::UnitSystem::metric;
  std::vector<FormOutcome> forms;
  std::vector<NotPredicted> forms_not_predicted;  ///< too little was found of them
  std::vector<std::string>
      families_not_predicted;  ///< wished for, but of the whole body: simulate alone takes them
  std::vector<std::string> warnings;
  std::string version;
  std::string data_hash;
};

/// One session on one person. With `with_barrier` the same form over what labels ask for is added.
[[nodiscard]] Expected<FormOutcome> predict(const person::Person& person,
                                            const simulation::Session& session, bool with_barrier);

/// Given sessions on one person, in one answer.
[[nodiscard]] Expected<Comparison> compare_sessions(const person::Person& person,
                                                    std::span<const simulation::Session> sessions,
                                                    quantity::UnitSystem units, bool with_barrier);

/// Every local form of therapy at its usual protocol, restricted to the families that the case
/// wishes for. Costs about 200 columns solved.
[[nodiscard]] Expected<Comparison> compare(const person::Case& subject);

}  // namespace coldplan::planning
