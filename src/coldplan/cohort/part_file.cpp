#include "coldplan/cohort/part_file.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "coldplan/cohort/table_file.h"

namespace coldplan::cohort {
namespace {

namespace fs = std::filesystem;

bool is_part(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with("part-") && path.extension() == ".h5";
}

bool is_half_written(const fs::path& path) {
  // Of a part, or of the file that all of them become.
  const std::string name = path.filename().string();
  return (name.starts_with(".part-") || name.starts_with(".joined.")) &&
         path.extension() == ".partial";
}

Error not_written(const fs::path& path, const std::error_code& reason) {
  return {ErrorCode::not_written, path.string(), "", "",
          fmt::format("cannot be written ({}); choose a folder that exists", reason.message())};
}

/// Puts what was written to a file on the disk, so that a part which is found after the power
/// failed is whole.
std::error_code put_on_disk(const fs::path& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool failed = descriptor < 0 || fsync(descriptor) != 0;
  const std::error_code reason{failed ? errno : 0, std::generic_category()};
  if (descriptor >= 0) {
    close(descriptor);
  }
  return reason;
}

/// Files of the folder; none where it cannot be listed.
std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (auto entry = fs::directory_iterator{folder, failed};
       !failed && entry != fs::directory_iterator{}; entry.increment(failed)) {
    files.push_back(entry->path());
  }
  return files;
}

}  // namespace

fs::path Parts::file(std::uint64_t number) const {
  return folder / fmt::format("part-{:06}.h5", number);
}

std::uint64_t usual_part_size(std::uint64_t people) {
  // numerical: parts that are little to lose, few to open, and large enough to fill batches
  constexpr std::uint64_t parts = 8;
  constexpr std::uint64_t least = 16;
  constexpr std::uint64_t most = 32768;
  return std::clamp(people / parts, least, most);
}

Expected<void> open_parts(const Parts& parts, const Study& study) {
  std::error_code failed;
  // Not the folders above it: a path that does not exist is a slip.
  fs::create_directory(parts.folder, failed);
  if (failed) {
    return tl::unexpected(not_written(parts.folder, failed));
  }
  for (const fs::path& path : files_in(parts.folder)) {
    const auto part = is_part(path) ? TableFile::open(path, study.plan)
                                    : Expected<TableFile>{tl::unexpected(Error{})};
    if (part && part->fingerprint() != study.fingerprint) {
      return tl::unexpected(Error{
          ErrorCode::conflict, parts.folder.string(), "", "",
          fmt::format("holds parts of another run (fingerprint {}, of this one {}); give another "
                      "--out, or remove the folder",
                      part->fingerprint(), study.fingerprint)});
    }
  }
  return {};
}

bool is_finished(const Parts& parts, std::uint64_t number, const Study& study) {
  const fs::path path = parts.file(number);
  std::error_code ignored;
  if (!fs::exists(path, ignored)) {
    return false;
  }
  const auto part = TableFile::open(path, study.plan);
  if (!part || part->fingerprint() != study.fingerprint || part->people() != parts.slice(number)) {
    return false;
  }
  for (std::size_t arm = 0; arm < study.plan.arms.size(); ++arm) {
    if (!part->read(arm, {part->people().count - 1, 1})) {
      return false;
    }
  }
  return true;
}

Expected<void> write_part(const Parts& parts, std::uint64_t number, const Study& study,
                          const std::vector<ArmRows>& arms) {
  const fs::path path = parts.file(number);
  const fs::path partial = parts.folder / fmt::format(".part-{:06}.{}.partial", number, getpid());
  const Slice people = parts.slice(number);
  auto file = TableFile::create(partial, study.plan, study.fingerprint, people);
  if (!file) {
    return tl::unexpected(file.error());
  }
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    if (auto written = file->write(arm, {0, people.count}, arms[arm]); !written) {
      return written;
    }
  }
  if (auto closed = file->close(); !closed) {
    return closed;
  }
  std::error_code failed = put_on_disk(partial);
  if (failed) {
    return tl::unexpected(not_written(partial, failed));
  }
  fs::rename(partial, path, failed);
  if (failed) {
    return tl::unexpected(not_written(path, failed));
  }
  return {};
}

Expected<std::vector<ArmRows>> read_part(const Parts& parts, std::uint64_t number,
                                         const Study& study) {
  const auto file = TableFile::open(parts.file(number), study.plan);
  if (!file) {
    return tl::unexpected(file.error());
  }
  std::vector<ArmRows> arms;
  for (std::size_t arm = 0; arm < study.plan.arms.size(); ++arm) {
    auto part = file->read(arm, {0, parts.slice(number).count});
    if (!part) {
      return tl::unexpected(part.error());
    }
    arms.push_back(std::move(*part));
  }
  return arms;
}

void remove_parts(const Parts& parts) {
  std::error_code ignored;
  for (const fs::path& path : files_in(parts.folder)) {
    if (is_part(path) || is_half_written(path)) {
      fs::remove(path, ignored);
    }
  }
  // Without anything else in it; a folder that is not empty stays.
  fs::remove(parts.folder, ignored);
}

}  // namespace coldplan::cohort
