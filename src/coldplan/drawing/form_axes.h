#pragma once

#include <span>
#include <string>
#include <vector>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/colour_scale.h"
#include "coldplan/drawing/compare_picture.h"
#include "coldplan/drawing/temperature_axis.h"

/// What the small multiples of a comparison have in common.
namespace coldplan::drawing {

/// The forms of one family, in their order.
struct FormGroup {
  std::string family;
  std::vector<const FormPicture*> forms;
};

/// Families in the order in which each first appears.
[[nodiscard]] std::vector<FormGroup> grouped(std::span<const FormPicture> forms);

/// Histories that share a time axis.
struct TimeAxis {
  Interval minutes;
  std::vector<const History*> histories;
};

/// A time axis for all histories, or several: going from the longest to shorter ones, a new axis
/// begins where a history would fill less than half of the last one.
[[nodiscard]] std::vector<TimeAxis> time_axes(std::span<const History* const> histories);

/// What all forms share. Empty of everything where none has a prediction.
struct FormAxes {
  std::vector<TimeAxis> time;
  TemperatureAxis temperature;
  ColourScale colours;
  double depth_m = 0.0;
  std::vector<Curve> curves;  ///< one of each name, by depth: for a key
  std::vector<double> depths_m;
  bool freezes = false;  ///< whether tissue is ever frozen

  [[nodiscard]] bool are_empty() const { return time.empty(); }
  [[nodiscard]] Interval minutes_of(const History& history) const;
};

[[nodiscard]] FormAxes form_axes(const ComparePicture& picture, int temperatures_wanted);

/// What a reader must know of the panels of curves, and of the maps.
[[nodiscard]] std::string note_on_curves(const FormAxes& axes);
[[nodiscard]] std::string note_on_maps(const FormAxes& axes);

/// The name of a family and a rule, over its forms; nothing for a family without a name.
[[nodiscard]] double family_height(const std::string& family, double width);
void draw_family(Canvas& canvas, const std::string& family, Point at, double width);

/// The frame of a form that has no prediction, with the reason.
[[nodiscard]] double frame_height(const FormPicture& form, double width, double text_size);
void draw_frame(Canvas& canvas, const FormPicture& form, const Box& box, double text_size);

}  // namespace coldplan::drawing
