#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "coldplan/cohort/grouping.h"
#include "coldplan/cohort/plan.h"
#include "coldplan/cohort/row.h"

/// Counts of people, from which the tables and pictures are made. They are whole numbers, so that a
/// tally is the same in whatever order and by however many the rows are added.
namespace coldplan::cohort {

/// What is counted in every group.
enum class Count {
  people,     ///< all of them: the denominator of `solved`
  solved,     ///< the denominator of the rest
  frozen,     ///< tissue froze somewhere
  analgesia,  ///< skin reached the temperature at which a pinprick stops hurting
  numb,       ///< skin fell below where fingers go numb
  warning,    ///< half way from there to freezing
  freezing,   ///< where frostbite begins
};

/// Tissues whose coldest temperature is kept as a distribution.
enum class Tissue { skin, interface, muscle_1cm, muscle_2cm, muscle_3cm, facet, nerve };
inline constexpr std::size_t tissue_count = 7;

/// The name of a tissue, as in a history; the word of a count in JSON.
[[nodiscard]] std::string name_of(Tissue tissue);
[[nodiscard]] std::string_view word_of(Count count);

/// Some people: everybody, or a band of a variable.
struct Group {
  std::string name;
  By by = By::fat;
  Band band;
};

/// Groups of one variable, one after the other.
struct GroupRange {
  By by = By::fat;
  std::size_t first = 0;
  std::size_t count = 0;
};

/// The tally of a plan: for every arm and group, counts and distributions.
class Tally {
 public:
  Tally(const Plan& plan, std::span<const By> grouping);

  void add(std::size_t arm, std::span<const Row> rows);

  [[nodiscard]] std::uint64_t count(std::size_t arm, std::size_t group, Count count) const;

  /// The coldest temperature [°C] that a share of a group's solved people stays below; NaN for
  /// nobody. To 0.01 °C: distributions are kept in steps of 0.02 °C, linear within, from −100 to 50
  /// °C; what lies beyond counts to the last step.
  [[nodiscard]] double quantile(std::size_t arm, std::size_t group, Tissue tissue,
                                double share) const;

  /// Group 0 is everybody; then the groups of each variable asked for.
  [[nodiscard]] std::span<const Group> groups() const { return groups_; }
  [[nodiscard]] std::span<const GroupRange> ranges() const { return ranges_; }
  /// The narrow bands of fat, for pictures; their groups come last.
  [[nodiscard]] const GroupRange& narrow_fat() const { return narrow_fat_; }
  [[nodiscard]] std::size_t arms() const { return arms_; }

  /// All numbers, for adding up the tallies of several who share a plan.
  [[nodiscard]] std::span<std::uint64_t> numbers() { return numbers_; }

 private:
  GroupRange add_groups(By by, const std::vector<Band>& bands);
  [[nodiscard]] std::size_t place(std::size_t arm, std::size_t group) const;
  void add_to(std::size_t place, const Row& row);

  std::size_t arms_;
  std::vector<Group> groups_;
  std::vector<GroupRange> ranges_;
  GroupRange narrow_fat_;
  std::vector<std::uint64_t> numbers_;
};

}  // namespace coldplan::cohort
