#include "coldplan/screening/medicines.h"

#include <algorithm>
#include <string_view>

namespace coldplan::screening {
namespace {

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// Words of letters; all else parts them.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool within = false;
  for (const char each : text) {
    const char letter = lower(each);
    const bool is_letter = letter >= 'a' && letter <= 'z';
    if (is_letter && !within) {
      words.emplace_back();
    }
    if (is_letter) {
      words.back() += letter;
    }
    within = is_letter;
  }
  return words;
}

bool fits(const Medicine& medicine, std::string_view word) {
  if (!medicine.is_ending) {
    return word == medicine.name;
  }
  return word.size() > medicine.name.size() &&
         word.substr(word.size() - medicine.name.size()) == medicine.name;
}

const Medicine* known_as(std::string_view word) {
  const auto all = medicines();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [word](const Medicine& each) { return fits(each, word); });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::vector<TakenMedicine> taken_medicines(std::span<const std::string> typed) {
  std::vector<TakenMedicine> taken;
  for (const std::string& text : typed) {
    const std::size_t before = taken.size();
    for (const std::string& word : words_of(text)) {
      if (const Medicine* known = known_as(word)) {
        taken.push_back({text, known});
      }
    }
    if (taken.size() == before) {
      taken.push_back({text, nullptr});
    }
  }
  return taken;
}

}  // namespace coldplan::screening
