#include "coldplan/study/reference.h"

#include <cmath>

namespace coldplan::study {
namespace {

// numerical: how much wider than the states the reference is, so that steps reach beyond them.
constexpr double wider = 1.2;
// numerical: the least variance of a direction, of scores whose prior has 1.
constexpr double least_variance = 0.02;

Eigen::Map<const Eigen::VectorXd> vector_of(const std::vector<double>& state) {
  return {state.data(), static_cast<Eigen::Index>(state.size())};
}

/// A covariance in which the own blocks depend on each other by the common one alone:
///
///     own_k = B_k common + rest_k,      B_k = C_kc C_cc⁻¹.
Eigen::MatrixXd structured(const Eigen::MatrixXd& covariance, std::span<const std::size_t> blocks) {
  const auto common = static_cast<Eigen::Index>(blocks.front());
  const Eigen::Index own = covariance.rows() - common;
  if (own == 0) {
    return covariance;
  }
  const Eigen::LLT<Eigen::MatrixXd> of_common{covariance.topLeftCorner(common, common)};
  const Eigen::MatrixXd by_common =
      of_common.solve(covariance.topRightCorner(common, own)).transpose();
  Eigen::MatrixXd made = covariance;
  const Eigen::MatrixXd explained = by_common * covariance.topRightCorner(common, own);
  made.bottomRightCorner(own, own) = explained;
  Eigen::Index place = common;
  for (const std::size_t block : blocks.subspan(1)) {
    const auto width = static_cast<Eigen::Index>(block);
    made.block(place, place, width, width) = covariance.block(place, place, width, width);
    place += width;
  }
  return made;
}

}  // namespace

Reference reference_of(std::span<const std::vector<double>> states,
                       std::span<const std::size_t> blocks) {
  const auto size = static_cast<Eigen::Index>(states.front().size());
  const auto count = static_cast<double>(states.size());
  Eigen::VectorXd mean = Eigen::VectorXd::Zero(size);
  for (const std::vector<double>& state : states) {
    mean += vector_of(state) / count;
  }
  Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(size, size);
  for (const std::vector<double>& state : states) {
    const Eigen::VectorXd off = vector_of(state) - mean;
    for (Eigen::Index i = 0; i < size; ++i) {
      covariance.col(i).tail(size - i) += (1.0 / (count - 1.0) * off[i]) * off.tail(size - i);
    }
  }
  covariance = covariance.selfadjointView<Eigen::Lower>();
  covariance.diagonal().array() += least_variance;
  return {std::move(mean), Eigen::LLT<Eigen::MatrixXd>{wider * structured(covariance, blocks)}};
}

std::vector<double> moved_about(const Reference& reference, const std::vector<double>& state,
                                double beta, Stream& stream) {
  Eigen::VectorXd normal(reference.mean.size());
  for (double& each : normal) {
    each = stream.normal();
  }
  const Eigen::VectorXd fresh = reference.factor.matrixL() * normal;
  const Eigen::VectorXd proposal =
      reference.mean + std::sqrt(1.0 - beta * beta) * (vector_of(state) - reference.mean) +
      beta * fresh;
  return {proposal.begin(), proposal.end()};
}

double log_density(const Reference& reference, const std::vector<double>& state) {
  const Eigen::VectorXd off = vector_of(state) - reference.mean;
  return -0.5 * reference.factor.matrixL().solve(off).squaredNorm();
}

}  // namespace coldplan::study
