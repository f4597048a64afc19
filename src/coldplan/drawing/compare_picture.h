#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "coldplan/drawing/format.h"
#include "coldplan/drawing/history.h"

namespace coldplan::drawing {

/// One form of cold among others.
struct FormPicture {
  std::string name;                ///< "ice bag, wetted"
  std::string note;                ///< how it is used, or what to mind; may be empty
  History history;                 ///< left empty where there is no prediction
  std::string family = {};         ///< heads all forms of its kind; may be empty
  std::string no_prediction = {};  ///< why there is none: then an empty frame says so
};

/// Forms of cold side by side as small multiples, those of a family together under its name.
///
/// Up to six forms have a row each: curves at the left, the depth-time map at the right, everything
/// named where it is drawn. More stand in two columns on upright pages, the map under its curves,
/// with one key for all; a PDF has as many pages of paper as it takes, SVG and PNG are one tall
/// page.
///
/// All share their temperature and depth axes and one colour scale, so that they can be compared by
/// eye. They share their time axis with those that last about as long, up to twice: a spray and
/// a night with a machine would not both show on one.
struct ComparePicture {
  std::string title;
  std::string subtitle;  ///< the person in one line
  std::string footer;    ///< what the reader must not forget
  std::vector<FormPicture> forms;
  Setting setting;
};

/// The most forms that one picture holds, and the most that have a row each.
inline constexpr std::size_t most_forms = 24;
inline constexpr std::size_t most_rows = 6;

/// As draw(SessionPicture); errors name the form ("forms[1].history.minutes").
[[nodiscard]] Expected<std::string> draw(const ComparePicture& picture, Format format);

/// As write_picture(SessionPicture).
[[nodiscard]] Expected<void> write_picture(const std::filesystem::path& path,
                                           const ComparePicture& picture);

}  // namespace coldplan::drawing
