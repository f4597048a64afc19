#pragma once

#include <array>
#include <cstdint>

/// Random numbers without a state: Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as
/// easy as 1, 2, 3", SC11) turns seed, subject and slot into numbers, so that subject i of seed s
/// draws the same whatever came before it, in whatever batch, thread or process.
namespace coldplan::posterior {

/// Two independent numbers, uniform in the open interval 0 to 1, of 52 random bits each.
[[nodiscard]] std::array<double, 2> uniform_pair(std::uint64_t seed, std::uint64_t subject,
                                                 std::uint32_t slot);

/// Two independent standard normal numbers, by the transform of Box & Muller (1958, Ann. Math.
/// Stat. 29:610).
[[nodiscard]] std::array<double, 2> normal_pair(std::uint64_t seed, std::uint64_t subject,
                                                std::uint32_t slot);

/// Φ, the share of a standard normal distribution under z.
[[nodiscard]] double normal_share(double z);

/// The standard normal number under which this share of all lies, 0 < share < 1; a relative error
/// of 1e-15 (Wichura 1988, Algorithm AS 241, Appl. Stat. 37:477). Of a uniform number it makes a
/// normal one faster than the transform of Box & Muller.
[[nodiscard]] double normal_quantile(double share);

/// Which of `count` draws belongs to an index, from an entry on: by steps that visit all of them
/// before one comes again.
[[nodiscard]] std::size_t visited(std::uint64_t entry, std::uint64_t index, std::size_t count);

/// A number of mean 0, standard deviation 1 and the given skewness, from two standard normal ones.
///
/// Skew-normal distribution (Azzalini 1985, Scand. J. Stat. 12:171), δ|z₀| + √(1-δ²) z₁, brought to
/// mean 0 and standard deviation 1. With m = δ √(2/π) its skewness is (2 - π/2) (m/√(1-m²))³, which
/// is inverted here. `skewness` must be within ±0.99, near the most that a skew-normal can have
/// (0.995).
[[nodiscard]] double skewed(std::array<double, 2> normals, double skewness);

}  // namespace coldplan::posterior
