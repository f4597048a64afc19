#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coldplan/applicator/barrier.h"
#include "coldplan/applicator/source.h"
#include "coldplan/bioheat/boundary.h"
#include "coldplan/facts/facts.h"

/// A form of cold, the way it is used, and the boundary that the skin meets under it.
namespace coldplan::applicator {

/// One form of cold: its physics, and the facts that it stands on.
struct Form {
  std::string id;       ///< "ice_bag_wetted"
  std::string variant;  ///< the entry of data/applicator_notes.json: "ice_bag"
  std::string family;   ///< what screening speaks of: "ice_pack"; empty for a hazard, no therapy
  std::string name;     ///< for a reader
  Source source;
  double area = 0.0;                   ///< of the skin that is cooled [m²]
  double duration = 0.0;               ///< the usual protocol [s]
  double longest = 0.0;                ///< that protocols, labels and teaching pages allow [s]
  std::vector<Barrier> barriers = {};  ///< it is always used over these
  std::optional<double> stop_temperature = std::nullopt;  ///< the device stops at this skin [°C]
  bool bare_skin_only = false;                            ///< nothing can lie between
  /// What labels, leaflets and teaching pages ask for between it and the skin.
  std::optional<Barrier> asked_barrier = std::nullopt;
  bool skin_only = false;  ///< nothing under the skin was measured, so nothing is claimed there
  std::vector<facts::Id> basis = {};
  /// What its numbers rest on, where that is not the weakest point of its variant: of a person's
  /// own device in her words.
  std::string own_source = {};
};

/// How it is put on.
struct Use {
  std::vector<Barrier> barriers;  ///< between source and skin, in series
  Hold hold = Hold::usual;
  double room_temperature = 0.0;  ///< [°C]
  /// Share of the time that a moving nozzle spends over a spot of skin, 1 if it is held still;
  /// none: the mean over the treated area, as it was fitted.
  std::optional<double> dwell = std::nullopt;
};

/// Whether the form is a person's choice of therapy, rather than a hazard of one.
[[nodiscard]] bool is_therapy(const Form& form);

/// Whether enough was found to predict it.
[[nodiscard]] bool is_predictable(const Form& form);

/// Nothing, or why a form cannot be used so: barriers or wraps where nothing can lie between, a
/// dwell without a nozzle of known spot, a form of which too little is known. The error's place is
/// the member of Use ("barriers", "hold", "dwell") or "form".
[[nodiscard]] Expected<void> check(const Form& form, const Use& use);

/// The boundary of a form in use that `check` has passed: contact and barriers as resistances in
/// series, and behind them a held temperature, or the enthalpy per area of a pack or reservoir.
/// Barriers and wraps are as they were drawn; the numbers of the form itself are those it has
/// (applicator/variation.h draws them). Throws std::logic_error for a form that cannot be
/// predicted.
[[nodiscard]] bioheat::Boundary boundary_of(const Form& form, const Use& use,
                                            const posterior::Draw& draw = posterior::median());

/// Contact conductance as it is used [W/(m² K)]: a wet towel gives wetted contact whatever holds
/// it; a hold acts on the loose contact. Without such data the usual one.
[[nodiscard]] double contact_conductance(const Contact& contact, const Use& use,
                                         const posterior::Draw& draw = posterior::median());

/// Bare skin in a room.
[[nodiscard]] bioheat::Boundary room_air(double room_temperature);

}  // namespace coldplan::applicator
