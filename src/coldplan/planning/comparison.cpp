#include "coldplan/planning/comparison.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/variation.h"
#include "coldplan/facts/facts.h"
#include "coldplan/planning/drawn_numbers.h"
#include "coldplan/planning/driver.h"
#include "coldplan/planning/person_draws.h"
#include "coldplan/planning/version.h"
#include "coldplan/planning/warnings.h"

namespace coldplan::planning {
namespace {

namespace landmark = anatomy::landmark;
using simulation::BackHistory;
using simulation::Session;

simulation::Summary summary_of(const BackHistory& history, const std::string& name) {
  return simulation::summarize(history.time, simulation::trace_of(history, name), history.removal);
}

/// One session under all draws.
struct Drawn {
  std::span<const PersonDraw> draws;
  std::span<const DrawnNumbers> numbers;
};

/// One number of all draws.
template <typename Read>
std::vector<double> read_all(const Drawn& drawn, const Read& read) {
  std::vector<double> values;
  std::transform(drawn.numbers.begin(), drawn.numbers.end(), std::back_inserter(values), read);
  return values;
}

template <typename Read>
Interval interval_over(const Drawn& drawn, const Read& read) {
  return interval_of(read_all(drawn, read));
}

simulation::Summary median_of(const Drawn& drawn, std::size_t place) {
  const auto median = [&](double simulation::Summary::*member) {
    return interval_over(drawn,
                         [&](const DrawnNumbers& each) { return each.tissues[place].*member; })
        .median;
  };
  using simulation::Summary;
  return {median(&Summary::start), median(&Summary::end), median(&Summary::coldest),
          median(&Summary::coldest_time)};
}

TissueRow row_of(std::size_t place, const Drawn& drawn, const FormOutcome& outcome) {
  const auto coldest = [place](const DrawnNumbers& each) { return each.tissues[place].coldest; };
  const std::string& name = shown_landmarks()[place];
  TissueRow row;
  row.name = name;
  row.depth = simulation::trace_of(outcome.history, name).depth;
  row.median = median_of(drawn, place);
  row.summary = summary_of(outcome.history, name);
  row.coldest = interval_over(drawn, coldest);
  const Where where{.is_skin = place == 0, .is_midline = name == landmark::facet};
  row.driver = driver_of(read_all(drawn, coldest),
                         drawn_inputs(drawn.draws, drawn.numbers, outcome.session.form, where));
  return row;
}

void add_intervals(FormOutcome& outcome, const Drawn& drawn) {
  outcome.time_below_analgesia =
      interval_over(drawn, [](const DrawnNumbers& each) { return each.time_below_analgesia; });
  const auto still_below =
      std::count_if(drawn.numbers.begin(), drawn.numbers.end(),
                    [](const DrawnNumbers& each) { return each.below_analgesia_at_end; });
  outcome.below_analgesia_at_end = 2 * still_below > std::ssize(drawn.numbers);
  outcome.heat_taken =
      interval_over(drawn, [](const DrawnNumbers& each) { return each.heat_taken; });
  outcome.frozen_depth =
      interval_over(drawn, [](const DrawnNumbers& each) { return each.frozen_depth; });
}

/// A session with the form's numbers in the middle of what is known.
Session likeliest(const Session& session) {
  Session drawn = session;
  drawn.form = applicator::drawn(session.form, session.use, posterior::central());
  return drawn;
}

double contact_conductance(const Session& session) {
  const applicator::Contact* contact = applicator::contact_of(session.form.source);
  return contact == nullptr
             ? 0.0
             : applicator::contact_conductance(*contact, session.use, posterior::central());
}

/// Forms on bare skin that labels want something under.
bool asks_for_a_barrier(const Session& session) {
  return session.form.asked_barrier && session.use.barriers.empty();
}

/// The courses of a session that are shown, in the likeliest person.
struct Shown {
  Expected<BackHistory> history;
  std::optional<Expected<BackHistory>> over_barrier;
};

std::vector<Shown> shown_courses(const person::Person& person, std::span<const Session> sessions,
                                 bool with_barrier) {
  const anatomy::Build build = anatomy::median_build(person, posterior::central());
  std::vector<simulation::Subject> subjects;
  for (const Session& session : sessions) {
    subjects.push_back({build, likeliest(session), posterior::central()});
    if (with_barrier && asks_for_a_barrier(session)) {
      subjects.push_back(subjects.back());
      subjects.back().session.use.barriers.push_back(*session.form.asked_barrier);
    }
  }
  auto solved = simulation::simulate_all(subjects);
  std::vector<Shown> shown;
  auto next = solved.begin();
  for (const Session& session : sessions) {
    shown.push_back({std::move(*next++), std::nullopt});
    if (with_barrier && asks_for_a_barrier(session)) {
      shown.back().over_barrier = std::move(*next++);
    }
  }
  return shown;
}

Expected<FormOutcome> outcome_of(const Session& session, Shown shown, const Drawn& drawn) {
  if (shown.over_barrier && !*shown.over_barrier) {
    return tl::unexpected(shown.over_barrier->error());
  }
  FormOutcome outcome;
  outcome.session = session;
  outcome.history = std::move(*shown.history);
  outcome.contact_conductance = contact_conductance(likeliest(session));
  outcome.warnings = warnings_of(session);
  const std::size_t rows = session.form.skin_only ? 1 : shown_landmarks().size();
  for (std::size_t place = 0; place < rows; ++place) {
    outcome.rows.push_back(row_of(place, drawn, outcome));
  }
  add_intervals(outcome, drawn);
  // The flag is for the coldest that this skin may get, not for the middle of the spread.
  outcome.flags = skin_flags(outcome.rows.front().coldest.p05);
  if (shown.over_barrier) {
    outcome.skin_over_barrier = summary_of(**shown.over_barrier, landmark::skin);
    outcome.muscle_over_barrier = summary_of(**shown.over_barrier, landmark::muscle_2cm);
  }
  return outcome;
}

/// All sessions on one person, in one batch of the courses that are shown and one of the draws.
std::vector<Expected<FormOutcome>> predict_all(const person::Person& person,
                                               std::span<const Session> sessions,
                                               bool with_barrier) {
  std::vector<Shown> shown = shown_courses(person, sessions, with_barrier);
  // What cannot be simulated, or is no session at all, is not drawn.
  std::vector<Session> sound;
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    if (shown[i].history) {
      sound.push_back(sessions[i]);
    }
  }
  const std::vector<PersonDraw> draws = person_draws(person);
  const auto drawn = drawn_numbers(draws, sound);
  auto next = drawn.begin();
  std::vector<Expected<FormOutcome>> outcomes;
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    if (!shown[i].history) {
      outcomes.emplace_back(tl::unexpected(shown[i].history.error()));
    } else if (const auto& numbers = *next++; !numbers) {
      outcomes.emplace_back(tl::unexpected(numbers.error()));
    } else {
      outcomes.push_back(outcome_of(sessions[i], std::move(shown[i]), {draws, *numbers}));
    }
  }
  return outcomes;
}

