#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "coldplan/evidence/study_table.h"

/// What a reader has to know of the scale that a table's effects are on.
namespace coldplan::evidence {

/// How a mean of these studies (places in `studies`; empty: of all) is told on the scale that a
/// reader knows: back_transform() of the measure, for PFT at the harmonic mean of their people.
/// Empty where the scale is its own, or where PFT has no numbers of people.
struct BackScale {
  std::string_view words;  ///< "risk ratio"
  std::function<double(double)> transform;
};
[[nodiscard]] std::optional<BackScale> back_scale(const StudyTable& table,
                                                  std::span<const std::size_t> studies = {});

/// Notes that `options` add to cells of some of these tables, or to events and non-events of some
/// proportions; keeps the numbers of people of the latter.
void note_added(StudyTable& table, std::span<const TwoByTwo> counts, const EffectOptions& options);
void note_proportions(StudyTable& table, std::span<const Proportion> proportions,
                      const EffectOptions& options);

/// Notes a scale that is easily taken for another: double arcsines are no proportions.
void note_scale(StudyTable& table);

}  // namespace coldplan::evidence
