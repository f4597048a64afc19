#pragma once

#include <cmath>
#include <cstddef>
#include <string>

#include "coldplan/drawing/bubble_picture.h"
#include "coldplan/drawing/funnel_picture.h"

/// Made-up funnels and bubbles for tests: round numbers that belong to no trial.
namespace coldplan::drawing::testing {

inline FunnelPicture example_funnel(std::size_t studies = 14) {
  FunnelPicture picture;
  picture.texts = {"Do small trials say something else?", "Pain at 24 hours, made-up trials.",
                   "With fewer than ten trials a funnel says little."};
  picture.axis = {"standardised mean difference (Hedges' g) of pain", "g", EffectScale::difference,
                  "favours cold", "favours control"};
  for (std::size_t i = 0; i < studies; ++i) {
    const double error = 0.08 + 0.03 * static_cast<double>(i);
    picture.studies.push_back({"Author " + std::to_string(i + 1),
                               -0.3 + error * (1.3 * std::sin(2.1 * static_cast<double>(i)) - 0.6),
                               error});
  }
  picture.pooled = {"pooled", -0.36};
  picture.limits = {"where 95 % of studies would lie if they differed by chance alone", 1.96};
  picture.filled = {{"mirror of Author 12", 0.12, 0.41}, {"mirror of Author 9", 0.08, 0.32}};
  picture.adjusted = FunnelValue{"pooled with what was filled in", -0.31};
  picture.contours = {{"p 0.05 to 0.1", 1.645}, {"p 0.01 to 0.05", 1.96}, {"p under 0.01", 2.576}};
  return picture;
}

inline BubblePicture example_bubbles(std::size_t studies = 9) {
  BubblePicture picture;
  picture.texts = {"Does the number of sessions matter?", "Pain at four weeks, made-up trials.",
                   "Between trials, not within: no sign of cause."};
  picture.axis = {"standardised mean difference (Hedges' g) of pain", "g", EffectScale::difference,
                  "favours cold", "favours control"};
  picture.moderator_label = "sessions";
  for (std::size_t i = 0; i < studies; ++i) {
    const auto place = static_cast<double>(i);
    picture.bubbles.push_back({"Author " + std::to_string(i + 1), 2.0 + 3.0 * place,
                               0.1 - 0.02 * place + 0.25 * std::sin(2.0 * place),
                               4.0 + 7.0 * static_cast<double>(i * 3 % 4)});
  }
  for (int i = 0; i <= 24; ++i) {
    const double estimate = 0.1 - 0.007 * i;
    const double half = 0.1 + 0.0015 * (i - 12) * (i - 12);
    picture.line.push_back({1.0 * i + 2.0, {estimate, {estimate - half, estimate + half}}});
  }
  picture.line_label = "fitted, with its 95 % confidence interval";
  picture.thresholds = {{"smallest change that matters", {-0.5}}};
  return picture;
}

}  // namespace coldplan::drawing::testing
