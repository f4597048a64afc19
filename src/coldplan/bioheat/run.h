#pragma once

#include <optional>
#include <string_view>

#include "coldplan/bioheat/solver.h"
#include "coldplan/bioheat/system.h"

/// A solve under way, which both solvers in time share: ESDIRK (esdirk.h) while nothing is frozen,
/// the enthalpy solver (freezing.h) else.
namespace coldplan::bioheat {

/// Which solver advances the state.
enum class Regime { thawed, freezing };

struct Run {
  System system;
  SolverOptions options;
  State state;
  Contact contact;
  double time = 0.0;
  double first_step = 0.0;                 ///< of the stretches of this phase [s]
  std::optional<double> stop_temperature;  ///< of the skin, in this phase
  bool stopped = false;                    ///< the phase was ended by it
  Regime regime = Regime::thawed;
  bool fine = false;            ///< the grid is fine enough to freeze on
  std::size_t next_sample = 1;  ///< in intervals
  History history;
};

/// Why a stretch of steps ended.
enum class StretchEnd {
  phase,   ///< the phase is over
  event,   ///< something happened, after which the steps start anew
  freeze,  ///< the next step would freeze tissue
  thaw,    ///< all tissue is thawed and warm enough for ESDIRK
};

[[nodiscard]] Error not_solved(double time, std::string_view why);

/// Appends a sample to the history.
void record(Run& run, const State& state, double time, double heat_taken);

/// Time of the next regular sample [s].
[[nodiscard]] double next_sample_time(const Run& run);

/// Takes the balance of a store over its phase, from its enthalpy and the heats before it.
void account_for_store(Run& run, double enthalpy_before, const Heats& before);

/// Closes the balance of the tissue over the whole history.
void close_energy(Run& run, const State& at_start);

}  // namespace coldplan::bioheat
