// What a page relies on, run natively and, compiled by emscripten, under Node. Each check names
// itself; the program returns 1 when one fails.

#include <cstdio>
#include <exception>
#include <string_view>

#include "check.h"
#include "solvers/body.h"

#include "coldplan/applicator/device_file.h"
#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/person/case_file.h"
#include "coldplan/planning/comparison.h"
#include "coldplan/planning/cost_sums.h"
#include "coldplan/planning/coverage.h"
#include "coldplan/posterior/draw.h"
#include "coldplan/posterior/random_draws.h"
#include "coldplan/quantity/units.h"
#include "coldplan/simulation/body_session.h"
#include "coldplan/thermoregulation/whole_body.h"

namespace coldplan::browser_test {
namespace {

void check_units(tests::Checks& checks) {
  checks.near(quantity::parse_length("5ft5in").value_or(0.0), 1.651, 1e-12, "5ft5in is 1.651 m");
  checks.near(quantity::parse_mass("100lb").value_or(0.0), 45.359237, 1e-12, "100 lb in kg");
  checks.is_true(!quantity::parse_length("165").has_value(), "a length without unit is refused");
  checks.is_true(
      quantity::print_temperature(10.0, quantity::UnitSystem::us) == std::string_view{"50.0 °F"},
      "10 °C prints as 50.0 °F");
}

void check_facts(tests::Checks& checks) {
  checks.is_true(!facts::all().empty(), "the table of facts is compiled in");
  checks.is_true(facts::data_hash().size() == 64, "the data have a SHA-256");
  checks.is_true(!facts::article().empty(), "the article's statements are compiled in");
  for (const facts::Fact& fact : facts::all()) {
    const auto found = facts::find(fact.id);
    checks.is_true(found.has_value() && (*found)->id == fact.id, fact.id);
  }
  checks.is_true(!facts::find("no.such_fact").has_value(), "an unknown fact is an error");
}

void check_person(tests::Checks& checks) {
  // Known answer of Philox4x32-10 for counter and key of zeros (kat_vectors of Random123).
  checks.near(posterior::uniform_pair(0, 0, 0)[0],
              (static_cast<double>(0x6627e8d5e169cULL) + 0.5) * 0x1p-52, 0.0,
              "random numbers are Philox's");
  const posterior::Draw draw = posterior::draw(7, 3);
  checks.is_true(posterior::value(draw, facts::id::tissue::fat_perfusion) > 0.0 &&
                     draw.values == posterior::draw(7, 3).values,
                 "a draw depends on seed and index alone");
  checks.is_true(posterior::value(posterior::median(), facts::id::tissue::fat_perfusion) ==
                     facts::value(facts::id::tissue::fat_perfusion),
                 "the median draw has the facts");
  const auto read = person::read_case(
      R"({"person": {"age": 58, "sex": "female", "height_cm": 165, "weight_kg": 78}})");
  checks.is_true(read.has_value(), "the smallest case is read");
  const auto broken = person::read_case(R"({"person": {"age": 58, "sex": "female"}})");
  checks.is_true(!broken.has_value() && !message(broken.error()).empty(),
                 "a case without a height is an error that says so");
}

void check_device(tests::Checks& checks) {
  const auto device = applicator::read_device(
      R"({"device": {"id": "big_gel_pack", "name": "Gel pack of 1 kg", "like": "gel_pack",
                     "source": {"mass_kg": 1}, "source_of_numbers": "Weighed."}})");
  checks.is_true(device.has_value(), "a device is read");
  checks.is_true(!applicator::read_device("{}").has_value(),
                 "a device without anything is refused");
}

void check_exceptions(tests::Checks& checks) {
  // facts::value throws where a number was not found: exceptions must be on in the browser build.
  constexpr facts::Id not_found = facts::id::body::lumbar_skin_temperature;
  checks.is_true(!facts::known(not_found), "a number that was not found is not known");
  bool caught = false;
  try {
    static_cast<void>(facts::value(not_found));
  } catch (const std::exception&) {
    caught = true;
  }
  checks.is_true(caught, "an exception is caught by its base class");
}

constexpr std::string_view someone = R"({"person": {"age": 58, "sex": "female", "height_cm": 165,
                                                    "weight_kg": 78, "lumbar_skinfold_mm": 34}})";

void check_comparison(tests::Checks& checks) {
  const auto subject = person::read_case(someone);
  checks.is_true(subject.has_value(), "a case is read");
  const auto comparison = planning::compare(subject.value(), "2026-11-27");
  checks.is_true(comparison.has_value(), "the forms are compared");
  for (const planning::FormOutcome& form : comparison->forms) {
    for (const bioheat::History* column : {&form.history.paraspinal, &form.history.midline}) {
      checks.near(column->energy.closure, 0.0, 1e-10, "the energy of tissue closes");
      checks.near(column->energy.store_closure, 0.0, 1e-10, "the energy of packs closes");
    }
  }
  checks.is_true(!person::read_case("{").has_value(), "a broken case is refused");
}

