#include "coldplan/applicator/barrier.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "coldplan/facts/ids.h"

namespace coldplan::applicator {
namespace {

namespace id = facts::id::applicators;

constexpr std::array barrier_words{
    std::pair{std::string_view{"dry_towel"}, Barrier::dry_towel},
    std::pair{std::string_view{"wet_towel"}, Barrier::wet_towel},
    std::pair{std::string_view{"dressing"}, Barrier::dressing},
    std::pair{std::string_view{"thin_cloth"}, Barrier::thin_cloth},
    std::pair{std::string_view{"film_dressing"}, Barrier::film_dressing}};
constexpr std::array hold_words{std::pair{std::string_view{"usual"}, Hold::usual},
                                std::pair{std::string_view{"loose"}, Hold::loose},
                                std::pair{std::string_view{"elastic"}, Hold::elastic},
                                std::pair{std::string_view{"flexible"}, Hold::flexible}};

template <typename Words>
auto value_of(const Words& words, std::string_view word, std::string_view place, const char* noun)
    -> Expected<typename Words::value_type::second_type> {
  std::string known;
  for (const auto& [text, value] : words) {
    if (text == word) {
      return value;
    }
    known += (known.empty() ? "" : ", ") + std::string{text};
  }
  return tl::unexpected(Error{ErrorCode::unknown_name, std::string{place}, std::string{word},
                              fmt::format("{} ({})", noun, known), ""});
}

template <typename Words, typename Value>
std::string_view word_in(const Words& words, Value value) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [value](const auto& each) { return each.second == value; });
  return found == words.end() ? std::string_view{} : found->first;
}

double dry_towels(std::ptrdiff_t layers, const posterior::Draw& draw) {
  const double one = value(draw, id::dry_towel_resistance);
  if (layers <= 1) {
    return static_cast<double>(layers) * one;
  }
  return std::max(one,
                  static_cast<double>(layers) * value(draw, id::dry_towel_resistance_per_layer));
}

}  // namespace

double resistance_of(std::span<const Barrier> barriers, const posterior::Draw& draw) {
  const auto count = [barriers](Barrier barrier) {
    return std::count(barriers.begin(), barriers.end(), barrier);
  };
  return dry_towels(count(Barrier::dry_towel), draw) +
         static_cast<double>(count(Barrier::wet_towel)) * value(draw, id::wet_towel_resistance) +
         static_cast<double>(count(Barrier::dressing)) * value(draw, id::dressing_resistance) +
         static_cast<double>(count(Barrier::thin_cloth)) *
             value(draw, id::ctm_ice_water_pump_shirt_resistance);
}

double factor_on_loose(Hold hold, const posterior::Draw& draw) {
  switch (hold) {
    case Hold::loose:
      return 1.0;
    case Hold::elastic:
      return value(draw, id::elastic_wrap_factor);
    case Hold::flexible:
      return value(draw, id::flexible_wrap_factor);
    case Hold::usual:
      break;
  }
  throw std::logic_error("the usual hold is no factor on a loose pack");
}

Expected<Barrier> barrier_from(std::string_view word, std::string_view place) {
  return value_of(barrier_words, word, place, "a barrier");
}

Expected<Hold> hold_from(std::string_view word, std::string_view place) {
  return value_of(hold_words, word, place, "a way to hold a pack");
}

std::string_view word_of(Barrier barrier) {
  return word_in(barrier_words, barrier);
}

std::string_view word_of(Hold hold) {
  return word_in(hold_words, hold);
}

std::string_view name_of(Barrier barrier) {
  switch (barrier) {
    case Barrier::dry_towel:
      return "dry towel";
    case Barrier::wet_towel:
      return "wet towel";
    case Barrier::dressing:
      return "wool and crepe dressing";
    case Barrier::thin_cloth:
      return "thin dry cloth";
    case Barrier::film_dressing:
      return "thin film dressing";
  }
  throw std::logic_error("a barrier without a name");
}

}  // namespace coldplan::applicator
