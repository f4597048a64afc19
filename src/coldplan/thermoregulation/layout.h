#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "coldplan/thermoregulation/site.h"

/// How a body is cut into cells. All people have the same numbers of cells, whatever the thickness
/// of their layers, so that any of them can share a batch.
namespace coldplan::thermoregulation {

/// How the blood flow of a cell is controlled.
enum class RowFlow : std::uint8_t {
  none,      ///< no blood flow
  fixed,     ///< brain and viscera
  skin,      ///< constriction, local and reflex, and dilation
  fat,       ///< local constriction
  quotient,  ///< Q10 of its own temperature, and with the heat of shivering: muscle, bone
};

/// A layer of a site: rows `begin` to `end` of the batch, the outermost first.
struct LayerRows {
  std::size_t begin = 0;
  std::size_t end = 0;
  RowFlow flow = RowFlow::none;
};

/// The rows of a site.
struct SiteRows {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<LayerRows> layers;  ///< from the skin inward
  std::size_t skin = 0;           ///< which of them is the dermis
  std::size_t fat = 0;
  std::size_t muscle = 0;
  std::size_t core = 0;  ///< the innermost
};

/// Numbers of cells: of each layer of a segment, and of the lumbar column.
struct Layout {
  std::array<SiteRows, site_count> sites;
  std::size_t rows = 0;

  [[nodiscard]] const SiteRows& at(Site site) const { return sites.at(place_of(site)); }
};

/// The layout whose layers have `refinement` times the cells of the usual one (1).
[[nodiscard]] Layout make_layout(std::size_t refinement = 1);

}  // namespace coldplan::thermoregulation
