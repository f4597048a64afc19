#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "coldplan/cohort/part_rows.h"
#include "coldplan/cohort/plan.h"
#include "coldplan/quantity/error.h"

/// The parts of a run on disk, by which it goes on after it was ended: `OUT.parts/part-000123.h5`,
/// each a table file of its own (table_file.h), written beside its name and renamed, so that it is
/// there whole or not at all.
namespace coldplan::cohort {

/// How a plan is cut up. How many people a part has does not change the data.
struct Parts {
  std::filesystem::path folder;
  std::uint64_t people = 0;
  std::uint64_t size = 1;  ///< people in each but the last

  [[nodiscard]] std::uint64_t count() const { return (people + size - 1) / size; }
  [[nodiscard]] Slice slice(std::uint64_t number) const {
    return {number * size, std::min(size, people - number * size)};
  }
  [[nodiscard]] std::filesystem::path file(std::uint64_t number) const;
};

/// A plan, and what stands for it in files.
struct Study {
  const Plan& plan;
  std::string fingerprint;
};

/// People in a part if nothing else is asked for: a 64th of all, 16 to 8192.
[[nodiscard]] std::uint64_t usual_part_size(std::uint64_t people);

/// Makes the folder; an error where it holds a part of another plan.
[[nodiscard]] Expected<void> open_parts(const Parts& parts, const Study& study);

/// Whether a part is there and whole; one that is torn, or of another size, is not.
[[nodiscard]] bool is_finished(const Parts& parts, std::uint64_t number, const Study& study);

/// Writes a part: what each arm gave for its people.
[[nodiscard]] Expected<void> write_part(const Parts& parts, std::uint64_t number,
                                        const Study& study, const std::vector<ArmRows>& arms);

/// Reads it.
[[nodiscard]] Expected<std::vector<ArmRows>> read_part(const Parts& parts, std::uint64_t number,
                                                       const Study& study);

/// Removes parts, what an ended run left half written, and the folder if nothing else is in it.
void remove_parts(const Parts& parts);

}  // namespace coldplan::cohort
