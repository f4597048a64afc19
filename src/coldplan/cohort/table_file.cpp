#include "coldplan/cohort/table_file.h"

#include <array>

#include <fmt/format.h>

#include "coldplan/cohort/session_words.h"
#include "coldplan/cohort/shared_access.h"
#include "coldplan/cohort/table_attributes.h"
#include "coldplan/facts/facts.h"
#include "coldplan/planning/skin_limits.h"
#include "coldplan/planning/version.h"

namespace coldplan::cohort {
namespace {

constexpr const char* how_to_read =
    "Python: h5py.File(name)['arms/NAME/rows'][:] is an array of records; "
    "pandas.DataFrame(that) is a table. /columns says what each column is.";
constexpr const char* what_it_is =
    "Virtual people and computed temperatures: not measured, not a medical device, no statement "
    "that cold is safe or relieves pain.";

std::string group_name(const Arm& arm) {
  return "arms/" + arm.name;
}

/// Contiguous, allocated at once, never filled before it is written; no times of writing.
Handle dataset_options() {
  Handle options{H5Pcreate(H5P_DATASET_CREATE), H5Pclose};
  H5Pset_layout(options.get(), H5D_CONTIGUOUS);
  H5Pset_alloc_time(options.get(), H5D_ALLOC_TIME_EARLY);
  H5Pset_fill_time(options.get(), H5D_FILL_TIME_NEVER);
  H5Pset_obj_track_times(options.get(), false);
  return options;
}

Handle new_group(hid_t parent, const std::string& name) {
  const Handle options{H5Pcreate(H5P_GROUP_CREATE), H5Pclose};
  H5Pset_obj_track_times(options.get(), false);
  return {H5Gcreate2(parent, name.c_str(), H5P_DEFAULT, options.get(), H5P_DEFAULT), H5Gclose};
}

Handle new_file(const std::filesystem::path& path, const SharedAccess* shared) {
  const Handle options{H5Pcreate(H5P_FILE_CREATE), H5Pclose};
  H5Pset_obj_track_times(options.get(), false);
  const hid_t access = shared == nullptr ? H5P_DEFAULT : shared->file.get();
  return {H5Fcreate(path.c_str(), H5F_ACC_TRUNC, options.get(), access), H5Fclose};
}

Handle new_dataset(hid_t parent, const char* name, hid_t type, std::span<const hsize_t> extent) {
  const Handle space{H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr),
                     H5Sclose};
  const Handle options = dataset_options();
  return {H5Dcreate2(parent, name, type, space.get(), H5P_DEFAULT, options.get(), H5P_DEFAULT),
          H5Dclose};
}

/// Rows of a dataset whose first index counts people, as a selection in the file and in memory.
struct Selection {
  Handle dataset;
  Handle in_file;
  Handle in_memory;
  bool fits = false;
};

Selection select(hid_t file, const std::string& name, const Slice& people, std::size_t width) {
  Selection selection;
  selection.dataset = {H5Dopen2(file, name.c_str(), H5P_DEFAULT), H5Dclose};
  if (!selection.dataset) {
    return selection;
  }
  selection.in_file = {H5Dget_space(selection.dataset.get()), H5Sclose};
  const int rank = H5Sget_simple_extent_ndims(selection.in_file.get());
  constexpr int most_dimensions = 3;
  if (rank < 1 || rank > most_dimensions) {
    return selection;
  }
  std::array<hsize_t, most_dimensions> count{};
  H5Sget_simple_extent_dims(selection.in_file.get(), count.data(), nullptr);
  const std::array<hsize_t, most_dimensions> start{people.first, 0, 0};
  const bool is_inside = people.first + people.count <= count[0];
  const hsize_t across = rank == most_dimensions ? count[1] * count[2] : 1;
  count[0] = people.count;
  selection.in_memory = {H5Screate_simple(rank, count.data(), nullptr), H5Sclose};
  selection.fits = is_inside && across == width && selection.in_memory &&
                   H5Sselect_hyperslab(selection.in_file.get(), H5S_SELECT_SET, start.data(),
                                       nullptr, count.data(), nullptr) >= 0;
  return selection;
}

/// Numbers in the history of one person; 0 where none is kept.
std::size_t history_width(const Plan& plan, const Arm& arm) {
  return plan.histories ? history_times(plan, arm).size() * history_landmarks().size() : 0;
}

bool put_session(hid_t group, const simulation::Session& session) {
  return put_attribute(group, "session", session_words(session)) &&
         put_attribute(group, "form", session.form.id) &&
         put_attribute(group, "duration_s", session.duration) &&
         put_attribute(group, "after_s", session.after) &&
         put_attribute(group, "bouts", static_cast<std::uint64_t>(session.bouts)) &&
         put_attribute(group, "gap_s", session.gap) &&
         put_attribute(group, "barriers", barrier_words(session)) &&
         put_attribute(group, "hold", std::string{applicator::word_of(session.use.hold)}) &&
         put_attribute(group, "room_temperature_degC", session.use.room_temperature) &&
         put_attribute(group, "area_m2", session.form.area);
}

bool put_limits(hid_t file) {
  bool written = put_attribute(file, "analgesia_degC", planning::analgesia_temperature());
  for (const planning::SkinLimit& limit : planning::skin_limits()) {
    written = written && put_attribute(file, (limit.id + "_degC").c_str(), limit.temperature);
  }
  return written;
}

bool put_histories(hid_t group, const Plan& plan, const Arm& arm, const Slice& people,
                   bool speaks) {
  const std::vector<double> times = history_times(plan, arm);
  std::string names;
  for (const std::string& name : history_landmarks()) {
    names += (names.empty() ? "" : "; ") + name;
  }
  const std::array<hsize_t, 3> extent{people.count, times.size(), history_landmarks().size()};
  const std::array<hsize_t, 1> moments{times.size()};
  Handle data = new_dataset(group, "histories", H5T_IEEE_F32LE, extent);
  Handle time = new_dataset(group, "history_time", H5T_IEEE_F64LE, moments);
  const bool timed = !speaks || H5Dwrite(time.get(), H5T_IEEE_F64LE, H5S_ALL, H5S_ALL, H5P_DEFAULT,
                                         times.data()) >= 0;
  return data && time && timed && put_attribute(data.get(), "landmarks", names) &&
         put_attribute(data.get(), "unit", std::string{"degC"}) &&
         put_attribute(time.get(), "unit", std::string{"s"}) && data.close() && time.close();
}

Error not_written(const std::filesystem::path& path) {
  return {ErrorCode::not_written, path.string(), "", "",
          "cannot be written; choose a folder that exists and has room"};
}

Error not_readable(const std::filesystem::path& path) {
  return {ErrorCode::unreadable, path.string(), "", "",
          "cannot be read as a file of this cohort; remove it and run again"};
}

}  // namespace

