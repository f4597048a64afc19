#include "coldplan/evidence/study_scale.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace coldplan::evidence {
namespace {

std::string studies_words(std::ptrdiff_t count) {
  return fmt::format("{} {}", count, count == 1 ? "study" : "studies");
}

bool is_extreme(const Proportion& proportion) {
  return proportion.events == 0.0 || proportion.events == proportion.n;
}

}  // namespace

std::optional<BackScale> back_scale(const StudyTable& table, std::span<const std::size_t> studies) {
  if (const BackTransform* back = back_transform(table.measure); back != nullptr) {
    return BackScale{back->words, back->transform};
  }
  if (table.measure != Measure::PFT || table.people.empty()) {
    return std::nullopt;
  }
  std::vector<double> people;
  for (const std::size_t study : studies) {
    people.push_back(table.people[study]);
  }
  const double mean = harmonic_mean(studies.empty() ? table.people : people);
  return BackScale{"proportion",
                   [mean](double angle) { return inverse_double_arcsine(angle, mean); }};
}

void note_added(StudyTable& table, std::span<const TwoByTwo> counts, const EffectOptions& options) {
  const auto empty = std::count_if(counts.begin(), counts.end(), has_zero_cell);
  if (options.to == ZeroCells::none || empty == 0) {
    return;
  }
  table.added_note =
      fmt::format("{} is added to each cell of {}", options.add,
                  options.to == ZeroCells::all ? std::string{"every study"}
                                               : studies_words(empty) + " with an empty cell");
  table.notes.push_back(table.added_note);
}

void note_proportions(StudyTable& table, std::span<const Proportion> proportions,
                      const EffectOptions& options) {
  for (const Proportion& each : proportions) {
    table.people.push_back(each.n);
  }
  const auto extreme = std::count_if(proportions.begin(), proportions.end(), is_extreme);
  const bool adds = table.measure == Measure::PR || table.measure == Measure::PLO;
  if (!adds || options.to == ZeroCells::none || (extreme == 0 && options.to != ZeroCells::all)) {
    return;
  }
  table.added_note =
      fmt::format("{} is added to the events and to the others of {}", options.add,
                  options.to == ZeroCells::all ? std::string{"every study"}
                                               : studies_words(extreme) + " where either is 0");
  table.notes.push_back(table.added_note);
}

void note_scale(StudyTable& table) {
  if (table.measure != Measure::PFT) {
    return;
  }
  std::string note = "effects are on the double-arcsine scale, not a proportion";
  if (!table.people.empty()) {
    note += fmt::format(
        "; what is told as a proportion is by the harmonic mean of ni, {:.4g} "
        "(Miller 1978)",
        harmonic_mean(table.people));
  }
  table.notes.push_back(std::move(note));
}

}  // namespace coldplan::evidence
