#include "coldplan/injury/face_wind.h"

#include <cmath>

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/posterior/random_draws.h"
#include "coldplan/quantity/units.h"

namespace coldplan::injury {
namespace {

namespace id = facts::id::injury;

// numerical: metres in a kilometre.
constexpr double metres_per_kilometre = 1000.0;
// numerical: relative rounding of a wind that was given in other units.
constexpr double rounding = 1e-9;

double kilometres_per_hour(double metres_per_second) {
  return metres_per_second * quantity::seconds_per_hour / metres_per_kilometre;
}

Expected<void> check(const OutdoorAir& air, facts::Id coldest) {
  if (air.temperature >= facts::value(coldest)) {
    return {};
  }
  return tl::unexpected(Error{
      ErrorCode::out_of_range, "air.temperature", fmt::format("{:g} °C", air.temperature),
      fmt::format("air in which faces were watched (not under {:g} °C)", facts::value(coldest)),
      "wind chill says nothing about cabins"});
}

Expected<void> check_wind(const OutdoorAir& air) {
  const double least = facts::value(id::frostnip_face_wind_speed_low);
  const double most = facts::value(id::frostnip_face_wind_speed_high);
  if (air.wind >= least * (1.0 - rounding) && air.wind <= most * (1.0 + rounding)) {
    return check(air, id::frostnip_face_wind_air_coldest);
  }
  return tl::unexpected(Error{
      ErrorCode::out_of_range, "air.wind", fmt::format("{:.2f} m/s", air.wind),
      fmt::format("a wind in which faces were watched ({:.1f} to {:.1f} m/s)", least, most), ""});
}

}  // namespace

Expected<double> wind_chill(const OutdoorAir& air) {
  return check_wind(air).map([&air] {
    const double moved =
        std::pow(kilometres_per_hour(air.wind), facts::value(id::wind_chill_wind_exponent));
    return facts::value(id::wind_chill_constant) +
           facts::value(id::wind_chill_air) * air.temperature +
           moved * (facts::value(id::wind_chill_air_wind) * air.temperature -
                    facts::value(id::wind_chill_wind));
  });
}

Expected<double> frostnip_share(const OutdoorAir& air) {
  if (air.wind == 0.0) {
    return check(air, id::frostnip_face_wind_air_coldest_calm).map([&air] {
      return posterior::normal_share(
          (facts::value(id::frostnip_face_wind_mu_calm) - air.temperature) /
          facts::value(id::frostnip_face_wind_sd_calm));
    });
  }
  return wind_chill(air).map([](double chill) {
    return posterior::normal_share((facts::value(id::frostnip_face_wind_mu_wind) - chill) /
                                   facts::value(id::frostnip_face_wind_sd_wind));
  });
}

double frostnip_time_at(double chill, const Coefficients& drawn) {
  // The intercept is the logarithm of minutes.
  return quantity::seconds_per_minute * drawn.frostnip_time_factor *
         std::exp(facts::value(id::frostnip_face_wind_) +
                  facts::value(id::frostnip_face_wind_b) * chill);
}

Expected<double> frostnip_time(const OutdoorAir& air, const Coefficients& drawn) {
  return wind_chill(air).map([&drawn](double chill) { return frostnip_time_at(chill, drawn); });
}

}  // namespace coldplan::injury
