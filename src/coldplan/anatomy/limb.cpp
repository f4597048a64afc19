#include "coldplan/anatomy/limb.h"

#include <array>
#include <numbers>
#include <utility>

#include <fmt/format.h>

#include "coldplan/facts/ids.h"

namespace coldplan::anatomy {

Expected<NamedColumn> limb_column(const Limb& limb, const posterior::Draw& draw) {
  namespace id = facts::id::anatomy;
  using tissue::Kind;

  const double radius = limb.girth / (2.0 * std::numbers::pi);
  const double bone = value(draw, id::limb_bone_radius);
  const double epidermis = value(draw, id::epidermis_thickness);
  const double muscle = radius - limb.skin - limb.fat - bone;
  if (!(muscle > 0.0) || !(limb.fat > 0.0) || !(limb.skin > epidermis)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "limb.girth",
                                fmt::format("{:g} m", limb.girth),
                                "a girth that holds skin, fat, muscle and bone", ""});
  }

  NamedColumn named;
  bioheat::Column& column = named.column;
  column.geometry = bioheat::Geometry::cylindrical;
  column.layers = {{epidermis, tissue::tissue_of(Kind::epidermis, draw)},
                   {limb.skin - epidermis, tissue::tissue_of(Kind::dermis, draw)},
                   {limb.fat, tissue::tissue_of(Kind::fat, draw)},
                   {muscle, tissue::tissue_of(Kind::muscle, draw)},
                   {bone, tissue::tissue_of(Kind::cortical_bone, draw)}};
  column.arterial_temperature = value(draw, facts::id::body::arterial_temperature);
  column.blood_heat_capacity = tissue::blood_heat_capacity(draw);
  column.law = tissue::perfusion_law(limb.age, draw);
  named.layer_names = {"epidermis", "dermis", "fat", "muscle", "bone"};

  const double interface = limb.skin + limb.fat;
  named.landmarks = {{landmark::skin, 0.0}, {landmark::interface, interface}};
  const std::array muscle_depths{std::pair{landmark::muscle_1cm, centimetre},
                                 std::pair{landmark::muscle_2cm, two_centimetres},
                                 std::pair{landmark::muscle_3cm, three_centimetres}};
  for (const auto& [name, depth] : muscle_depths) {
    if (depth < muscle) {
      named.landmarks.push_back({name, interface + depth});
    }
  }
  return named;
}

}  // namespace coldplan::anatomy
