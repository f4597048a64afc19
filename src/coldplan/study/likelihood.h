#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <Eigen/Core>

#include "coldplan/posterior/draw.h"
#include "coldplan/study/local_arm.h"
#include "coldplan/study/study.h"

/// How probable what a study printed is under a draw.
///
/// Differences between printed means and the model's are normal with the covariance
///
///     Σᵢⱼ = (δ² rᵢ rⱼ Aᵢⱼ + sᵢ sⱼ [same arm]) exp(−|tᵢ − tⱼ|/ℓ) + ε² [i = j],
///
/// δ the discrepancy of the model in a study, r how much of it is reached, by the time from the
/// start of the cold and the measured fall (what hardly cools is hardly missed, as in
/// planning/miss.h), A 1 at one depth of one arm and 1/2 else, s the standard error of the arm's
/// mean by its people, ℓ the time over which misses stay alike, ε the error of reading. So many
/// rows of one arm tell little more than a few, and a posterior cannot become surer than the model
/// deserves (Kennedy & O'Hagan 2001, J R Stat Soc B 63:425).
namespace coldplan::study {

/// What is missed alike, each with a discrepancy of its own.
enum class Missed { skin, muscle, skin_body, core, flow };

/// Some rows of one study that are missed alike.
struct Block {
  Missed missed = Missed::skin;
  std::vector<double> measured;  ///< by row: temperature, drop or percent
  Eigen::MatrixXd of_model;      ///< rᵢ rⱼ Aᵢⱼ exp(−|tᵢ − tⱼ|/ℓ)
  Eigen::MatrixXd of_people;     ///< the rest of Σ
  std::vector<std::pair<std::size_t, std::size_t>> place;  ///< by row: arm, and number in the arm
};

/// A printed spread between the people of an arm, over its rows of one block.
struct PrintedSpread {
  Missed missed = Missed::skin;
  double variance = 0.0;  ///< printed, mean over the rows [K²]
  std::size_t arm = 0;
  std::vector<std::size_t> rows;  ///< numbers in the arm
};

/// The rows of a study by what they share; times of reading in s.
struct RowOfBlock {
  std::size_t arm = 0;
  std::size_t number = 0;  ///< in the arm
  std::size_t depth = 0;   ///< equal for rows of one depth
  double time = 0.0;
  double measured = 0.0;
  std::optional<double> fall;  ///< from its baseline, where that or the fall was printed [K]
  std::optional<double> sd;    ///< between people, as printed
  int people = 1;
};

/// The block of these rows. `usual_sd` stands in for spreads that were not printed.
[[nodiscard]] Block block_of(Missed missed, std::span<const RowOfBlock> rows, double usual_sd,
                             double reading_error);

/// The discrepancy of a draw [K], of flow in percent; hardly any without that mechanism.
[[nodiscard]] double discrepancy_of(Missed missed, const posterior::Draw& draw,
                                    const Mechanisms& mechanisms);

/// Logarithm of the density of differences (model less measured) under a discrepancy δ.
[[nodiscard]] double log_density(const Block& block, std::span<const double> differences,
                                 double discrepancy);

}  // namespace coldplan::study
