#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "coldplan/posterior/draw.h"
#include "coldplan/study/arm_cold.h"
#include "coldplan/study/arm_person.h"
#include "coldplan/study/study.h"

/// Draws of what an arm prints, one list for each of its measurements.
namespace coldplan::study {

/// Values by measurement and draw; empty for a measurement that was not asked for.
using Samples = std::vector<std::vector<double>>;

/// The draws of a study: those of the posterior with a contact and a film of its own, since how a
/// pack lies differs between studies more than anything else.
[[nodiscard]] std::vector<posterior::Draw> draws_of(const Study& study, std::uint64_t seed,
                                                    int count);

/// The mean of an arm of `n` people (or one person's value): that of those who stand for it, and
/// the chance of who took part. `values` are theirs; `index` is the draw.
[[nodiscard]] double arm_mean(const std::vector<double>& values, int n, std::uint64_t seed,
                              std::uint64_t index);

/// Readings of one measurement, by its place among those wanted, on the people of one draw.
using Readings = std::function<Expected<std::vector<double>>(std::size_t number, std::size_t draw)>;

/// The means of an arm's people over all draws. An arm that does not say how many it has counts as
/// the study, else as `typical_people`. Errors: the first of the readings.
[[nodiscard]] Expected<Samples> averaged(const Study& study, const Arm& arm,
                                         const std::vector<std::size_t>& wanted, std::size_t draws,
                                         const Readings& readings);

/// A number of a text that is the same everywhere, so that a study has the same draws whatever
/// stands beside it in a folder.
[[nodiscard]] std::uint64_t number_of(const std::string& text);

/// Of an arm that was cooled locally. `wanted` are indices into its measurements. Errors: a column
/// or session that does not hold together, a solve that failed.
[[nodiscard]] Expected<Samples> local_samples(const Study& study, const Arm& arm,
                                              const std::vector<std::size_t>& wanted,
                                              const std::vector<posterior::Draw>& draws);

/// The same of an arm that was cooled as a whole.
[[nodiscard]] Expected<Samples> body_samples(const Study& study, const Arm& arm,
                                             const std::vector<std::size_t>& wanted,
                                             const std::vector<posterior::Draw>& draws);

/// The same of what has no course: skin blood flow held at a temperature, cold shock, blood
/// pressure and heart rate after a cabin. Errors: a quantity of which nothing was found.
[[nodiscard]] Expected<Samples> number_samples(const Study& study, const Arm& arm,
                                               const std::vector<std::size_t>& wanted,
                                               const std::vector<posterior::Draw>& draws);

}  // namespace coldplan::study
