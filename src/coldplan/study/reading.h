#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coldplan/posterior/draw.h"
#include "coldplan/study/study.h"

/// From a simulated temperature to the number that a paper printed: the observation models.
namespace coldplan::study {

/// A temperature over time, from just before the cold.
struct Course {
  std::vector<double> time;         ///< rising [s]
  std::vector<double> temperature;  ///< [°C]
  double cooling = 0.0;             ///< when the cold ends [s]
};

/// The value at a time, linear between; the ends beyond them.
[[nodiscard]] double value_at(const Course& course, double time);

/// A course as it was printed: moved so as to begin at the measured baseline. Skin keeps its
/// distance from what cools it in proportion (`cold` [°C]); deeper tissue is moved as a whole.
[[nodiscard]] Course from_baseline(Course course, double baseline, std::optional<double> cold);

/// How long after its printed time a reading was taken in a draw: as stated; else the delay of a
/// camera where the cold was off, `thermography_delay_local` or `_body`; 0 under the cold [s].
[[nodiscard]] double delay_of(const Measurement& measurement, bool whole_body,
                              const posterior::Draw& draw);

/// Whether the model computes this quantity from a course.
[[nodiscard]] bool is_course_quantity(const std::string& quantity);

/// The printed quantity of a course: temperatures, drops and changes, means and drops over windows,
/// minutes to a drop, a temperature or the minimum, rates and the afterdrop. A drop that does not
/// come within the course counts as coming at its end. Throws std::logic_error for another
/// quantity.
[[nodiscard]] double read(const Measurement& measurement, const Course& course, double delay);

/// The names of the observation models that a row went through.
[[nodiscard]] std::vector<std::string> observation_names(const Arm& arm,
                                                         const Measurement& measurement,
                                                         bool whole_body);

/// The baseline that was measured where a reading was taken, if there is one.
[[nodiscard]] std::optional<double> baseline_of(const Arm& arm, const Location& location);

}  // namespace coldplan::study
