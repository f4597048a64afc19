#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// What is kept of one person in one arm: a row of fixed width, which is at once the value in
/// memory, the compound type of the file and the documented table.
namespace coldplan::cohort {

/// How a row came about.
enum class Status : std::uint8_t {
  solved = 0,
  frozen = 1,      ///< solved, and tissue froze on the way
  not_solved = 2,  ///< the solver refused: all results are NaN
};

/// One person in one arm. Lengths in m, times in s from the first cold, temperatures in °C; a time
/// that never came is NaN. `columns()` describes every member; there is no padding between them.
struct Row {
  std::uint64_t index = 0;
  std::uint8_t sex = 0;
  std::uint8_t status = 0;
  std::uint8_t stopped = 0;
  std::uint8_t analgesia_at_end = 0;
  float age = 0.0F;
  float height = 0.0F;
  float weight = 0.0F;
  float body_mass_index = 0.0F;
  float paraspinal_fat = 0.0F;
  float midline_fat = 0.0F;
  float muscle_thickness = 0.0F;
  float muscle_fat_fraction = 0.0F;
  float removal_time = 0.0F;
  float skin_before = 0.0F;
  float skin_at_removal = 0.0F;
  float skin_coldest = 0.0F;
  float skin_coldest_time = 0.0F;
  float interface_coldest = 0.0F;
  float interface_coldest_time = 0.0F;
  float muscle_1cm_coldest = 0.0F;
  float muscle_1cm_coldest_time = 0.0F;
  float muscle_2cm_coldest = 0.0F;
  float muscle_2cm_coldest_time = 0.0F;
  float muscle_3cm_coldest = 0.0F;
  float muscle_3cm_coldest_time = 0.0F;
  float facet_coldest = 0.0F;
  float facet_coldest_time = 0.0F;
  float nerve_coldest = 0.0F;
  float nerve_coldest_time = 0.0F;
  float analgesia_reached_time = 0.0F;
  float analgesia_duration = 0.0F;
  float numb_duration = 0.0F;
  float warning_duration = 0.0F;
  float freezing_duration = 0.0F;
  float frozen_depth = 0.0F;
  float heat_taken = 0.0F;
  float melted_time = 0.0F;

  friend bool operator==(const Row&, const Row&) = default;
};

/// How a member is stored, least significant byte first.
enum class ColumnType { u8, u64, f32 };

/// One member of a row.
struct Column {
  std::string_view name;
  std::string_view unit;  ///< "m", "degC"; empty for a count or a code
  std::string_view description;
  ColumnType type;
  std::size_t offset;  ///< in bytes
};

/// All members in their order, without a gap.
[[nodiscard]] std::span<const Column> columns();

/// Bytes that a type takes.
[[nodiscard]] std::size_t size_of(ColumnType type);

/// A member as a number; codes and the index are whole.
[[nodiscard]] double value_of(const Row& row, const Column& column);

/// The row with every result NaN, as of a person whose session was not solved; who she is stays.
[[nodiscard]] Row without_results(Row row);

}  // namespace coldplan::cohort
