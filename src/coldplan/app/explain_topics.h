#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "coldplan/facts/facts.h"

namespace coldplan::app {

/// Something that can be explained.
struct Topic {
  std::string_view id;
  std::string_view title;
  std::vector<std::string_view> paragraphs;
  std::vector<std::string_view> equations;
  std::vector<facts::Id> basis;  ///< the numbers it stands on
};

/// All topics, in the order of reading.
[[nodiscard]] std::vector<Topic> explain_topics();

}  // namespace coldplan::app
