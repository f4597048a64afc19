#include "coldplan/drawing/check.h"

#include <cmath>
#include <span>

#include <fmt/format.h>
#include <glib.h>

namespace coldplan::drawing {
namespace {

// Far beyond any temperature, depth or time; keeps axis numbers and page coordinates in hand.
constexpr double largest = 1e6;

Expected<void> refuse(ErrorCode code, std::string place, std::string seen, std::string allowed) {
  return tl::unexpected(Error{code, std::move(place), std::move(seen), std::move(allowed), ""});
}

Expected<void> check_number(double value, double least, const std::string& place) {
  if (std::isfinite(value) && value >= least && value <= largest) {
    return {};
  }
  return refuse(ErrorCode::out_of_range, place, fmt::format("{}", value),
                least < 0.0 ? "a finite number" : "a finite number of at least 0");
}

Expected<void> check_numbers(std::span<const double> values, double least,
                             const std::string& place) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (auto sound = check_number(values[i], least, fmt::format("{}[{}]", place, i)); !sound) {
      return sound;
    }
  }
  return {};
}

Expected<void> check_axis(std::span<const double> values, double least, const std::string& place) {
  if (values.size() < 2) {
    return refuse(ErrorCode::missing, place, fmt::format("{} values", values.size()),
                  "an axis of at least 2");
  }
  if (auto sound = check_numbers(values, least, place); !sound) {
    return sound;
  }
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i] <= values[i - 1]) {
      return refuse(ErrorCode::conflict, fmt::format("{}[{}]", place, i),
                    fmt::format("{}", values[i]), fmt::format("above {}", values[i - 1]));
    }
  }
  return {};
}

Expected<void> check_size(std::size_t size, std::size_t wanted, const std::string& place) {
  if (size == wanted) {
    return {};
  }
  return refuse(ErrorCode::conflict, place, fmt::format("{} values", size),
                fmt::format("the expected {}", wanted));
}

Expected<void> check_count(std::size_t count, std::size_t most, const std::string& place) {
  if (count <= most) {
    return {};
  }
  return refuse(ErrorCode::out_of_range, place, fmt::format("{}", count),
                fmt::format("at most {}", most));
}

/// The first of some checks that fails.
template <typename... Checks>
Expected<void> first_failure(const Checks&... checks) {
  Expected<void> result;
  static_cast<void>(((result = checks(), result.has_value()) && ...));
  return result;
}

Expected<void> check_curve(const Curve& curve, std::size_t minutes, const std::string& place) {
  return first_failure(
      [&] { return check_name(curve.label, place + ".label"); },
      [&] { return check_number(curve.depth_m, 0.0, place + ".depth_m"); },
      [&] { return check_size(curve.temperature_C.size(), minutes, place + ".temperature_C"); },
      [&] { return check_numbers(curve.temperature_C, -largest, place + ".temperature_C"); });
}

Expected<void> check_map(const History& history) {
  const auto& map = history.map_temperature_C;
  auto sound = first_failure(
      [&] { return check_axis(history.map_depth_m, 0.0, "map_depth_m"); },
      [&] { return check_size(map.size(), history.minutes.size(), "map_temperature_C"); });
  for (std::size_t i = 0; sound && i < map.size(); ++i) {
    const std::string place = fmt::format("map_temperature_C[{}]", i);
    sound =
        first_failure([&] { return check_size(map[i].size(), history.map_depth_m.size(), place); },
                      [&] { return check_numbers(map[i], -largest, place); });
  }
  return sound;
}

Expected<void> check_cold(std::span<const Interval> cold) {
  auto sound = check_count(cold.size(), most_bouts, "cold");
  double earliest = -largest;
  for (std::size_t i = 0; sound && i < cold.size(); ++i) {
    const std::string place = fmt::format("cold[{}]", i);
    sound = first_failure([&] { return check_number(cold[i].low, -largest, place + ".low"); },
                          [&] { return check_number(cold[i].high, -largest, place + ".high"); });
    if (sound && cold[i].low < earliest) {
      return refuse(ErrorCode::conflict, place + ".low", fmt::format("{}", cold[i].low),
                    fmt::format("at least {}, when the one before ends", earliest));
    }
    if (sound && cold[i].high < cold[i].low) {
      return refuse(ErrorCode::conflict, place + ".high", fmt::format("{}", cold[i].high),
                    fmt::format("at least {}, when it begins", cold[i].low));
    }
    earliest = cold[i].high;
  }
  return sound;
}

