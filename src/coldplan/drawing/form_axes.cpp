#include "coldplan/drawing/form_axes.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "coldplan/drawing/axis.h"
#include "coldplan/drawing/depth_map.h"
#include "coldplan/drawing/frozen_zone.h"

namespace coldplan::drawing {
namespace {

/// A history that fills less than this part of an axis gets one of its own.
constexpr double least_share = 0.5;
// All forms give up this part of their curves where one of them freezes.
constexpr double frost_share = 0.24;
constexpr double frame_padding = 8.0;
constexpr double family_gap = 5.0;

double span_of(const History& history) {
  return history.minutes.back() - history.minutes.front();
}

std::vector<Curve> different_curves(std::span<const History* const> histories) {
  std::vector<Curve> curves;
  for (const History* const history : histories) {
    for (const Curve& curve : history->curves) {
      if (std::ranges::find(curves, curve.label, &Curve::label) == curves.end()) {
        curves.push_back({curve.label, curve.depth_m, {}});
      }
    }
  }
  std::ranges::stable_sort(curves, {}, &Curve::depth_m);
  return curves;
}

TextStyle family_style(double width) {
  return {10.5, ink, width};
}

Text reason_of(const FormPicture& form) {
  return {"No prediction: ", form.no_prediction};
}

TextStyle reason_style(double width, double text_size) {
  return {text_size, quiet, width - 2.0 * frame_padding};
}

}  // namespace

std::vector<FormGroup> grouped(std::span<const FormPicture> forms) {
  std::vector<FormGroup> groups;
  for (const FormPicture& form : forms) {
    auto group = std::ranges::find(groups, form.family, &FormGroup::family);
    if (group == groups.end()) {
      group = groups.insert(groups.end(), {form.family, {}});
    }
    group->forms.push_back(&form);
  }
  return groups;
}

std::vector<TimeAxis> time_axes(std::span<const History* const> histories) {
  std::vector<const History*> longest_first{histories.begin(), histories.end()};
  std::ranges::stable_sort(longest_first, std::greater{},
                           [](const History* history) { return span_of(*history); });
  std::vector<TimeAxis> axes;
  for (const History* const history : longest_first) {
    if (axes.empty() || span_of(*history) < least_share * span_of(*axes.back().histories.front())) {
      axes.emplace_back();
    }
    axes.back().histories.push_back(history);
  }
  for (TimeAxis& axis : axes) {
    axis.minutes = shared_minutes(axis.histories);
  }
  return axes;
}

Interval FormAxes::minutes_of(const History& history) const {
  for (const TimeAxis& axis : time) {
    if (std::ranges::find(axis.histories, &history) != axis.histories.end()) {
      return axis.minutes;
    }
  }
  return interval_of(history.minutes);
}

FormAxes form_axes(const ComparePicture& picture, int temperatures_wanted) {
  std::vector<const History*> histories;
  for (const FormPicture& form : picture.forms) {
    if (form.no_prediction.empty()) {
      histories.push_back(&form.history);
    }
  }
  FormAxes axes;
  if (histories.empty()) {
    return axes;
  }
  axes.time = time_axes(histories);
  axes.temperature = temperature_axis(histories, picture.setting, temperatures_wanted, frost_share);
  axes.colours = colour_scale(histories, picture.setting.units);
  axes.depth_m = shared_depth(histories);
  axes.curves = different_curves(histories);
  std::ranges::transform(axes.curves, std::back_inserter(axes.depths_m), &Curve::depth_m);
  axes.freezes = std::ranges::any_of(
      histories, [](const History* history) { return !frozen_times(*history).empty(); });
  return axes;
}

std::string note_on_curves(const FormAxes& axes) {
  std::string words = "with the coldest temperature of each (the dot)";
  if (axes.temperature.is_bent()) {
    words += "; below freezing the scale is coarser";
  }
  if (axes.time.size() > 1) {
    words += "; mind the time axes, they differ";
  }
  return words;
}

std::string note_on_maps(const FormAxes& axes) {
  std::string words = "lines join equal temperatures";
  if (axes.freezes) {
    words += "; hatched tissue is frozen";
  }
  return words;
}

double family_height(const std::string& family, double width) {
  return family.empty() ? 0.0 : measure({family, ""}, family_style(width)).height + family_gap;
}

void draw_family(Canvas& canvas, const std::string& family, Point at, double width) {
  if (family.empty()) {
    return;
  }
  const double bottom = at.y + family_height(family, width);
  canvas.text({family, ""}, family_style(width), at);
  canvas.line({at.x, bottom - family_gap + 1.0}, {at.x + width, bottom - family_gap + 1.0},
              {quiet, 0.6});
}

double frame_height(const FormPicture& form, double width, double text_size) {
  return measure(reason_of(form), reason_style(width, text_size)).height + 2.0 * frame_padding;
}

void draw_frame(Canvas& canvas, const FormPicture& form, const Box& box, double text_size) {
  canvas.outline(box, {quiet, 0.6, {2.0, 2.0}, 0.8});
  const TextStyle style = reason_style(box.width(), text_size);
  const double height = measure(reason_of(form), style).height;
  canvas.text(reason_of(form), style,
              {box.left + frame_padding, box.top + (box.height() - height) / 2.0});
}

}  // namespace coldplan::drawing
