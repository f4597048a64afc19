#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/planning/care_plan.h"

/// The order across forms. It is that of ranking_of_options in data/clinical/care_plan.json, "the
/// lowest hazard that still answers the need goes first", and never an optimiser's: what is
/// computed of a session moves no form past another.
namespace coldplan::planning {

/// The row of heat, which is no form of cold and is not modelled here.
inline constexpr std::string_view heat = "heat";

struct RankedForm {
  std::string form;  ///< `heat` or a family of cold
  std::string name;
  int place = 0;                     ///< from 1
  bool is_modelled = false;          ///< heat is not
  bool is_first_choice = false;      ///< guidelines name it first at this stage
  std::optional<Standing> standing;  ///< empty: heat, or not screened
  std::vector<Sourced> why;          ///< of its place
  std::vector<Sourced> evidence;     ///< of heat: what guidelines and reviews say
  std::vector<Sourced> cautions;     ///< of heat: what the data have against it
};

/// Heat and the families in their order.
///
/// - Heat is first, as in the data; it is the first choice where the stage's own plan names it
///   (acute and subacute) and no warning sign has to be seen first. After surgery, whose plan names
///   no heat, it is last.
/// - The cold machine stands before menthol where the stage allows the one and does not speak of
///   the other, as after surgery, and the case says that it was prescribed.
/// - Neither whole-body cold nor a nozzle ever stands before a pack, whatever screening says of
///   either: `standing` tells what is open to the person, and moves nothing.
///
/// Throws std::out_of_range for a family that the order does not name.
[[nodiscard]] std::vector<RankedForm> rank_forms(const person::Case& given, const CarePlan& plan,
                                                 std::span<const std::string_view> families);

}  // namespace coldplan::planning