bool TableFile::put_head() const {
  const hid_t file = file_.get();
  const std::string of_file = "people of a file, residuals drawn";
  const std::string of_survey = "virtual people (US surveys NHANES 2009-2018, 45 years and over)";
  return put_attribute(file, "program", fmt::format("coldplan {}", planning::version())) &&
         put_attribute(file, "data_hash", std::string{facts::data_hash()}) &&
         put_attribute(file, "engine", std::string{engine()}) &&
         put_attribute(file, "fingerprint", fingerprint_) &&
         put_attribute(file, "seed", plan_->seed) && put_attribute(file, "first", people_.first) &&
         put_attribute(file, "people", people_.count) &&
         put_attribute(file, "population", plan_->own_people.empty() ? of_survey : of_file) &&
         put_attribute(file, "how_to_read", std::string{how_to_read}) &&
         put_attribute(file, "what_it_is", std::string{what_it_is}) && put_limits(file);
}

bool TableFile::put_arm(hid_t arms, const Arm& arm, bool speaks) const {
  Handle group = new_group(arms, arm.name);
  const Handle type = row_type();
  const std::array<hsize_t, 1> extent{people_.count};
  Handle rows = new_dataset(group.get(), "rows", type.get(), extent);
  return group && rows && put_session(group.get(), arm.session) &&
         (!plan_->histories || put_histories(group.get(), *plan_, arm, people_, speaks)) &&
         rows.close() && group.close();
}

