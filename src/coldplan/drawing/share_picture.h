#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/format.h"
#include "coldplan/drawing/page.h"

/// Shares of several groups against what they should be: whether intervals hold what they promise.
namespace coldplan::drawing {

/// A share that is wanted, drawn as a line upright; each row has one of its own.
struct Nominal {
  std::string label;
  double share = 0.0;  ///< 0 to 1
};

struct ShareRow {
  std::string label;
  std::string note;
  std::vector<double> shares;  ///< one for each nominal, 0 to 1
};

struct SharePicture {
  PageTexts texts;
  std::vector<Nominal> nominals;
  std::vector<ShareRow> rows;
};

/// As draw(SessionPicture). Errors: no nominal, no row, a row of another length, a share outside 0
/// to 1, a name that is empty, each with its place ("rows[2].shares[1]").
[[nodiscard]] Expected<std::string> draw(const SharePicture& picture, Format format);

/// As write_picture(SessionPicture).
[[nodiscard]] Expected<void> write_picture(const std::filesystem::path& path,
                                           const SharePicture& picture);

/// The steps of draw(), apart, for tests: where texts went.
[[nodiscard]] Size page_size(const SharePicture& picture);
void compose(Canvas& canvas, const SharePicture& picture);

}  // namespace coldplan::drawing
