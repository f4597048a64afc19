#pragma once

#include <span>
#include <string_view>

#include "coldplan/facts/facts.h"

/// What the generated `facts_table.cpp` defines; for facts.cpp alone.
namespace coldplan::facts::table {

[[nodiscard]] std::span<const Fact> facts();
[[nodiscard]] std::span<const ArticleStatement> statements();
[[nodiscard]] std::span<const ApplicatorNotes> notes();
[[nodiscard]] std::string_view hash();

}  // namespace coldplan::facts::table
