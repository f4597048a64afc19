#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coldplan/cohort/row.h"
#include "coldplan/quantity/error.h"

/// By what people are told apart in the tables.
namespace coldplan::cohort {

enum class By { fat, age, sex, body_mass_index };

/// "fat,age" -> the two, or an error with the nearest known word: fat, age, sex, bmi. `place` names
/// it in the error. A word that stands twice is taken once.
[[nodiscard]] Expected<std::vector<By>> grouping_from(std::string_view words,
                                                      std::string_view place);

/// The word of the command line for it, and what it is to a reader: "fat", "fat beside the spine".
[[nodiscard]] std::string_view word_of(By by);
[[nodiscard]] std::string_view name_of(By by);

/// People whose value lies in [from, to), in the unit of the row.
struct Band {
  std::string name;  ///< "10 to 20 mm"
  double from = 0.0;
  double to = 0.0;
};

/// The bands of a variable: ages in tens of years, fat in centimetres, body mass index at the
/// classes of the World Health Organization (18.5, 25, 30, 35 kg/m²), the two sexes. They divide
/// tables and mean nothing to the model.
[[nodiscard]] std::vector<Band> bands_of(By by);

/// Narrow bands of fat beside the spine, for pictures; the last takes all that is thicker.
[[nodiscard]] std::vector<Band> narrow_fat_bands();

/// What a row is told apart by.
[[nodiscard]] double value_of(const Row& row, By by);

}  // namespace coldplan::cohort
