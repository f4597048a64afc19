#pragma once

#include <span>
#include <string>
#include <vector>

#include "coldplan/applicator/form.h"
#include "coldplan/planning/drawn_numbers.h"
#include "coldplan/planning/person_draws.h"

/// What makes most of an interval's width.
namespace coldplan::planning {

/// Rank correlation of Spearman (1904), −1 to 1: that of the places in order, equal values at the
/// mean of theirs. 0 where one of the two does not vary. Both are equally long.
[[nodiscard]] double rank_correlation(std::span<const double> one, std::span<const double> other);

/// An input as it was drawn: its group and one value for each draw.
struct DrawnInput {
  std::string group;  ///< "fat", "contact", "blood flow" …
  std::vector<double> values;
};

/// What a tissue under a form may hang on.
struct Where {
  bool is_skin = false;
  bool is_midline = false;  ///< the joint
};

/// The inputs of a place, in groups: fat, contact (with barriers), temperature, jet, evaporation,
/// blood flow, tissue, depth (of the joint), what the model misses. Those that a form has not do
/// not vary.
[[nodiscard]] std::vector<DrawnInput> drawn_inputs(std::span<const PersonDraw> draws,
                                                   std::span<const DrawnNumbers> numbers,
                                                   const applicator::Form& form, Where where);

/// The group of the input whose rank correlation with a number is largest, whatever its sign. A
/// hundred draws tell apart what makes a tenth of the width and what does not; nearly equal groups
/// they do not.
[[nodiscard]] std::string driver_of(std::span<const double> number,
                                    std::span<const DrawnInput> inputs);

}  // namespace coldplan::planning
