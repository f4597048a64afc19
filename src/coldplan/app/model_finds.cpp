#include "coldplan/app/model_finds.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "coldplan/anatomy/back.h"
#include "coldplan/planning/comparison.h"
#include "coldplan/report/text.h"

namespace coldplan::app {
namespace {

/// The person of the README's example by flags.
constexpr person::Person example{person::Sex::female, 58.0, 1.65, 78.0};

std::string degrees(double celsius) {
  return report::degrees(celsius, quantity::UnitSystem::metric);
}

/// "9.8 °C (5 to 95 %: 5.8 to 15.7)", of the coldest of a tissue.
std::string coldest(const planning::FormOutcome& outcome, const std::string& tissue) {
  const auto row = std::find_if(outcome.rows.begin(), outcome.rows.end(),
                                [&](const auto& each) { return each.name == tissue; });
  if (row == outcome.rows.end()) {
    throw std::out_of_range("a prediction has no row for " + tissue);
  }
  return fmt::format("{} °C (5 to 95 %: {} to {})", degrees(row->coldest.median),
                     degrees(row->coldest.p05), degrees(row->coldest.p95));
}

}  // namespace

std::string model_finds(const applicator::Form& form) {
  const auto session = simulation::usual_session(form);
  if (const auto usable = applicator::check(form, session.use); !usable) {
    Error error = usable.error();
    error.place = "";
    return fmt::format("Nothing: it cannot be computed. {}.", message(error));
  }
  const auto outcome = planning::predict(example, session, false);
  const std::string use = report::use_line(session);
  if (!outcome) {
    return fmt::format("The model cannot compute the usual session, {}: {}.", use,
                       message(outcome.error()));
  }
  const std::string under =
      form.skin_only ? "Under the skin nothing was measured, so nothing is claimed there."
                     : fmt::format("Muscle 2 cm under the fat comes down to {}.",
                                   coldest(*outcome, anatomy::landmark::muscle_2cm));
  return fmt::format("{}: {} brings skin down to {}. {}",
                     report::person_line(example, quantity::UnitSystem::metric), use,
                     coldest(*outcome, anatomy::landmark::skin), under);
}

}  // namespace coldplan::app
