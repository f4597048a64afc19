#include "coldplan/drawing/format.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

namespace coldplan::drawing {
namespace {

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return text;
}

Error not_written(const std::filesystem::path& path, const std::error_code& reason,
                  std::string_view mend) {
  return {ErrorCode::not_written, path.string(), "",
          fmt::format("cannot be written ({})", reason.message()), std::string{mend}};
}

std::error_code last_error() {
  // Streams do not promise to set errno; without it, "input/output error" is all that is known.
  return {errno != 0 ? errno : EIO, std::generic_category()};
}

}  // namespace

Expected<Format> format_of(const std::filesystem::path& path) {
  const std::string ending = lower_case(path.extension().string());
  if (ending == ".svg") {
    return Format::svg;
  }
  if (ending == ".png") {
    return Format::png;
  }
  if (ending == ".pdf") {
    return Format::pdf;
  }
  return tl::unexpected(
      Error{ErrorCode::unknown_name, path.string(),
            ending.empty() ? "no ending" : "\"" + path.extension().string() + "\"",
            ".svg, .png or .pdf", ""});
}

Expected<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path partial =
      path.parent_path() / fmt::format(".{}.{}.partial", path.filename().string(), getpid());
  errno = 0;
  std::ofstream stream{partial, std::ios::binary | std::ios::trunc};
  if (!stream) {
    return tl::unexpected(
        not_written(path, last_error(), "choose a folder that exists and may be written to"));
  }
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  std::error_code ignored;
  if (!stream) {
    const Error error = not_written(path, last_error(), "make room or choose another folder");
    std::filesystem::remove(partial, ignored);
    return tl::unexpected(error);
  }
  std::error_code failure;
  std::filesystem::rename(partial, path, failure);
  if (failure) {
    std::filesystem::remove(partial, ignored);
    return tl::unexpected(not_written(path, failure, "choose the name of a file"));
  }
  return {};
}

}  // namespace coldplan::drawing
