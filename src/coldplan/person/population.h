#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "coldplan/person/body.h"
#include "coldplan/person/person.h"

/// The virtual population: adults of the United States as the surveys measured them.
///
///     const auto adults = survey_population({.seed = 7});
///     const VirtualPerson tenth = person_at(adults, 10);   // the same in every run and batch
///
/// Sex and age band by the shares of NHANES 2009-2012 (weighted), age uniform within its band, then
///
///     height = c0 + c1 age + c2 age² + normal residual,
///     ln BMI = c0 + c1 age + c2 age² + skewed residual,   weight = BMI height²,
///
/// fitted to NHANES 2013-2018 (facts population.*_height_*, *_log_bmi_*). The residuals of ln BMI
/// are skewed to the right (0.44 in men, 0.38 in women); a skew-normal draw carries that, since a
/// normal one makes too many thin people. Residuals of height and ln BMI are independent
/// (correlations of 0.045 and -0.043 were measured). The survey gives 80 for all ages of 80 and
/// over: nobody older is drawn, and the last band is taken as uniform up to that age. BMI is kept
/// within 16 to 60 kg/m².
///
/// Agreement with the survey at 45 and over: mean weight within 0.6 kg, mean BMI within 0.3 kg/m².
/// The age structure is that of 2009-2012: reweight for a current cohort.
namespace coldplan::person {

enum class AgeGroup { from_45, from_20 };

struct PopulationOptions {
  std::uint64_t seed = 1;
  AgeGroup ages = AgeGroup::from_45;
  std::optional<Sex> sex = std::nullopt;  ///< both, by their shares, if left out
  double study_fat_factor = 1.0;          ///< one for the whole population (BodyResiduals)
};

/// A share of the population: one sex in one band of age.
struct PopulationCell {
  Sex sex = Sex::female;
  double youngest = 0.0;  ///< years
  double oldest = 0.0;    ///< years, not reached
  double share = 0.0;     ///< of all adults
};

/// A population to draw from.
struct Population {
  PopulationOptions options;
  std::vector<PopulationCell> cells;
};

/// One person of it: her measures, how she differs from others of the same, and the body that
/// follows.
struct VirtualPerson {
  std::uint64_t index = 0;
  Person person;
  BodyResiduals residuals;
  Body body;
};

/// The population of the surveys. Throws std::logic_error if the facts have no shares by age.
[[nodiscard]] Population survey_population(const PopulationOptions& options = {});

/// Person `index` of the population: a function of the seed and the index alone.
[[nodiscard]] VirtualPerson person_at(const Population& population, std::uint64_t index);

/// `count` people from index `first` on.
[[nodiscard]] std::vector<VirtualPerson> people(const Population& population, std::uint64_t first,
                                                std::size_t count);

}  // namespace coldplan::person