Expected<TableFile> TableFile::create(const std::filesystem::path& path, const Plan& plan,
                                      const std::string& fingerprint, const Slice& people,
                                      const SharedAccess* shared) {
  silence_hdf5();
  TableFile table{path, plan};
  table.fingerprint_ = fingerprint;
  table.people_ = people;
  table.file_ = new_file(path, shared);
  const bool speaks = shared == nullptr || shared->speaks;
  if (shared != nullptr) {
    table.transfer_ = shared->transfer.get();
  }
  if (!table.file_) {
    return tl::unexpected(not_written(path));
  }
  Handle arms = new_group(table.file_.get(), "arms");
  bool written = arms && table.put_head() && put_columns(table.file_.get(), speaks);
  for (const Arm& arm : plan.arms) {
    written = written && table.put_arm(arms.get(), arm, speaks);
  }
  if (!written || !arms.close()) {
    return tl::unexpected(not_written(path));
  }
  return table;
}

bool TableFile::take_head() {
  const auto fingerprint = text_attribute(file_.get(), "fingerprint");
  const auto first = number_attribute(file_.get(), "first");
  const auto people = number_attribute(file_.get(), "people");
  fingerprint_ = fingerprint.value_or("");
  people_ = {first.value_or(0), people.value_or(0)};
  return fingerprint && first && people;
}

Expected<TableFile> TableFile::open(const std::filesystem::path& path, const Plan& plan) {
  silence_hdf5();
  TableFile table{path, plan};
  table.file_ = {H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose};
  if (!table.file_ || !table.take_head()) {
    return tl::unexpected(not_readable(path));
  }
  return table;
}

Expected<void> TableFile::write(std::size_t arm, const Slice& people, const ArmRows& part) {
  const Arm& which = plan_->arms.at(arm);
  const Handle type = row_type();
  const Selection rows = select(file_.get(), group_name(which) + "/rows", people, 1);
  bool written = rows.fits && part.rows.size() == people.count &&
                 H5Dwrite(rows.dataset.get(), type.get(), rows.in_memory.get(), rows.in_file.get(),
                          transfer_, part.rows.data()) >= 0;
  if (const std::size_t width = history_width(*plan_, which); width > 0 && written) {
    const Selection all = select(file_.get(), group_name(which) + "/histories", people, width);
    written = all.fits && part.histories.size() == people.count * width &&
              H5Dwrite(all.dataset.get(), H5T_IEEE_F32LE, all.in_memory.get(), all.in_file.get(),
                       transfer_, part.histories.data()) >= 0;
  }
  if (!written) {
    return tl::unexpected(not_written(path_));
  }
  return {};
}

Expected<ArmRows> TableFile::read(std::size_t arm, const Slice& people) const {
  const Arm& which = plan_->arms.at(arm);
  const Handle type = row_type();
  ArmRows part;
  part.rows.resize(people.count);
  const Selection rows = select(file_.get(), group_name(which) + "/rows", people, 1);
  bool read = rows.fits && H5Dread(rows.dataset.get(), type.get(), rows.in_memory.get(),
                                   rows.in_file.get(), H5P_DEFAULT, part.rows.data()) >= 0;
  if (const std::size_t width = history_width(*plan_, which); width > 0 && read) {
    const Selection all = select(file_.get(), group_name(which) + "/histories", people, width);
    part.histories.resize(people.count * width);
    read = all.fits && H5Dread(all.dataset.get(), H5T_IEEE_F32LE, all.in_memory.get(),
                               all.in_file.get(), H5P_DEFAULT, part.histories.data()) >= 0;
  }
  if (!read) {
    return tl::unexpected(not_readable(path_));
  }
  return part;
}

Expected<void> TableFile::close() {
  if (!file_.close()) {
    return tl::unexpected(not_written(path_));
  }
  return {};
}

}  // namespace coldplan::cohort
