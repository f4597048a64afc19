#include "properties/drawn_back.h"

#include <algorithm>
#include <cmath>

#include "energy.h"
#include <rapidcheck.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/variation.h"

namespace coldplan::properties {

using bioheat::Boundary;
using bioheat::HeatStore;
using bioheat::History;

namespace {

/// At rapidcheck's nominal size, so that the first cases are drawn from the whole range, too.
int whole(int low, int high) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high + 1));
}

Boundary boundary_with(const std::vector<applicator::Form>& forms, double room_temperature) {
  using applicator::Barrier;
  const applicator::Form& form =
      forms[static_cast<std::size_t>(whole(0, static_cast<int>(forms.size()) - 1))];
  const std::vector<std::vector<Barrier>> barriers{
      {}, {}, {Barrier::dry_towel}, {Barrier::wet_towel}};
  applicator::Use use;
  use.barriers = form.barriers;
  if (!form.bare_skin_only) {
    const auto& more = barriers[static_cast<std::size_t>(whole(0, 3))];
    use.barriers.insert(use.barriers.end(), more.begin(), more.end());
  }
  use.room_temperature = room_temperature;
  const auto varied = applicator::variations(form);
  const int which = whole(-1, 2 * static_cast<int>(varied.size()) - 1);
  if (which < 0) {
    return applicator::boundary_of(form, use);
  }
  const applicator::Variation& variation = varied[static_cast<std::size_t>(which / 2)];
  return applicator::boundary_of(which % 2 == 0 ? variation.weak : variation.strong, use);
}

/// Forms that touch the skin, but for those whose first seconds the trapezoidal rule of
/// tests::checked cannot follow: plates, wet cloths, and ice that is rubbed in.
std::vector<applicator::Form> touching_forms() {
  auto forms = applicator::all_forms();
  std::erase_if(forms, [](const applicator::Form& form) {
    constexpr double best_contact = 100.0;
    const applicator::Contact* contact = applicator::contact_of(form.source);
    return contact == nullptr || contact->high > best_contact || form.id == "wet_compress" ||
           !applicator::is_therapy(form);
  });
  return forms;
}

}  // namespace

double between(double low, double high) {
  return low + (high - low) * 0.001 * static_cast<double>(whole(0, 1000));
}

double minutes(int low, int high) {
  return 60.0 * static_cast<double>(whole(low, high));
}

double Back::muscle_begin() const {
  return column.layers[0].thickness + column.layers[1].thickness;
}

Back draw_back() {
  Back back;
  back.column.layers = {
      {between(0.0016, 0.0026), tissue::tissue_of(tissue::Kind::dermis)},
      {between(0.003, 0.050), tissue::tissue_of(tissue::Kind::fat)},
      {between(0.025, 0.060), tissue::tissue_of(tissue::Kind::muscle)},
      {0.010, tissue::tissue_of(tissue::Kind::cancellous_bone)},
  };
  back.column.inner_temperature = 37.0;
  back.column.arterial_temperature = between(36.5, 37.0);
  back.column.blood_heat_capacity = tissue::blood_heat_capacity();
  back.column.law = tissue::perfusion_law(between(45.0, 90.0));
  back.column.reflex_signal_per_kelvin = between(0.0, 0.6);
  back.room = {1.0 / 8.0, between(18.0, 26.0), std::nullopt};
  return back;
}

Boundary draw_bath() {
  return {between(0.008, 0.1), between(-2.0, 15.0), std::nullopt};
}

Boundary draw_pack(double room_temperature) {
  const double mass_per_area = between(5.0, 40.0);
  const double latent = *rc::gen::arbitrary<bool>() ? mass_per_area * 334e3 : 0.0;
  const HeatStore store{
      mass_per_area * 2050.0, mass_per_area * 4190.0, latent, 0.0, between(-15.0, 5.0), 8.0,
      room_temperature};
  return {between(0.008, 0.1), 0.0, store};
}

Boundary draw_form(double room_temperature) {
  return boundary_with(touching_forms(), room_temperature);
}

Boundary draw_melting_form(double room_temperature) {
  auto forms = touching_forms();
  std::erase_if(forms, [](const applicator::Form& form) {
    const auto* pack = std::get_if<applicator::Pack>(&form.source);
    return pack == nullptr || pack->latent_heat <= 0.0;
  });
  return boundary_with(forms, room_temperature);
}

History run(const Back& back, const std::vector<bioheat::Phase>& schedule,
            const bioheat::SolverOptions& options) {
  return tests::checked(bioheat::solve(back.column, bioheat::Rest{back.room}, schedule, options));
}

double melted_at(const History& history) {
  const auto melted = std::find_if(
      history.events.begin(), history.events.end(),
      [](const bioheat::Event& event) { return event.kind == bioheat::EventKind::store_melted; });
  return melted == history.events.end() ? std::numeric_limits<double>::infinity() : melted->time;
}

double largest_excess(const Back& back, const History& warmer, const History& colder,
                      double until) {
  RC_ASSERT(warmer.grid.cells() == colder.grid.cells());
  double excess = -1e9;
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < warmer.samples && j < colder.samples;) {
    // The end of a phase is a sample that the other may lack.
    if (const double later = warmer.time[i] - colder.time[j]; std::abs(later) > 1e-6) {
      ++(later > 0.0 ? j : i);
      continue;
    }
    if (warmer.time[i] > until) {
      break;
    }
    excess = std::max(excess, warmer.surface_temperature[i] - colder.surface_temperature[j]);
    const auto in_warmer = warmer.profile(i++);
    const auto in_colder = colder.profile(j++);
    for (std::size_t cell = 0; cell < in_warmer.size(); ++cell) {
      if (in_warmer[cell] < back.column.arterial_temperature) {
        excess = std::max(excess, in_warmer[cell] - in_colder[cell]);
      }
    }
    ++shared;
  }
  RC_ASSERT(shared > 1U);
  return excess;
}

}  // namespace coldplan::properties
