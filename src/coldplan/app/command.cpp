#include "coldplan/app/command.h"

#include <fstream>
#include <iostream>
#include <iterator>

namespace coldplan::app {

int exit_status(const Error& error) {
  const bool failed = error.code == ErrorCode::not_solved || error.code == ErrorCode::not_written;
  return failed ? exit_failed : exit_bad_input;
}

Expected<std::string> read_text(const std::filesystem::path& path) {
  if (path == "-") {
    return std::string{std::istreambuf_iterator<char>(std::cin), {}};
  }
  std::error_code ignored;
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path, ignored)) {
    return tl::unexpected(Error{ErrorCode::unreadable, path.string(), "", "",
                                "no such file, or not readable; give a case file such as "
                                "examples/chronic-58.json"});
  }
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

Error in_file(const std::filesystem::path& path, Error error) {
  error.place = path.string() + (error.place.empty() ? "" : ": " + error.place);
  return error;
}

Expected<person::Case> read_case_file(const std::filesystem::path& path) {
  const auto text = read_text(path);
  if (!text) {
    return tl::unexpected(text.error());
  }
  auto subject = person::read_case(*text);
  if (!subject) {
    return tl::unexpected(in_file(path, subject.error()));
  }
  return subject;
}

}  // namespace coldplan::app
