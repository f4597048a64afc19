#include "coldplan/study/study_folder.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>

#include "coldplan/study/study_file.h"

namespace coldplan::study {
namespace {

bool is_study_file(const std::filesystem::path& path) {
  const std::filesystem::path name = path.filename();
  return name.extension() == ".json" && name != "study.schema.json" &&
         name != "applicator_kinds.json";
}

/// The paths of the studies in a folder, sorted; an error code where it cannot be opened.
std::vector<std::filesystem::path> study_paths(const std::filesystem::path& folder,
                                               std::error_code& failure) {
  std::vector<std::filesystem::path> paths;
  const std::filesystem::directory_iterator end;
  for (std::filesystem::directory_iterator at{folder, failure}; !failure && at != end;
       at.increment(failure)) {
    if (is_study_file(at->path())) {
      paths.push_back(at->path());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

Expected<Study> read_file(const std::filesystem::path& path) {
  std::error_code ignored;
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path, ignored)) {
    return tl::unexpected(
        Error{ErrorCode::unreadable, "", "", "", "no such file, or not readable"});
  }
  return read_study(std::string{std::istreambuf_iterator<char>(file), {}});
}

/// The file before whose study has the same id, if any.
const StudyFile* namesake(const std::vector<StudyFile>& before, const Study& study) {
  const auto found = std::find_if(before.begin(), before.end(), [&](const StudyFile& each) {
    return each.study.has_value() && each.study->id == study.id;
  });
  return found == before.end() ? nullptr : &*found;
}

}  // namespace

bool is_same_people(const std::string& study, const std::string& one_by_one) {
  return one_by_one == study + "-people";
}

Expected<std::vector<StudyFile>> read_studies(const std::filesystem::path& folder) {
  std::error_code failure;
  const std::vector<std::filesystem::path> paths = study_paths(folder, failure);
  if (failure) {
    return tl::unexpected(Error{ErrorCode::unreadable, folder.string(), "", "",
                                "no such folder, or not readable; give a folder of studies"});
  }
  std::vector<StudyFile> files;
  for (const std::filesystem::path& path : paths) {
    StudyFile file{path.filename().string(), read_file(path)};
    const StudyFile* other = file.study ? namesake(files, *file.study) : nullptr;
    if (other != nullptr) {
      file.study = tl::unexpected(Error{ErrorCode::conflict, "id",
                                        file.study->id + " is the id of " + other->name + " too",
                                        "", "give every study an id of its own"});
    }
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace coldplan::study
