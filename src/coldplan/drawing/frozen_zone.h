#pragma once

#include <span>
#include <vector>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/history.h"

/// Frozen tissue on maps and beside curves: hatched, so that it shows without colour too.
namespace coldplan::drawing {

/// The colours of frozen tissue's outline and words.
[[nodiscard]] Colour frozen_ink();

/// The times at which something is frozen, minutes; one for each time that it begins.
[[nodiscard]] std::vector<Interval> frozen_times(const History& history);
/// The deepest that tissue is ever frozen, metres; 0 where it never is.
[[nodiscard]] double frozen_depth(const History& history);

/// The outline of each frozen zone: points of minutes (x) and metres (y), from its beginning along
/// its shallow side and back along its deep one. It begins and ends half way to the neighbouring
/// minute at which nothing is frozen.
[[nodiscard]] std::vector<std::vector<Point>> frozen_outlines(const History& history);

/// A map's axes: minutes to the right, metres downward.
struct MapAxes {
  Scale time;
  Scale depth;
};

/// Where the word "frozen" stands, if anything is frozen: in the zone where there is room, or under
/// it.
struct FrozenTag {
  Box box;
  Point names;  ///< the deepest frozen point
  Box crowded;  ///< a zone too thin for the word, and so for other labels; else the word's own box
};
[[nodiscard]] std::vector<FrozenTag> frozen_tags(const History& history, const MapAxes& axes,
                                                 double text_size);

/// The zones, but for the places of other labels, and their tags.
void draw_frozen_zones(Canvas& canvas, const History& history, const MapAxes& axes,
                       std::span<const Box> labels);
void draw_frozen_tags(Canvas& canvas, std::span<const FrozenTag> tags, double text_size);

/// A patch of the same hatch, for curves and keys.
void draw_frozen_patch(Canvas& canvas, const Box& box);

}  // namespace coldplan::drawing
