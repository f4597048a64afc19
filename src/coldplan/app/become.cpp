#include "coldplan/app/become.h"

#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>

#include <unistd.h>

namespace coldplan::app {

Expected<std::string> become(std::string_view program, char** argv) {
  std::error_code ignored;
  const auto own = std::filesystem::read_symlink("/proc/self/exe", ignored);
  const auto other = own.parent_path() / program;
  if (own.empty()) {
    return tl::unexpected(Error{ErrorCode::not_written, std::string{program}, "", "",
                                "is looked for beside this program, which /proc does not tell"});
  }
  execv(other.c_str(), argv);
  const std::error_code reason{errno, std::generic_category()};
  return tl::unexpected(
      Error{ErrorCode::not_written, other.string(), "", "",
            "cannot be started (" + reason.message() + "); build it by ./coldplan of a checkout"});
}

}  // namespace coldplan::app
