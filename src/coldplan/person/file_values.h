#pragma once

#include <array>
#include <cstddef>
#include <ratio>
#include <stdexcept>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

/// What the readers of files do with values that their schema has let through.
namespace coldplan::person {

/// A value given with a metric prefix, without it: metric<std::centi>(165) = 1.65.
template <typename Prefix>
[[nodiscard]] constexpr double metric(double value) {
  return value * static_cast<double>(Prefix::num) / static_cast<double>(Prefix::den);
}

/// A word of a schema's enum.
template <typename T>
struct Word {
  std::string_view text;
  T meaning;
};

/// The meaning of a word that the schema has let through. Throws where the schema knows a word that
/// stands in no table here: a fault of the program.
template <typename T, std::size_t n>
[[nodiscard]] T meaning(const nlohmann::json& word, const std::array<Word<T>, n>& table) {
  for (const Word<T>& each : table) {
    if (word.get<std::string>() == each.text) {
      return each.meaning;
    }
  }
  throw std::logic_error("the schema allows the word " + word.dump() + ", which has no meaning");
}

}  // namespace coldplan::person
