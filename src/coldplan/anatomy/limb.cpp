#include "coldplan/anatomy/limb.h"

#include <numbers>

#include <fmt/format.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::anatomy {

Expected<NamedColumn> limb_column(const Limb& limb) {
  namespace id = facts::id::anatomy;
  using tissue::Kind;
  constexpr double centimetre = 0.01;

  const double radius = limb.girth / (2.0 * std::numbers::pi);
  const double bone = facts::value(id::limb_bone_radius);
  const double epidermis = facts::value(id::epidermis_thickness);
  const double muscle = radius - limb.skin - limb.fat - bone;
  if (!(muscle > 0.0) || !(limb.fat > 0.0) || !(limb.skin > epidermis)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "limb.girth",
                                fmt::format("{:g} m", limb.girth),
                                "a girth that holds skin, fat, muscle and bone", ""});
  }

  NamedColumn named;
  bioheat::Column& column = named.column;
  column.geometry = bioheat::Geometry::cylindrical;
  column.layers = {{epidermis, tissue::tissue_of(Kind::epidermis)},
                   {limb.skin - epidermis, tissue::tissue_of(Kind::dermis)},
                   {limb.fat, tissue::tissue_of(Kind::fat)},
                   {muscle, tissue::tissue_of(Kind::muscle)},
                   {bone, tissue::tissue_of(Kind::cortical_bone)}};
  column.arterial_temperature = facts::value(facts::id::body::arterial_temperature);
  column.blood_heat_capacity = tissue::blood_heat_capacity();
  column.law = tissue::perfusion_law(limb.age);
  named.layer_names = {"epidermis", "dermis", "fat", "muscle", "bone"};

  const double interface = limb.skin + limb.fat;
  named.landmarks = {{landmark::skin, 0.0}, {landmark::interface, interface}};
  int depth = 1;
  for (const auto& name : {landmark::muscle_1cm, landmark::muscle_2cm, landmark::muscle_3cm}) {
    if (depth * centimetre < muscle) {
      named.landmarks.push_back({name, interface + depth * centimetre});
    }
    ++depth;
  }
  return named;
}

}  // namespace coldplan::anatomy
