#include "coldplan/drawing/colour.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace coldplan::drawing {
namespace {

// D65 white, 2 degree observer.
constexpr double white_x = 0.95047;
constexpr double white_z = 1.08883;
constexpr double knee = 6.0 / 29.0;

double from_lab_curve(double t) {
  return t > knee ? t * t * t : 3.0 * knee * knee * (t - 4.0 / 29.0);
}

double to_lab_curve(double t) {
  return t > knee * knee * knee ? std::cbrt(t) : t / (3.0 * knee * knee) + 4.0 / 29.0;
}

double encoded(double linear) {
  const double bounded = std::clamp(linear, 0.0, 1.0);
  return bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * std::pow(bounded, 1.0 / 2.4) - 0.055;
}

double decoded(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const Colour& colour) {
  return 0.2126729 * decoded(colour.red) + 0.7151522 * decoded(colour.green) +
         0.0721750 * decoded(colour.blue);
}

}  // namespace

Colour from_lch(double lightness, double chroma, double hue_degrees) {
  const double hue = hue_degrees * std::numbers::pi / 180.0;
  const double f_y = (lightness + 16.0) / 116.0;
  const double x = white_x * from_lab_curve(f_y + chroma * std::cos(hue) / 500.0);
  const double y = from_lab_curve(f_y);
  const double z = white_z * from_lab_curve(f_y - chroma * std::sin(hue) / 200.0);
  return {encoded(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
          encoded(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
          encoded(0.0556434 * x - 0.2040259 * y + 1.0572252 * z)};
}

double lightness(const Colour& colour) {
  return 116.0 * to_lab_curve(luminance(colour)) - 16.0;
}

double contrast(const Colour& one, const Colour& other) {
  const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
  return (light + 0.05) / (dark + 0.05);
}

Colour cold_colour(double place) {
  const double t = std::clamp(place, 0.0, 1.0);
  // The chroma stays inside the sRGB gamut all along the way; its narrowest point is at blue-cyan.
  return from_lch(20.0 + 77.0 * t, 31.5 - 14.0 * t * t * t, 296.0 - 190.0 * std::pow(t, 1.25));
}

Colour frost_colour(double place) {
  const double t = std::clamp(place, 0.0, 1.0);
  return from_lch(20.0 + 29.0 * t, 44.0 + 4.0 * t, 318.0 + 14.0 * t);
}

Colour depth_colour(double place) {
  const double t = std::clamp(place, 0.0, 1.0);
  return from_lch(28.0 + 21.5 * t, 38.0 + 24.0 * t, 280.0 + 140.0 * t);
}

Colour readable_on(const Colour& ground) {
  return contrast(ground, ink) >= contrast(ground, white) ? ink : white;
}

}  // namespace coldplan::drawing
