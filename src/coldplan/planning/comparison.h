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
/// Each session is run five times: at the median, with the fat at the thin and the thick end of its
/// spread, and with the pack's contact at its poor and its good end. Intervals combine the two
/// (planning/interval.h); blood flow and the depth of the joint are not in them yet.
namespace coldplan::planning {

/// One tissue under one form.
struct TissueRow {
  std::string name;
  double depth = 0.0;           ///< from the skin surface, at the median fat [m]
  simulation::Summary summary;  ///< at the median
  Interval coldest;             ///< [°C]
  std::string driver;           ///< what makes most of the interval: "fat" or "contact"
};

/// One form at one session.
struct FormOutcome {
  simulation::Session session;
  std::vector<TissueRow> rows;        ///< skin, interface, muscle 1, 2, 3 cm, facet joint
  Interval time_below_analgesia;      ///< of the skin [s]
  Interval heat_taken;                ///< until removal [J]
  std::vector<SkinFlag> flags;        ///< by the cold end of the skin's interval
  std::vector<std::string> warnings;  ///< where the session leaves what was checked
  std::optional<simulation::Summary> skin_with_towel;    ///< over the dry towel that labels ask for
  std::optional<simulation::Summary> muscle_with_towel;  ///< muscle at 2 cm
  simulation::BackHistory history;                       ///< at the median
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

/// One session on one person. With `with_towel` the same form over a dry towel is added.
[[nodiscard]] Expected<FormOutcome> predict(const person::Person& person,
                                            const simulation::Session& session, bool with_towel);

/// Given sessions on one person, in one answer.
[[nodiscard]] Expected<Comparison> compare_sessions(const person::Person& person,
                                                    std::span<const simulation::Session> sessions,
                                                    quantity::UnitSystem units, bool with_towel);

/// Every form that exists so far at its usual protocol, restricted to the families that the case
/// wishes for. Costs about 60 columns solved, a fifth of a second.
[[nodiscard]] Expected<Comparison> compare(const person::Case& subject);

}  // namespace coldplan::planning
