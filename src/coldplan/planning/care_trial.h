#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coldplan/planning/care_data.h"
#include "coldplan/planning/care_families.h"

/// Trying cold for a while, with a rule in numbers that says when it ends.
///
/// A fall on the numeric rating scale (NRS, 0 to 10) counts where it is at least 2 points and at
/// least 30 % of the value before; where that is under 4, the 30 % alone (Ostelo 2008, Farrar 2001;
/// the part under 4 is a choice).
namespace coldplan::planning {

/// What a fall has to be for one person.
struct NeededFall {
  int before = 0;               ///< NRS
  double fall = 0.0;            ///< least fall that counts, in points
  int at_most = 0;              ///< highest whole NRS afterwards that counts
  bool is_share_alone = false;  ///< only the share was asked for
};

/// The fall that counts; empty where the value before is not known, or is 0 and cannot fall.
[[nodiscard]] std::optional<NeededFall> needed_fall(const ResponderRule& rule,
                                                    std::optional<int> before);

/// A trial of some forms, and how it ends.
struct Trial {
  std::string id;                     ///< "comfort" or "paid"
  std::vector<std::string> families;  ///< of those that the plan leaves
  double weeks = 0.0;
  std::optional<std::string> until;  ///< its last day, YYYY-MM-DD; empty: today is not known
  int fewest_occasions = 0;
  int most_occasions = 0;    ///< then it is judged
  int needed_occasions = 0;  ///< more than half of the most, on which the fall counts
  std::string go_on;
  std::string otherwise;
  std::vector<std::string> sources;
  std::string read_as;
};

/// The trials that are left: each with the families whose stage allows them, on terms or without,
/// and that screening does not take away. What screening asks first may be tried only after that.
[[nodiscard]] std::vector<Trial> trials_of(std::span<const FamilyPlan> families,
                                           std::string_view today);

/// A day some weeks after another, YYYY-MM-DD, the part of a day cut off; empty where the day is.
/// Throws std::invalid_argument for a text that is no day of the calendar.
[[nodiscard]] std::optional<std::string> day_after(std::string_view day, double weeks);

}  // namespace coldplan::planning
