#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "coldplan/person/person.h"
#include "coldplan/quantity/error.h"
#include "coldplan/simulation/session.h"

/// A study on many people: who they are, and what each of them is given.
///
///     Plan plan{.seed = 7, .people = 1000, .own_people = {}, .arms = {{"ice_bag", session}}};
///     const auto sound = check(plan);
///
/// Every person goes through every arm with the same draws (common random numbers), so that arms
/// differ by the cold alone.
namespace coldplan::cohort {

/// One session that everybody is given.
struct Arm {
  std::string name;  ///< of its group in the file: letters, digits and _ - . : +
  simulation::Session session;
};

/// Everything that determines the data.
struct Plan {
  std::uint64_t seed = 1;
  std::uint64_t people = 0;                ///< how many; of `own_people` where there are any
  std::vector<person::Person> own_people;  ///< empty: people of person::survey_population
  std::vector<Arm> arms;
  bool histories = false;          ///< whether temperatures over time are kept for everybody
  double history_interval = 60.0;  ///< between two of them [s]
};

/// People from index `first` on.
struct Slice {
  std::uint64_t first = 0;
  std::uint64_t count = 0;

  friend bool operator==(const Slice&, const Slice&) = default;
};

/// Nothing, or why the plan cannot be run: nobody in it, no arm, a name that is no name or stands
/// twice, a session that cannot be simulated. The place is "people", "arms" or the arm's name.
[[nodiscard]] Expected<void> check(const Plan& plan);

/// 16 hexadecimal digits that stand for everything that determines the data: the plan, the version
/// of the program, the hash of the facts and the engine (part_rows.h). FNV-1a of 64 bits (Fowler,
/// Noll & Vo; RFC 9923 describes it) over the bytes of all numbers; sessions enter as the phases
/// that they become, with every uncertain number of their form at both ends. Costs about 50 ms for
/// a million own people.
[[nodiscard]] std::string fingerprint(const Plan& plan);

/// The times [s] of a history of an arm: whole multiples of the interval from 0 to the end.
[[nodiscard]] std::vector<double> history_times(const Plan& plan, const Arm& arm);

}  // namespace coldplan::cohort
