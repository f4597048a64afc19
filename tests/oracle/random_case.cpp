#include "oracle/random_case.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "oracle/random_cold.h"
#include "oracle/random_session.h"
#include <fmt/format.h>

#include "coldplan/person/population.h"

namespace coldplan::oracle {
namespace {

using anatomy::Build;
using anatomy::NamedColumn;

Build random_build(Draws& draws, std::uint32_t number) {
  const person::VirtualPerson drawn =
      person::person_at(person::survey_population({.seed = campaign_seed}), number);
  Build build = anatomy::median_build(drawn.person);
  if (draws.below(3) > 0) {
    build.midline_fat = drawn.body.midline_fat;
    build.paraspinal_fat = drawn.body.paraspinal_fat;
    build.muscle = drawn.body.muscle_thickness;
    build.muscle_fat_fraction = drawn.body.muscle_fat_fraction;
  }
  return build;
}

/// Core and blood of another temperature than the usual.
void draw_blood(Draws& draws, RandomCase& drawn) {
  const double core = draws.between(36.4, 37.4);
  const double arterial = core - draws.between(0.0, 0.4);
  for (NamedColumn* named : {&drawn.paraspinal, &drawn.midline}) {
    named->column.inner_temperature = core;
    named->column.arterial_temperature = arterial;
  }
}

/// A session of a form. Returns the signal of the reflex that goes with its area.
double draw_session(Draws& draws, const Build& build, RandomCase& drawn) {
  const simulation::Session session =
      random_session(draws, drawn.number / 2, drawn.room.temperature);
  drawn.kind = session.form.id;
  drawn.words = describe(session);
  drawn.schedule = simulation::schedule_of(session);
  return simulation::reflex_signal_per_kelvin(session.form.area, build.body_surface);
}

double draw_wider(Draws& draws, RandomCase& drawn) {
  RandomCold cold = random_cold(draws, drawn.number / 2, drawn.room.temperature);
  drawn.kind = cold.kind;
  drawn.words = cold.kind;
  for (bioheat::Phase& bout : cold.bouts) {
    if (!drawn.schedule.empty()) {
      drawn.schedule.push_back({cold.gap, drawn.room, false});
    }
    drawn.schedule.push_back(std::move(bout));
  }
  drawn.schedule.push_back({3600.0, drawn.room, false});
  return draws.between(0.0, 0.6);
}

/// As often as a session would be sampled.
double interval_for(const std::vector<bioheat::Phase>& schedule) {
  double shortest = std::numeric_limits<double>::infinity();
  for (const bioheat::Phase& phase : schedule) {
    shortest = std::min(shortest, phase.duration);
  }
  return shortest <= 30.0 ? 1.0 : shortest <= 200.0 ? 5.0 : 60.0;
}

std::string describe(const RandomCase& drawn, const Build& build) {
  std::string text = fmt::format(
      "seed {} case {}: age {:.1f}, skin {:.2f} fat {:.1f} (midline {:.1f}) muscle {:.1f} mm, "
      "reflex {:.2f}/K, {}, room {:.1f} C;",
      campaign_seed, drawn.number, build.age, 1e3 * build.skin, 1e3 * build.paraspinal_fat,
      1e3 * build.midline_fat, 1e3 * build.muscle, drawn.paraspinal.column.reflex_signal_per_kelvin,
      drawn.words, drawn.room.temperature);
  for (const bioheat::Phase& phase : drawn.schedule) {
    text += fmt::format(" {:.0f} s", phase.duration);
    if (!phase.cooling) {
      continue;
    }
    const bioheat::Boundary& boundary = phase.boundary;
    text += fmt::format(" behind {:.5f} m2K/W", boundary.resistance);
    if (boundary.store) {
      const bioheat::HeatStore& store = *boundary.store;
      text +=
          fmt::format(" {:.0f} kJ/m2 from {:.1f} C melting at {:.1f} C", 1e-3 * store.latent_heat,
                      store.start_temperature, store.melting_temperature);
    } else {
      text += fmt::format(" at {:.2f} C", boundary.temperature);
    }
    if (phase.stop_temperature) {
      text += fmt::format(" until {:.2f} C", *phase.stop_temperature);
    }
    text += ",";
  }
  return text;
}

}  // namespace

bool RandomCase::begins_gently() const {
  constexpr double wetted = 1.0 / 120.0;
  return std::all_of(schedule.begin(), schedule.end(), [](const bioheat::Phase& phase) {
    return phase.boundary.resistance >= wetted;
  });
}

RandomCase random_case(std::uint32_t number) {
  const bool as_in_a_session = number % 2 == 0;
  Draws draws{number};
  RandomCase drawn;
  drawn.number = number;
  drawn.room = applicator::room_air(draws.between(18.0, 26.0));
  Build build = random_build(draws, number);
  build.skin = as_in_a_session ? build.skin : draws.between(0.0016, 0.0026);
  drawn.paraspinal = anatomy::paraspinal_column(build);
  drawn.midline = anatomy::midline_column(build);
  if (!as_in_a_session) {
    draw_blood(draws, drawn);
  }
  const double signal =
      as_in_a_session ? draw_session(draws, build, drawn) : draw_wider(draws, drawn);
  for (NamedColumn* named : {&drawn.paraspinal, &drawn.midline}) {
    named->column.reflex_signal_per_kelvin = signal;
  }
  drawn.sample_interval = interval_for(drawn.schedule);
  drawn.words = describe(drawn, build);
  return drawn;
}

}  // namespace coldplan::oracle
