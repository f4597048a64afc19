#pragma once

#include <filesystem>
#include <string>

#include "coldplan/app/command.h"
#include "coldplan/study/validation.h"

namespace coldplan::app {

/// Makes a folder for `--pictures` if there is none, before anything is computed for it. Errors: a
/// file in its place (`out_of_range`), a folder that cannot be made (`not_written`).
[[nodiscard]] Expected<void> make_picture_folder(const std::filesystem::path& folder);

/// Writes the pictures of a validation and README.md, the page that shows them, each whole or not
/// at all; the page comes last, so that it never names a picture that is not there.
[[nodiscard]] Expected<void> write_validation_pictures(const std::filesystem::path& folder,
                                                       const study::Validation& validation,
                                                       const std::string& command);

}  // namespace coldplan::app
