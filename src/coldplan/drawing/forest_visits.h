#pragma once

#include "coldplan/drawing/forest_picture.h"

namespace coldplan::drawing {

template <typename Visit>
void for_each_row(const ForestPicture& picture, const Visit& visit) {
  for (const ForestGroup& group : picture.groups) {
    for (const ForestRow& row : group.rows) {
      visit(row);
    }
  }
}

template <typename Visit>
void for_each_pooled(const ForestPicture& picture, const Visit& visit) {
  for (const ForestGroup& group : picture.groups) {
    for (const ForestPooled& pooled : group.pooled) {
      visit(pooled);
    }
  }
  for (const ForestPooled& pooled : picture.pooled) {
    visit(pooled);
  }
}

}  // namespace coldplan::drawing
