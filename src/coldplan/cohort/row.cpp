#include "coldplan/cohort/row.h"

#include <array>
#include <cstring>
#include <limits>
#include <type_traits>

namespace coldplan::cohort {
namespace {

static_assert(std::is_trivially_copyable_v<Row> && std::is_standard_layout_v<Row>);

constexpr std::size_t bytes_of(ColumnType type) {
  switch (type) {
    case ColumnType::u8:
      return sizeof(std::uint8_t);
    case ColumnType::u64:
      return sizeof(std::uint64_t);
    case ColumnType::f32:
      return sizeof(float);
  }
  return 0;
}

constexpr auto u8 = ColumnType::u8;
constexpr auto u64 = ColumnType::u64;
constexpr auto f32 = ColumnType::f32;

constexpr std::array all{
    Column{"index", "", "which person: 0, 1, 2 ...; with the seed it says who she is", u64,
           offsetof(Row, index)},
    Column{"sex", "", "0 female, 1 male", u8, offsetof(Row, sex)},
    Column{"status", "", "0 solved, 1 solved and tissue froze, 2 not solved: results NaN", u8,
           offsetof(Row, status)},
    Column{"stopped", "", "1 if the device stopped itself at its skin temperature", u8,
           offsetof(Row, stopped)},
    Column{"analgesia_at_end", "", "1 if skin is still that cold when following up ends", u8,
           offsetof(Row, analgesia_at_end)},
    Column{"age", "year", "age", f32, offsetof(Row, age)},
    Column{"height", "m", "standing height", f32, offsetof(Row, height)},
    Column{"weight", "kg", "body mass", f32, offsetof(Row, weight)},
    Column{"body_mass_index", "kg/m2", "weight over height squared", f32,
           offsetof(Row, body_mass_index)},
    Column{"paraspinal_fat", "m", "fat beside the spine at L4, under the skin", f32,
           offsetof(Row, paraspinal_fat)},
    Column{"midline_fat", "m", "fat in the midline at L4, under the skin", f32,
           offsetof(Row, midline_fat)},
    Column{"muscle_thickness", "m", "erector spinae at L4", f32, offsetof(Row, muscle_thickness)},
    Column{"muscle_fat_fraction", "1", "share of fat in that muscle", f32,
           offsetof(Row, muscle_fat_fraction)},
    Column{"removal_time", "s", "when the cold was taken off for good", f32,
           offsetof(Row, removal_time)},
    Column{"skin_before", "degC", "skin before the cold", f32, offsetof(Row, skin_before)},
    Column{"skin_at_removal", "degC", "skin when the cold is taken off", f32,
           offsetof(Row, skin_at_removal)},
    Column{"skin_coldest", "degC", "skin at its coldest", f32, offsetof(Row, skin_coldest)},
    Column{"skin_coldest_time", "s", "when that was", f32, offsetof(Row, skin_coldest_time)},
    Column{"interface_coldest", "degC", "between fat and muscle at its coldest", f32,
           offsetof(Row, interface_coldest)},
    Column{"interface_coldest_time", "s", "when that was", f32,
           offsetof(Row, interface_coldest_time)},
    Column{"muscle_1cm_coldest", "degC", "muscle 1 cm under the fat at its coldest", f32,
           offsetof(Row, muscle_1cm_coldest)},
    Column{"muscle_1cm_coldest_time", "s", "when that was", f32,
           offsetof(Row, muscle_1cm_coldest_time)},
    Column{"muscle_2cm_coldest", "degC", "muscle 2 cm under the fat at its coldest", f32,
           offsetof(Row, muscle_2cm_coldest)},
    Column{"muscle_2cm_coldest_time", "s", "when that was", f32,
           offsetof(Row, muscle_2cm_coldest_time)},
    Column{"muscle_3cm_coldest", "degC", "muscle 3 cm under the fat at its coldest", f32,
           offsetof(Row, muscle_3cm_coldest)},
    Column{"muscle_3cm_coldest_time", "s", "when that was", f32,
           offsetof(Row, muscle_3cm_coldest_time)},
    Column{"facet_coldest", "degC", "facet joint at its coldest", f32,
           offsetof(Row, facet_coldest)},
    Column{"facet_coldest_time", "s", "when that was", f32, offsetof(Row, facet_coldest_time)},
    Column{"nerve_coldest", "degC", "nerve (cauda equina) at its coldest", f32,
           offsetof(Row, nerve_coldest)},
    Column{"nerve_coldest_time", "s", "when that was", f32, offsetof(Row, nerve_coldest_time)},
    Column{"analgesia_reached_time", "s",
           "when skin first was so cold that a pinprick stops hurting; NaN: never", f32,
           offsetof(Row, analgesia_reached_time)},
    Column{"analgesia_duration", "s", "how long skin was that cold", f32,
           offsetof(Row, analgesia_duration)},
    Column{"numb_duration", "s", "how long skin was below where fingers go numb", f32,
           offsetof(Row, numb_duration)},
    Column{"warning_duration", "s", "how long below half way from there to freezing", f32,
           offsetof(Row, warning_duration)},
    Column{"freezing_duration", "s", "how long below where frostbite begins", f32,
           offsetof(Row, freezing_duration)},
    Column{"frozen_depth", "m", "deepest tissue that ever froze; 0: none", f32,
           offsetof(Row, frozen_depth)},
    Column{"heat_taken", "J", "out of the skin while the cold was on", f32,
           offsetof(Row, heat_taken)},
    Column{"melted_time", "s", "when the last ice of the pack was gone; NaN: never, or no ice", f32,
           offsetof(Row, melted_time)},
};

/// A gap would put bytes into the file that nobody set.
constexpr bool are_dense() {
  std::size_t end = 0;
  for (const Column& column : all) {
    if (column.offset != end) {
      return false;
    }
    end += bytes_of(column.type);
  }
  return end == sizeof(Row);
}
static_assert(are_dense());

template <typename T>
double number_at(const Row& row, std::size_t offset) {
  std::array<std::byte, sizeof(Row)> bytes{};
  std::memcpy(bytes.data(), &row, sizeof row);
  T number{};
  std::memcpy(&number, bytes.data() + offset, sizeof number);
  return static_cast<double>(number);
}

}  // namespace

std::span<const Column> columns() {
  return all;
}

std::size_t size_of(ColumnType type) {
  return bytes_of(type);
}

double value_of(const Row& row, const Column& column) {
  switch (column.type) {
    case ColumnType::u8:
      return number_at<std::uint8_t>(row, column.offset);
    case ColumnType::u64:
      return number_at<std::uint64_t>(row, column.offset);
    case ColumnType::f32:
      return number_at<float>(row, column.offset);
  }
  return 0.0;
}

Row without_results(Row row) {
  constexpr float unknown = std::numeric_limits<float>::quiet_NaN();
  const std::size_t first = offsetof(Row, removal_time);
  std::array<std::byte, sizeof(Row)> bytes{};
  std::memcpy(bytes.data(), &row, sizeof row);
  for (std::size_t at = first; at < sizeof(Row); at += sizeof unknown) {
    std::memcpy(bytes.data() + at, &unknown, sizeof unknown);
  }
  std::memcpy(&row, bytes.data(), sizeof row);
  row.status = static_cast<std::uint8_t>(Status::not_solved);
  return row;
}

}  // namespace coldplan::cohort
