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

}  // namespace

Reference reference_of(std::span<const std::vector<double>> states) {
  const auto size = static_cast<Eigen::Index>(states.front().size());
  const auto count = static_cast<double>(states.size());
  Eigen::VectorXd mean = Eigen::VectorXd::Zero(size);
  for (const std::vector<double>& state : states) {
    mean += vector_of(state) / count;
  }
  Eigen::MatrixXd covariance = Eigen::MatrixXd::Zero(size, size);
  for (const std::vector<double>& state : states) {
    const Eigen::VectorXd off = vector_of(state) - mean;
    covariance.selfadjointView<Eigen::Lower>().rankUpdate(off, wider / (count - 1.0));
  }
  covariance.diagonal().array() += least_variance;
  return {std::move(mean), Eigen::LLT<Eigen::MatrixXd>{covariance}};
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
