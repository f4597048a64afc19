#include "coldplan/evidence/reference_leaves.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

namespace coldplan::evidence::reference {
namespace {

Leaves flattened() {
  Leaves all;
  const nlohmann::json flat = file().flatten();
  for (const auto& [pointer, value] : flat.items()) {
    Leaf leaf;
    if (value.is_number()) {
      leaf = value.get<double>();
    } else if (value.is_string()) {
      leaf = value.get<std::string>();
    }
    all.emplace(pointer.substr(1), leaf);
  }
  return all;
}

}  // namespace

const nlohmann::json& file() {
  static const nlohmann::json read = [] {
    std::ifstream in(COLDPLAN_SOURCE_DIR "/data/evidence/metafor_reference.json");
    if (!in) {
      throw std::runtime_error("data/evidence/metafor_reference.json cannot be read");
    }
    return nlohmann::json::parse(in);
  }();
  return read;
}

const Leaves& leaves() {
  static const Leaves all = flattened();
  return all;
}

bool is_input(std::string_view path) {
  constexpr std::array<std::string_view, 7> beginnings{
      "made_by", "R", "metafor", "metadat", "notes/", "bcg/measure", "normand1999_smd/measure"};
  const bool is_table = path.find("/data/") != std::string_view::npos;
  return (is_table && !is_of_raw_tables(path)) ||
         std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) {
           return beginning.back() == '/' ? path.starts_with(beginning) : path == beginning;
         });
}

bool is_of_raw_tables(std::string_view path) {
  const std::string group = group_of(path);
  const bool is_effect = group.ends_with("/yi") || group.ends_with("/vi");
  return path.starts_with("bcg/mantel_haenszel/") || path.starts_with("bcg/peto/") ||
         (is_effect && group.find("filled") == std::string::npos);
}

std::string group_of(std::string_view path) {
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos) {
    return std::string(path);
  }
  return std::string(path.substr(0, slash));
}

std::vector<Effect> effects_at(const nlohmann::json& node) {
  std::vector<Effect> effects;
  for (std::size_t i = 0; i < node.at("yi").size(); ++i) {
    effects.push_back({node.at("yi").at(i).get<double>(), node.at("vi").at(i).get<double>()});
  }
  return effects;
}

// R writes an array of one as its element, and one of none as nothing.
void add_values(Leaves& to, const std::string& path, const std::vector<double>& values) {
  if (values.empty()) {
    to[path] = std::monostate{};
  } else if (values.size() == 1) {
    to[path] = values.front();
  } else {
    for (std::size_t i = 0; i < values.size(); ++i) {
      to[fmt::format("{}/{}", path, i)] = values[i];
    }
  }
}

}  // namespace coldplan::evidence::reference
