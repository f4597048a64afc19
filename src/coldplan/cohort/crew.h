#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include "coldplan/quantity/error.h"

/// Those who work on one run together: a process alone, or the ranks of MPI. There are two
/// implementations, of which a program links one: crew_alone.cpp and crew_mpi.cpp.
namespace coldplan::cohort {

/// How HDF5 opens a file that the whole crew writes, and transfers data to it; defined beside each
/// implementation.
struct SharedAccess;

/// The whole crew, as one of its members sees it. Functions that are called "together" must be
/// called by all of them, in the same order; the others by anybody at any time.
class Crew {
 public:
  /// Together. MPI must have been initialised, and must not be finalised before the crew is gone.
  Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  Crew(Crew&&) = delete;
  Crew& operator=(Crew&&) = delete;
  /// Together.
  ~Crew();

  /// From 0 on; 0 is the one that speaks.
  [[nodiscard]] int rank() const;
  [[nodiscard]] int size() const;

  /// The next number that nobody has taken: 0, 1, 2, …
  [[nodiscard]] std::uint64_t take();
  /// Adds to what the crew has done together, and gives the sum.
  std::uint64_t add_done(std::uint64_t amount);

  /// Calls the others off: `is_called_off` is true from now on, for everybody.
  void call_off();
  [[nodiscard]] bool is_called_off();

  /// Together: nothing, if all went well for everybody; else the error of the lowest rank that had
  /// one, for everybody.
  [[nodiscard]] Expected<void> agree(const Expected<void>& mine);

  /// Together: the text of rank 0, for everybody.
  [[nodiscard]] std::string told(std::string text);

  /// Together: adds everybody's numbers up, place by place, for everybody.
  void sum(std::span<std::uint64_t> numbers);

  /// Together: `take` begins at 0 again.
  void begin_anew();

  [[nodiscard]] const SharedAccess& access() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace coldplan::cohort
