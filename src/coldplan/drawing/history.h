#pragma once

#include <string>
#include <vector>

#include "coldplan/drawing/scale.h"
#include "coldplan/quantity/error.h"
#include "coldplan/quantity/units.h"

/// Pictures of what cold does inside one person's back: values in, the bytes of a file out.
///
/// Nothing here knows physiology: every temperature, depth, limit and name comes from the caller.
/// Depths are metres from the skin inward, temperatures °C, times minutes since the cold first went
/// on; what a reader sees is in the units that she reads.
namespace coldplan::drawing {

/// The temperature of one tissue over the session: one line of the upper panel.
struct Curve {
  std::string label;                  ///< "skin", "muscle, 2 cm deep"
  double depth_m = 0.0;               ///< orders the colours
  std::vector<double> temperature_C;  ///< one a minute of `History::minutes`
};

/// One layer of the person, from the skin inward.
struct Layer {
  std::string name;
  double thickness_m = 0.0;
};

/// A temperature worth a thin line across the curves.
struct Limit {
  double temperature_C = 0.0;
  std::string label;
};

/// A depth worth a dashed line across the map, such as a joint.
struct Mark {
  std::string label;
  double depth_m = 0.0;
};

/// What one session of one form does, minute by minute.
struct History {
  std::vector<double> minutes;      ///< ascending, at least two
  std::vector<Interval> cold;       ///< when the cold is on, minutes; ascending, none over another
  std::vector<Curve> curves;        ///< 1 to 12
  std::vector<double> map_depth_m;  ///< ascending, at least two
  std::vector<std::vector<double>> map_temperature_C;  ///< [minute][depth]
  /// Tissue is frozen between these depths, one pair a minute of `minutes`; nothing is where the
  /// second is not beyond the first. Both empty where nothing ever freezes. The first lies under
  /// the skin while tissue thaws from both sides.
  std::vector<double> frozen_from_m = {};
  std::vector<double> frozen_to_m = {};
};

/// The person the histories belong to, and the temperatures that matter to her.
struct Setting {
  std::vector<Layer> layers;  ///< drawn to scale; those beyond the map's depth are left out
  std::vector<Mark> marks;
  std::vector<Limit> limits;
  quantity::UnitSystem units = quantity::UnitSystem::metric;
};

}  // namespace coldplan::drawing
