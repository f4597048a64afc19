#pragma once

#include <filesystem>
#include <string>

#include "coldplan/cohort/handle.h"
#include "coldplan/cohort/part_rows.h"
#include "coldplan/cohort/plan.h"
#include "coldplan/quantity/error.h"

/// The HDF5 file of a cohort, whole or a part of it; docs/cohort.md has its layout for readers:
///
/// - `/`: attributes program, data_hash, engine, fingerprint, seed, first, people, …
/// - `/columns`: name, unit and description of every column
/// - `/arms/NAME`: attributes, the session in words and numbers
/// - `/arms/NAME/rows`: one compound a person (row.h)
/// - `/arms/NAME/histories`: [person, time, landmark], only where the plan wants them
/// - `/arms/NAME/history_time`
///
/// There are no times of writing in it, datasets are contiguous and not compressed: the same plan
/// gives the same contents whoever writes it, in however many parts.
namespace coldplan::cohort {

struct SharedAccess;

/// An open file. Errors are `not_written` or `unreadable`, with the path as their place.
class TableFile {
 public:
  /// A new file for some people of a plan with this fingerprint, without their rows yet. `shared`:
  /// created by all members of a crew together. The plan must outlive the file.
  [[nodiscard]] static Expected<TableFile> create(const std::filesystem::path& path,
                                                  const Plan& plan, const std::string& fingerprint,
                                                  const Slice& people,
                                                  const SharedAccess* shared = nullptr);

  /// A file that is there, to be read. It is refused if it is torn or not one of ours.
  [[nodiscard]] static Expected<TableFile> open(const std::filesystem::path& path,
                                                const Plan& plan);

  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }
  [[nodiscard]] const Slice& people() const { return people_; }

  /// Writes the rows of some people of it; in a shared file everybody may write at any time.
  [[nodiscard]] Expected<void> write(std::size_t arm, const Slice& people, const ArmRows& part);

  /// Reads them.
  [[nodiscard]] Expected<ArmRows> read(std::size_t arm, const Slice& people) const;

  /// Ends the file; a shared one is closed by all together.
  [[nodiscard]] Expected<void> close();

 private:
  TableFile(std::filesystem::path path, const Plan& plan) : path_(std::move(path)), plan_(&plan) {}
  [[nodiscard]] bool put_head() const;
  [[nodiscard]] bool put_arm(hid_t arms, const Arm& arm, bool speaks) const;
  [[nodiscard]] bool take_head();

  std::filesystem::path path_;
  const Plan* plan_;
  Handle file_;
  hid_t transfer_ = H5P_DEFAULT;
  std::string fingerprint_;
  Slice people_;
};

}  // namespace coldplan::cohort
