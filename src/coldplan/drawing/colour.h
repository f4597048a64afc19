#pragma once

namespace coldplan::drawing {

/// A colour in sRGB, each part 0 to 1.
struct Colour {
  double red = 0.0;
  double green = 0.0;
  double blue = 0.0;
};

inline constexpr Colour ink{0.13, 0.15, 0.18};
inline constexpr Colour quiet{0.38, 0.41, 0.45};     ///< secondary text; 5.5:1 on white
inline constexpr Colour hairline{0.80, 0.82, 0.84};  ///< grid lines and frames
inline constexpr Colour white{1.0, 1.0, 1.0};

/// CIE L*C*h (lightness 0 to 100, chroma, hue in degrees; D65) to sRGB, clamped to what a screen
/// shows. CIE 15:2004 for L*a*b*, IEC 61966-2-1 for sRGB.
[[nodiscard]] Colour from_lch(double lightness, double chroma, double hue_degrees);

/// CIE lightness L* of a colour, 0 to 100: what is left of it on a grey printer.
[[nodiscard]] double lightness(const Colour& colour);

/// Contrast ratio of two colours, 1 to 21 (WCAG 2.1).
[[nodiscard]] double contrast(const Colour& one, const Colour& other);

/// The colour of a temperature on a map: 0 the coldest (dark blue), 1 the warmest (pale cream).
///
/// Lightness rises in proportion to the place, so that equal steps of temperature look equal, a
/// grey print stays readable, and no kind of colour blindness confuses two places. Body-warm
/// tissue, which is most of a picture, takes little ink.
[[nodiscard]] Colour cold_colour(double place);

/// The colour of a temperature below 0 °C on a map: 0 just below (deep violet), 1 the coldest
/// (orchid).
///
/// A hue of its own, lighter the colder, so that no frozen tissue passes for tissue that is merely
/// cold. White lines and letters read on all of it.
[[nodiscard]] Colour frost_colour(double place);

/// The colour of a curve: 0 the shallowest (blue), 1 the deepest (ochre). Lightness and hue both
/// change, for the same reasons; dark enough for text on white.
[[nodiscard]] Colour depth_colour(double place);

/// Ink or white, whichever reads better on the ground.
[[nodiscard]] Colour readable_on(const Colour& ground);

}  // namespace coldplan::drawing
