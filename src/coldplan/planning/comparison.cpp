#include "coldplan/planning/comparison.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/variation.h"
#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/planning/version.h"
#include "coldplan/planning/warnings.h"

namespace coldplan::planning {
namespace {

namespace landmark = anatomy::landmark;
using simulation::BackHistory;
using simulation::Session;

const std::array shown{landmark::skin,       landmark::interface,  landmark::muscle_1cm,
                       landmark::muscle_2cm, landmark::muscle_3cm, landmark::facet};

simulation::Summary summary_of(const BackHistory& history, const std::string& name) {
  return simulation::summarize(history.time, simulation::trace_of(history, name), history.removal);
}

double time_below_analgesia(const BackHistory& history) {
  const auto& skin = simulation::trace_of(history, landmark::skin).temperature;
  return simulation::time_below(history.time, skin, analgesia_temperature());
}

/// A number at its two ends: the one that cools least, the one that cools most.
struct EndRuns {
  std::string name;
  BackHistory weak;
  BackHistory strong;
};

/// The same session at the median and with each uncertain input at its two ends.
struct Runs {
  BackHistory median;
  std::vector<EndRuns> inputs;  ///< fat first
};

/// What is asked of the batch: the median, then each input at its weak and its strong end.
struct Asked {
  std::vector<simulation::Subject> subjects;
  std::vector<std::string> inputs;
};

Asked asked_of(const person::Person& person, const Session& session) {
  using anatomy::FatQuantile;
  const anatomy::Build median = anatomy::build_at(person, FatQuantile::median);
  // Thick fat keeps the cold from the muscle: the end that cools least, but for the skin.
  Asked asked{{{median, session},
               {anatomy::build_at(person, FatQuantile::p95), session},
               {anatomy::build_at(person, FatQuantile::p05), session}},
              {"fat"}};
  for (const applicator::Variation& variation : applicator::variations(session.form, session.use)) {
    for (const applicator::Form* end : {&variation.weak, &variation.strong}) {
      asked.subjects.push_back({median, session});
      asked.subjects.back().session.form = *end;
    }
    asked.inputs.push_back(variation.name);
  }
  return asked;
}

Expected<Runs> run_all(const person::Person& person, const Session& session) {
  const Asked asked = asked_of(person, session);
  auto solved = simulation::simulate_all(asked.subjects);
  for (const auto& each : solved) {
    if (!each) {
      return tl::unexpected(each.error());
    }
  }
  Runs runs{std::move(*solved[0]), {}};
  for (std::size_t i = 0; i < asked.inputs.size(); ++i) {
    runs.inputs.push_back(
        {asked.inputs[i], std::move(*solved[2 * i + 1]), std::move(*solved[2 * i + 2])});
  }
  return runs;
}

/// Any number read from a history, with its ends under each input.
template <typename Read>
std::vector<Ends> ends_of(const Runs& runs, const Read& read) {
  std::vector<Ends> ends;
  std::transform(runs.inputs.begin(), runs.inputs.end(), std::back_inserter(ends),
                 [&read](const EndRuns& input) {
                   return Ends{read(input.strong), read(input.weak)};
                 });
  return ends;
}

/// The input that moves a number most.
template <typename Read>
std::string driver_of(const Runs& runs, const Read& read) {
  const std::vector<Ends> ends = ends_of(runs, read);
  const double median = read(runs.median);
  const auto widest =
      std::max_element(ends.begin(), ends.end(), [median](const Ends& one, const Ends& other) {
        return width_of(median, one) < width_of(median, other);
      });
  return runs.inputs[static_cast<std::size_t>(widest - ends.begin())].name;
}

template <typename Read>
Interval interval_of(const Runs& runs, const Read& read) {
  return combine(read(runs.median), ends_of(runs, read));
}

TissueRow row_of(const std::string& name, const Runs& runs) {
  const auto coldest = [&name](const BackHistory& history) {
    return summary_of(history, name).coldest;
  };
  TissueRow row;
  row.name = name;
  row.depth = simulation::trace_of(runs.median, name).depth;
  row.summary = summary_of(runs.median, name);
  row.coldest = interval_of(runs, coldest);
  row.driver = driver_of(runs, coldest);
  return row;
}

/// A time cannot be negative, nor longer than the history.
Interval clipped(Interval interval, double longest) {
  interval.p05 = std::max(interval.p05, 0.0);
  interval.p95 = std::min(interval.p95, longest);
  return interval;
}

Expected<void> add_barrier(FormOutcome& outcome, const anatomy::Build& build) {
  Session over_barrier = outcome.session;
  over_barrier.use.barriers.push_back(*outcome.session.form.asked_barrier);
  const auto history = simulation::simulate(build, over_barrier);
  if (!history) {
    return tl::unexpected(history.error());
  }
  outcome.skin_over_barrier = summary_of(*history, landmark::skin);
  outcome.muscle_over_barrier = summary_of(*history, landmark::muscle_2cm);
  return {};
}

bool wished(const person::Wishes& wishes, const std::string& family) {
  return wishes.forms.empty() ||
         std::find(wishes.forms.begin(), wishes.forms.end(), family) != wishes.forms.end();
}

/// Skin cannot freeze deeper than to nothing.
Interval frozen_depth_of(const Runs& runs) {
  Interval depth = interval_of(runs, [](const BackHistory& history) {
    return std::max(history.paraspinal.deepest_frozen, history.midline.deepest_frozen);
  });
  depth.p05 = std::max(depth.p05, 0.0);
  return depth;
}

/// Forms on bare skin that labels want something under.
bool asks_for_a_barrier(const Session& session) {
  return session.form.asked_barrier && session.use.barriers.empty();
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

Expected<FormOutcome> predict(const person::Person& person, const Session& session,
                              bool with_barrier) {
  auto runs = run_all(person, session);
  if (!runs) {
    return tl::unexpected(runs.error());
  }
  FormOutcome outcome;
  outcome.session = session;
  outcome.warnings = warnings_of(session);
  for (const std::string& name : shown) {
    if (!session.form.skin_only || name == landmark::skin) {
      outcome.rows.push_back(row_of(name, *runs));
    }
  }
  outcome.frozen_depth = frozen_depth_of(*runs);
  outcome.time_below_analgesia =
      clipped(interval_of(*runs, time_below_analgesia), runs->median.time.back());
  outcome.below_analgesia_at_end =
      simulation::trace_of(runs->median, landmark::skin).temperature.back() <
      analgesia_temperature();
  outcome.heat_taken =
      interval_of(*runs, [](const BackHistory& history) { return history.heat_taken; });
  // The flag is for the coldest that this skin may get, not for the middle of the spread.
  outcome.flags = skin_flags(outcome.rows.front().coldest.p05);
  if (with_barrier && asks_for_a_barrier(session)) {
    if (auto added = add_barrier(outcome, anatomy::median_build(person)); !added) {
      return tl::unexpected(added.error());
    }
  }
  outcome.history = std::move(runs->median);
  return outcome;
}

Expected<Comparison> compare_sessions(const person::Person& person,
                                      std::span<const Session> sessions, quantity::UnitSystem units,
                                      bool with_barrier) {
  Comparison comparison;
  comparison.person = person;
  comparison.anthropometry = person::anthropometry(person);
  comparison.build = anatomy::median_build(person);
  comparison.units = units;
  comparison.warnings = comparison.anthropometry.warnings;
  comparison.version = version();
  comparison.data_hash = facts::data_hash();
  for (const Session& session : sessions) {
    auto outcome = predict(person, session, with_barrier);
    if (!outcome) {
      return tl::unexpected(under(session.form.id, outcome.error()));
    }
    comparison.forms.push_back(std::move(*outcome));
  }
  return comparison;
}

Expected<Comparison> compare(const person::Case& subject) {
  const std::vector<applicator::Form> forms = applicator::all_forms();
  std::vector<Session> sessions;
  std::vector<NotPredicted> unknown;
  for (const applicator::Form& form : forms) {
    if (!applicator::is_therapy(form) || !wished(subject.wishes, form.family)) {
      continue;
    }
    const Session session = simulation::usual_session(form);
    if (const auto fit = simulation::check(session); fit) {
      sessions.push_back(session);
    } else {
      unknown.push_back({form.id, form.family, form.name, fit.error().mend});
    }
  }
  auto comparison = compare_sessions(
      subject.person, sessions, subject.wishes.units.value_or(quantity::UnitSystem::metric), true);
  if (comparison) {
    comparison->forms_not_predicted = std::move(unknown);
    comparison->families_not_predicted = families_without_forms(subject.wishes, forms);
  }
  return comparison;
}

}  // namespace coldplan::planning
