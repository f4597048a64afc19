#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "coldplan/study/noise_floor.h"
#include "coldplan/study/validation.h"

/// What a validation finds besides its scores: how far apart studies themselves are, and how people
/// are told one by one.
namespace coldplan::report {

/// A noise floor beside the error of the group that it bounds.
struct Floor {
  study::NoiseFloor noise;
  std::string group;           ///< "skin, local forms"
  std::optional<double> rmse;  ///< of that group [K]; none where nothing of it was predicted
};

/// Of skin, then of muscle.
[[nodiscard]] std::vector<Floor> noise_floors(const study::Validation& validation);

/// A sentence or two for each: "Packs of ice, skin: studies differ by 2.8 °C SD (3 studies: …)", or
/// why there is none.
[[nodiscard]] std::vector<std::string> noise_lines(const study::Validation& validation);

/// The skill on people one by one and the slopes on fat; empty where there are too few.
[[nodiscard]] std::vector<std::string> people_lines(const study::Validation& validation);

/// What no score of these studies can tell.
[[nodiscard]] std::string what_is_not_known();

/// The same for machines: a list, and an object or null.
[[nodiscard]] nlohmann::ordered_json noise_json(const study::Validation& validation);
[[nodiscard]] nlohmann::ordered_json people_json(const study::Validation& validation);

}  // namespace coldplan::report
