#pragma once

#include <optional>

#include "coldplan/injury/course.h"

/// Cold that lasts: a pack over a shallow nerve, hours on a machine, blood flow that stays low.
///
/// Each limit is a guard and no dose-response. 20 min is the shortest icing after which a palsy was
/// reported (Moeller 1997), so that less is not proven safe. 18.3 °C for 2 h is an opinion of
/// authors who saw feet die after 4 to 7 days on a machine (Brown & Hahn 2009). Flow of the skin
/// stayed low for at least 2 h after 1 h of cold (Khoshnevis 2014, 2016), and no injury was watched
/// for there.
namespace coldplan::injury {

/// How long a pack may lie over a shallow nerve [s]: 20 min.
[[nodiscard]] double pack_time_limit();

/// Skin temperature under which time on a machine counts [°C]: 18.3.
[[nodiscard]] double machine_temperature();

/// How long skin may be under it [s]: 2 h.
[[nodiscard]] double machine_time_limit();

/// All time of skin under the temperature of machines [s].
[[nodiscard]] double machine_time(const Course& skin);

/// When that comes to its limit [s]; none if it does not.
[[nodiscard]] std::optional<double> machine_limit_at(const Course& skin);

/// Cold after which flow of the skin was seen to stay low [s]: 1 h.
[[nodiscard]] double low_flow_after();

/// For how long, at the least [s]: 2 h.
[[nodiscard]] double low_flow_lasts();

}  // namespace coldplan::injury
