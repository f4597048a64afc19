#include "coldplan/drawing/form_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "coldplan/drawing/axis.h"
#include "coldplan/drawing/curve_panel.h"
#include "coldplan/drawing/depth_map.h"
#include "coldplan/drawing/grid_key.h"

namespace coldplan::drawing {
namespace {

constexpr double margin = 28.0;
constexpr double gap_between_columns = 18.0;
constexpr double gap_between_rows = 8.0;
constexpr std::size_t columns = 2;
constexpr int temperatures_wanted = 4;

constexpr double text_size = 6.5;
constexpr double room_left_of_plot = 30.0;
constexpr double room_right_of_plot = 44.0;
constexpr double curves_height = 68.0;
constexpr double gap_above_map = 9.0;
constexpr double map_height = 50.0;
constexpr double room_above_curves = 15.0;
constexpr double room_below_map = 13.0;

double content_width(const Size& paper) {
  return paper.width - 2.0 * margin;
}

double column_width(const Size& paper) {
  return (content_width(paper) - gap_between_columns) / static_cast<double>(columns);
}

GridKey key_on(const Size& paper, bool brief) {
  return {margin, column_width(paper), gap_between_columns, brief};
}

Text name_of(const FormPicture& form) {
  return {form.name, form.note.empty() ? "" : "\n" + form.note};
}

TextStyle name_style(double width) {
  return {8.0, ink, width};
}

/// Of names, which differ in their lines, and of what lies under them.
struct RowHeights {
  double names = 0.0;
  double bodies = 0.0;
};

RowHeights heights_of(const GridRow& row, double width) {
  RowHeights heights;
  for (const FormPicture* const form : row.forms) {
    heights.names = std::max(heights.names, measure(name_of(*form), name_style(width)).height);
    heights.bodies = std::max(heights.bodies, form->no_prediction.empty()
                                                  ? room_above_curves + curves_height +
                                                        gap_above_map + map_height + room_below_map
                                                  : 4.0 + frame_height(*form, width, text_size));
  }
  return heights;
}

double row_height(const GridRow& row, const Size& paper) {
  const RowHeights heights = heights_of(row, column_width(paper));
  return family_height(row.family, content_width(paper)) + heights.names + heights.bodies +
         gap_between_rows;
}

std::vector<GridRow> rows_of(const ComparePicture& picture) {
  std::vector<GridRow> rows;
  for (const FormGroup& group : grouped(picture.forms)) {
    for (std::size_t i = 0; i < group.forms.size(); ++i) {
      if (i % columns == 0) {
        rows.push_back({i == 0 ? group.family : "", {}});
      }
      rows.back().forms.push_back(group.forms[i]);
    }
  }
  return rows;
}

/// Everything on a sheet but its rows.
double fixed_height(const ComparePicture& picture, const PageTexts& texts, const FormAxes& axes,
                    const Size& paper, bool brief_key) {
  return 2.0 * margin + head_height(texts, content_width(paper)) +
         key_height(axes, picture.setting, key_on(paper, brief_key)) +
         foot_height(texts, content_width(paper)) - gap_between_rows;
}

void draw_cell(Canvas& canvas, const FormPicture& form, const Setting& setting,
               const FormAxes& axes, const Box& cell) {
  if (!form.no_prediction.empty()) {
    draw_frame(canvas, form, {cell.left, cell.top + 4.0, cell.right, cell.bottom}, text_size);
    return;
  }
  const Interval minutes = axes.minutes_of(form.history);
  const double left = cell.left + room_left_of_plot;
  const double right = cell.right - room_right_of_plot;
  const double curves_top = cell.top + room_above_curves;
  draw_curve_panel(canvas, form.history, setting,
                   {{left, curves_top, right, curves_top + curves_height},
                    cell.right,
                    text_size,
                    minutes,
                    axes.temperature,
                    true,
                    axes.depths_m});
  const double map_top = curves_top + curves_height + gap_above_map;
  draw_depth_map(canvas, form.history, setting,
                 {{left, map_top, right, map_top + map_height},
                  cell.left,
                  text_size,
                  minutes,
                  axes.depth_m,
                  true},
                 axes.colours);
}

void draw_row(Canvas& canvas, const GridRow& row, const Setting& setting, const FormAxes& axes,
              double top) {
  const Size paper = canvas.size();
  const double width = column_width(paper);
  draw_family(canvas, row.family, {margin, top}, content_width(paper));
  const double names_top = top + family_height(row.family, content_width(paper));
  const RowHeights heights = heights_of(row, width);
  for (std::size_t i = 0; i < row.forms.size(); ++i) {
    const double left = margin + static_cast<double>(i) * (width + gap_between_columns);
    canvas.text(name_of(*row.forms[i]), name_style(width), {left, names_top});
    const double body_top = names_top + heights.names;
    draw_cell(canvas, *row.forms[i], setting, axes,
              {left, body_top, left + width, body_top + heights.bodies});
  }
}

/// Room for rows on the first page and on the later ones.
struct Room {
  double first = 0.0;
  double later = 0.0;
};

/// Rows on pages of paper, as many as fit on each. A family that goes on says so.
std::vector<std::vector<GridRow>> paged_rows(std::vector<GridRow> rows, const Size& paper,
                                             const Room& room) {
  std::vector<std::vector<GridRow>> pages(1);
  std::string family;
  double used = 0.0;
  for (GridRow& row : rows) {
    family = row.family.empty() ? family : row.family;
    const double most = pages.size() == 1 ? room.first : room.later;
    if (!pages.back().empty() && used + row_height(row, paper) > most) {
      pages.emplace_back();
      used = 0.0;
      row.family = row.family.empty() && !family.empty() ? family + ", continued" : row.family;
    }
    used += row_height(row, paper);
    pages.back().push_back(std::move(row));
  }
  return pages;
}

PageTexts numbered(PageTexts texts, std::size_t page, std::size_t pages) {
  texts.footer += fmt::format("{}Page {} of {}.", texts.footer.empty() ? "" : " ", page, pages);
  return texts;
}

}  // namespace

std::vector<Sheet> grid_sheets(const ComparePicture& picture, bool paged) {
  const FormAxes axes = form_axes(picture, temperatures_wanted);
  const Size paper = paper_upright(picture.setting.units);
  const PageTexts texts{picture.title, picture.subtitle, picture.footer};
  const auto room = [&](bool later) {
    // The widest page number decides, so that the room is the same on every page.
    return paged ? paper.height - fixed_height(picture, numbered(texts, 99, 99), axes, paper, later)
                 : std::numeric_limits<double>::infinity();
  };
  const auto pages = paged_rows(rows_of(picture), paper, {room(false), room(true)});
  std::vector<Sheet> sheets;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    Sheet sheet{paper, pages.size() > 1 ? numbered(texts, i + 1, pages.size()) : texts, pages[i],
                i > 0};
    double height = fixed_height(picture, sheet.texts, axes, paper, sheet.later);
    for (const GridRow& row : sheet.rows) {
      height += row_height(row, paper);
    }
    sheet.size.height = paged ? std::max(paper.height, std::ceil(height)) : std::ceil(height);
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

void compose_sheet(Canvas& canvas, const ComparePicture& picture, const Sheet& sheet) {
  const Size paper = sheet.size;
  draw_head(canvas, sheet.texts, {margin, margin}, content_width(paper));
  draw_foot(canvas, sheet.texts, {margin, paper.height - margin}, content_width(paper));
  const FormAxes axes = form_axes(picture, temperatures_wanted);
  const GridKey key = key_on(paper, sheet.later);
  double top = margin + head_height(sheet.texts, content_width(paper));
  draw_key(canvas, axes, picture.setting, key, top);
  top += key_height(axes, picture.setting, key);
  for (const GridRow& row : sheet.rows) {
    draw_row(canvas, row, picture.setting, axes, top);
    top += row_height(row, paper);
  }
}

}  // namespace coldplan::drawing
