#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

#include "coldplan/evidence/effect.h"

/// For tests: data/evidence/metafor_reference.json as a list of leaves, each with its path
/// ("bcg/models/REML+knha/ci_lb", elements of arrays by number), and what this room answers to
/// each.
namespace coldplan::evidence::reference {

/// A missing number is `std::monostate`.
using Leaf = std::variant<std::monostate, double, std::string>;
using Leaves = std::map<std::string, Leaf>;

[[nodiscard]] const nlohmann::json& file();

/// All leaves of the file.
[[nodiscard]] const Leaves& leaves();

/// What this room computes from effects and moderators, by the same paths.
[[nodiscard]] const Leaves& answers();

/// Inputs, versions and notes: compared with nothing.
[[nodiscard]] bool is_input(std::string_view path);

/// Effects made of raw tables, and pools of such tables: compared where those are computed.
[[nodiscard]] bool is_of_raw_tables(std::string_view path);

/// The folder of a leaf's path, elements of an array going with their array.
[[nodiscard]] std::string group_of(std::string_view path);

/// y_i and v_i under a path.
[[nodiscard]] std::vector<Effect> effects_at(const nlohmann::json& node);

/// As `std::nullopt` is for a number that does not exist.
void add_values(Leaves& to, const std::string& path, const std::vector<double>& values);

}  // namespace coldplan::evidence::reference
