#pragma once

#include <cstddef>

#include "coldplan/thermoregulation/body_state.h"
#include "coldplan/thermoregulation/physique.h"
#include "coldplan/thermoregulation/surroundings.h"

/// Physiques and surroundings into the lanes of a batch, told by their numbers.
namespace coldplan::thermoregulation {

/// Puts a body into a lane, at a temperature everywhere [°C] and at rest.
template <typename Real>
void fill_lane(BodyState<Real>& state, std::size_t number, const Physique& physique,
               double temperature);

/// Puts a body into these surroundings.
template <typename Real>
void set_surroundings(BodyState<Real>& state, std::size_t number, const Surroundings& around);

/// Multiplies the basal flow of skin and fat, but not in the lumbar column, by `factor` times what
/// it is now.
template <typename Real>
void scale_outer_flow(BodyState<Real>& state, std::size_t number, double factor);

/// Adds to every temperature.
template <typename Real>
void add_everywhere(BodyState<Real>& state, std::size_t number, double offset);

/// Heat of a body over that at 0 °C [J].
template <typename Real>
[[nodiscard]] double stored_heat(const BodyState<Real>& state, std::size_t number);

}  // namespace coldplan::thermoregulation
