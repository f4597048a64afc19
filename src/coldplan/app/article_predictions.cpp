#include "coldplan/app/article_predictions.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include <fmt/format.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/planning/comparison.h"
#include "coldplan/simulation/session.h"

namespace coldplan::app {
namespace {

simulation::Session session_of(const std::string& id) {
  const auto forms = applicator::all_forms();
  const auto form =
      std::find_if(forms.begin(), forms.end(), [&](const auto& each) { return each.id == id; });
  if (form == forms.end()) {
    throw std::logic_error("an article's answer names a form that is not there: " + id);
  }
  return simulation::usual_session(*form);
}

std::string interval_words(const planning::Interval& coldest) {
  return fmt::format("{:.1f} °C ({:.1f} to {:.1f})", coldest.median, coldest.p05, coldest.p95);
}

const planning::TissueRow& row_at(const planning::FormOutcome& outcome, std::string_view name) {
  return *std::find_if(outcome.rows.begin(), outcome.rows.end(), [&](const auto& row) {
    return std::string_view{row.name}.find(name) != std::string::npos;
  });
}

std::string value_of(const planning::FormOutcome& outcome, const std::string& tissue) {
  if (tissue == "skin_over_barrier") {
    return outcome.skin_over_barrier ? fmt::format("{:.1f} °C", outcome.skin_over_barrier->coldest)
                                     : std::string{"not asked of this form"};
  }
  return interval_words(row_at(outcome, tissue == "skin" ? "skin" : "2 cm").coldest);
}

}  // namespace

Expected<void> predict_numbers(evidence::ArticleCheck& check) {
  for (auto& answer : check.answers) {
    for (auto& number : answer.numbers) {
      if (!number.wanted) {
        continue;
      }
      const auto outcome = planning::predict(check.example, session_of(number.wanted->form), true);
      if (!outcome) {
        return tl::unexpected(outcome.error());
      }
      number.value = value_of(*outcome, number.wanted->tissue);
    }
  }
  return {};
}

}  // namespace coldplan::app
