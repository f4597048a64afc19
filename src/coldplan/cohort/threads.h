#pragma once

#include <cstddef>
#include <functional>

namespace coldplan::cohort {

/// Calls `body` with 0 to `count` − 1, each once, on some threads that take the next index as they
/// come free. The calls must not touch each other's data. An exception of one ends all, and is
/// thrown here.
void for_each_index(std::size_t count, int threads, const std::function<void(std::size_t)>& body);

/// Processors that this process may run on, at least 1.
[[nodiscard]] int usable_processors();

}  // namespace coldplan::cohort
