#include "coldplan/thermoregulation/layout.h"

#include <utility>

namespace coldplan::thermoregulation {
namespace {

struct LayerCells {
  std::size_t cells;
  RowFlow flow;
};

// numerical: cells of the layers of a segment: epidermis, dermis, fat, muscle, core. Their error is
// measured in tests/oracle.
constexpr std::array<LayerCells, 5> segment_layers{{{1, RowFlow::none},
                                                    {5, RowFlow::skin},
                                                    {10, RowFlow::fat},
                                                    {5, RowFlow::quotient},
                                                    {7, RowFlow::fixed}}};
// numerical: cells of the lumbar column: epidermis, dermis, fat, fascia, erector spinae, transverse
// process, deep muscle (anatomy/back.h).
constexpr std::array<LayerCells, 7> lumbar_layers{{{1, RowFlow::none},
                                                   {5, RowFlow::skin},
                                                   {11, RowFlow::fat},
                                                   {2, RowFlow::quotient},
                                                   {8, RowFlow::quotient},
                                                   {3, RowFlow::quotient},
                                                   {3, RowFlow::quotient}}};

constexpr std::size_t dermis = 1;
constexpr std::size_t fat = 2;

SiteRows rows_of(std::span<const LayerCells> layers, std::size_t muscle, std::size_t begin,
                 std::size_t refinement) {
  SiteRows site;
  site.begin = begin;
  std::size_t row = begin;
  for (const LayerCells& layer : layers) {
    const std::size_t end = row + layer.cells * refinement;
    site.layers.push_back({row, end, layer.flow});
    row = end;
  }
  site.end = row;
  site.skin = dermis;
  site.fat = fat;
  site.muscle = muscle;
  site.core = layers.size() - 1;
  return site;
}

}  // namespace

Layout make_layout(std::size_t refinement) {
  Layout layout;
  for (const Site site : all_sites()) {
    const bool is_lumbar = site == Site::lumbar;
    const std::size_t muscle = fat + (is_lumbar ? 2 : 1);
    SiteRows rows = is_lumbar ? rows_of(lumbar_layers, muscle, layout.rows, refinement)
                              : rows_of(segment_layers, muscle, layout.rows, refinement);
    layout.rows = rows.end;
    layout.sites.at(place_of(site)) = std::move(rows);
  }
  return layout;
}

}  // namespace coldplan::thermoregulation
