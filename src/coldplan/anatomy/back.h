#pragma once

#include <string>
#include <vector>

#include "coldplan/bioheat/column.h"
#include "coldplan/person/anthropometry.h"
#include "coldplan/person/body.h"
#include "coldplan/posterior/draw.h"

/// A person's lower back at L4 as two tissue columns.
///
///     paraspinal (3-5 cm off the midline):  skin | fat | fascia | erector spinae | transverse
///     process
///                                           | deep muscle | front of the spine
///     midline:                              skin | fat | ligament | lamina and facet | canal |
///     disc
///
/// The inner face of both lies at the depth of the front of the spine and is held at core
/// temperature. Depths under the spinous process hang on the fat, so that one residual moves all of
/// them (Bahk 1998). Two things are simpler than a back: the facet joint lies beside the midline,
/// and one column cannot hold it and a canal of full depth, so the canal gives way
/// (docs/decisions/0005-facet-column.md); and no source was found for the thickness of fascia and
/// transverse process, which are marked assumed.
namespace coldplan::anatomy {

/// What the columns are built from. All lengths in m.
struct Build {
  double age = 0.0;           ///< [y]
  double body_surface = 0.0;  ///< [m²]
  double skin = 0.0;          ///< epidermis and dermis
  double midline_fat = 0.0;
  double paraspinal_fat = 0.0;
  double muscle = 0.0;               ///< thickness of the erector spinae
  double muscle_fat_fraction = 0.0;  ///< share of fat in it, 0 to 1
};

/// The most likely build of a person under a draw of what is uncertain about all people: no
/// residuals. With posterior::central() that of the person whose course is shown.
[[nodiscard]] Build median_build(const person::Person& person,
                                 const posterior::Draw& draw = posterior::median());

/// The build of a person who stands by `residuals` from the equations, under a draw of what is
/// uncertain about all people. The factor between studies is that of the residuals: it counts once
/// for a whole ensemble, whose maker takes it from a draw.
[[nodiscard]] Build build_of(const person::Person& person, const person::BodyResiduals& residuals,
                             const posterior::Draw& draw = posterior::median());

/// A place worth reading a temperature at.
struct Landmark {
  std::string name;
  double depth = 0.0;  ///< from the skin surface [m]
};

/// A column with the names of its layers and its landmarks.
struct NamedColumn {
  bioheat::Column column;
  std::vector<std::string> layer_names;
  std::vector<Landmark> landmarks;
};

/// Skin, fat/muscle interface, muscle at 1, 2 and 3 cm under it. Both columns take tissue and
/// anatomy as they were drawn; what was derived from a drawn length moves with it: the disc with
/// the canal before it, its centre with half of the vertebral body.
[[nodiscard]] NamedColumn paraspinal_column(const Build& build,
                                            const posterior::Draw& draw = posterior::median());

/// Facet joint, nerve (cauda equina), disc (posterior edge and centre). A facet that was drawn
/// above the lamina or past the canal is kept a millimetre within, since one column holds them all.
[[nodiscard]] NamedColumn midline_column(const Build& build,
                                         const posterior::Draw& draw = posterior::median());

/// Depth of the landmark with this name [m]. Throws std::out_of_range for a name that is not there.
[[nodiscard]] double depth_of_landmark(const NamedColumn& column, const std::string& name);

// numerical: muscle is read at whole centimetres under the fat [m].
inline constexpr double centimetre = 0.01;
// numerical: the second of them [m].
inline constexpr double two_centimetres = 0.02;
// numerical: the third of them [m].
inline constexpr double three_centimetres = 0.03;

// numerical: bone and canal keep at least this in the column of a drawn facet [m].
inline constexpr double thinnest_layer = 0.001;

/// Names of the landmarks, written once.
namespace landmark {
inline const std::string skin = "skin";
inline const std::string interface = "fat/muscle interface";
inline const std::string muscle_1cm = "muscle at 1 cm";
inline const std::string muscle_2cm = "muscle at 2 cm";
inline const std::string muscle_3cm = "muscle at 3 cm";
inline const std::string facet = "facet joint";
inline const std::string nerve = "nerve (cauda equina)";
inline const std::string disc_edge = "disc, posterior edge";
inline const std::string disc_centre = "disc, centre";
}  // namespace landmark

}  // namespace coldplan::anatomy
