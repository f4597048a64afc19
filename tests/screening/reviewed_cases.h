#pragma once

#include <fstream>
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

#include "coldplan/person/case_file.h"

/// The reviewed files of this folder.
namespace coldplan::screening {

inline nlohmann::json reviewed_file(const std::string& name) {
  std::ifstream file{std::string{COLDPLAN_SOURCE_DIR} + "/tests/screening/" + name};
  return nlohmann::json::parse(file);
}

inline person::Case case_from(const nlohmann::json& document) {
  auto read = person::read_case(document.dump());
  if (!read) {
    throw std::runtime_error(message(read.error()));
  }
  return *read;
}

/// The clean case with a change: a JSON Merge Patch (RFC 7396).
inline person::Case changed(nlohmann::json clean, const nlohmann::json& change) {
  clean.merge_patch(change);
  return case_from(clean);
}

}  // namespace coldplan::screening
