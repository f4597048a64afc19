#pragma once

#include <cstddef>
#include <cstdint>

#include "coldplan/posterior/random_draws.h"

namespace coldplan::study {

/// Random numbers of one subject of a seed, one after another: what it gives depends on seed and
/// subject alone.
class Stream {
 public:
  Stream(std::uint64_t seed, std::uint64_t subject) : seed_{seed}, subject_{subject} {}

  /// Uniform in the open interval 0 to 1.
  [[nodiscard]] double uniform() { return posterior::uniform_pair(seed_, subject_, slot_++)[0]; }

  /// Standard normal.
  [[nodiscard]] double normal() { return posterior::normal_pair(seed_, subject_, slot_++)[0]; }

  /// One of 0 … count − 1.
  [[nodiscard]] std::size_t one_of(std::size_t count) {
    const auto place = static_cast<std::size_t>(uniform() * static_cast<double>(count));
    return place < count ? place : count - 1;
  }

 private:
  std::uint64_t seed_ = 0;
  std::uint64_t subject_ = 0;
  std::uint32_t slot_ = 0;
};

}  // namespace coldplan::study
