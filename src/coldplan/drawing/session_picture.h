#pragma once

#include <filesystem>
#include <string>

#include "coldplan/drawing/format.h"
#include "coldplan/drawing/history.h"

namespace coldplan::drawing {

/// One session of one form: temperature curves above, a depth-time map under them on the same time
/// axis, the person's layers to scale beside the map.
struct SessionPicture {
  std::string title;
  std::string subtitle;  ///< the person in one line
  std::string footer;    ///< what the reader must not forget
  History history;
  Setting setting;
};

/// The picture as the bytes of a file. The same value gives the same bytes, with the same fonts and
/// libraries installed: no dates, no counters. The page is A4 across (US Letter for US units) and
/// grows taller where long texts need it; text is wrapped, then made smaller, and only then cut
/// with "…".
///
/// SVG holds its text as outlines, so that it looks the same everywhere, and the words as `<title>`
/// and `<desc>` for search and screen readers. PNG has 144 pixels an inch.
///
/// Errors: lists of different lengths, numbers that are not finite, empty names, text that is not
/// UTF-8, each with its place ("history.curves[2].temperature_C[7]").
[[nodiscard]] Expected<std::string> draw(const SessionPicture& picture, Format format);

/// The picture in a file whose ending chooses the format; written beside its final name and
/// renamed, so that a failure leaves nothing behind and an earlier file untouched.
[[nodiscard]] Expected<void> write_picture(const std::filesystem::path& path,
                                           const SessionPicture& picture);

}  // namespace coldplan::drawing