/// What screening says of the variant that a form is of; none where its family is not wished for.
const screening::FormScreening* screened(const screening::Screening& result,
                                         const applicator::Form& form) {
  for (const screening::FamilyScreening& family : result.families) {
    for (const screening::FormScreening& each : family.forms) {
      if (each.variant->id == form.variant && family.family == form.family) {
        return &each;
      }
    }
  }
  return nullptr;
}

/// The forms that are compared, and those that are not, with the reason.
struct Chosen {
  std::vector<Session> sessions;
  std::vector<NotPredicted> unknown;
  std::vector<NotPredicted> ruled_out;
};

Chosen chosen_forms(const std::vector<applicator::Form>& forms,
                    const screening::Screening& result) {
  Chosen chosen;
  for (const applicator::Form& form : forms) {
    const screening::FormScreening* verdict = screened(result, form);
    if (!applicator::is_therapy(form) || verdict == nullptr) {
      continue;
    }
    if (verdict->level == screening::Level::not_for_you) {
      chosen.ruled_out.push_back(
          {form.id, form.family, form.name, std::string{verdict->reasons.front().rule->id}});
      continue;
    }
    const Session session = simulation::usual_session(form);
    if (const auto fit = simulation::check(session); fit) {
      chosen.sessions.push_back(session);
    } else {
      chosen.unknown.push_back({form.id, form.family, form.name, fit.error().mend});
    }
  }
  return chosen;
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
  return std::move(predict_all(person, {&session, 1}, with_barrier).front());
}

Expected<Comparison> compare_sessions(const person::Person& person,
                                      std::span<const Session> sessions, quantity::UnitSystem units,
                                      bool with_barrier) {
  Comparison comparison;
  comparison.person = person;
  comparison.anthropometry = person::anthropometry(person);
  comparison.build = anatomy::median_build(person, posterior::central());
  comparison.units = units;
  comparison.warnings = comparison.anthropometry.warnings;
  comparison.version = version();
  comparison.data_hash = facts::data_hash();
  comparison.posterior = posterior::provenance();
  auto outcomes = predict_all(person, sessions, with_barrier);
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    auto& outcome = outcomes[i];
    if (!outcome) {
      return tl::unexpected(under(sessions[i].form.id, outcome.error()));
    }
    comparison.forms.push_back(std::move(*outcome));
  }
  return comparison;
}

Expected<Comparison> compare(const person::Case& subject, std::string_view today) {
  const std::vector<applicator::Form> forms = applicator::all_forms();
  screening::Screening result = screening::screen(subject, today);
  Chosen chosen = chosen_forms(forms, result);
  auto comparison =
      compare_sessions(subject.person, chosen.sessions,
                       subject.wishes.units.value_or(quantity::UnitSystem::metric), true);
  if (comparison) {
    comparison->forms_not_predicted = std::move(chosen.unknown);
    comparison->forms_ruled_out = std::move(chosen.ruled_out);
    comparison->families_not_predicted = families_without_forms(subject.wishes, forms);
    comparison->screening = std::move(result);
  }
  return comparison;
}

}  // namespace coldplan::planning
