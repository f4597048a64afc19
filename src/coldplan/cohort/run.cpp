#include "coldplan/cohort/run.h"

#include <chrono>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "coldplan/cohort/part_file.h"
#include "coldplan/cohort/part_rows.h"
#include "coldplan/cohort/table_file.h"

namespace coldplan::cohort {
namespace {

namespace fs = std::filesystem;

/// A lock that the system gives up when the process ends, however it ends.
class RunLock {
 public:
  RunLock() = default;
  explicit RunLock(const fs::path& path)
      : descriptor_(open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0666)),
        path_(path),
        is_held_(descriptor_ >= 0 && flock(descriptor_, LOCK_EX | LOCK_NB) == 0) {}
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;
  RunLock(RunLock&& other) noexcept { *this = std::move(other); }
  RunLock& operator=(RunLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(path_, other.path_);
    std::swap(is_held_, other.is_held_);
    return *this;
  }
  ~RunLock() {
    if (descriptor_ >= 0) {
      close(descriptor_);
    }
  }

  [[nodiscard]] bool is_held() const { return is_held_; }
  void remove() const {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }

 private:
  int descriptor_ = -1;
  fs::path path_;
  bool is_held_ = false;
};

/// What the steps of a run share.
struct Run {
  const Study& study;
  const Crowd& crowd;
  const RunSettings& settings;
  Parts parts;
  Crew& crew;
  Tally& tally;
  std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
  std::uint64_t earlier = 0;

  [[nodiscard]] const Plan& plan() const { return study.plan; }

  void report(std::uint64_t done) const {
    if (crew.rank() == 0 && settings.report) {
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
      settings.report({done, plan().people, earlier, took.count()});
    }
  }
};

std::vector<ArmRows> compute(const Run& run, const Slice& people) {
  std::vector<ArmRows> arms;
  for (std::size_t arm = 0; arm < run.plan().arms.size(); ++arm) {
    arms.push_back(rows_of(run.plan(), run.crowd, people, arm, run.settings.threads));
  }
  return arms;
}

void add(Tally& tally, const std::vector<ArmRows>& arms) {
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    tally.add(arm, arms[arm].rows);
  }
}

/// Calls `work` with parts that nobody has taken, until all are taken, one fails, or another member
/// calls off.
Expected<void> share_parts(const Run& run,
                           const std::function<Expected<void>(std::uint64_t)>& work) {
  for (std::uint64_t part = run.crew.take(); part < run.parts.count() && !run.crew.is_called_off();
       part = run.crew.take()) {
    if (auto done = work(part); !done) {
      run.crew.call_off();
      return run.crew.agree(done);
    }
  }
  return run.crew.agree({});
}

/// Whether all members compute the same bits: those of the instruction set of rank 0.
Expected<void> agree_on_engine(Crew& crew) {
  const std::string wanted = crew.told(std::string{engine()});
  const bool same = wanted == engine();
  return crew.agree(same ? Expected<void>{}
                         : tl::unexpected(Error{
                               ErrorCode::conflict, fmt::format("rank {}", crew.rank()),
                               std::string{engine()}, wanted,
                               "its processor rounds otherwise than that of rank 0; use machines "
                               "of one kind"}));
}

/// Without a file.
Expected<void> count_people(Run& run) {
  return share_parts(run, [&run](std::uint64_t part) -> Expected<void> {
    const Slice people = run.parts.slice(part);
    add(run.tally, compute(run, people));
    run.report(run.crew.add_done(people.count));
    return {};
  });
}

Expected<void> write_parts(Run& run) {
  return share_parts(run, [&run](std::uint64_t part) -> Expected<void> {
    const Slice people = run.parts.slice(part);
    if (is_finished(run.parts, part, run.study)) {
      run.earlier += people.count;
    } else if (auto written = write_part(run.parts, part, run.study, compute(run, people));
               !written) {
      return written;
    }
    run.report(run.crew.add_done(people.count));
    return {};
  });
}

Expected<void> copy_part(Run& run, TableFile& file, std::uint64_t part) {
  const auto arms = read_part(run.parts, part, run.study);
  if (!arms) {
    return tl::unexpected(arms.error());
  }
  for (std::size_t arm = 0; arm < arms->size(); ++arm) {
    if (auto written = file.write(arm, run.parts.slice(part), (*arms)[arm]); !written) {
      return written;
    }
  }
  add(run.tally, *arms);
  return {};
}

/// All parts into one file under a name for the time being.
Expected<void> join_parts(Run& run, const fs::path& partial) {
  run.crew.begin_anew();
  auto file = TableFile::create(partial, run.plan(), run.study.fingerprint, {0, run.plan().people},
                                &run.crew.access());
  if (auto all = run.crew.agree(file ? Expected<void>{} : tl::unexpected(file.error())); !all) {
    return all;
  }
  const auto copied =
      share_parts(run, [&](std::uint64_t part) { return copy_part(run, *file, part); });
  const auto closed = run.crew.agree(file->close());
  return copied ? closed : copied;
}

Expected<void> rename_into_place(const fs::path& partial, const fs::path& out) {
  std::error_code failed;
  fs::rename(partial, out, failed);
  if (failed) {
    fs::remove(partial, failed);
    return tl::unexpected(Error{ErrorCode::not_written, out.string(), "", "",
                                "cannot be written; choose the name of a file"});
  }
  return {};
}

Expected<void> begin_parts(const Run& run, RunLock& lock) {
  if (run.crew.rank() != 0) {
    return {};
  }
  if (auto opened = open_parts(run.parts, run.study); !opened) {
    return opened;
  }
  lock = RunLock{run.parts.folder / "lock"};
  if (!lock.is_held()) {
    return tl::unexpected(Error{ErrorCode::conflict, run.parts.folder.string(), "", "",
                                "another run writes there; wait for it, or give another --out"});
  }
  return {};
}

Expected<void> write_file(Run& run, const fs::path& out) {
  RunLock lock;
  if (auto begun = run.crew.agree(begin_parts(run, lock)); !begun) {
    return begun;
  }
  if (auto written = write_parts(run); !written) {
    return written;
  }
  const fs::path partial =
      run.crew.told((run.parts.folder / fmt::format(".joined.{}.partial", getpid())).string());
  if (auto joined = join_parts(run, partial); !joined) {
    std::error_code ignored;
    fs::remove(partial, ignored);
    return joined;
  }
  if (run.crew.rank() != 0) {
    return run.crew.agree({});
  }
  const auto renamed = rename_into_place(partial, out);
  if (renamed) {
    lock.remove();
    remove_parts(run.parts);
  }
  return run.crew.agree(renamed);
}

}  // namespace

Expected<Tally> run(const Plan& plan, std::span<const By> grouping, const RunSettings& settings,
                    Crew& crew) {
  if (auto same = agree_on_engine(crew); !same) {
    return tl::unexpected(same.error());
  }
  const Study study{plan, fingerprint(plan)};
  const Crowd crowd{plan};
  Tally tally{plan, grouping};
  fs::path folder = settings.out.value_or("");
  folder += ".parts";
  const std::uint64_t size =
      settings.part_size > 0 ? settings.part_size : usual_part_size(plan.people);
  Run run{study, crowd, settings, {folder, plan.people, size}, crew, tally};
  const auto done = settings.out ? write_file(run, *settings.out) : count_people(run);
  if (!done) {
    return tl::unexpected(done.error());
  }
  crew.sum(tally.numbers());
  return tally;
}

}  // namespace coldplan::cohort
