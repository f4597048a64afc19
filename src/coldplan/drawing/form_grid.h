#pragma once

#include <string>
#include <vector>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/form_axes.h"
#include "coldplan/drawing/page.h"

/// Many forms in two columns on upright pages.
namespace coldplan::drawing {

/// Forms side by side; under the name of their family where they are its first.
struct GridRow {
  std::string family;
  std::vector<const FormPicture*> forms;
};

/// One page of the grid. It points into the picture.
struct Sheet {
  Size size;
  PageTexts texts;
  std::vector<GridRow> rows;
  bool later = false;  ///< not the first: its key is brief
};

/// One page as tall as it takes; or pages of paper, each with head, key and foot,
/// taller than paper
/// only where a single row does not fit.
[[nodiscard]] std::vector<Sheet> grid_sheets(const ComparePicture& picture, bool paged);

void compose_sheet(Canvas& canvas, const ComparePicture& picture, const Sheet& sheet);

}  // namespace coldplan::drawing
