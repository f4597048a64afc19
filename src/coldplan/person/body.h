#pragma once

#include "coldplan/person/person.h"
#include "coldplan/posterior/draw.h"

/// The body behind a few measures: equations of sex, age, height, weight, with room for the
/// residual of each, in which people of the same measures differ. All coefficients are facts
/// (`data/population.json`, `data/anatomy.json`); lengths in m, fractions of 1.
namespace coldplan::person {

/// How far a person stands from the equations, in residual standard deviations; zero is the median.
/// For one person they are unknown; the virtual population draws them.
struct BodyResiduals {
  double body_fat = 0.0;
  double waist = 0.0;
  double waist_depth = 0.0;  ///< correlated with breadth: -0.57 in men, -0.46 in women
  double waist_breadth = 0.0;
  double lumbar_fat = 0.0;  ///< shared by every deeper landmark (Bahk 1998)
  double muscle_thickness = 0.0;
  double muscle_fat = 0.0;
  /// Factor on fat derived from body mass index, one for a whole study or ensemble: the sources of
  /// that equation differ twofold (fact anatomy.study_fat_factor: 1, from 0.5 to 1.2). It comes
  /// from a draw, posterior::value(draw, study_fat_factor), and is in no other way taken from one.
  double study_fat_factor = 1.0;
};

/// A whole body.
struct Body {
  double body_surface = 0.0;         ///< m²
  double body_fat_fraction = 0.0;    ///< of the weight
  double waist_circumference = 0.0;  ///< m
  double waist_depth = 0.0;          ///< front to back, m
  double waist_breadth = 0.0;        ///< m
  double midline_fat = 0.0;          ///< between skin and the ligaments at L4, m
  double paraspinal_fat = 0.0;       ///< 3-5 cm beside the spine, m
  double muscle_thickness = 0.0;     ///< erector spinae and multifidus at L4, m
  double muscle_fat_fraction = 0.0;  ///< fat inside that muscle at L4, of the volume
};

/// The body with these measures and residuals: the functions below, one after the other. A draw
/// moves what is uncertain about the equations themselves: slopes and ratios of fat.
[[nodiscard]] Body body(const Person& person, const BodyResiduals& residuals = {},
                        const posterior::Draw& draw = posterior::median());

/// Body surface [m²]: 0.2025 H^0.725 W^0.425 with H in m and W in kg (DuBois & DuBois 1916, as the
/// JOS-3 code has it).
[[nodiscard]] double body_surface(const Person& person);

/// Body fat, fraction of the weight.
///
/// To the last age of the DXA measurements (59 y), fitted to NHANES 2011-2018 DXA:
///   men 49.70 - 645.9/BMI + 0.0288 age, women 58.20 - 589.2/BMI + 0.0522 age [%].
/// Above, Deurenberg, Weststrate & Seidell 1991 (Br J Nutr): 1.20 BMI + 0.23 age - 10.8 (men)
/// - 5.4, which carries the stronger term of age. The two do not meet exactly at 59 y (about two
/// points for a woman of BMI 29). Kept between the least and the most that the generator of the
/// population allows.
[[nodiscard]] double body_fat_fraction(const Person& person, double residual = 0.0);

/// Waist circumference [m] (NHANES 2013-2018):
///   men -36.243 + 2.369 BMI + 0.2128 age + 0.3417 H, women -25.427 + 2.0679 BMI + 0.1448 age
///   + 0.3445 H [cm, H in cm].
[[nodiscard]] double waist_circumference(const Person& person, double residual = 0.0);

/// Waist depth [m] from the circumference C (ANSUR II, 17-58 y; above that age extrapolated):
///   men -4.191 + 0.2974 C, women -3.844 + 0.2921 C [cm].
[[nodiscard]] double waist_depth(Sex sex, double circumference, double residual = 0.0);

/// Waist breadth [m] from the circumference C (ANSUR II):
///   men 4.635 + 0.2978 C, women 2.897 + 0.3147 C [cm].
[[nodiscard]] double waist_breadth(Sex sex, double circumference, double residual = 0.0);

/// Fat in the midline at L4 [m] from body mass index: 28.7 + 1.2 (BMI - 27.3) mm, at least 4 mm,
/// derived for coldplan from the depth of the spine (Kawchuk 2011; slope between So 1997 and
/// others), since no regression of lumbar fat on sex, age and body mass index could be read. The
/// study's factor acts on line and residual alike; the floor comes last.
[[nodiscard]] double midline_fat_from_index(double body_mass_index, double residual = 0.0,
                                            double study_fat_factor = 1.0,
                                            const posterior::Draw& draw = posterior::median());

/// Fat beside the spine [m] from a caliper skinfold, half of the double layer: F = 0.5 skinfold
/// (ratio 0.3 to 0.75: caliper against ultrasound, JJTEHPE 2001), at least the floor of the midline
/// times the paraspinal ratio.
[[nodiscard]] double paraspinal_fat_from_skinfold(
    double skinfold, double residual = 0.0, const posterior::Draw& draw = posterior::median());

/// Thickness of the paraspinal muscle at L4 [m]: 46 mm in men, 38 mm in women (from the volumes of
/// Crawford 2016).
[[nodiscard]] double muscle_thickness(Sex sex, double residual = 0.0);

/// Fat inside the paraspinal muscle at L4, fraction: 14.7 % in men, 17.8 % in women, and 0.25 (age
/// - 41) % (Crawford 2016), kept within 5 to 60 %.
[[nodiscard]] double muscle_fat_fraction(const Person& person, double residual = 0.0,
                                         const posterior::Draw& draw = posterior::median());

/// The coefficient of this sex.
template <typename Id>
[[nodiscard]] constexpr Id of_sex(Sex sex, Id women, Id men) {
  return sex == Sex::female ? women : men;
}

}  // namespace coldplan::person
