#include "coldplan/cohort/tally.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "coldplan/anatomy/back.h"

namespace coldplan::cohort {
namespace {

// numerical: where a distribution begins and ends [°C], and its steps, of 0.02 K
constexpr double coldest = -100.0;
constexpr double warmest = 50.0;
constexpr std::size_t steps = 7500;
constexpr double step = (warmest - coldest) / static_cast<double>(steps);

constexpr std::size_t counts = static_cast<std::size_t>(Count::freezing) + 1;
/// Numbers of one group in one arm.
constexpr std::size_t width = counts + tissue_count * steps;

std::size_t step_of(double temperature) {
  const double place = std::floor((temperature - coldest) / step);
  return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(steps - 1)));
}

std::array<float, tissue_count> coldest_of(const Row& row) {
  return {row.skin_coldest,       row.interface_coldest,  row.muscle_1cm_coldest,
          row.muscle_2cm_coldest, row.muscle_3cm_coldest, row.facet_coldest,
          row.nerve_coldest};
}

bool is_in(const Group& group, const Row& row) {
  const double value = value_of(row, group.by);
  return value >= group.band.from && value < group.band.to;
}

}  // namespace

std::string name_of(Tissue tissue) {
  namespace landmark = anatomy::landmark;
  const std::array names{landmark::skin,       landmark::interface,  landmark::muscle_1cm,
                         landmark::muscle_2cm, landmark::muscle_3cm, landmark::facet,
                         landmark::nerve};
  return names.at(static_cast<std::size_t>(tissue));
}

std::string_view word_of(Count count) {
  constexpr std::array<std::string_view, counts> words{"people", "solved",  "frozen",  "analgesia",
                                                       "numb",   "warning", "freezing"};
  return words.at(static_cast<std::size_t>(count));
}

Tally::Tally(const Plan& plan, std::span<const By> grouping) : arms_(plan.arms.size()) {
  constexpr double endless = std::numeric_limits<double>::infinity();
  groups_.push_back({"everybody", By::age, {"everybody", -endless, endless}});
  for (const By by : grouping) {
    ranges_.push_back(add_groups(by, bands_of(by)));
  }
  narrow_fat_ = add_groups(By::fat, narrow_fat_bands());
  numbers_.assign(arms_ * groups_.size() * width, 0);
}

GroupRange Tally::add_groups(By by, const std::vector<Band>& bands) {
  const GroupRange range{by, groups_.size(), bands.size()};
  for (const Band& band : bands) {
    groups_.push_back({band.name, by, band});
  }
  return range;
}

std::size_t Tally::place(std::size_t arm, std::size_t group) const {
  return (arm * groups_.size() + group) * width;
}

void Tally::add_to(std::size_t place, const Row& row) {
  const auto add = [&](Count count, bool yes) {
    numbers_[place + static_cast<std::size_t>(count)] += yes ? 1 : 0;
  };
  const bool is_solved = row.status != static_cast<std::uint8_t>(Status::not_solved);
  add(Count::people, true);
  add(Count::solved, is_solved);
  if (!is_solved) {
    return;
  }
  add(Count::frozen, row.frozen_depth > 0.0F);
  add(Count::analgesia, row.analgesia_duration > 0.0F);
  add(Count::numb, row.numb_duration > 0.0F);
  add(Count::warning, row.warning_duration > 0.0F);
  add(Count::freezing, row.freezing_duration > 0.0F);
  const std::array<float, tissue_count> temperatures = coldest_of(row);
  for (std::size_t tissue = 0; tissue < tissue_count; ++tissue) {
    const std::size_t begin = place + counts + tissue * steps;
    ++numbers_[begin + step_of(static_cast<double>(temperatures.at(tissue)))];
  }
}

void Tally::add(std::size_t arm, std::span<const Row> rows) {
  for (const Row& row : rows) {
    for (std::size_t group = 0; group < groups_.size(); ++group) {
      if (is_in(groups_[group], row)) {
        add_to(place(arm, group), row);
      }
    }
  }
}

std::uint64_t Tally::count(std::size_t arm, std::size_t group, Count count) const {
  return numbers_.at(place(arm, group) + static_cast<std::size_t>(count));
}

double Tally::quantile(std::size_t arm, std::size_t group, Tissue tissue, double share) const {
  const double wanted = share * static_cast<double>(count(arm, group, Count::solved));
  const std::size_t begin = place(arm, group) + counts + static_cast<std::size_t>(tissue) * steps;
  double below = 0.0;
  for (std::size_t i = 0; i < steps; ++i) {
    const auto here = static_cast<double>(numbers_.at(begin + i));
    if (here > 0.0 && below + here >= wanted) {
      return coldest + step * (static_cast<double>(i) + (wanted - below) / here);
    }
    below += here;
  }
  return std::numeric_limits<double>::quiet_NaN();
}

}  // namespace coldplan::cohort
