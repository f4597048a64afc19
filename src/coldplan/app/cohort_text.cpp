#include "coldplan/app/cohort_text.h"

#include <array>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/planning/skin_limits.h"
#include "coldplan/planning/version.h"
#include "coldplan/report/text.h"

namespace coldplan::app {
namespace {

using cohort::Count;
using cohort::Plan;
using cohort::Tally;
using cohort::Tissue;

constexpr std::array reached{Count::analgesia, Count::numb, Count::warning, Count::freezing};
constexpr double percent = 100.0;

/// "812345  81%": never a share without its number; the people beside it are the denominator.
std::string share_cell(std::uint64_t number, std::uint64_t of) {
  if (of == 0) {
    return fmt::format("{:>13}", "-");
  }
  const double share = percent * static_cast<double>(number) / static_cast<double>(of);
  // Below a tenth a decimal tells one from nobody.
  constexpr double small = 10.0;
  const bool is_exact = number == 0 || number == of;
  const std::string shown =
      share < small && !is_exact ? fmt::format("{:.1f}%", share) : fmt::format("{:.0f}%", share);
  return fmt::format("{:>8}{:>5}", number, shown);
}

std::string share_row(const Tally& tally, std::size_t arm, std::size_t group,
                      const std::string& name) {
  const std::uint64_t solved = tally.count(arm, group, Count::solved);
  std::string row = fmt::format("{:<19}{:>8}", name, solved);
  for (const Count count : reached) {
    row += share_cell(tally.count(arm, group, count), solved);
  }
  return row + "\n";
}

std::string temperature_cell(const Tally& tally, std::size_t arm, std::size_t group,
                             Tissue tissue) {
  const auto at = [&](double share) { return tally.quantile(arm, group, tissue, share); };
  if (std::isnan(at(0.5))) {
    return fmt::format("{:>20}", "-");
  }
  return fmt::format("{:>20}",
                     fmt::format("{:.1f} ({:.1f} to {:.1f})", at(0.5), at(0.05), at(0.95)));
}

std::string temperature_row(const Tally& tally, std::size_t arm, std::size_t group,
                            const std::string& name) {
  std::string row = fmt::format("{:<19}", name);
  for (const Tissue tissue : {Tissue::skin, Tissue::muscle_2cm, Tissue::facet}) {
    row += temperature_cell(tally, arm, group, tissue);
  }
  return row + "\n";
}

/// A row for everybody, then one for every group of every variable.
template <typename Row>
std::string rows_of(const Tally& tally, std::size_t arm, const Row& row) {
  std::string text = row(tally, arm, 0, "Everybody");
  for (const cohort::GroupRange& range : tally.ranges()) {
    text += fmt::format("By {}\n", cohort::name_of(range.by));
    for (std::size_t group = range.first; group < range.first + range.count; ++group) {
      // Bands that the population does not have would be lines of nothing.
      if (tally.count(arm, group, Count::people) > 0) {
        text += row(tally, arm, group, "  " + tally.groups()[group].name);
      }
    }
  }
  return text;
}

std::string share_head() {
  std::string names = fmt::format("{:<19}{:>8}", "Skin at some time", "people");
  std::string temperatures = fmt::format("{:<27}", "");
  names += fmt::format("{:>13}", "analgesia");
  temperatures +=
      fmt::format("{:>13}", fmt::format("< {:.1f} °C", planning::analgesia_temperature()));
  for (const planning::SkinLimit& limit : planning::skin_limits()) {
    names += fmt::format("{:>13}", limit.id);
    temperatures += fmt::format("{:>13}", fmt::format("< {:.1f} °C", limit.temperature));
  }
  return names + "\n" + temperatures + "\n";
}

std::string arm_text(const Plan& plan, const Tally& tally, std::size_t arm) {
  const simulation::Session& session = plan.arms[arm].session;
  std::string text = report::wrap(
      fmt::format("{}: {}, {}, then {} followed up", plan.arms[arm].name, session.form.name,
                  report::use_line(session), report::duration_words(session.after)));
  text += "\n" + share_head() + rows_of(tally, arm, share_row);
  text += fmt::format("\n{:<19}{:>20}{:>20}{:>20}\n", "Coldest, °C", "skin", "muscle at 2 cm",
                      "facet joint");
  text += rows_of(tally, arm, temperature_row);
  const std::uint64_t people = tally.count(arm, 0, Count::people);
  const std::uint64_t solved = tally.count(arm, 0, Count::solved);
  if (const std::uint64_t frozen = tally.count(arm, 0, Count::frozen); frozen > 0) {
    text += "\n" + report::wrap(fmt::format("! Tissue would freeze in {} of {} people: frostbite.",
                                            frozen, solved));
  }
  if (solved < people) {
    text += "\n" + report::wrap(fmt::format("! {} of {} people were not solved and are left out.",
                                            people - solved, people));
  }
  return text;
}

std::string who_words(const Plan& plan, const CohortOptions& options) {
  const std::string of = options.population
                             ? fmt::format("people of {}", options.population->string())
                             : "virtual people of 45 years and over, as US surveys measured them";
  return fmt::format(
      "{} {}; seed {}. Each has her own draw of fat, tissue, blood flow and of how well the cold "
      "touches, the same in every arm.",
      plan.people, of, plan.seed);
}

constexpr const char* what_is_not_known =
    "Numbers are \"median (5 to 95 %)\" over people. The spread holds how people differ and what "
    "is not known of all of them, as far as sources give a spread; the thickness of fascia and "
    "the depth of the lamina have none, and the model has not been scored against published "
    "experiments. \"analgesia\" is where a pinprick stops hurting, no measure of relief; \"numb\" "
    "is where fingers and toes go numb.";

}  // namespace

std::string cohort_text(const Plan& plan, const Tally& tally, const CohortOptions& options) {
  std::string text = "What cold does in many people\n\n" + report::wrap(who_words(plan, options)) +
                     "\n" + report::wrap(report::screening_line());
  for (std::size_t arm = 0; arm < plan.arms.size(); ++arm) {
    text += "\n" + arm_text(plan, tally, arm);
  }
  text += "\n" + report::wrap(what_is_not_known);
  if (options.out) {
    text += "\n" + report::wrap(fmt::format("A row a person is in {}; docs/cohort.md says how to "
                                            "read it.",
                                            options.out->string()));
  }
  return text;
}

}  // namespace coldplan::app
