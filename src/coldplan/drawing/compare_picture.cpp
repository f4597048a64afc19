#include "coldplan/drawing/compare_picture.h"

#include <fmt/format.h>

#include "coldplan/drawing/check.h"
#include "coldplan/drawing/compose.h"
#include "coldplan/drawing/form_grid.h"
#include "coldplan/drawing/form_rows.h"
#include "coldplan/drawing/page.h"

namespace coldplan::drawing {
namespace {

bool has_rows(const ComparePicture& picture) {
  return picture.forms.size() <= most_rows;
}

/// Either a history or the reason why there is none.
Expected<void> check_prediction(const FormPicture& form, const std::string& place) {
  if (form.no_prediction.empty()) {
    return check(form.history).map_error([&](const Error& error) {
      return under(place + ".history", error);
    });
  }
  if (!form.history.minutes.empty() || !form.history.curves.empty()) {
    return tl::unexpected(Error{ErrorCode::conflict, place + ".history", "a prediction",
                                "left empty, where no_prediction gives a reason", ""});
  }
  return check_text(form.no_prediction, place + ".no_prediction");
}

Expected<void> check_forms(const ComparePicture& picture) {
  if (picture.forms.empty() || picture.forms.size() > most_forms) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "forms",
                                fmt::format("{}", picture.forms.size()),
                                fmt::format("from 1 to {}", most_forms), ""});
  }
  for (std::size_t i = 0; i < picture.forms.size(); ++i) {
    const FormPicture& form = picture.forms[i];
    const std::string place = fmt::format("forms[{}]", i);
    if (auto sound = check_name(form.name, place + ".name"); !sound) {
      return sound;
    }
    if (auto sound = check_text(form.note, place + ".note"); !sound) {
      return sound;
    }
    if (auto sound = check_text(form.family, place + ".family"); !sound) {
      return sound;
    }
    if (auto sound = check_prediction(form, place); !sound) {
      return sound;
    }
  }
  return {};
}

std::string in_words(const ComparePicture& picture) {
  std::string words = picture.subtitle;
  for (const FormPicture& form : picture.forms) {
    words += "\n" + form.name + ". " +
             (form.no_prediction.empty() ? in_words(form.history, picture.setting.units)
                                         : "No prediction: " + form.no_prediction);
  }
  return words + "\n" + in_words(picture.setting) + "\n" + picture.footer;
}

Expected<std::string> draw_pages(const ComparePicture& picture, const Description& description) {
  const std::vector<Sheet> sheets = grid_sheets(picture, true);
  return Canvas::open(Format::pdf, sheets.front().size).and_then([&](Canvas canvas) {
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      if (i > 0) {
        canvas.next_page(sheets[i].size);
      }
      compose_sheet(canvas, picture, sheets[i]);
    }
    return canvas.finish(description);
  });
}

}  // namespace

Size page_size(const ComparePicture& picture) {
  return has_rows(picture) ? rows_size(picture) : grid_sheets(picture, false).front().size;
}

void compose(Canvas& canvas, const ComparePicture& picture) {
  if (has_rows(picture)) {
    compose_rows(canvas, picture);
  } else {
    compose_sheet(canvas, picture, grid_sheets(picture, false).front());
  }
}

Expected<std::string> draw(const ComparePicture& picture, Format format) {
  if (auto sound = check({picture.title, picture.subtitle, picture.footer}, picture.setting);
      !sound) {
    return tl::unexpected(sound.error());
  }
  if (auto sound = check_forms(picture); !sound) {
    return tl::unexpected(sound.error());
  }
  const Description description{picture.title, in_words(picture)};
  if (format == Format::pdf && !has_rows(picture)) {
    return draw_pages(picture, description);
  }
  return draw_page(format, page_size(picture), description,
                   [&picture](Canvas& canvas) { compose(canvas, picture); });
}

Expected<void> write_picture(const std::filesystem::path& path, const ComparePicture& picture) {
  return format_of(path)
      .and_then([&](Format format) { return draw(picture, format); })
      .and_then([&](const std::string& bytes) { return write_file(path, bytes); });
}

}  // namespace coldplan::drawing
