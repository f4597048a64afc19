#include "oracle/random_session.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>
#include <variant>

#include <fmt/format.h>

#include "coldplan/applicator/forms.h"

namespace coldplan::oracle {
namespace {

using applicator::Contact;
using applicator::Spread;

void draw(Draws& draws, Spread& spread) {
  spread.usual = draws.between(spread.low, spread.high);
}

void draw(Draws& draws, Contact& contact) {
  contact = applicator::scaled(contact, draws.between(contact.low, contact.high) / contact.usual);
}

/// Every setting of a source that has a range.
struct Settings {
  Draws& draws;

  void operator()(applicator::Pack& pack) const {
    draw(draws, pack.start_temperature);
    draw(draws, pack.contact);
  }
  void operator()(applicator::Plate& plate) const {
    draw(draws, plate.temperature);
    draw(draws, plate.contact);
  }
  void operator()(applicator::Reservoir& reservoir) const {
    draw(draws, reservoir.water_temperature);
    draw(draws, reservoir.contact);
  }
  void operator()(applicator::Jet& jet) const { draw(draws, jet.conductance); }
  void operator()(applicator::Film& film) const { draw(draws, film.temperature); }
  void operator()(applicator::Gel& gel) const { draw(draws, gel.heat_flux); }
  void operator()(applicator::Solid& /*solid*/) const {}
  void operator()(applicator::Unknown& /*unknown*/) const {}
};

std::vector<applicator::Form> predictable_forms() {
  std::vector<applicator::Form> forms = applicator::all_forms();
  std::erase_if(forms, [](const auto& form) { return !applicator::is_predictable(form); });
  return forms;
}

applicator::Use random_use(Draws& draws, const applicator::Form& form, double room_temperature) {
  using applicator::Barrier;
  using applicator::Hold;
  constexpr std::array barriers{Barrier::dry_towel, Barrier::wet_towel, Barrier::dressing,
                                Barrier::thin_cloth, Barrier::film_dressing};
  constexpr std::array holds{Hold::usual, Hold::loose, Hold::elastic, Hold::flexible};
  applicator::Use use{form.barriers, Hold::usual, room_temperature};
  const Contact* contact = applicator::contact_of(form.source);
  if (contact != nullptr && contact->loose) {
    use.hold = holds[draws.below(holds.size())];
  }
  // Half of what may lie over something lies on bare skin, a quarter over two layers more.
  for (std::size_t layer = draws.below(4); layer > 1 && !form.bare_skin_only; --layer) {
    use.barriers.push_back(barriers[draws.below(barriers.size())]);
  }
  const auto* jet = std::get_if<applicator::Jet>(&form.source);
  if (jet != nullptr && jet->spot && draws.below(2) == 0) {
    use.dwell = draws.decades(0.02, 1.0);
  }
  return use;
}

}  // namespace

simulation::Session random_session(Draws& draws, std::uint32_t turn, double room_temperature) {
  const auto forms = predictable_forms();
  simulation::Session session;
  session.form = forms[turn % forms.size()];
  std::visit(Settings{draws}, session.form.source);
  session.use = random_use(draws, session.form, room_temperature);
  const double shortest = 0.5 * session.form.duration;
  constexpr double minutes = 120.0;
  session.duration = shortest >= minutes
                         ? draws.minutes(std::floor(shortest / 60.0), session.form.longest / 60.0)
                         : draws.seconds(std::ceil(shortest), session.form.longest);
  session.bouts = static_cast<int>(1 + (draws.below(2) == 0 ? 0 : draws.below(3)));
  session.gap = draws.below(4) == 0 ? 0.0 : draws.minutes(1.0, 60.0);
  session.after = 3600.0;
  return session;
}

std::string describe(const simulation::Session& session) {
  std::string text = fmt::format("{}, {}", session.form.id, applicator::word_of(session.use.hold));
  for (const applicator::Barrier barrier : session.use.barriers) {
    text += fmt::format(", {}", applicator::name_of(barrier));
  }
  if (session.use.dwell) {
    text += fmt::format(", dwell {:.3f}", *session.use.dwell);
  }
  return text;
}

}  // namespace coldplan::oracle
