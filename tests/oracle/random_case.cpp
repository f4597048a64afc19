#include "oracle/random_case.h"

#include <array>
#include <cmath>

#include <Random123/philox.h>
#include <fmt/format.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/person/population.h"
#include "coldplan/simulation/session.h"

namespace coldplan::oracle {
namespace {

using anatomy::Build;
using anatomy::NamedColumn;
using bioheat::Boundary;
using bioheat::HeatStore;

/// The draws of one case in their order, from a counter-based generator: a case never depends on
/// others.
class Draws {
 public:
  explicit Draws(std::uint32_t number) : number_{number} {}

  double between(double low, double high) {
    const r123::Philox4x32::ctr_type counter{{draw_++, number_, 0, 0}};
    const auto bits = r123::Philox4x32{}(counter, {{campaign_seed, 0}});
    return low + (high - low) * (static_cast<double>(bits[0]) + 0.5) / 4294967296.0;
  }

  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(between(0.0, static_cast<double>(count)));
  }

  double minutes(double low, double high) { return 60.0 * std::floor(between(low, high + 1.0)); }

 private:
  std::uint32_t number_;
  std::uint32_t draw_ = 0;
};

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

/// What faces the skin, and the constriction signal that goes with its area.
struct Cold {
  Boundary boundary;
  double reflex_signal_per_kelvin = 0.0;
  std::string words;
};

/// A form as a session uses it: anywhere in the range of its contact, held on in any way, over up
/// to two barriers.
Cold real_form(Draws& draws, const Build& build, double room_temperature) {
  using applicator::Barrier;
  using applicator::Hold;
  constexpr std::array barriers{Barrier::dry_towel, Barrier::wet_towel, Barrier::dressing};
  constexpr std::array holds{Hold::usual, Hold::loose, Hold::elastic, Hold::flexible};
  const auto forms = applicator::all_forms();
  const applicator::Form& form = forms[draws.below(forms.size())];
  const applicator::Contact& contact = form.pack.contact;
  const applicator::Pack pack =
      applicator::with_contact(form.pack, draws.between(contact.low, contact.high) / contact.usual);
  applicator::Use use{{}, holds[draws.below(holds.size())], room_temperature};
  std::string words = fmt::format("{}, {}", form.id, applicator::word_of(use.hold));
  // Half of the packs lie on bare skin, a quarter over two layers.
  for (std::size_t layer = draws.below(4); layer > 1; --layer) {
    use.barriers.push_back(barriers[draws.below(barriers.size())]);
    words += fmt::format(", {}", applicator::name_of(use.barriers.back()));
  }
  return {applicator::boundary_of(pack, use),
          simulation::reflex_signal_per_kelvin(form.pack.area, build.body_surface), words};
}

/// Melting ice, a freezing gel, or a gel that never changes phase.
Cold random_pack(Draws& draws, double room_temperature) {
  const double mass_per_area = draws.between(0.3, 1.5) / draws.between(0.03, 0.06);
  const std::size_t filling = draws.below(3);
  HeatStore store;
  store.frozen_capacity = mass_per_area * (filling == 2 ? 3500.0 : 2050.0);
  store.thawed_capacity = mass_per_area * (filling == 2 ? 3500.0 : 4190.0);
  store.latent_heat = mass_per_area * (filling == 0 ? 334e3 : filling == 1 ? 250e3 : 0.0);
  store.melting_temperature = filling == 1 ? draws.between(-6.0, 0.0) : 0.0;
  store.start_temperature = draws.between(-20.0, 0.0);
  store.air_conductance = 8.0;
  store.air_temperature = room_temperature;
  const double contact = 1.0 / draws.between(20.0, 120.0);
  // Half of the packs lie on bare skin.
  const double barrier = draws.below(2) == 0 ? 0.0 : draws.between(0.0, 0.09);
  return {{contact + barrier, 0.0, store}, draws.between(0.0, 0.6), "pack"};
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

void draw_schedule(Draws& draws, const Boundary& pack, RandomCase& drawn) {
  const std::size_t bouts = 1 + (draws.below(2) == 0 ? 0 : draws.below(3));
  for (std::size_t bout = 0; bout < bouts; ++bout) {
    if (bout > 0) {
      drawn.schedule.push_back({draws.minutes(10.0, 60.0), drawn.room, false});
    }
    drawn.schedule.push_back({draws.minutes(5.0, 60.0), pack, true});
  }
  drawn.schedule.push_back({3600.0, drawn.room, false});
}

std::string describe(const RandomCase& drawn, const Build& build, const Cold& cold) {
  const HeatStore& store = *cold.boundary.store;
  std::string text = fmt::format(
      "seed {} case {}: age {:.1f}, skin {:.2f} fat {:.1f} (midline {:.1f}) muscle {:.1f} mm, "
      "reflex {:.2f}/K, {}: R {:.4f} m2K/W, {:.0f} kJ/m2 from {:.1f} C melting at {:.1f} C, "
      "room {:.1f} C, minutes",
      campaign_seed, drawn.number, build.age, 1e3 * build.skin, 1e3 * build.paraspinal_fat,
      1e3 * build.midline_fat, 1e3 * build.muscle, cold.reflex_signal_per_kelvin, cold.words,
      cold.boundary.resistance, 1e-3 * store.latent_heat, store.start_temperature,
      store.melting_temperature, drawn.room.temperature);
  for (const bioheat::Phase& phase : drawn.schedule) {
    text += fmt::format(" {:.0f}", phase.duration / 60.0);
  }
  return text;
}

}  // namespace

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
  const Cold cold = as_in_a_session ? real_form(draws, build, drawn.room.temperature)
                                    : random_pack(draws, drawn.room.temperature);
  for (NamedColumn* named : {&drawn.paraspinal, &drawn.midline}) {
    named->column.reflex_signal_per_kelvin = cold.reflex_signal_per_kelvin;
  }
  draw_schedule(draws, cold.boundary, drawn);
  drawn.words = describe(drawn, build, cold);
  return drawn;
}

}  // namespace coldplan::oracle
