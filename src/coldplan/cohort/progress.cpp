#include "coldplan/cohort/progress.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace coldplan::cohort {
namespace {

std::string time_words(double seconds) {
  constexpr double minute = 60.0;
  constexpr double hour = 3600.0;
  // A minute and a half is still counted in seconds.
  constexpr double several = 1.5;
  if (seconds < several * minute) {
    return fmt::format("{:.0f} s", std::ceil(seconds));
  }
  return seconds < several * hour ? fmt::format("{:.0f} min", std::ceil(seconds / minute))
                                  : fmt::format("{:.1f} h", seconds / hour);
}

std::string rate_words(double rate) {
  // Slow runs want a digit more.
  constexpr double slow = 10.0;
  return rate < slow ? fmt::format("{:.1f}/s", rate) : fmt::format("{:.0f}/s", rate);
}

}  // namespace

double rate_of(const Progress& progress) {
  const auto now = static_cast<double>(progress.done - std::min(progress.earlier, progress.done));
  return progress.seconds > 0.0 ? now / progress.seconds : 0.0;
}

std::string progress_line(const Progress& progress, std::size_t bar) {
  const double share = progress.all == 0
                           ? 0.0
                           : static_cast<double>(progress.done) / static_cast<double>(progress.all);
  std::string line;
  if (bar > 0) {
    const auto full = static_cast<std::size_t>(std::floor(share * static_cast<double>(bar)));
    line = std::string(std::min(full, bar), '#') + std::string(bar - std::min(full, bar), '.');
    line += "  ";
  }
  constexpr double percent = 100.0;
  line += fmt::format("{:.0f} %  {} of {} people", std::floor(percent * share), progress.done,
                      progress.all);
  if (const double rate = rate_of(progress); rate > 0.0) {
    line += fmt::format("  {}  {} left", rate_words(rate),
                        time_words(static_cast<double>(progress.all - progress.done) / rate));
  }
  return line;
}

}  // namespace coldplan::cohort
