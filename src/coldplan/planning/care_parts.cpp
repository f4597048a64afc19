#include "coldplan/planning/care_parts.h"

#include <algorithm>
#include <array>

#include "coldplan/screening/evaluator.h"
#include "coldplan/screening/tables.h"

namespace coldplan::planning {
namespace {

using screening::Urgency;

constexpr std::string_view sedating = "opioids or sedatives";
constexpr std::string_view tablets = "NSAID tablets";
constexpr std::string_view anti_inflammatory_code = "M01A";  // ATC: non-steroidal products

std::vector<std::string> keys_of(std::span<const std::string_view> sources) {
  return {sources.begin(), sources.end()};
}

screening::Truth takes_sedatives(const person::Case& given, const screening::Screening& screened) {
  constexpr std::array<std::string_view, 1> yes{"yes"};
  return screening::truth_of({"sedatives", yes, std::nullopt, std::nullopt},
                             {given, screened.warnings, screened.medicines});
}

bool takes_anti_inflammatory(const screening::Screening& screened) {
  return std::any_of(screened.medicines.begin(), screened.medicines.end(),
                     [](const screening::TakenMedicine& taken) {
                       return taken.known != nullptr &&
                              taken.known->code.starts_with(anti_inflammatory_code);
                     });
}

SeeSomeone raised_of(const screening::RaisedFlag& raised) {
  SeeReason reason = raised.is_unsure ? SeeReason::unsure : SeeReason::raised;
  if (raised.reviewed) {
    reason = SeeReason::looked_into;
  }
  const screening::Flag& flag = *raised.flag;
  return {reason,
          std::string{flag.id},
          raised.urgency,
          std::string{flag.question},
          std::string{flag.action},
          keys_of(flag.sources)};
}

SeeSomeone open_of(const screening::Flag& flag) {
  return {SeeReason::not_answered,    std::string{flag.id},     flag.urgency,
          std::string{flag.question}, std::string{flag.action}, keys_of(flag.sources)};
}

void add_providers(std::vector<Provider>& providers, std::string_view need) {
  for (const Need& each : care_data().needs) {
    for (const Provider& first : each.first) {
      const bool is_new =
          std::none_of(providers.begin(), providers.end(), [&first](const Provider& known) {
            return known.code == first.code && known.name == first.name;
          });
      if (each.need == need && is_new) {
        providers.push_back(first);
      }
    }
  }
}

}  // namespace

std::vector<PlannedCombination> combinations_of(const person::Case& given,
                                                const screening::Screening& screened) {
  std::vector<PlannedCombination> planned;
  for (const Combination& each : care_data().combining) {
    Relevance relevance = Relevance::anyone;
    if (each.with == sedating) {
      const screening::Truth truth = takes_sedatives(given, screened);
      if (truth == screening::Truth::no) {
        continue;
      }
      relevance = truth == screening::Truth::yes ? Relevance::reported : Relevance::not_known;
    } else if (each.with == tablets && takes_anti_inflammatory(screened)) {
      relevance = Relevance::reported;
    }
    planned.push_back({each.with, each.advice, relevance, each.sources});
  }
  return planned;
}

std::vector<SeeSomeone> see_someone_of(const screening::Warnings& warnings,
                                       std::span<const StageData* const> stages) {
  std::vector<SeeSomeone> rows;
  for (const screening::RaisedFlag& raised : warnings.raised) {
    rows.push_back(raised_of(raised));
  }
  for (const screening::Flag* flag : warnings.open) {
    rows.push_back(open_of(*flag));
  }
  // What is up goes before what might be; a sign that somebody looked into is a note.
  const auto place = [](const SeeSomeone& row) {
    const bool is_up = row.reason == SeeReason::raised || row.reason == SeeReason::unsure;
    const int group = is_up ? 0 : row.reason == SeeReason::not_answered ? 1 : 2;
    return std::pair{group, -static_cast<int>(row.urgency)};
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&place](const SeeSomeone& one, const SeeSomeone& other) {
                     return place(one) < place(other);
                   });
  for (const StageData* stage : stages) {
    rows.push_back({SeeReason::review, "", Urgency::routine, stage->review, "", stage->sources});
  }
  return rows;
}

Review review_of(std::span<const StageData* const> stages, std::string_view today) {
  Review review;
  for (const StageData* stage : stages) {
    review.rules.push_back({stage->review, stage->sources});
    if (stage->review_weeks) {
      review.weeks =
          review.weeks ? std::min(*review.weeks, *stage->review_weeks) : *stage->review_weeks;
    }
  }
  if (review.weeks) {
    review.date = day_after(today, *review.weeks);
  }
  return review;
}

std::vector<PlannedStopSign> planned_stop_signs() {
  std::vector<PlannedStopSign> signs;
  for (const screening::StopSign& each : screening::stop_signs()) {
    signs.push_back({std::string{each.sign}, std::string{each.meaning}, std::string{each.action},
                     keys_of(each.sources)});
  }
  return signs;
}

std::vector<Provider> providers_of(std::span<const StageData* const> stages,
                                   const screening::Warnings& warnings) {
  std::vector<Provider> providers;
  for (const StageData* stage : stages) {
    add_providers(providers, stage->provider_need);
  }
  const bool is_inflammatory = std::any_of(
      warnings.raised.begin(), warnings.raised.end(), [](const screening::RaisedFlag& raised) {
        return raised.flag->id == "rf-inflammatory" && !raised.is_unsure;
      });
  if (is_inflammatory) {
    add_providers(providers, "inflammatory features");
  }
  return providers;
}

}  // namespace coldplan::planning
