#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "coldplan/drawing/format.h"
#include "coldplan/drawing/history.h"

namespace coldplan::drawing {

/// One form of cold among others.
struct FormPicture {
  std::string name;  ///< "ice bag, wetted"
  std::string note;  ///< how it is used, or what to mind; may be empty
  History history;
};

/// Up to six forms as small multiples, a row each: curves at the left, the depth-time map at the
/// right. All rows share their time, temperature and depth axes and one colour scale, so that they
/// can be compared by eye.
struct ComparePicture {
  std::string title;
  std::string subtitle;  ///< the person in one line
  std::string footer;    ///< what the reader must not forget
  std::vector<FormPicture> forms;
  Setting setting;
};

/// The most forms that one picture holds.
inline constexpr std::size_t most_forms = 6;

/// As draw(SessionPicture); errors name the form ("forms[1].history.minutes").
[[nodiscard]] Expected<std::string> draw(const ComparePicture& picture, Format format);

/// As write_picture(SessionPicture).
[[nodiscard]] Expected<void> write_picture(const std::filesystem::path& path,
                                           const ComparePicture& picture);

}  // namespace coldplan::drawing
