#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/anatomy/back.h"
#include "coldplan/person/anthropometry.h"
#include "coldplan/person/case_file.h"
#include "coldplan/planning/interval.h"
#include "coldplan/planning/skin_limits.h"
#include "coldplan/posterior/calibrated.h"
#include "coldplan/screening/approval.h"
#include "coldplan/screening/screen.h"
#include "coldplan/simulation/session.h"

/// Every form of cold side by side on one person's back: the answer of `coldplan compare` as one
/// value.
///
/// Each session is run under draws of everything that is not known: her fat and muscle as far as
/// they were not measured, tissue, blood flow and its answer to cold, contact and temperature of
/// the form, and what the model misses (planning/person_draws.h). **Every number told is the median
/// of the draws, an interval their 5th and 95th percentile**, each number for itself; so they keep
/// their order (the end is no colder than the coldest), but no draw need have all of them. A
/// picture and the curves cannot be medians: they are one course, that of the likeliest person
/// under posterior::central(), without a miss. The two differ by less than the interval is sure of.
namespace coldplan::planning {

/// One tissue under one form.
struct TissueRow {
  std::string name;
  double depth = 0.0;           ///< from the skin surface, in the likeliest person [m]
  simulation::Summary median;   ///< of each of its numbers the median of the draws
  simulation::Summary summary;  ///< of the course that is shown
  Interval coldest;             ///< [°C]
  std::string driver;  ///< what makes most of the interval: "fat", "contact", "blood flow" …
};

/// One form at one session.
struct FormOutcome {
  simulation::Session session;  ///< as it was asked for
  /// Skin, interface, muscle 1, 2, 3 cm, facet joint; the skin alone where nothing is claimed under
  /// it.
  std::vector<TissueRow> rows;
  Interval time_below_analgesia;        ///< of the skin [s], as far as it was followed
  bool below_analgesia_at_end = false;  ///< in most draws it goes on beyond what was followed
  Interval heat_taken;                  ///< until removal [J]
  Interval frozen_depth;                ///< deepest frozen tissue [m]; 0 where nothing freezes
  std::vector<SkinFlag> flags;          ///< by the cold end of the skin's interval
  std::vector<std::string> warnings;    ///< where the session leaves what was checked
  /// Over the barrier that labels and leaflets ask for (Form::asked_barrier), in the likeliest
  /// person.
  std::optional<simulation::Summary> skin_over_barrier;
  std::optional<simulation::Summary> muscle_over_barrier;  ///< muscle at 2 cm
  simulation::BackHistory history;                         ///< the course that is shown
  double contact_conductance = 0.0;  ///< of that course [W/(m² K)]; 0 where nothing touches
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
  anatomy::Build build;  ///< of the likeliest person
  quantity::UnitSystem units = quantity::UnitSystem::metric;
  std::vector<FormOutcome> forms;
  /// Who may use what, of a case; none where a person was given without her history.
  std::optional<screening::Screening> screening;
  std::optional<screening::Approval> approval;    ///< of the rules, where one is configured
  std::vector<NotPredicted> forms_ruled_out;      ///< by screening
  std::vector<NotPredicted> forms_not_predicted;  ///< too little was found of them
  std::vector<std::string>
      families_not_predicted;  ///< wished for, but of the whole body: simulate alone takes them
  std::vector<std::string> warnings;
  std::string version;
  std::string data_hash;
  posterior::Provenance posterior;  ///< what the draws were calibrated on; no studies: priors alone
};

/// One session on one person. With `with_barrier` the same form over what labels ask for is added.
[[nodiscard]] Expected<FormOutcome> predict(const person::Person& person,
                                            const simulation::Session& session, bool with_barrier);

/// Given sessions on one person, in one answer.
[[nodiscard]] Expected<Comparison> compare_sessions(const person::Person& person,
                                                    std::span<const simulation::Session> sessions,
                                                    quantity::UnitSystem units, bool with_barrier);

/// Every local form of therapy at its usual protocol, restricted to the families that the case
/// wishes for. Screening comes first: a form that is not for this person is not computed, and no
/// form is where a warning sign has to be seen today. `today` as of screening::screen. Costs about
/// 4000 columns in the fast batch, and a few hundred that freeze.
[[nodiscard]] Expected<Comparison> compare(const person::Case& subject, std::string_view today);

}  // namespace coldplan::planning
