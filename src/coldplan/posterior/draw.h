#pragma once

#include <array>
#include <cstdint>

#include "coldplan/facts/facts.h"
#include "coldplan/posterior/parameters.h"

/// One draw of everything that is uncertain about all people and devices at once: what would be the
/// same in the next person. How people differ is drawn in person/population.h.
///
///     for (std::uint64_t i = 0; i < 1000; ++i) {
///       const posterior::Draw draw = posterior::draw(seed, i);
///       const auto build = anatomy::build_of(person, residuals, draw);
///       session.form = applicator::drawn(form, session.use, draw);
///       const auto back = simulation::simulate(build, session, draw);
///     }
///
/// Scores that published experiments speak of come from the calibrated posterior
/// (posterior/calibrated.h), the others from the priors of the facts.
namespace coldplan::posterior {

/// A draw; about a kilobyte, copied without allocation. Made by the functions below alone: one that
/// is empty has values that no tissue has.
struct Draw {
  Scores scores{};                               ///< standard normal
  std::array<double, parameter_count> values{};  ///< SI or °C, in the order of `parameters()`
};

/// The draw of which every score is 0: every fact at its value, bit for bit. Valid for ever.
[[nodiscard]] const Draw& median();

/// The draw of the middle of what is known: calibrated scores at their median over the posterior,
/// all others 0. What an answer takes where it shows one course. Valid for ever.
[[nodiscard]] const Draw& central();

/// Draw `index` of a seed: a function of the two alone, whatever was drawn before, in whatever
/// thread or process (random_draws.h). Indices that follow each other walk through the draws of the
/// posterior; all else is drawn anew. The same seed and index may serve the virtual population: the
/// two use other slots. Under two microseconds.
[[nodiscard]] Draw draw(std::uint64_t seed, std::uint64_t index);

/// The same from the priors of the facts alone, as if no experiment had been read.
[[nodiscard]] Draw prior_draw(std::uint64_t seed, std::uint64_t index);

/// The draw with these scores.
[[nodiscard]] Draw draw_of(const Scores& scores);

/// The value of a fact in a draw, SI or °C: the drawn one where it is uncertain, else that of the
/// facts. Throws std::logic_error where the value is not known.
[[nodiscard]] double value(const Draw& draw, facts::Id fact);

/// A standard normal score of a draw.
[[nodiscard]] double score(const Draw& draw, Score score);

}  // namespace coldplan::posterior
