#include "coldplan/anatomy/back.h"

#include <algorithm>
#include <stdexcept>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::anatomy {
namespace {

namespace id = facts::id::anatomy;
using tissue::Kind;

/// Collects layers of drawn tissue with their names, and keeps the depth reached.
struct Stack {
  const posterior::Draw& draw;
  NamedColumn named = {};
  double depth = 0.0;

  void add(std::string name, double thickness, const tissue::Tissue& tissue) {
    named.column.layers.push_back({thickness, tissue});
    named.layer_names.push_back(std::move(name));
    depth += thickness;
  }
  void add(std::string name, double thickness, Kind kind) {
    add(std::move(name), thickness, tissue::tissue_of(kind, draw));
  }
  void add_down_to(std::string name, double to, Kind kind) {
    add(std::move(name), to - depth, kind);
  }
};

Stack skin_and_fat(const Build& build, double fat, const posterior::Draw& draw) {
  Stack stack{draw};
  const double epidermis = value(draw, id::epidermis_thickness);
  stack.add("epidermis", epidermis, Kind::epidermis);
  stack.add("dermis", build.skin - epidermis, Kind::dermis);
  stack.add("fat", fat, Kind::fat);
  return stack;
}

/// Muscle with the fat that has grown into it.
tissue::Tissue muscle_of(const Build& build, const posterior::Draw& draw) {
  tissue::Tissue muscle = tissue::tissue_of(Kind::muscle, draw);
  muscle.properties = tissue::mixture(muscle.properties, tissue::properties_of(Kind::fat, draw),
                                      build.muscle_fat_fraction);
  return muscle;
}

double spinous_process_depth(const Build& build, const posterior::Draw& draw) {
  return build.skin + build.midline_fat + value(draw, id::midline_ligament_thickness);
}

/// How far a draw lies above the fact: nothing at the median.
double shift(const posterior::Draw& draw, facts::Id fact) {
  return value(draw, fact) - facts::value(fact);
}

/// Depth of the disc's posterior edge under the spinous process: it was derived as the epidural
/// space and the canal.
double disc_posterior_offset(const posterior::Draw& draw) {
  return value(draw, id::disc_posterior_offset) + shift(draw, id::canal_depth);
}

/// Depth of its centre, derived as its edge and half of the vertebral body.
double disc_centre_offset(const posterior::Draw& draw) {
  return value(draw, id::disc_centre_offset) + shift(draw, id::canal_depth) +
         0.5 * shift(draw, id::vertebral_body_length);
}

/// Depth of the front of the vertebral body, where core temperature is held.
double front_of_spine(const Build& build, const posterior::Draw& draw) {
  return spinous_process_depth(build, draw) + disc_centre_offset(draw) +
         0.5 * value(draw, id::vertebral_body_length);
}

void set_blood(bioheat::Column& column, const Build& build, const posterior::Draw& draw) {
  column.inner_temperature = value(draw, facts::id::body::core_temperature);
  column.arterial_temperature = value(draw, facts::id::body::arterial_temperature);
  column.blood_heat_capacity = tissue::blood_heat_capacity(draw);
  column.law = tissue::perfusion_law(build.age, draw);
}

}  // namespace

Build median_build(const person::Person& person, const posterior::Draw& draw) {
  person::BodyResiduals none;
  none.study_fat_factor = value(draw, id::study_fat_factor);
  return build_of(person, none, draw);
}

Build build_of(const person::Person& person, const person::BodyResiduals& residuals,
               const posterior::Draw& draw) {
  const person::Body body = person::body(person, residuals, draw);
  return {
      person.age,          body.body_surface,     value(draw, id::skin_thickness), body.midline_fat,
      body.paraspinal_fat, body.muscle_thickness, body.muscle_fat_fraction};
}

NamedColumn paraspinal_column(const Build& build, const posterior::Draw& draw) {
  Stack stack = skin_and_fat(build, build.paraspinal_fat, draw);
  const double interface = stack.depth;
  stack.add("fascia", value(draw, id::fascia_thickness), Kind::fascia);
  stack.add("erector spinae", build.muscle, muscle_of(build, draw));
  const double process = value(draw, id::transverse_process_thickness);
  stack.add("transverse process", process, Kind::cortical_bone);
  // Under thin fat a thick muscle may reach past the front of the spine: psoas is then as thin as a
  // process.
  stack.add("deep muscle", std::max(front_of_spine(build, draw) - stack.depth, process),
            Kind::muscle);
  set_blood(stack.named.column, build, draw);
  stack.named.landmarks = {{landmark::skin, 0.0},
                           {landmark::interface, interface},
                           {landmark::muscle_1cm, interface + centimetre},
                           {landmark::muscle_2cm, interface + two_centimetres},
                           {landmark::muscle_3cm, interface + three_centimetres}};
  return stack.named;
}

NamedColumn midline_column(const Build& build, const posterior::Draw& draw) {
  Stack stack = skin_and_fat(build, build.midline_fat, draw);
  const double process = spinous_process_depth(build, draw);
  const double lamina = process + value(draw, id::lamina_offset);
  const double disc = process + disc_posterior_offset(draw);
  const double facet = std::clamp(process + value(draw, id::facet_offset), lamina + thinnest_layer,
                                  disc - thinnest_layer);
  stack.add_down_to("ligament", lamina, Kind::ligament);
  stack.add_down_to("lamina and facet", facet, Kind::cortical_bone);
  stack.add_down_to("canal", disc, Kind::nerve);
  stack.add_down_to("disc", front_of_spine(build, draw), Kind::disc);
  set_blood(stack.named.column, build, draw);
  const double canal_centre =
      process + value(draw, id::epidural_offset) + 0.5 * value(draw, id::canal_depth);
  stack.named.landmarks = {{landmark::skin, 0.0},
                           {landmark::facet, facet},
                           {landmark::nerve, canal_centre},
                           {landmark::disc_edge, disc},
                           {landmark::disc_centre, process + disc_centre_offset(draw)}};
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
