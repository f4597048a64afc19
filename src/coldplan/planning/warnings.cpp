#include "coldplan/planning/warnings.h"

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/quantity/units.h"

namespace coldplan::planning {
namespace {

using simulation::Session;

// numerical: from here on the words speak of hours [s].
constexpr double hour = 3600.0;
// numerical: a nozzle that is over a spot for more of the time than this is as good as held still.
constexpr double nearly_still = 0.5;
// numerical: under this area [m²] the endless column is more than a kelvin off (docs/edges.md).
constexpr double small_area = 0.005;

void warn_of_duration(const Session& session, std::vector<std::string>& warnings) {
  const bool unbroken = session.bouts > 1 && session.gap == 0.0;
  const double stretch = unbroken ? session.bouts * session.duration : session.duration;
  const double whole = session.bouts * session.duration;
  if (stretch > session.form.longest) {
    warnings.push_back(
        fmt::format("{:g} minutes without a break: longer than the {:g} minutes that protocols, "
                    "labels and teaching pages know.",
                    stretch / quantity::seconds_per_minute,
                    session.form.longest / quantity::seconds_per_minute));
  }
  if (whole > hour) {
    warnings.push_back(
        fmt::format("{:g} hours of cold in all: leaflets want the skin looked at every 1 to 2 "
                    "hours, some every hour, and no sleep under it; cold injuries by machines have "
                    "been reported.",
                    whole / hour));
  }
}

void warn_of_nozzle(const Session& session, std::vector<std::string>& warnings) {
  if (!session.use.dwell || *session.use.dwell < nearly_still) {
    return;
  }
  warnings.emplace_back(session.form.stop_temperature
                            ? "A nozzle held nearly still: only the stop at the skin's "
                              "temperature, which is assumed, "
                              "stands between it and freezing."
                            : "A nozzle held nearly still can freeze skin, and nothing stops it: "
                              "operators are taught "
                              "to keep it moving.");
}

void warn_of_room(const Session& session, std::vector<std::string>& warnings) {
  namespace id = facts::id::body;
  const double room = session.use.room_temperature;
  const double low = facts::value(id::room_checked_low);
  const double high = facts::value(id::room_checked_high);
  if (room < low || room > high) {
    warnings.push_back(fmt::format(
        "The model was checked in rooms of {:g} to {:g} °C only; outside, resting blood "
        "flow and sweating change, which it does not know.",
        low, high));
  }
}

}  // namespace

std::vector<std::string> warnings_of(const Session& session) {
  std::vector<std::string> warnings;
  warn_of_duration(session, warnings);
  warn_of_nozzle(session, warnings);
  if (session.form.area < small_area) {
    warnings.emplace_back(
        "So small a piece cools what lies under the skin less than an endless one, which is what "
        "is computed.");
  }
  warn_of_room(session, warnings);
  return warnings;
}

}  // namespace coldplan::planning
