#include "oracle/whole_body_rhs.h"

#include <utility>

#include "coldplan/facts/ids.h"

namespace coldplan::oracle {
namespace {

namespace id = facts::id::thermoregulation;
using thermoregulation::all_sites;
using thermoregulation::sides;
using thermoregulation::SiteBody;

/// The site at the end of a limb; none elsewhere.
std::optional<Site> end_of_limb(Site site) {
  if (!thermoregulation::is_limb(site)) {
    return std::nullopt;
  }
  return site == Site::shoulder || site == Site::arm || site == Site::hand ? Site::hand
                                                                           : Site::foot;
}

void add_vessels(const SiteBody& body, Site site, BodyCells& cells) {
  for (std::size_t i = 0; i < cells.layer.size(); ++i) {
    const double share = thermoregulation::is_limb(site) ? cells.share[i] / body.area : 0.0;
    const double deep = cells.layer[i] == cells.muscle ? share * body.vessels.vessel_tissue : 0.0;
    cells.artery.push_back(deep);
    cells.vein.push_back(deep);
    cells.superficial.push_back(cells.layer[i] == cells.dermis ? share * body.vessels.vein_skin
                                                               : 0.0);
  }
  if (site == Site::lumbar) {
    cells.artery.back() = 1.0 / body.grid.inner_resistance.back();
  }
}

BodyCells cells_of(const SiteBody& body, Site site, double factor) {
  static const thermoregulation::Layout layout = thermoregulation::make_layout();
  const bioheat::Grid& grid = body.grid;
  BodyCells cells;
  cells.dermis = layout.at(site).skin;
  cells.fat = layout.at(site).fat;
  cells.muscle = layout.at(site).muscle;
  cells.core = grid.layers() - 1;
  for (std::size_t layer = 0; layer < grid.layers(); ++layer) {
    const tissue::Properties& is = body.column.layers[layer].tissue.properties;
    const bool outer = site != Site::lumbar && (layer == cells.dermis || layer == cells.fat);
    double volume = 0.0;
    for (std::size_t i = grid.layer_begin[layer]; i < grid.layer_begin[layer + 1]; ++i) {
      volume += grid.volume[i];
      cells.layer.push_back(layer);
      cells.capacity.push_back(is.density * is.specific_heat * grid.volume[i]);
      cells.outward.push_back(
          i == 0 ? 0.0 : 1.0 / (grid.inner_resistance[i - 1] + grid.outer_resistance[i]));
      cells.flow.push_back(body.perfusion[i] * (outer ? factor : 1.0));
    }
    for (std::size_t i = grid.layer_begin[layer]; i < grid.layer_begin[layer + 1]; ++i) {
      cells.share.push_back(grid.volume[i] / volume);
    }
  }
  add_vessels(body, site, cells);
  return cells;
}

}  // namespace

WholeBody::WholeBody(Physique physique, double factor) : physique_{std::move(physique)} {
  for (const Site site : all_sites()) {
    BodyCells& cells = sites_.at(place_of(site));
    cells = cells_of(physique_.at(site), site, factor);
    cells.first = cells_;
    cells_ += cells.capacity.size();
  }
}

std::vector<double> WholeBody::uniform(double temperature) const {
  std::vector<double> y(size(), temperature);
  for (std::size_t n = 0; n < memories; ++n) {
    y[memory_at(n)] = 1.0;
    y[memory_at(n) + 1] = 0.0;
  }
  return y;
}

void WholeBody::rest_at(const double* y) {
  for (BodyCells& cells : sites_) {
    cells.resting.assign(y + cells.first, y + cells.first + cells.capacity.size());
  }
  controls_ = true;
}

double BodyCells::mean(const double* temperature, std::size_t of_layer) const {
  double sum = 0.0;
  for (std::size_t i = 0; i < layer.size(); ++i) {
    sum += layer[i] == of_layer ? share[i] * temperature[i] : 0.0;
  }
  return sum;
}

double BodyCells::core_capacity() const {
  double sum = 0.0;
  for (std::size_t i = 0; i < layer.size(); ++i) {
    sum += layer[i] == core ? capacity[i] : 0.0;
  }
  return sum;
}

double WholeBody::mean(const double* y, Site site, std::size_t layer) const {
  return cells(site).mean(y + cells(site).first, layer);
}

double WholeBody::error(const double* y, Site site, std::size_t layer) const {
  const BodyCells& own = cells(site);
  return controls_ ? own.mean(y + own.first, layer) - own.mean(own.resting.data(), layer) : 0.0;
}

double WholeBody::core(const double* y, Site site) const {
  return mean(y, site, cells(site).core);
}

double WholeBody::mean_skin(const double* y) const {
  double sum = 0.0;
  double area = 0.0;
  for (const Site site : all_sites()) {
    const double own = sides(site) * physique_.at(site).area;
    sum += own * surface(y, site);
    area += own;
  }
  return sum / area;
}

BodyErrors WholeBody::errors_of(const double* y) const {
  BodyErrors errors;
  double area = 0.0;
  for (const Site site : all_sites()) {
    const double skin = error(y, site, cells(site).dermis);
    const double own = sides(site) * physique_.at(site).area;
    errors.skin.at(place_of(site)) = skin;
    errors.mean_skin += own * skin;
    area += own;
  }
  errors.mean_skin /= area;
  errors.head = error(y, Site::head, cells(Site::head).core);
  double capacity = 0.0;
  for (const Site site : {Site::chest, Site::back, Site::pelvis}) {
    const double own = physique_.at(site).area * cells(site).core_capacity();
    errors.trunk += own * error(y, site, cells(site).core);
    capacity += own;
  }
  errors.trunk /= capacity;
  return errors;
}

double WholeBody::anastomoses(Site site, const BodySignals& signals) const {
  const std::optional<Site> end = end_of_limb(site);
  if (!end) {
    return 0.0;
  }
  const double open = *end == Site::hand ? signals.hand_open * facts::value(id::ava_hand_flow)
                                         : signals.foot_open * facts::value(id::ava_foot_flow);
  return open * physique_.flow_scale * physique_.blood_heat_capacity;
}

}  // namespace coldplan::oracle
