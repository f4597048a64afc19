#include "coldplan/study/likelihood.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <Eigen/Cholesky>

#include "coldplan/facts/ids.h"
#include "coldplan/study/rise.h"

namespace coldplan::study {
namespace {

namespace id = facts::id::observation;

// numerical: the correlation of what is missed at two depths, or in two arms of a study.
constexpr double other_place = 0.5;
// numerical: percent of a share.
constexpr double percent = 100.0;

/// How much of a discrepancy is reached in a row.
double reached(const RowOfBlock& row) {
  const double risen_by = risen(row.time, facts::value(id::discrepancy_rise));
  if (!row.fall) {
    return risen_by;
  }
  const double fall = std::max(0.0, *row.fall);
  return risen_by * fall / (fall + facts::value(id::discrepancy_fall));
}

}  // namespace

Block block_of(Missed missed, std::span<const RowOfBlock> rows, double usual_sd,
               double reading_error) {
  const double memory = facts::value(id::discrepancy_memory);
  const auto size = static_cast<Eigen::Index>(rows.size());
  Block block{missed, {}, Eigen::MatrixXd(size, size), Eigen::MatrixXd(size, size), {}};
  const auto standard_error = [usual_sd](const RowOfBlock& row) {
    return row.sd.value_or(usual_sd) / std::sqrt(static_cast<double>(row.people));
  };
  for (Eigen::Index i = 0; i < size; ++i) {
    const RowOfBlock& a = rows[static_cast<std::size_t>(i)];
    block.measured.push_back(a.measured);
    block.place.emplace_back(a.arm, a.number);
    for (Eigen::Index j = 0; j < size; ++j) {
      const RowOfBlock& b = rows[static_cast<std::size_t>(j)];
      const double alike = std::exp(-std::abs(a.time - b.time) / memory);
      const bool same_place = a.arm == b.arm && a.depth == b.depth;
      block.of_model(i, j) = reached(a) * reached(b) * (same_place ? 1.0 : other_place) * alike;
      block.of_people(i, j) = a.arm == b.arm ? standard_error(a) * standard_error(b) * alike : 0.0;
    }
    block.of_people(i, i) += reading_error * reading_error;
  }
  return block;
}

double discrepancy_of(Missed missed, const posterior::Draw& draw, const Mechanisms& mechanisms) {
  // numerical: how small a discrepancy is that is left out.
  constexpr double none = 0.02;
  if (!mechanisms.discrepancy) {
    return none;
  }
  switch (missed) {
    case Missed::skin:
      return value(draw, id::discrepancy_skin);
    case Missed::muscle:
      return value(draw, id::discrepancy_muscle);
    case Missed::skin_body:
      return value(draw, id::discrepancy_skin_body);
    case Missed::core:
      return value(draw, id::discrepancy_core);
    default:
      return percent * value(draw, id::discrepancy_flow);
  }
}

double log_density(const Block& block, std::span<const double> differences, double discrepancy) {
  const Eigen::MatrixXd covariance = discrepancy * discrepancy * block.of_model + block.of_people;
  const Eigen::LLT<Eigen::MatrixXd> factor{covariance};
  const Eigen::Map<const Eigen::VectorXd> off{differences.data(),
                                              static_cast<Eigen::Index>(differences.size())};
  const Eigen::VectorXd scaled = factor.matrixL().solve(off);
  const double log_determinant =
      2.0 * Eigen::MatrixXd{factor.matrixL()}.diagonal().array().log().sum();
  return -0.5 * (scaled.squaredNorm() + log_determinant +
                 static_cast<double>(differences.size()) * std::log(2.0 * std::numbers::pi));
}

}  // namespace coldplan::study
