#include "coldplan/bioheat/history.h"

#include <gtest/gtest.h>

namespace coldplan::bioheat {
namespace {

TEST(HeatByQuadrature, DoesNotBridgeAChangeOfBoundary) {
  History history;
  history.flux_track = {
      {0.0, 100.0, true}, {10.0, 200.0, false}, {10.0, 900.0, true}, {20.0, 700.0, false}};
  EXPECT_DOUBLE_EQ(heat_by_quadrature(history), 1500.0 + 8000.0);
}

}  // namespace
}  // namespace coldplan::bioheat
