#include "coldplan/cohort/plan.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "coldplan/applicator/variation.h"
#include "coldplan/cohort/part_rows.h"
#include "coldplan/facts/facts.h"
#include "coldplan/planning/version.h"

namespace coldplan::cohort {
namespace {

// numerical: more people than this are taken for a slip of the hand; parts have six digits
constexpr std::uint64_t most_people = 1'000'000'000;
// numerical: a name that still fits a line of a table
constexpr std::size_t longest_name = 60;

/// FNV-1a: h ← (h xor byte) · prime.
class Hash {
 public:
  void add(std::string_view text) {
    add(static_cast<std::uint64_t>(text.size()));
    for (const char letter : text) {
      add_byte(static_cast<unsigned char>(letter));
    }
  }
  void add(std::uint64_t number) {
    constexpr unsigned bits_in_byte = 8;
    for (unsigned byte = 0; byte < sizeof number; ++byte) {
      add_byte(static_cast<unsigned char>(number >> (bits_in_byte * byte)));
    }
  }
  void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }
  void add(bool yes) { add(std::uint64_t{yes}); }
  void add(const std::optional<double>& number) {
    add(number.has_value());
    add(number.value_or(0.0));
  }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  void add_byte(unsigned char byte) {
    constexpr std::uint64_t prime = 0x100000001b3;
    hash_ = (hash_ ^ byte) * prime;
  }
  std::uint64_t hash_ = 0xcbf29ce484222325;
};

void add_store(Hash& hash, const bioheat::HeatStore& store) {
  for (const double number :
       {store.frozen_capacity, store.thawed_capacity, store.latent_heat, store.melting_temperature,
        store.start_temperature, store.air_conductance, store.air_temperature, store.steady_heat}) {
    hash.add(number);
  }
}

void add_phase(Hash& hash, const bioheat::Phase& phase) {
  hash.add(phase.duration);
  hash.add(phase.cooling);
  hash.add(phase.stop_temperature);
  hash.add(phase.boundary.resistance);
  hash.add(phase.boundary.temperature);
  hash.add(phase.boundary.store.has_value());
  if (phase.boundary.store) {
    add_store(hash, *phase.boundary.store);
  }
  hash.add(phase.boundary.evaporation.has_value());
  if (phase.boundary.evaporation) {
    hash.add(phase.boundary.evaporation->heat_flux);
    hash.add(phase.boundary.evaporation->decay_time);
  }
}

void add_schedule(Hash& hash, const simulation::Session& session) {
  hash.add(session.form.area);
  for (const bioheat::Phase& phase : simulation::schedule_of(session)) {
    add_phase(hash, phase);
  }
}

void add_arm(Hash& hash, const Arm& arm) {
  hash.add(std::string_view{arm.name});
  hash.add(std::string_view{arm.session.form.id});
  add_schedule(hash, arm.session);
  for (const auto& variation : applicator::variations(arm.session.form, arm.session.use)) {
    hash.add(std::string_view{variation.name});
    for (const applicator::Form& form : {variation.weak, variation.strong}) {
      simulation::Session varied = arm.session;
      varied.form = form;
      add_schedule(hash, varied);
    }
  }
}

void add_person(Hash& hash, const person::Person& person) {
  hash.add(person.sex == person::Sex::male);
  hash.add(person.age);
  hash.add(person.height);
  hash.add(person.weight);
  hash.add(person.lumbar_skinfold);
  hash.add(person.lumbar_fat);
}

bool is_name(std::string_view name) {
  constexpr std::string_view allowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:+";
  return !name.empty() && name.size() <= longest_name && !name.starts_with('.') &&
         name.find_first_not_of(allowed) == std::string_view::npos;
}

Expected<void> check_name(const Plan& plan, std::size_t place) {
  const std::string& name = plan.arms[place].name;
  if (!is_name(name)) {
    return tl::unexpected(
        Error{ErrorCode::out_of_range, "arms", "\"" + name + "\"",
              fmt::format("a name of 1 to {} letters, digits and _ - . : +", longest_name), ""});
  }
  const bool twice =
      std::any_of(plan.arms.begin(), plan.arms.begin() + static_cast<std::ptrdiff_t>(place),
                  [&name](const Arm& before) { return before.name == name; });
  if (twice) {
    return tl::unexpected(Error{ErrorCode::conflict, "arms", "\"" + name + "\" stands twice", "",
                                "give each arm a name of its own"});
  }
  return {};
}

}  // namespace

Expected<void> check(const Plan& plan) {
  if (plan.people < 1 || plan.people > most_people) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "people", fmt::format("{}", plan.people),
                                fmt::format("a number of people (1 to {})", most_people), ""});
  }
  if (!plan.own_people.empty() && plan.own_people.size() != plan.people) {
    return tl::unexpected(Error{ErrorCode::conflict, "people", fmt::format("{}", plan.people),
                                fmt::format("the {} of the file", plan.own_people.size()), ""});
  }
  if (plan.arms.empty()) {
    return tl::unexpected(Error{ErrorCode::missing, "arms", "", "", "give at least one session"});
  }
  for (std::size_t i = 0; i < plan.arms.size(); ++i) {
    if (auto named = check_name(plan, i); !named) {
      return named;
    }
    if (auto fit = simulation::check(plan.arms[i].session); !fit) {
      return tl::unexpected(under(plan.arms[i].name, fit.error()));
    }
  }
  return {};
}

std::string fingerprint(const Plan& plan) {
  Hash hash;
  hash.add(planning::version());
  hash.add(facts::data_hash());
  hash.add(engine());
  hash.add(plan.seed);
  hash.add(plan.people);
  hash.add(static_cast<std::uint64_t>(plan.own_people.size()));
  for (const person::Person& person : plan.own_people) {
    add_person(hash, person);
  }
  for (const Arm& arm : plan.arms) {
    add_arm(hash, arm);
  }
  hash.add(plan.histories);
  hash.add(plan.history_interval);
  return fmt::format("{:016x}", hash.value());
}

std::vector<double> history_times(const Plan& plan, const Arm& arm) {
  double end = 0.0;
  for (const bioheat::Phase& phase : simulation::schedule_of(arm.session)) {
    end += phase.duration;
  }
  // numerical: an end that misses a multiple by rounding alone still counts
  constexpr double slack = 1e-9;
  const auto last = static_cast<std::size_t>(std::floor(end / plan.history_interval + slack));
  std::vector<double> times(last + 1);
  for (std::size_t i = 0; i <= last; ++i) {
    times[i] = static_cast<double>(i) * plan.history_interval;
  }
  return times;
}

}  // namespace coldplan::cohort
