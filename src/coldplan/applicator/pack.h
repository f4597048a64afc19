#pragma once

#include <string>
#include <vector>

#include "coldplan/applicator/barrier.h"
#include "coldplan/bioheat/boundary.h"
#include "coldplan/facts/facts.h"

/// A cold pack on the skin: one mass with one temperature that takes heat from the skin through a
/// contact conductance and from the room through its other side, warming and melting as its
/// enthalpy rises.
namespace coldplan::applicator {

/// What a pack is made of and how well it touches.
struct Pack {
  double mass = 0.0;                 ///< [kg]
  double area = 0.0;                 ///< in contact with the skin [m²]
  double start_temperature = 0.0;    ///< [°C]
  double melting_temperature = 0.0;  ///< [°C]
  double frozen_heat = 0.0;          ///< specific heat below melting [J/(kg K)]
  double thawed_heat = 0.0;          ///< and above [J/(kg K)]
  double latent_heat = 0.0;          ///< [J/kg]
  double contact_conductance = 0.0;  ///< as the pack is usually held on [W/(m² K)]
  double loose_conductance = 0.0;    ///< lying loose; what a wrap improves on [W/(m² K)]
  double air_conductance = 0.0;      ///< to the room [W/(m² K)]
};

/// One form of cold: its physics, and the facts that it stands on.
struct Form {
  std::string id;       ///< "ice_bag_wetted"
  std::string variant;  ///< the entry of data/applicator_notes.json: "ice_bag"
  std::string family;   ///< what screening speaks of: "ice_pack"
  std::string name;     ///< for a reader
  Pack pack;
  double duration = 0.0;  ///< the usual protocol [s]
  std::vector<facts::Id> basis;
};

/// How it is put on.
struct Use {
  std::vector<Barrier> barriers;  ///< between pack and skin, in series
  Wrap wrap = Wrap::none;         ///< over the pack
  double room_temperature = 0.0;  ///< [°C]
};

/// The boundary that the skin meets: contact, wrap and barriers as resistances in series, and the
/// pack's enthalpy per area behind them.
[[nodiscard]] bioheat::Boundary boundary_of(const Pack& pack, const Use& use);

/// Contact conductance with a wrap: the wraps' factors were fitted to bags that lay loose without
/// them (Tomchuk 2010), so a wrap starts from the loose value [W/(m² K)].
[[nodiscard]] double wrapped_conductance(const Pack& pack, Wrap wrap);

/// Bare skin in a room.
[[nodiscard]] bioheat::Boundary room_air(double room_temperature);

}  // namespace coldplan::applicator
