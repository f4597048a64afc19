#include "coldplan/planning/edge.h"

#include <algorithm>

#include "coldplan/applicator/variation.h"
#include "coldplan/simulation/edge.h"

namespace coldplan::planning {
namespace {

/// The same times with bare skin in the room throughout.
std::vector<bioheat::Phase> bare_beside(const std::vector<bioheat::Phase>& cold,
                                        double room_temperature) {
  std::vector<bioheat::Phase> bare;
  std::transform(cold.begin(), cold.end(), std::back_inserter(bare),
                 [room_temperature](const bioheat::Phase& phase) {
                   return bioheat::Phase{phase.duration, applicator::room_air(room_temperature),
                                         phase.cooling};
                 });
  return bare;
}

EdgeRow row_of(const simulation::Trace& warmer, const std::vector<double>& time) {
  const auto most = std::max_element(warmer.temperature.begin(), warmer.temperature.end());
  return {warmer.name, *most, time[static_cast<std::size_t>(most - warmer.temperature.begin())]};
}

}  // namespace

Expected<std::vector<EdgeRow>> edge_rows(const person::Person& person,
                                         const simulation::Session& session) {
  if (auto fit = simulation::check(session); !fit) {
    return tl::unexpected(fit.error());
  }
  const posterior::Draw& central = posterior::central();
  simulation::Session drawn = session;
  drawn.form = applicator::drawn(session.form, session.use, central);
  const std::vector<bioheat::Phase> cold = simulation::schedule_of(drawn, central);
  const auto effect =
      simulation::edge_effect(anatomy::median_build(person, central), session.form.area, cold,
                              bare_beside(cold, session.use.room_temperature), central);
  if (!effect) {
    return tl::unexpected(under("edge", effect.error()));
  }
  std::vector<EdgeRow> rows;
  std::transform(effect->warmer.begin(), effect->warmer.end(), std::back_inserter(rows),
                 [&effect](const simulation::Trace& trace) { return row_of(trace, effect->time); });
  if (session.form.skin_only) {
    rows.resize(1);
  }
  return rows;
}

}  // namespace coldplan::planning