Expected<void> check_frozen(const History& history) {
  if (history.frozen_from_m.empty() && history.frozen_to_m.empty()) {
    return {};
  }
  const std::size_t minutes = history.minutes.size();
  return first_failure(
      [&] { return check_size(history.frozen_from_m.size(), minutes, "frozen_from_m"); },
      [&] { return check_size(history.frozen_to_m.size(), minutes, "frozen_to_m"); },
      [&] { return check_numbers(history.frozen_from_m, 0.0, "frozen_from_m"); },
      [&] { return check_numbers(history.frozen_to_m, 0.0, "frozen_to_m"); });
}

}  // namespace

Expected<void> check_text(const std::string& text, const std::string& place) {
  if (g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr) == FALSE) {
    return refuse(ErrorCode::wrong_type, place, "the text", "UTF-8");
  }
  return {};
}

Expected<void> check_name(const std::string& text, const std::string& place) {
  if (text.empty()) {
    return refuse(ErrorCode::missing, place, "an empty text", "a name");
  }
  return check_text(text, place);
}

Expected<void> check(const History& history) {
  auto sound =
      first_failure([&] { return check_axis(history.minutes, -largest, "minutes"); },
                    [&] { return check_cold(history.cold); },
                    [&] { return check_count(history.curves.size(), most_curves, "curves"); });
  if (sound && history.curves.empty()) {
    return refuse(ErrorCode::missing, "curves", "an empty list", "a list of at least one curve");
  }
  for (std::size_t i = 0; sound && i < history.curves.size(); ++i) {
    sound = check_curve(history.curves[i], history.minutes.size(), fmt::format("curves[{}]", i));
  }
  return first_failure([&] { return sound; }, [&] { return check_map(history); },
                       [&] { return check_frozen(history); });
}

Expected<void> check(const Setting& setting) {
  auto sound =
      first_failure([&] { return check_count(setting.layers.size(), most_layers, "layers"); },
                    [&] { return check_count(setting.marks.size(), most_marks, "marks"); },
                    [&] { return check_count(setting.limits.size(), most_limits, "limits"); });
  for (std::size_t i = 0; sound && i < setting.layers.size(); ++i) {
    const std::string place = fmt::format("layers[{}]", i);
    const Layer& layer = setting.layers[i];
    sound =
        first_failure([&] { return check_name(layer.name, place + ".name"); },
                      [&] { return check_number(layer.thickness_m, 0.0, place + ".thickness_m"); });
  }
  for (std::size_t i = 0; sound && i < setting.marks.size(); ++i) {
    const std::string place = fmt::format("marks[{}]", i);
    const Mark& mark = setting.marks[i];
    sound = first_failure([&] { return check_name(mark.label, place + ".label"); },
                          [&] { return check_number(mark.depth_m, 0.0, place + ".depth_m"); });
  }
  for (std::size_t i = 0; sound && i < setting.limits.size(); ++i) {
    const std::string place = fmt::format("limits[{}]", i);
    const Limit& limit = setting.limits[i];
    sound = first_failure(
        [&] { return check_text(limit.label, place + ".label"); },
        [&] { return check_number(limit.temperature_C, -largest, place + ".temperature_C"); });
  }
  return sound;
}

Expected<void> check(const PageTexts& texts) {
  return first_failure([&] { return check_name(texts.title, "title"); },
                       [&] { return check_text(texts.subtitle, "subtitle"); },
                       [&] { return check_text(texts.footer, "footer"); });
}

Expected<void> check(const PageTexts& texts, const Setting& setting) {
  if (auto sound = check(texts); !sound) {
    return sound;
  }
  return check(setting).map_error([](const Error& error) { return under("setting", error); });
}

}  // namespace coldplan::drawing
