#include "coldplan/evidence/study_numbers.h"

#include <cmath>

#include "coldplan/evidence/effect_checks.h"

namespace coldplan::evidence {
namespace {

Expected<Effect> given_effect(const Layout& layout, std::span<const double> numbers) {
  const double spread = numbers[1];
  const char* place = layout.has_standard_errors ? "sei" : "vi";
  const double variance = layout.has_standard_errors ? spread * spread : spread;
  if (!(spread > 0.0)) {
    return tl::unexpected(refused(
        place, spread,
        layout.has_standard_errors ? "a standard error (more than 0)" : "a variance (more than 0)",
        "write NA where it is not known"));
  }
  return finite({numbers[0], variance}, "yi", "give effects in another unit");
}

}  // namespace

Expected<TwoByTwo> counts_of(const Layout& layout, std::span<const double> numbers) {
  if (!layout.has_arm_sizes) {
    return TwoByTwo{numbers[0], numbers[1], numbers[2], numbers[3]};
  }
  for (const std::size_t arm : {std::size_t{0}, std::size_t{2}}) {
    const char* size_place = arm == 0 ? "n1i" : "n2i";
    if (!is_whole(numbers[arm + 1]) || numbers[arm + 1] < 1.0) {
      return tl::unexpected(
          refused(size_place, numbers[arm + 1], "a number of people (1 or more, whole)"));
    }
    if (numbers[arm] > numbers[arm + 1]) {
      return tl::unexpected(refused(arm == 0 ? "ai" : "ci", numbers[arm],
                                    "a count of at most all people of the arm"));
    }
  }
  return TwoByTwo{numbers[0], numbers[1] - numbers[0], numbers[2], numbers[3] - numbers[2]};
}

Expected<Effect> effect_of_numbers(const Layout& layout, std::span<const double> numbers,
                                   const EffectOptions& options) {
  const auto& n = numbers;
  switch (layout.data) {
    case StudyData::two_arms:
      return effect_of(layout.measure, TwoArms{{n[0], n[1], n[2]}, {n[3], n[4], n[5]}}, options);
    case StudyData::two_by_two:
      return counts_of(layout, numbers).and_then([&](const TwoByTwo& table) {
        return effect_of(layout.measure, table, options);
      });
    case StudyData::proportion:
      return effect_of(layout.measure, Proportion{n[0], n[1]}, options);
    case StudyData::effects:
      break;
  }
  return given_effect(layout, numbers);
}

}  // namespace coldplan::evidence
