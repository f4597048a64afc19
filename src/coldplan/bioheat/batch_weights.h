#pragma once

#include <array>
#include <cstddef>

/// The rational step of the batched kernel.
///
/// Each step linearises the semi-discrete equation C dT/dt = F(T) at its start and takes the
/// exponential Rosenbrock-Euler step ΔT = h φ₁(hJ) C⁻¹F (Hochbruck & Ostermann 2010, Acta Numerica
/// 19:209, eq. 2.42), in which φ₁ is replaced by a rational function with one real pole of
/// multiplicity three (restricted Padé, Nørsett 1974, BIT 14:63):
///
///     K_j = (I − γhJ)⁻ʲ h C⁻¹F,   ΔT = Σ b_j K_j,   Σ b_j (1 − γz)⁻ʲ = φ₁(z) + O(z³).
///
/// With γ the root of γ³ − 3γ² + 3γ/2 − 1/6 at 0.4359 also b₁ = γ, so that the step damps what is
/// stiff at once (L-stable). Third order for what is linear, second for the sources. The solver
/// knows u_j = γ K_j, which is what a solve with C/(γh) − CJ gives; weights here belong to u_j.
namespace coldplan::bioheat::batch_weights {

inline constexpr std::size_t stages = 3;
inline constexpr double gamma = 0.43586652150845899942;

using Stages = std::array<double, stages>;

/// Weights on u_j that match the coefficients r₀ + r₁ z + r₂ z² of a function of z = hJ.
[[nodiscard]] constexpr Stages matching(double r0, double r1, double r2) {
  const double q = r1 / gamma;
  const double w = r2 / (gamma * gamma);
  const double third = w - 2.0 * q + r0;
  const double second = q - r0 - 2.0 * third;
  return {(r0 - second - third) / gamma, second / gamma, third / gamma};
}

/// Of the whole step: φ₁(z) = 1 + z/2 + z²/6.
inline constexpr Stages step = matching(1.0, 1.0 / 2, 1.0 / 6);

/// Within a step, at a share θ of it: θ φ₁(θz), the weights of θ, θ² and θ³.
inline constexpr std::array<Stages, 3> dense{matching(1.0, 0.0, 0.0), matching(0.0, 1.0 / 2, 0.0),
                                             matching(0.0, 0.0, 1.0 / 6)};

/// The weights of a share of the step.
[[nodiscard]] constexpr Stages at(double share) {
  Stages weights{};
  for (std::size_t j = 0; j < stages; ++j) {
    weights[j] = share * (dense[0][j] + share * (dense[1][j] + share * dense[2][j]));
  }
  return weights;
}

/// Of the mean of the temperatures over the step, in the sense in which its heats are those of
/// the linearised equation at that mean: w_i = Σ_{j ≥ i} b_j (on K_i: γ w_i).
inline constexpr Stages mean{gamma * (step[0] + step[1] + step[2]), gamma*(step[1] + step[2]),
                             gamma* step[2]};

}  // namespace coldplan::bioheat::batch_weights
