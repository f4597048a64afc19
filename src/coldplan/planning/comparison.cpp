#include "coldplan/planning/comparison.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/planning/version.h"

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

/// The same session at the median and with each uncertain input at its two ends.
struct Runs {
  BackHistory median;
  BackHistory thin;
  BackHistory thick;
  BackHistory poor_contact;
  BackHistory good_contact;
};

Session with_contact(Session session, double conductance) {
  applicator::Pack& pack = session.form.pack;
  pack = applicator::with_contact(pack, conductance / pack.contact.usual);
  return session;
}

Expected<Runs> run_all(const person::Person& person, const Session& session) {
  using anatomy::FatQuantile;
  const applicator::Contact& contact = session.form.pack.contact;
  struct Variant {
    BackHistory Runs::*into;
    FatQuantile fat;
    double contact;
  };
  const std::array variants{
      Variant{&Runs::median, FatQuantile::median, contact.usual},
      Variant{&Runs::thin, FatQuantile::p05, contact.usual},
      Variant{&Runs::thick, FatQuantile::p95, contact.usual},
      Variant{&Runs::poor_contact, FatQuantile::median, contact.low},
      Variant{&Runs::good_contact, FatQuantile::median, contact.high},
  };
  Runs runs;
  for (const Variant& variant : variants) {
    auto history = simulation::simulate(anatomy::build_at(person, variant.fat),
                                        with_contact(session, variant.contact));
    if (!history) {
      return tl::unexpected(history.error());
    }
    runs.*variant.into = std::move(*history);
  }
  return runs;
}

/// Any number read from a history, with its ends under either input.
template <typename Read>
std::array<Ends, 2> ends_of(const Runs& runs, const Read& read) {
  return {Ends{read(runs.thin), read(runs.thick)},
          Ends{read(runs.poor_contact), read(runs.good_contact)}};
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
  const auto [fat, contact] = ends_of(runs, coldest);
  const double median = row.summary.coldest;
  row.driver = width_of(median, fat) > width_of(median, contact) ? "fat" : "contact";
  return row;
}

/// A time cannot be negative, nor longer than the history.
Interval clipped(Interval interval, double longest) {
  interval.p05 = std::max(interval.p05, 0.0);
  interval.p95 = std::min(interval.p95, longest);
  return interval;
}

std::vector<std::string> warnings_of(const Session& session) {
  namespace id = facts::id::body;
  // numerical: a definition.
  constexpr double seconds_per_minute = 60.0;
  std::vector<std::string> warnings;
  if (session.duration > session.form.longest) {
    warnings.push_back(
        fmt::format("Longer than the {:g} minutes that labels and teaching pages allow.",
                    session.form.longest / seconds_per_minute));
  }
  const double room = session.use.room_temperature;
  const double low = facts::value(id::room_checked_low);
  const double high = facts::value(id::room_checked_high);
  if (room < low || room > high) {
    warnings.push_back(fmt::format(
        "The model was checked in rooms of {:g} to {:g} °C only; outside, resting blood "
        "flow and sweating change, which it does not know.",
        low, high));
  }
  return warnings;
}

Expected<void> add_towel(FormOutcome& outcome, const anatomy::Build& build) {
  Session over_towel = outcome.session;
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

Expected<FormOutcome> predict(const person::Person& person, const Session& session,
                              bool with_towel) {
  auto runs = run_all(person, session);
  if (!runs) {
    return tl::unexpected(runs.error());
  }
  FormOutcome outcome;
  outcome.session = session;
  outcome.warnings = warnings_of(session);
  for (const std::string& name : shown) {
    outcome.rows.push_back(row_of(name, *runs));
  }
  outcome.time_below_analgesia =
      clipped(interval_of(*runs, time_below_analgesia), runs->median.time.back());
  outcome.heat_taken =
      interval_of(*runs, [](const BackHistory& history) { return history.heat_taken; });
  // The flag is for the coldest that this skin may get, not for the middle of the spread.
  outcome.flags = skin_flags(outcome.rows.front().coldest.p05);
  if (with_towel) {
    if (auto added = add_towel(outcome, anatomy::median_build(person)); !added) {
      return tl::unexpected(added.error());
    }
  }
  outcome.history = std::move(runs->median);
  return outcome;
}

Expected<Comparison> compare_sessions(const person::Person& person,
                                      std::span<const Session> sessions, quantity::UnitSystem units,
                                      bool with_towel) {
  Comparison comparison;
  comparison.person = person;
  comparison.anthropometry = person::anthropometry(person);
  comparison.build = anatomy::median_build(person);
  comparison.units = units;
  comparison.warnings = comparison.anthropometry.warnings;
  comparison.version = version();
  comparison.data_hash = facts::data_hash();
  for (const Session& session : sessions) {
    auto outcome = predict(person, session, with_towel);
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
  for (const applicator::Form& form : forms) {
    if (wished(subject.wishes, form.family)) {
      sessions.push_back(simulation::usual_session(form));
    }
  }
  auto comparison = compare_sessions(
      subject.person, sessions, subject.wishes.units.value_or(quantity::UnitSystem::metric), true);
  if (comparison) {
    comparison->families_not_predicted = families_without_forms(subject.wishes, forms);
  }
  return comparison;
}

}  // namespace coldplan::planning
