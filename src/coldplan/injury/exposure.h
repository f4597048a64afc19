#pragma once

#include <optional>

#include "coldplan/applicator/nitrogen_room.h"
#include "coldplan/applicator/source.h"
#include "coldplan/injury/course.h"
#include "coldplan/injury/freezing.h"
#include "coldplan/injury/frost_grade.h"
#include "coldplan/injury/raynaud.h"

/// One session as this room sees it: what got how cold, and what else may harm.
namespace coldplan::injury {

/// Temperatures of one draw, each from the moment the cold is put on. Those that were not looked at
/// are empty, and no hazard of theirs is told of.
struct Courses {
  Course skin;    ///< where it gets coldest under or in the cold
  Course nerve;   ///< at the depth of the nerve that is asked for
  Course metal;   ///< skin under metal that is worn
  Course core;    ///< of a model of the whole body
  Course finger;  ///< skin of the fingers, in the hands that hold the pack or in the cabin
};

/// Which cabin, if any.
enum class Cabin { none, head_in, head_out };

/// A session. Two draws of one session differ in their courses alone, so that the same hazards are
/// told of for each.
struct Exposure {
  double age = 0.0;      ///< [y]
  double removal = 0.0;  ///< when the cold is taken off [s]
  Courses session;       ///< the cold and what follows it
  /// The same session with the cold never taken off, alike up to `removal`. What is empty here is
  /// not asked "when would it be reached".
  Courses going_on;
  SkinState skin_state = SkinState::dry;  ///< wet: damp, sweaty, or touched by ice
  ColdProfile profile;                    ///< the coldest at each depth; empty: not looked at
  bool over_shallow_nerve = false;        ///< a pack lies where a nerve runs just under the skin
  std::optional<double> water;            ///< of a bath up to the neck [°C]
  Cabin cabin = Cabin::none;
  std::optional<applicator::Solid> cold_metal;       ///< pre-cooled metal that touches skin
  std::optional<applicator::NitrogenRoom> nitrogen;  ///< the room, where nitrogen is used
  std::optional<RaynaudSeverity> raynaud;
  bool is_machine = false;      ///< a device that cools by itself for hours
  bool has_menthol = false;     ///< a rub or gel
  bool has_salicylate = false;  ///< methyl salicylate in it
};

/// Nothing, or what is wrong with a session: an age or a removal that is not above 0, courses that
/// are broken, a fault of the profile or of the room.
[[nodiscard]] Expected<void> check(const Exposure& exposure);

}  // namespace coldplan::injury
