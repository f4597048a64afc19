#pragma once

// Files that are broken on purpose, each with the one line that it is answered with: what the tests
// of case, device and study files share. No product code includes it.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <span>
#include <string>

#include <gtest/gtest.h>

#include "coldplan/quantity/error.h"

namespace coldplan::person::tests {

struct BrokenFile {
  const char* file;  ///< without ".json"
  ErrorCode code;
  const char* line;
};

[[nodiscard]] inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream{file, std::ios::binary};
  EXPECT_TRUE(stream.is_open()) << file;
  return {std::istreambuf_iterator<char>{stream}, {}};
}

inline void expect_line(const BrokenFile& broken, const Error& error) {
  EXPECT_EQ(message(error), broken.line);
  EXPECT_EQ(error.code, broken.code);
  EXPECT_EQ(message(error).find('\n'), std::string::npos);
}

/// The name of a test of one file.
[[nodiscard]] inline std::string test_name(const testing::TestParamInfo<BrokenFile>& run) {
  std::string name = run.param.file;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

/// That a folder holds these files and no others.
inline void expect_folder(const std::filesystem::path& folder, std::span<const BrokenFile> files) {
  std::set<std::string> expected;
  for (const BrokenFile& each : files) {
    expected.insert(std::string{each.file} + ".json");
  }
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    found.insert(entry.path().filename().string());
  }
  EXPECT_EQ(found, expected);
}

}  // namespace coldplan::person::tests
