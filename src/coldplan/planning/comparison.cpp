#include "coldplan/planning/comparison.h"

#include <algorithm>
#include <array>

#include "coldplan/applicator/forms.h"
#include "coldplan/facts/facts.h"
#include "coldplan/planning/version.h"

namespace coldplan::planning {
namespace {

namespace landmark = anatomy::landmark;

const std::array shown{landmark::skin,       landmark::interface,  landmark::muscle_1cm,
                       landmark::muscle_2cm, landmark::muscle_3cm, landmark::facet};

simulation::Summary summary_of(const simulation::BackHistory& history, const std::string& name) {
  return simulation::summarize(simulation::trace_of(history, name), history.interval,
                               history.removal);
}

/// The same session on the same person with fat at either end of its spread.
struct Ends {
  simulation::BackHistory thin;
  simulation::BackHistory thick;
};

Expected<Ends> ends_of(const person::Person& person, const simulation::Session& session) {
  auto thin = simulation::simulate(build_at(person, anatomy::FatQuantile::p05), session);
  if (!thin) {
    return tl::unexpected(thin.error());
  }
  auto thick = simulation::simulate(build_at(person, anatomy::FatQuantile::p95), session);
  if (!thick) {
    return tl::unexpected(thick.error());
  }
  return Ends{std::move(*thin), std::move(*thick)};
}

TissueRow row_of(const std::string& name, const simulation::BackHistory& median, const Ends& ends) {
  TissueRow row;
  row.name = name;
  row.depth = simulation::trace_of(median, name).depth;
  row.summary = summary_of(median, name);
  const double thin = summary_of(ends.thin, name).coldest;
  const double thick = summary_of(ends.thick, name).coldest;
  // Skin gets colder under more fat, deep tissue less cold: either end of the fat may be the colder
  // one.
  row.spread = {row.summary.coldest, std::min({thin, thick, row.summary.coldest}),
                std::max({thin, thick, row.summary.coldest})};
  return row;
}

Expected<void> add_towel(FormOutcome& outcome, const anatomy::Build& build) {
  simulation::Session over_towel = outcome.session;
  over_towel.use.barriers.push_back(applicator::Barrier::dry_towel);
  const auto history = simulation::simulate(build, over_towel);
  if (!history) {
    return tl::unexpected(history.error());
  }
  outcome.skin_with_towel = summary_of(*history, landmark::skin);
  outcome.muscle_with_towel = summary_of(*history, landmark::muscle_2cm);
  return {};
}

bool wished(const person::Wishes& wishes, const std::string& family) {
  return wishes.forms.empty() ||
         std::find(wishes.forms.begin(), wishes.forms.end(), family) != wishes.forms.end();
}

std::vector<std::string> families_without_forms(const person::Wishes& wishes,
                                                const std::vector<applicator::Form>& forms) {
  std::vector<std::string> missing;
  std::copy_if(wishes.forms.begin(), wishes.forms.end(), std::back_inserter(missing),
               [&](const std::string& family) {
                 return std::none_of(forms.begin(), forms.end(), [&](const applicator::Form& form) {
                   return form.family == family;
                 });
               });
  return missing;
}

}  // namespace

Expected<FormOutcome> predict(const person::Person& person, const simulation::Session& session,
                              bool with_towel) {
  const anatomy::Build build = anatomy::median_build(person);
  auto median = simulation::simulate(build, session);
  if (!median) {
    return tl::unexpected(median.error());
  }
  const auto ends = ends_of(person, session);
  if (!ends) {
    return tl::unexpected(ends.error());
  }

  FormOutcome outcome;
  outcome.session = session;
  for (const std::string& name : shown) {
    outcome.rows.push_back(row_of(name, *median, *ends));
  }
  outcome.time_below_analgesia =
      simulation::time_below(simulation::trace_of(*median, landmark::skin).temperature,
                             median->interval, analgesia_temperature());
  outcome.heat_taken = median->heat_taken;
  outcome.heat_taken_per_area = median->heat_taken / session.form.pack.area;
  // The flag is for the coldest that this person's skin may get, not for the middle of the spread.
  outcome.flags = skin_flags(outcome.rows.front().spread.p05);
  outcome.would_freeze =
      median->would_freeze || ends->thin.would_freeze || ends->thick.would_freeze;
  if (with_towel) {
    if (auto added = add_towel(outcome, build); !added) {
      return tl::unexpected(added.error());
    }
  }
  outcome.history = std::move(*median);
  return outcome;
}

Expected<Comparison> compare(const person::Case& subject) {
  Comparison comparison;
  comparison.person = subject.person;
  comparison.anthropometry = person::anthropometry(subject.person);
  comparison.build = anatomy::median_build(subject.person);
  comparison.units = subject.wishes.units.value_or(quantity::UnitSystem::metric);
  comparison.warnings = comparison.anthropometry.warnings;
  comparison.version = version();
  comparison.data_hash = facts::data_hash();
  const std::vector<applicator::Form> forms = applicator::all_forms();
  comparison.families_not_predicted = families_without_forms(subject.wishes, forms);
  for (const applicator::Form& form : forms) {
    if (!wished(subject.wishes, form.family)) {
      continue;
    }
    auto outcome = predict(subject.person, simulation::usual_session(form), true);
    if (!outcome) {
      return tl::unexpected(under(form.id, outcome.error()));
    }
    comparison.forms.push_back(std::move(*outcome));
  }
  return comparison;
}

}  // namespace coldplan::planning
