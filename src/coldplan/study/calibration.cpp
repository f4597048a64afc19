#include "coldplan/study/calibration.h"

#include "coldplan/study/held_out.h"

namespace coldplan::study {

Expected<Calibration> calibrate(std::span<const Study> studies, const CalibrationOptions& options,
                                const CalibrationProgress& progress) {
  FoldProgress of_part;
  if (progress) {
    of_part = [&progress](const std::string&, std::size_t done, std::size_t all) {
      progress(done, all);
    };
  }
  auto made = cross_validate(studies, options, std::nullopt, of_part);
  if (!made) {
    return tl::unexpected(made.error());
  }
  return std::move(made->calibration);
}

}  // namespace coldplan::study
