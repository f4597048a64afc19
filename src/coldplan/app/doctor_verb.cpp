#include "coldplan/app/doctor_verb.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/applicator/forms.h"
#include "coldplan/facts/facts.h"
#include "coldplan/planning/comparison.h"
#include "coldplan/planning/version.h"
#include "coldplan/report/comparison_picture.h"

namespace coldplan::app {
namespace {

person::Person example_person() {
  person::Person person;
  person.sex = person::Sex::female;
  person.age = 58.0;
  person.height = 1.65;
  person.weight = 78.0;
  return person;
}

Check facts_check() {
  const auto facts = facts::all();
  const auto without = std::count_if(facts.begin(), facts.end(), [](const facts::Fact& fact) {
    return fact.source.empty() && fact.read_as != facts::ReadAs::assumed;
  });
  return {"facts", !facts.empty() && without == 0,
          fmt::format("{} values, data {:.12}", facts.size(), facts::data_hash())};
}

/// Steady conduction through one unperfused slab: a straight line between room and core.
Check exact_check() {
  bioheat::Column slab;
  slab.layers = {{0.05, tissue::tissue_of(tissue::Kind::disc)}};
  slab.inner_temperature = 37.0;
  const bioheat::Boundary room{0.1, 20.0, std::nullopt};
  const std::vector<bioheat::Phase> schedule{{60.0, room, false}};
  const auto history = bioheat::solve(slab, bioheat::Rest{room}, schedule);
  if (!history) {
    return {"exact solution", false, message(history.error())};
  }
  const double k = slab.layers[0].tissue.properties.conductivity;
  const double exact = 20.0 + 17.0 * room.resistance / (room.resistance + 0.05 / k);
  const double error = std::abs(history->surface_temperature.back() - exact);
  constexpr double allowed = 1e-9;
  return {"exact solution", error < allowed, fmt::format("off by {:.1e} °C", error)};
}

std::vector<Check> session_checks() {
  using Clock = std::chrono::steady_clock;
  const anatomy::Build build = anatomy::median_build(example_person());
  const simulation::Session session = simulation::usual_session(applicator::ice_bag());
  const auto begin = Clock::now();
  const auto one = simulation::simulate(build, session);
  const std::chrono::duration<double, std::milli> took = Clock::now() - begin;
  const auto two = simulation::simulate(build, session);
  if (!one || !two) {
    return {{"session", false, message(one ? two.error() : one.error())}};
  }
  const double closure =
      std::max(one->paraspinal.energy.closure, one->paraspinal.energy.store_closure);
  return {{"session", true, fmt::format("80 minutes of two columns in {:.1f} ms", took.count())},
          {"energy", closure <= bioheat::SolverOptions{}.energy_tolerance,
           fmt::format("closes to {:.1e}", closure)},
          {"same bits twice", one->paraspinal.temperature == two->paraspinal.temperature,
           fmt::format("{} temperatures", one->paraspinal.temperature.size())}};
}

Check picture_check() {
  person::Case subject;
  subject.person = example_person();
  const auto comparison = planning::compare(subject, "");
  if (!comparison) {
    return {"picture", false, message(comparison.error())};
  }
  const auto bytes = drawing::draw(report::comparison_picture(*comparison), drawing::Format::png);
  return bytes ? Check{"picture", true, fmt::format("{} bytes of PNG", bytes->size())}
               : Check{"picture", false, message(bytes.error())};
}

}  // namespace

std::vector<Check> doctor_checks() {
  std::vector<Check> checks{facts_check(), exact_check()};
  for (Check& check : session_checks()) {
    checks.push_back(std::move(check));
  }
  checks.push_back(picture_check());
  return checks;
}

Expected<std::string> run_doctor(bool json) {
  const std::vector<Check> checks = doctor_checks();
  std::string text = fmt::format("coldplan {}\n", planning::version());
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  std::string failed;
  for (const Check& check : checks) {
    text +=
        fmt::format("  {:<7}{:<17}{}\n", check.passed ? "ok" : "FAILED", check.name, check.seen);
    list.push_back({{"check", check.name}, {"passed", check.passed}, {"seen", check.seen}});
    failed += check.passed ? "" : (failed.empty() ? "" : ", ") + check.name;
  }
  if (!failed.empty()) {
    return tl::unexpected(Error{ErrorCode::not_solved, "doctor", "", "",
                                failed + " failed; rebuild with ./coldplan from a fresh clone"});
  }
  return json ? json_text(nlohmann::ordered_json{{"version", planning::version()},
                                                 {"checks", std::move(list)}})
              : text;
}

}  // namespace coldplan::app
