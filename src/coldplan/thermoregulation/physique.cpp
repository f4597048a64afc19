#include "coldplan/thermoregulation/physique.h"

#include <algorithm>
#include <cmath>

#include "coldplan/person/body.h"
#include "coldplan/thermoregulation/segment_facts.h"

namespace coldplan::thermoregulation {
namespace {

namespace id = facts::id::thermoregulation;
using bioheat::Column;
using bioheat::Geometry;
using tissue::Kind;

// numerical: how cells widen with depth; with their numbers, the error is measured in
// whole_body_accuracy_test.cpp.
constexpr bioheat::GridOptions grading{.first_cell = 1.5e-4, .growth = 0.35, .fewest_cells = 1};
// numerical: of the radius, that fat leaves at least to what lies under it.
constexpr double least_lean_share = 0.35;
// numerical: of JOS-3's flow of a core, that is left to it at least where muscle takes the rest.
constexpr double least_core_flow_share = 0.5;

/// What all sites of a body share.
struct Making {
  const person::Person& person;
  const Layout& layout;
  const posterior::Draw& draw;
  Physique& physique;
  double mean_fat = 0.0;  ///< thickness of fat at a site of weight 1 [m]
};

double surface_scale(const Physique& physique) {
  return physique.body_surface / facts::value(id::standard_body_area);
}

double mass_scale(const Making& making) {
  return making.person.weight / facts::value(id::standard_weight);
}

double lumbar_area(const Physique& physique) {
  return facts::value(id::lumbar_area) * surface_scale(physique);
}

/// Thickness of the fat of a segment over that at a site of weight 1.
double fat_weight(const posterior::Draw& draw, Site site) {
  return value(draw, segment::fat_thickness_weight.at(place_of(site)));
}

/// The thickness that spreads the fat under the skin over the body at weight 1.
double mean_fat_thickness(const Making& making) {
  double weighted_area = 0.0;
  for (const Site site : all_sites()) {
    if (site != Site::lumbar) {
      weighted_area +=
          sides(site) * value_at(segment::skin_area, site) * fat_weight(making.draw, site);
    }
  }
  const double mass = making.person.weight * making.physique.body_fat_fraction *
                      value(making.draw, id::fat_share_under_skin);
  const double density = value(making.draw, facts::id::tissue::fat_density);
  return mass / (density * weighted_area * surface_scale(making.physique));
}

/// Share of the core in the volume under the fat.
double core_share(const posterior::Draw& draw, Site site) {
  switch (site) {
    case Site::chest:
      return 1.0 - value(draw, id::muscle_share_chest);
    case Site::back:
      return 1.0 - value(draw, id::muscle_share_back);
    case Site::neck:
      return 1.0 - value(draw, id::muscle_share_neck);
    case Site::hand:
    case Site::foot:
      return value(draw, id::bone_share_extremity);
    case Site::head:
    case Site::pelvis: {
      const double core = value_at(segment::core_heat_capacity, site);
      return core / (core + value_at(segment::muscle_heat_capacity, site));
    }
    default:
      return value(draw, id::bone_share_limb);
  }
}

tissue::Tissue viscera(const posterior::Draw& draw) {
  namespace of = facts::id::tissue;
  tissue::Tissue tissue = tissue::tissue_of(Kind::muscle, draw);
  tissue.properties = {facts::value(of::viscera_conductivity), facts::value(of::viscera_density),
                       facts::value(of::viscera_specific_heat), facts::value(of::viscera_perfusion),
                       facts::value(of::viscera_metabolic_heat)};
  tissue.flow_control = tissue::FlowControl::fixed;
  tissue.frozen = std::nullopt;
  return tissue;
}

/// Epidermis, dermis, fat, muscle and core of a segment.
Column segment_column(const Making& making, Site site) {
  const posterior::Draw& draw = making.draw;
  const double area = value_at(segment::skin_area, site) * surface_scale(making.physique);
  const double volume = value_at(segment::segment_mass, site) * mass_scale(making) /
                        value(draw, facts::id::tissue::muscle_density);
  const bool is_head = site == Site::head;
  // numerical: surface over volume of a sphere and of a cylinder, times the radius.
  constexpr double of_sphere = 3.0;
  const double radius = (is_head ? of_sphere : 2.0) * volume / area;
  const double skin = value(draw, facts::id::anatomy::skin_thickness);
  const double epidermis = value(draw, facts::id::anatomy::epidermis_thickness);
  const double fat =
      std::min(making.mean_fat * fat_weight(draw, site), (1.0 - least_lean_share) * radius - skin);
  const double lean = radius - skin - fat;
  const double core =
      lean * (is_head ? std::cbrt(core_share(draw, site)) : std::sqrt(core_share(draw, site)));
  Column column;
  column.geometry = is_head ? Geometry::spherical : Geometry::cylindrical;
  column.layers = {
      {epidermis, tissue::tissue_of(Kind::epidermis, draw)},
      {skin - epidermis, tissue::tissue_of(Kind::dermis, draw)},
      {fat, tissue::tissue_of(Kind::fat, draw)},
      {lean - core, tissue::tissue_of(Kind::muscle, draw)},
      {core, is_limb(site) ? tissue::tissue_of(Kind::cortical_bone, draw) : viscera(draw)}};
  return column;
}

bioheat::Grid grid_of(const Column& column, const SiteRows& rows) {
  std::vector<bioheat::Cut> cuts;
  double depth = 0.0;
  for (std::size_t layer = 0; layer < rows.layers.size(); ++layer) {
    const double thickness = column.layers[layer].thickness;
    const std::size_t cells = rows.layers[layer].end - rows.layers[layer].begin;
    cuts.push_back(bioheat::graded_cut(layer, depth, thickness, grading, cells));
    depth += thickness;
  }
  bioheat::Grid grid;
  bioheat::fill_grid(grid, column, cuts);
  return grid;
}

double volume_of(const SiteBody& body, std::size_t layer) {
  double volume = 0.0;
  for (std::size_t i = body.grid.layer_begin[layer]; i < body.grid.layer_begin[layer + 1]; ++i) {
    volume += body.grid.volume[i];
  }
  return volume;
}

/// Flow [W/(m² K)] or heat [W/m²] of a layer, spread evenly over its cells.
void spread(const SiteBody& body, std::size_t layer, double amount, std::vector<double>& cells) {
  const double per_volume = amount / volume_of(body, layer);
  for (std::size_t i = body.grid.layer_begin[layer]; i < body.grid.layer_begin[layer + 1]; ++i) {
    cells[i] += per_volume * body.grid.volume[i];
  }
}

/// Flow and heat of every layer as in the tables.
void set_sources(SiteBody& body, double blood_heat_capacity) {
  body.perfusion.assign(body.grid.cells(), 0.0);
  body.heat.assign(body.grid.cells(), 0.0);
  for (std::size_t layer = 0; layer < body.column.layers.size(); ++layer) {
    const tissue::Properties& properties = body.column.layers[layer].tissue.properties;
    const double volume = volume_of(body, layer);
    spread(body, layer, properties.perfusion * blood_heat_capacity * volume, body.perfusion);
    spread(body, layer, properties.metabolic_heat * volume, body.heat);
  }
}

/// Replaces a layer's flow by JOS-3's basal one [m³/s].
void set_flow(SiteBody& body, std::size_t layer, double flow, double blood_heat_capacity) {
  for (std::size_t i = body.grid.layer_begin[layer]; i < body.grid.layer_begin[layer + 1]; ++i) {
    body.perfusion[i] = 0.0;
  }
  spread(body, layer, flow * blood_heat_capacity / body.area, body.perfusion);
}

Vessels vessels_of(const Making& making, Site site) {
  const double scale = mass_scale(making);
  const double flow = making.physique.flow_scale;
  // The conductances of JOS-3 scale as those between core and skin do.
  const double surface = surface_scale(making.physique);
  const double conductance = surface * surface / scale;
  return {value_at(segment::artery_heat_capacity, site) * flow,
          value_at(segment::vein_heat_capacity, site) * flow,
          value_at(segment::superficial_vein_heat_capacity, site) * flow,
          value_at(segment::artery_vein_conductance, site) * conductance,
          value_at(segment::vessel_core_conductance, site) * conductance,
          value_at(segment::vein_skin_conductance, site) * conductance};
}

SiteBody segment_of(const Making& making, Site site) {
  const SiteRows& rows = making.layout.at(site);
  SiteBody body;
  body.area = value_at(segment::skin_area, site) * surface_scale(making.physique);
  body.column = segment_column(making, site);
  if (is_limb(site) && !is_extremity(site)) {
    body.column.layers[rows.muscle].tissue.properties.perfusion *=
        value(making.draw, id::limb_muscle_flow_factor);
  }
  body.grid = grid_of(body.column, rows);
  const double blood = making.physique.blood_heat_capacity;
  set_sources(body, blood);
  set_flow(body, rows.skin, value_at(segment::skin_blood_flow, site) * making.physique.flow_scale,
           blood);
  if (!is_limb(site)) {
    const double all = value_at(segment::core_blood_flow, site) * making.physique.flow_scale;
    const bool counts_muscle = value_at(segment::muscle_heat_capacity, site) == 0.0;
    const double muscle = body.column.layers[rows.muscle].tissue.properties.perfusion *
                          volume_of(body, rows.muscle) * body.area;
    set_flow(body, rows.core,
             counts_muscle ? std::max(all - muscle, least_core_flow_share * all) : all, blood);
  }
  body.vessels = vessels_of(making, site);
  if (site == Site::back) {
    body.area -= lumbar_area(making.physique);
  }
  return body;
}

SiteBody lumbar_of(const Making& making, const anatomy::Build& build) {
  SiteBody body;
  body.area = lumbar_area(making.physique);
  body.column = anatomy::paraspinal_column(build, making.draw).column;
  body.grid = grid_of(body.column, making.layout.at(Site::lumbar));
  set_sources(body, making.physique.blood_heat_capacity);
  return body;
}

double heat_of(const SiteBody& body, Site site) {
  double sum = 0.0;
  for (const double heat : body.heat) {
    sum += heat;
  }
  return sum * body.area * sides(site);
}

/// Brings the heat of the cores to what the tables leave of the basal metabolism, and adds that of
/// being awake to the muscles.
void set_metabolism(const Making& making) {
  Physique& physique = making.physique;
  double elsewhere = 0.0;
  double share = 0.0;
  for (const Site site : all_sites()) {
    SiteBody& body = physique.sites.at(place_of(site));
    if (site != Site::lumbar && !is_limb(site)) {
      const std::size_t core = making.layout.at(site).core;
      for (std::size_t i = body.grid.layer_begin[core]; i < body.grid.layer_begin[core + 1]; ++i) {
        body.heat[i] = 0.0;
      }
      share += value_at(segment::core_metabolism_fraction, site);
    }
    elsewhere += heat_of(body, site);
  }
  const double activity =
      (value(making.draw, id::resting_activity) - 1.0) * physique.basal_metabolism;
  const double cores = std::max(physique.basal_metabolism - elsewhere, 0.0);
  for (const Site site : all_sites()) {
    SiteBody& body = physique.sites.at(place_of(site));
    const SiteRows& rows = making.layout.at(site);
    if (site == Site::lumbar) {
      continue;
    }
    if (!is_limb(site)) {
      const double part = value_at(segment::core_metabolism_fraction, site) / share;
      spread(body, rows.core, cores * part / body.area, body.heat);
    }
    spread(body, rows.muscle, activity * value_at(segment::work_weight, site) / body.area,
           body.heat);
  }
}

}  // namespace

double basal_metabolism(const person::Person& person) {
  const auto coefficient = [&](facts::Id women, facts::Id men) {
    return facts::value(person::of_sex(person.sex, women, men));
  };
  return coefficient(id::metabolism_revised_women_constant, id::metabolism_revised_men_constant) +
         coefficient(id::metabolism_revised_women_per_weight,
                     id::metabolism_revised_men_per_weight) *
             person.weight +
         coefficient(id::metabolism_revised_women_per_height,
                     id::metabolism_revised_men_per_height) *
             person.height +
         coefficient(id::metabolism_revised_women_per_year, id::metabolism_revised_men_per_year) *
             person.age;
}

Physique physique_of(const person::Person& person, const anatomy::Build& build,
                     double body_fat_fraction, const Layout& layout, const posterior::Draw& draw) {
  Physique physique;
  physique.age = person.age;
  physique.body_surface = person::body_surface(person);
  physique.body_fat_fraction = body_fat_fraction;
  physique.basal_metabolism = basal_metabolism(person);
  physique.flow_scale = physique.body_surface / facts::value(id::standard_body_area_default);
  physique.blood_heat_capacity = tissue::blood_heat_capacity(draw);
  physique.central_capacity = facts::value(id::central_blood_heat_capacity) * physique.flow_scale;
  physique.law = tissue::perfusion_law(person.age, draw);
  physique.least_outer_flow = value(draw, id::outer_flow_least);
  physique.shivering_gain = value(draw, id::shivering_gain_factor);
  physique.shivering_most = value(draw, id::shivering_most) * physique.basal_metabolism;
  Making making{person, layout, draw, physique};
  making.mean_fat = mean_fat_thickness(making);
  for (const Site site : all_sites()) {
    physique.sites.at(place_of(site)) =
        site == Site::lumbar ? lumbar_of(making, build) : segment_of(making, site);
  }
  set_metabolism(making);
  return physique;
}

}  // namespace coldplan::thermoregulation
