#pragma once

#include <span>
#include <string>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/history.h"

/// What curves and maps have in common: the minutes.
namespace coldplan::drawing {

/// Room above a plot for the bar that shows when the cold is on, and under it for the minutes.
inline constexpr double room_above_plot = 17.0;
inline constexpr double room_below_plot = 15.0;

/// A tick's number centred at `top_centre`; a unit follows without shifting it.
void draw_number(Canvas& canvas, const std::string& number, const std::string& unit,
                 Point top_centre, double text_size);

/// Where a time of cold is on the page; a spray of seconds among hours still shows.
[[nodiscard]] Interval cold_on_page(const Interval& cold, const Scale& time);

/// The bars over a plot while the cold is on; with their words where `text_size` is not 0.
void draw_cooling_bar(Canvas& canvas, const History& history, const Scale& time, double plot_top,
                      double text_size);

/// Seconds, minutes or hours under a plot.
void draw_time_axis(Canvas& canvas, const Scale& time, const Box& plot, double text_size);

/// The minutes that all histories span together.
[[nodiscard]] Interval shared_minutes(std::span<const History* const> histories);

/// Index of the minute at which a curve is coldest; the first of equals.
[[nodiscard]] std::size_t coldest_minute(const Curve& curve);

}  // namespace coldplan::drawing
