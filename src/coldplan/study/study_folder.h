#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "coldplan/quantity/error.h"
#include "coldplan/study/study.h"

namespace coldplan::study {

/// A file of a folder of studies, and the study that was read from it.
struct StudyFile {
  std::string name;
  Expected<Study> study;
};

/// Whether a study holds the people of another one by one: "dykstra2009-people" those of
/// "dykstra2009". Who counts both counts them twice.
[[nodiscard]] bool is_same_people(const std::string& study, const std::string& one_by_one);

/// Every *.json of the folder, not of folders within, in the order of their names; without
/// study.schema.json and applicator_kinds.json, which are no studies. A file that cannot be read is
/// an entry with its error, and so is one whose id an earlier file has. A folder that cannot be
/// opened is an error.
[[nodiscard]] Expected<std::vector<StudyFile>> read_studies(const std::filesystem::path& folder);

}  // namespace coldplan::study
