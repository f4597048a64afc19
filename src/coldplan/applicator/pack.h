#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coldplan/applicator/barrier.h"
#include "coldplan/bioheat/boundary.h"
#include "coldplan/facts/facts.h"

/// A cold pack on the skin: one mass with one temperature that takes heat from the skin through a
/// contact conductance and from the room through its other side, warming and melting as its
/// enthalpy rises.
namespace coldplan::applicator {

/// How well a pack touches the skin, as conductances [W/(m² K)].
struct Contact {
  double usual = 0.0;  ///< as in the study it was fitted to
  double low = 0.0;    ///< lower end of what packs were found to do: 5th percentile, assumed
  double high = 0.0;   ///< upper end: 95th percentile, assumed
  std::optional<double>
      loose;            ///< lying loose; none where water fills the gap and a wrap adds nothing
  double wetted = 0.0;  ///< with water between
};

/// What a pack is made of.
struct Pack {
  double mass = 0.0;                 ///< [kg]
  double area = 0.0;                 ///< in contact with the skin [m²]
  double start_temperature = 0.0;    ///< [°C]
  double melting_temperature = 0.0;  ///< [°C]
  double frozen_heat = 0.0;          ///< specific heat below melting [J/(kg K)]
  double thawed_heat = 0.0;          ///< and above [J/(kg K)]
  double latent_heat = 0.0;          ///< [J/kg]
  double air_conductance = 0.0;      ///< to the room [W/(m² K)]
  Contact contact;
};

/// One form of cold: its physics, and the facts that it stands on.
struct Form {
  std::string id;       ///< "ice_bag_wetted"
  std::string variant;  ///< the entry of data/applicator_notes.json: "ice_bag"
  std::string family;   ///< what screening speaks of: "ice_pack"
  std::string name;     ///< for a reader
  Pack pack;
  double duration = 0.0;  ///< the usual protocol [s]
  double longest = 0.0;   ///< that labels and teaching pages allow [s]
  std::vector<facts::Id> basis;
};

/// How it is put on.
struct Use {
  std::vector<Barrier> barriers;  ///< between pack and skin, in series
  Hold hold = Hold::usual;
  double room_temperature = 0.0;  ///< [°C]
};

/// The boundary that the skin meets: contact and barriers as resistances in series, and the pack's
/// enthalpy per area behind them.
[[nodiscard]] bioheat::Boundary boundary_of(const Pack& pack, const Use& use);

/// Contact conductance of a pack as it is used [W/(m² K)]: a wet towel gives wetted contact
/// whatever holds the pack; a hold acts on the loose contact.
[[nodiscard]] double contact_conductance(const Pack& pack, const Use& use);

/// The same pack with all its contact better or worse by a factor.
[[nodiscard]] Pack with_contact(Pack pack, double factor);

/// Contact of a pack of which only the usual one was fitted: everything else in the proportions of
/// ice bags. The ranges of such fits cover the thickness of fat alone, not how packs are put on.
[[nodiscard]] Contact contact_like_ice_bags(double usual);

/// Bare skin in a room.
[[nodiscard]] bioheat::Boundary room_air(double room_temperature);

}  // namespace coldplan::applicator
