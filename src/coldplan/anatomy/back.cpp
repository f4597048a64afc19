#include "coldplan/anatomy/back.h"

#include <algorithm>
#include <stdexcept>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::anatomy {
namespace {

namespace id = facts::id::anatomy;
using tissue::Kind;

/// Collects layers with their names, and keeps the depth reached.
struct Stack {
  NamedColumn named;
  double depth = 0.0;

  void add(std::string name, double thickness, const tissue::Tissue& tissue) {
    named.column.layers.push_back({thickness, tissue});
    named.layer_names.push_back(std::move(name));
    depth += thickness;
  }
  void add(std::string name, double thickness, Kind kind) {
    add(std::move(name), thickness, tissue::tissue_of(kind));
  }
  void add_down_to(std::string name, double to, Kind kind) {
    add(std::move(name), to - depth, kind);
  }
};

Stack skin_and_fat(const Build& build, double fat) {
  Stack stack;
  const double epidermis = facts::value(id::epidermis_thickness);
  stack.add("epidermis", epidermis, Kind::epidermis);
  stack.add("dermis", build.skin - epidermis, Kind::dermis);
  stack.add("fat", fat, Kind::fat);
  return stack;
}

/// Muscle with the fat that has grown into it.
tissue::Tissue muscle_of(const Build& build) {
  tissue::Tissue muscle = tissue::tissue_of(Kind::muscle);
  muscle.properties = tissue::mixture(muscle.properties, tissue::properties_of(Kind::fat),
                                      build.muscle_fat_fraction);
  return muscle;
}

double spinous_process_depth(const Build& build) {
  return build.skin + build.midline_fat + facts::value(id::midline_ligament_thickness);
}

/// Depth of the front of the vertebral body, where core temperature is held.
double front_of_spine(const Build& build) {
  return spinous_process_depth(build) + facts::value(id::disc_centre_offset) +
         0.5 * facts::value(id::vertebral_body_length);
}

void set_blood(bioheat::Column& column, const Build& build) {
  column.inner_temperature = facts::value(facts::id::body::core_temperature);
  column.arterial_temperature = facts::value(facts::id::body::arterial_temperature);
  column.blood_heat_capacity = tissue::blood_heat_capacity();
  column.law = tissue::perfusion_law(build.age);
}

}  // namespace

Build build_at(const person::Person& person, FatQuantile quantile) {
  const person::Anthropometry body = person::anthropometry(person);
  const auto at = [quantile](const person::Estimate& estimate) {
    switch (quantile) {
      case FatQuantile::p05:
        return estimate.low;
      case FatQuantile::p95:
        return estimate.high;
      case FatQuantile::median:
        break;
    }
    return estimate.median;
  };
  return {person.age,
          body.body_surface,
          facts::value(id::skin_thickness),
          at(body.midline_fat),
          at(body.paraspinal_fat),
          body.muscle_thickness.median,
          body.muscle_fat_fraction.median};
}

Build median_build(const person::Person& person) {
  return build_at(person, FatQuantile::median);
}

NamedColumn paraspinal_column(const Build& build) {
  Stack stack = skin_and_fat(build, build.paraspinal_fat);
  const double interface = stack.depth;
  stack.add("fascia", facts::value(id::fascia_thickness), Kind::fascia);
  stack.add("erector spinae", build.muscle, muscle_of(build));
  const double process = facts::value(id::transverse_process_thickness);
  stack.add("transverse process", process, Kind::cortical_bone);
  // Under thin fat a thick muscle may reach past the front of the spine: psoas is then as thin as a
  // process.
  stack.add("deep muscle", std::max(front_of_spine(build) - stack.depth, process), Kind::muscle);
  set_blood(stack.named.column, build);
  stack.named.landmarks = {{landmark::skin, 0.0},
                           {landmark::interface, interface},
                           {landmark::muscle_1cm, interface + centimetre},
                           {landmark::muscle_2cm, interface + two_centimetres},
                           {landmark::muscle_3cm, interface + three_centimetres}};
  return stack.named;
}

NamedColumn midline_column(const Build& build) {
  Stack stack = skin_and_fat(build, build.midline_fat);
  const double process = spinous_process_depth(build);
  const double facet = process + facts::value(id::facet_offset);
  const double disc = process + facts::value(id::disc_posterior_offset);
  stack.add_down_to("ligament", process + facts::value(id::lamina_offset), Kind::ligament);
  stack.add_down_to("lamina and facet", facet, Kind::cortical_bone);
  stack.add_down_to("canal", disc, Kind::nerve);
  stack.add_down_to("disc", front_of_spine(build), Kind::disc);
  set_blood(stack.named.column, build);
  const double canal_centre =
      process + facts::value(id::epidural_offset) + 0.5 * facts::value(id::canal_depth);
  stack.named.landmarks = {{landmark::skin, 0.0},
                           {landmark::facet, facet},
                           {landmark::nerve, canal_centre},
                           {landmark::disc_edge, disc},
                           {landmark::disc_centre, process + facts::value(id::disc_centre_offset)}};
  return stack.named;
}

double depth_of_landmark(const NamedColumn& column, const std::string& name) {
  const auto found = std::find_if(column.landmarks.begin(), column.landmarks.end(),
                                  [&](const Landmark& each) { return each.name == name; });
  if (found == column.landmarks.end()) {
    throw std::out_of_range("no landmark " + name);
  }
  return found->depth;
}

}  // namespace coldplan::anatomy
