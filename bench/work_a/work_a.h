#pragma once

#include <array>
#include <cstddef>

#include "coldplan/bioheat/boundary.h"
#include "coldplan/bioheat/column.h"

/// Work A: the standard session set that solvers are compared on.
///
/// Person i has a fat of 5 to 40 mm, a muscle of 30 to 50 mm, a pack of 60 to 200 W/(m² K) and
/// flows of skin and muscle 0.7 to 1.3 times the usual, each drawn by a hash of i. Under skin of 2
/// mm, fat, muscle and 20 mm of bone the core holds 37 °C, as arterial blood does. Perfusion falls
/// as a logistic function of temperature and metabolism doubles every 10 K. From the steady state
/// in air (23 °C, 10 W/(m² K)) come 25 minutes at the pack (0 °C) and 60 minutes in air.
///
/// Asked for are the temperatures at every minute from 0 to 85 at five depths. At a change of
/// boundary a minute shows the state just before it: minute 0 the rest in air, minute 25 the pack.
///
/// The numbers are those of the comparison, not the program's own: those come from the facts.
namespace coldplan::work_a {

constexpr std::size_t minutes = 86;
/// Skin surface, skin/fat, fat/muscle, the middle of the muscle, muscle/bone.
constexpr std::size_t depths = 5;
constexpr std::size_t layers = 4;
/// Temperatures of a person: [minute][depth].
constexpr std::size_t values = minutes * depths;

constexpr double pack_time = 1500.0;  ///< [s]
constexpr double air_time = 3600.0;   ///< [s]
constexpr double core_temperature = 37.0;
constexpr double blood_heat_capacity = 1050.0 * 3617.0;
constexpr tissue::FlowLogistic flow_law{0.2, 30.0, 2.0};

/// Number k of person i in [0, 1): the SplitMix64 finaliser of 16 i + k.
[[nodiscard]] double drawn(std::size_t person, std::size_t k);

struct Person {
  double pack_conductance = 0.0;                ///< [W/(m² K)]
  std::array<double, layers> thickness{};       ///< [m]
  std::array<tissue::Properties, layers> of{};  ///< flow at its own factor

  [[nodiscard]] std::array<double, depths> depth() const;
};

[[nodiscard]] Person person(std::size_t index);

/// The same for this program's solver.
[[nodiscard]] bioheat::Column column_of(const Person& person);
[[nodiscard]] bioheat::Boundary air();
[[nodiscard]] std::array<bioheat::Phase, 2> phases_of(const Person& person);

/// Temperature [°C] far from the skin and conductance to it [W/(m² K)].
struct Film {
  double conductance;
  double temperature;
};
[[nodiscard]] Film air_film();
[[nodiscard]] Film pack_film(const Person& person);

}  // namespace coldplan::work_a
