#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coldplan/study/prediction.h"

/// How far apart studies are that did the same: no model that knows only what they state can come
/// nearer to all of them.
namespace coldplan::study {

/// What one study measured, the mean over its arms.
struct StudyMean {
  std::string study;
  int arms = 0;
  double value = 0.0;  ///< [°C]
};

/// The spread between studies of like protocol. Each arm counts once within its study, each study
/// once.
struct NoiseFloor {
  std::string what;      ///< "Packs of ice, skin"
  std::string protocol;  ///< what counts as like
  std::vector<StudyMean> studies;
  /// Standard deviation between the means of studies (n − 1) [K]; none under `fewest_studies`.
  std::optional<double> sd;
  /// 90 % interval of it, as of normally distributed means: (n − 1) sd² over the quantiles of the
  /// chi-square distribution [K].
  std::optional<double> low, high;
};

/// Fewer studies tell nothing of a spread.
inline constexpr std::size_t fewest_studies = 3;

/// The mean temperature of skin under crushed ice or ice water in bags, on people at rest, with no
/// barrier, or one of plastic or not stated, 15 to 30 min after the start and no later than a
/// minute after the cold was off. Rows that are not scored do not count: their cold, time or place
/// is not known.
[[nodiscard]] NoiseFloor noise_of_skin(std::span<const Row> rows);

/// The same of muscle with a probe 1 to 3 cm under the fat.
[[nodiscard]] NoiseFloor noise_of_muscle(std::span<const Row> rows);

}  // namespace coldplan::study
