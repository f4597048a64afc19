#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "coldplan/posterior/draw.h"
#include "coldplan/study/mechanisms.h"
#include "coldplan/study/posterior_table.h"
#include "coldplan/study/readings.h"
#include "coldplan/study/study.h"

/// Draws of what an arm prints, one list for each of its measurements.
namespace coldplan::study {

/// Values by measurement and draw; empty for a measurement that was not asked for.
using Samples = std::vector<std::vector<double>>;

/// How an arm is sampled.
struct Sampling {
  std::uint64_t seed = 1;
  Mechanisms mechanisms;
};

/// The draws of a study: those of a posterior with a contact and a film of its own, since how a
/// pack lies differs between studies more than anything else.
[[nodiscard]] std::vector<posterior::Draw> draws_of(const Study& study, const PosteriorTable& table,
                                                    std::uint64_t seed, int count);

/// How many people an arm has: as stated for it or its study, else `typical_people`.
[[nodiscard]] int people_in(const Study& study, const Arm& arm);

/// What is added to each draw of an arm: what the model misses in that study, and the chance of who
/// took part beyond their fat, smaller the more they are.
[[nodiscard]] std::vector<Miss> misses_of(const Study& study, const Arm& arm,
                                          std::span<const posterior::Draw> draws,
                                          const Sampling& sampling);

/// The mean of an arm of `n` people (or one person's value): that of those who stand for it, and
/// the chance of who took part by their fat. `values` are theirs; `index` is the draw.
[[nodiscard]] double arm_mean(std::span<const double> values, int n, std::uint64_t seed,
                              std::uint64_t index);

/// A number of a text that is the same everywhere, so that a study has the same draws whatever
/// stands beside it in a folder.
[[nodiscard]] std::uint64_t number_of(const std::string& text);

/// Of an arm that was cooled locally or as a whole. `wanted` are indices into its measurements.
/// Errors: a column, body or session that does not hold together, a solve that failed.
[[nodiscard]] Expected<Samples> course_samples(const Study& study, const Arm& arm,
                                               const std::vector<std::size_t>& wanted,
                                               std::span<const posterior::Draw> draws,
                                               const Sampling& sampling);

/// Of what has no course: skin blood flow held at a temperature, cold shock, blood pressure and
/// heart rate after a cabin. Errors: a quantity of which nothing was found.
[[nodiscard]] Expected<Samples> number_samples(const Study& study, const Arm& arm,
                                               const std::vector<std::size_t>& wanted,
                                               std::span<const posterior::Draw> draws,
                                               const Sampling& sampling);

/// Skin blood flow that settles at a held temperature, in percent of that at rest. The temperature
/// has to be stated.
[[nodiscard]] double settled_flow(const Study& study, const Arm& arm, const posterior::Draw& draw);

}  // namespace coldplan::study
