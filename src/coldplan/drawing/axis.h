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

/// The bar over a plot from 0 to the end of cooling; with its words where `text_size` is not 0.
void draw_cooling_bar(Canvas& canvas, const History& history, const Scale& time, double plot_top,
                      double text_size);

/// Minutes under a plot.
void draw_time_axis(Canvas& canvas, const Scale& time, const Box& plot, double text_size);

/// The minutes that all histories span together.
[[nodiscard]] Interval shared_minutes(std::span<const History* const> histories);

/// Index of the minute at which a curve is coldest; the first of equals.
[[nodiscard]] std::size_t coldest_minute(const Curve& curve);

/// "20 min", "2.5 min", "45 s".
[[nodiscard]] std::string print_minutes(double minutes);

}  // namespace coldplan::drawing
