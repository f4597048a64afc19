#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "coldplan/drawing/compare_picture.h"
#include "coldplan/drawing/example_histories.h"
#include "coldplan/drawing/session_picture.h"

/// Made-up pictures for tests: round numbers that belong to no body.
namespace coldplan::drawing::testing {

inline Setting example_setting() {
  return {
      {{"outer", 0.002}, {"soft", 0.018}, {"sheath", 0.001}, {"firm", 0.03}, {"hard", 0.02}},
      {{"joint", 0.045}},
      {{13.0, "first limit"}, {10.0, "second limit"}, {5.0, "third limit"}, {0.0, "last limit"}},
      quantity::UnitSystem::metric};
}

inline SessionPicture example_session(const History& history = example_history()) {
  return {"A session", "a made-up person", "a caveat", history, example_setting()};
}

inline ComparePicture example_comparison(std::size_t forms = most_rows) {
  ComparePicture picture{"Forms", "a made-up person", "a caveat", {}, example_setting()};
  for (std::size_t i = 0; i < forms; ++i) {
    picture.forms.push_back({"form " + std::to_string(i + 1), "a note", example_history()});
    picture.forms.back().history.cold = {{0.0, 5.0 * static_cast<double>(i)}};
  }
  return picture;
}

/// Forms of every length and kind in families, frozen ones among them, some without a prediction.
inline ComparePicture example_families(std::size_t forms = 20) {
  const std::array histories{example_history(), example_bouts(),  example_hours(),
                             example_spray(),   example_frozen(), example_frozen(60.0, 0.002)};
  const std::array<std::string, 5> families{"Packs", "Machines", "Jets and sprays", "Metal",
                                            "Gels"};
  ComparePicture picture{"Many forms", "a made-up person", "a caveat", {}, example_setting()};
  for (std::size_t i = 0; i < forms; ++i) {
    FormPicture form{
        "form " + std::to_string(i + 1), "20 min on bare skin, held by hand", {}, "", ""};
    form.family = families.at(i * families.size() / forms);
    if (i % 7 == 5) {
      form.no_prediction = "The product's papers give no temperature and no flow.";
    } else {
      form.history = histories.at(i % histories.size());
    }
    picture.forms.push_back(form);
  }
  return picture;
}

inline void lengthen(History& history, const std::string& tail) {
  for (Curve& curve : history.curves) {
    curve.label += tail;
  }
}

inline void lengthen(Setting& setting, const std::string& tail) {
  for (Layer& layer : setting.layers) {
    layer.name += tail;
  }
  for (Mark& mark : setting.marks) {
    mark.label += tail;
  }
  for (Limit& limit : setting.limits) {
    limit.label += tail;
  }
}

inline std::string long_words(int times) {
  std::string words;
  for (int i = 0; i < times; ++i) {
    words += " as measured with great care and incomprehensibilities";
  }
  return words;
}

}  // namespace coldplan::drawing::testing
