#pragma once

#include <optional>
#include <span>
#include <vector>

namespace coldplan::drawing {

/// A label that wants to stand at `centre` and takes `height`.
struct LabelWish {
  double centre = 0.0;
  double height = 0.0;
};

/// Centres for labels in one column, none overlapping and all between `top` and `bottom`, as near
/// to their wishes as can be: the sum of squared displacements is least. Labels keep the order of
/// their wishes; equal wishes keep the order given. Nothing where the heights and the gaps between
/// do not fit.
///
/// With the heights taken off, the order becomes monotone regression, solved exactly by pooling
/// adjacent violators (Ayer et al., Annals of Mathematical Statistics 26, 1955, 641-647); clamping
/// its solution to bounds keeps it optimal.
[[nodiscard]] std::optional<std::vector<double>> spread_labels(std::span<const LabelWish> wishes,
                                                               double top, double bottom,
                                                               double gap);

}  // namespace coldplan::drawing
