#include "coldplan/app/validate_pictures.h"

#include <system_error>
#include <variant>

#include "coldplan/drawing/format.h"
#include "coldplan/report/validation_page.h"
#include "coldplan/report/validation_pictures.h"

namespace coldplan::app {

namespace fs = std::filesystem;

Expected<void> make_picture_folder(const fs::path& folder) {
  std::error_code failure;
  if (fs::exists(folder, failure) && !fs::is_directory(folder, failure)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "--pictures", folder.string(), "a folder",
                                "choose a folder, or a name that is free"});
  }
  fs::create_directories(folder, failure);
  if (failure) {
    return tl::unexpected(Error{ErrorCode::not_written, "--pictures", folder.string(),
                                "a folder that can be made (" + failure.message() + ")", ""});
  }
  return {};
}

Expected<void> write_validation_pictures(const fs::path& folder,
                                         const study::Validation& validation,
                                         const std::string& command) {
  const auto pictures = report::validation_pictures(validation);
  for (const report::ValidationPicture& each : pictures) {
    auto written = std::visit(
        [&](const auto& picture) { return drawing::write_picture(folder / each.file, picture); },
        each.picture);
    if (!written) {
      return written;
    }
  }
  return drawing::write_file(folder / "README.md",
                             report::validation_page(validation, pictures, command));
}

}  // namespace coldplan::app
