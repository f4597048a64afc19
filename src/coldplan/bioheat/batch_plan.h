#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "coldplan/bioheat/batch.h"
#include "coldplan/bioheat/batch_kernel.h"
#include "coldplan/bioheat/batch_state.h"

/// From tasks to lanes: which tasks may share a batch, and the numbers of one lane.
namespace coldplan::bioheat {

/// What tasks must share to be lanes of one batch: a task's own, whatever the others are.
struct Shape {
  std::vector<KernelSection> sections;
  std::vector<KernelMemory> memories;
  std::vector<std::size_t> probe_rows;  ///< the row inside each depth; 0: the surface
  bool fine = false;                    ///< fine cells and milliseconds at first (needs_fine_cells)

  friend bool operator==(const Shape&, const Shape&) = default;
};

/// A task made ready to be a lane.
struct Planned {
  Shape shape;
  std::vector<Cut> cuts;  ///< one for each section
};

/// Whether a layer of this tissue has a memory of constriction in a batch: one without blood has no
/// use for it.
[[nodiscard]] bool remembers(const tissue::Tissue& tissue);

/// Cuts a checked task into cells, and says which shape that makes.
[[nodiscard]] Planned plan(const Task& task, const BatchOptions& options);

/// A number that equal shapes share.
[[nodiscard]] std::size_t hash_of(const Shape& shape);

/// Sum of a task's phases [s].
[[nodiscard]] double duration_of(const Task& task);

/// Where a task cannot be a lane: unfit columns or schedules, depths outside the column, numbers
/// that single precision cannot compute with, a schedule of more than 1e6 s.
[[nodiscard]] Expected<void> check(const Task& task);

/// The warmest freezing point of a column's tissues [°C]; −∞ where nothing freezes. What is colder
/// than this is for the reference solver.
[[nodiscard]] double freezing_watch(const Column& column);

/// Writes the constants of a task into a lane.
template <typename Real>
void fill_lane(BatchState<Real>& state, std::size_t lane, const Task& task,
               std::span<const Cut> cuts, Grid& grid);

/// Weight of the row inside a face in the temperature of that face, from continuity of flux.
[[nodiscard]] double inner_weight(const Grid& grid, std::size_t row);

}  // namespace coldplan::bioheat