/// The body that natively judges every solver.
void check_solvers(tests::Checks& checks) {
  const auto solvers = tests::all_solvers();
  checks.is_true(solvers.size() >= 3, "the reference and a batch of either precision");
  for (const tests::SolverUnderTest& solver : solvers) {
    for (const tests::SolverCase& each : tests::solver_cases()) {
      const int failed = checks.failed;
      each.run(checks, solver);
      if (checks.failed > failed) {
        std::printf("  %.*s, %s\n", static_cast<int>(each.name.size()), each.name.data(),
                    solver.name.c_str());
      }
    }
  }
}

std::vector<thermoregulation::BodyTask> body_tasks() {
  const auto subject = simulation::median_subject(person::read_case(someone)->person);
  static const thermoregulation::Layout layout = thermoregulation::make_layout();
  std::vector<thermoregulation::BodyTask> tasks;
  for (const applicator::WholeBodyForm& form : applicator::whole_body_forms()) {
    tasks.push_back(simulation::body_task(subject, simulation::usual_body_session(form), layout));
  }
  return tasks;
}

void check_whole_body(tests::Checks& checks) {
  for (const auto& history : thermoregulation::simulate(body_tasks())) {
    checks.is_true(history.has_value(), "a body is simulated");
    checks.near(history->energy_closure, 0.0, 1e-10, "the energy of a body closes");
  }
}

/// Skin and core of a body in every form, which the other build must give too.
void print_bodies() {
  const auto tasks = body_tasks();
  const auto histories = thermoregulation::simulate(tasks);
  const auto summaries = thermoregulation::summarize(tasks);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const thermoregulation::BodyHistory& history = histories[i].value();
    for (std::size_t sample = 0; sample < history.time.size(); sample += 10) {
      for (std::size_t what = 0; what < thermoregulation::observed_count; ++what) {
        std::printf("body %zu, sample %zu, quantity %zu: %.6f\n", i, sample, what,
                    history.observed[what][sample]);
      }
    }
    std::printf("body %zu, rectal, single: %.6f\n", i, summaries[i]->lowest_rectal);
    std::printf("body %zu, lumbar skin, single: %.6f\n", i, summaries[i]->lowest_lumbar_skin);
  }
}

/// Temperatures of the batch at single precision, which another instruction set must give too.
void print_batch() {
  const auto comparison = planning::compare(person::read_case(someone).value(), "2026-11-27");
  std::vector<bioheat::Task> tasks;
  for (const planning::FormOutcome& form : comparison->forms) {
    const anatomy::NamedColumn named = anatomy::paraspinal_column(comparison->build);
    tasks.push_back({named.column,
                     bioheat::Rest{applicator::room_air(form.session.use.room_temperature)},
                     simulation::schedule_of(form.session),
                     {0.0, named.landmarks[1].depth, named.landmarks[3].depth}});
  }
  const bioheat::Probes probes = bioheat::probe(tasks);
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    for (std::size_t depth = 0; depth < probes.depths; ++depth) {
      for (std::size_t minute = 1; minute <= 10; ++minute) {
        std::printf("batch, %s, depth %zu, minute %zu: %.6f\n",
                    comparison->forms[i].session.form.id.c_str(), depth, minute,
                    static_cast<double>(probes.at(i, depth, minute)));
      }
    }
  }
}

void check_costs(tests::Checks& checks) {
  const auto costs = planning::costs_of(planning::read_price_list(), "pbc_ln2_cryosauna", {});
  checks.is_true(costs.has_value() && costs->size() == 1, "a cryosauna has its prices");
  const planning::Sum course = planning::per_course(costs->front(), 10, 2.0);
  checks.near(course.known.high, 1000.0, 1e-9, "ten sessions cost up to $1000");
  checks.is_true(!planning::is_complete(course), "and the way there, which is not known");
  checks.is_true(planning::read_insurer_questions().size() == 3, "three questions to an insurer");
}

/// Every coldest temperature on a line of its own, for comparison between builds.
void print_values() {
  const auto comparison = planning::compare(person::read_case(someone).value(), "2026-11-27");
  for (const planning::FormOutcome& form : comparison->forms) {
    for (const planning::TissueRow& row : form.rows) {
      std::printf("%s, %s: %.9f\n", form.session.form.id.c_str(), row.name.c_str(),
                  row.summary.coldest);
    }
    constexpr double millimetres = 1000.0;
    std::printf("%s, frozen, in mm: %.9f\n", form.session.form.id.c_str(),
                millimetres * form.frozen_depth.p95);
  }
}

}  // namespace
}  // namespace coldplan::browser_test

int main(int argc, char** argv) {
  namespace browser_test = coldplan::browser_test;
  if (argc > 1 && std::string_view{argv[1]} == "--values") {
    browser_test::print_values();
    browser_test::print_batch();
    browser_test::print_bodies();
    return 0;
  }
  coldplan::tests::Checks checks;
  browser_test::check_units(checks);
  browser_test::check_facts(checks);
  browser_test::check_person(checks);
  browser_test::check_exceptions(checks);
  browser_test::check_device(checks);
  browser_test::check_costs(checks);
  browser_test::check_comparison(checks);
  browser_test::check_solvers(checks);
  browser_test::check_whole_body(checks);
  return checks.report();
}
