#pragma once

#include <span>
#include <string_view>

namespace coldplan::screening {

enum class Phase { before, during, after };

/// What to do before, during or after a session of some forms.
struct Precaution {
  std::string_view id;
  Phase phase;
  std::span<const std::string_view> families;
  std::span<const std::string_view> traits;  ///< of variants that have one of these; none: of all
  std::string_view text;
  std::string_view grade;
  std::string_view conflict;  ///< may be empty
  std::span<const std::string_view> sources;
};

/// A sign on which cold ends at once.
struct StopSign {
  std::string_view sign;
  std::string_view meaning;
  std::string_view action;
  std::span<const std::string_view> sources;
};

}  // namespace coldplan::screening
