#pragma once

#include <filesystem>
#include <string_view>

#include "coldplan/quantity/error.h"

namespace coldplan::drawing {

/// The kinds of file a picture can become.
enum class Format { svg, png, pdf };

/// The format that a file's ending asks for, in either case of letters.
/// Error `unknown_name`: `out.gif: ".gif" is not .svg, .png or .pdf`.
[[nodiscard]] Expected<Format> format_of(const std::filesystem::path& path);

/// Writes bytes under a temporary name in the same folder and renames it, so that the file is there
/// whole or not at all. Error `not_written`, with the path as its place and the system's reason.
[[nodiscard]] Expected<void> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace coldplan::drawing
