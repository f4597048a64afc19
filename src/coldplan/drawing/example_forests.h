#pragma once

#include <cmath>
#include <cstddef>
#include <string>

#include "coldplan/drawing/forest_picture.h"

/// Made-up forests for tests: round numbers that belong to no trial.
namespace coldplan::drawing::testing {

inline EffectEstimate around(double estimate, double half_width) {
  return {estimate, {estimate - half_width, estimate + half_width}};
}

inline ForestRow example_study(std::size_t i) {
  const auto place = static_cast<double>(i);
  const double estimate = 0.6 * std::sin(2.3 * place) - 0.2;
  const double half_width = 0.25 + 0.07 * static_cast<double>(i * 5 % 11);
  return {"Author " + std::to_string(i + 1) + ", 20" + std::to_string(10 + i % 15),
          "",
          {std::to_string(20 + i * 7 % 40), std::to_string(19 + i * 11 % 40)},
          around(estimate, half_width),
          30.0 / (1.0 + static_cast<double>(i * 5 % 11))};
}

/// Studies of one group, a pooled result and its prediction interval.
inline ForestPicture example_forest(std::size_t rows = 4) {
  ForestPicture picture;
  picture.texts = {"Cold against no cold", "Pain at 24 hours, made-up trials.",
                   "No picture says that cold relieves pain."};
  picture.axis = {"standardised mean difference (Hedges' g) of pain", "g (95 % CI)",
                  EffectScale::difference, "favours cold", "favours control"};
  picture.columns = {"n cold", "n control"};
  picture.groups.push_back({});
  for (std::size_t i = 0; i < rows; ++i) {
    picture.groups[0].rows.push_back(example_study(i));
  }
  picture.pooled = {{"Random effects (REML)",
                     "tau² 0.11, I² 62 %, Q 7.9 on 3 degrees of freedom, p 0.048",
                     {"134", "129"},
                     around(-0.21, 0.3),
                     Interval{-0.9, 0.48}}};
  picture.thresholds = {{"smallest change that matters", {-0.5, 0.5}}};
  return picture;
}

/// Three groups with a result each, and studies without a number.
inline ForestPicture example_groups() {
  ForestPicture picture = example_forest(3);
  picture.groups[0].heading = "Acute strain";
  picture.groups.push_back(
      {"After surgery on the spine", {example_study(3), example_study(4)}, {}});
  picture.groups.push_back({"Chronic", {example_study(5)}, {}});
  for (ForestGroup& group : picture.groups) {
    group.rows[0].note = "emergency department, 30 min of ice";
    group.pooled = {{"Pooled in this group", "I² 40 %", {}, around(-0.1, 0.4)}};
  }
  picture.not_pooled = {
      {"Author 7, 1999", "less analgesic in the cooled arm", "no standard deviation in print"},
      {"Author 8, 2004, a registry record", "no difference from placebo",
       "its numbers stand only in the full text, which could not be read by anybody"}};
  return picture;
}

/// Two trials that disagree: with so few the interval of Knapp and Hartung is huge.
inline ForestPicture example_disagreement() {
  ForestPicture picture = example_forest(2);
  picture.groups[0].rows[0].effect = around(-0.08, 0.51);
  picture.groups[0].rows[1].effect = around(0.94, 0.54);
  picture.pooled = {{"Random effects (REML)", "normal", {}, around(0.42, 1.0)},
                    {"The same", "Knapp and Hartung's t", {}, around(0.42, 6.5)}};
  picture.pooled[1].prediction = Interval{-12.0, 13.0};
  return picture;
}

/// Ratios, given by their logarithms.
inline ForestPicture example_ratios() {
  ForestPicture picture = example_forest(8);
  picture.axis = {"odds ratio of pain after a day", "OR (95 % CI)", EffectScale::ratio,
                  "favours cold", "favours control"};
  for (ForestRow& row : picture.groups[0].rows) {
    row.effect =
        around(2.0 * row.effect.estimate, 2.0 * (row.effect.interval.high - row.effect.estimate));
  }
  picture.thresholds = {{"a quarter fewer", {std::log(0.75)}}};
  return picture;
}

}  // namespace coldplan::drawing::testing
