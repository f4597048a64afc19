#include <fstream>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/bioheat/solver.h"

/// docs/accuracy.md speaks of the default meshes, which its figures were measured on.
namespace coldplan::exact {
namespace {

/// The document on one line, so that a sentence is found wherever it breaks.
std::string document() {
  std::ifstream file{COLDPLAN_SOURCE_DIR "/docs/accuracy.md"};
  std::string text;
  for (std::string word; file >> word;) {
    text += word + ' ';
  }
  return text;
}

TEST(AccuracyDocument, NamesTheDefaultGrid) {
  const bioheat::GridOptions grid;
  EXPECT_THAT(document(),
              testing::HasSubstr(fmt::format(
                  "cells {:g} mm wide at the skin and wider by {:g} % of their depth, at least {} "
                  "in a layer",
                  1e3 * grid.first_cell, 100.0 * grid.growth, grid.fewest_cells)));
}

TEST(AccuracyDocument, NamesTheDefaultSteps) {
  const bioheat::TimeMesh mesh;
  EXPECT_THAT(document(), testing::HasSubstr(fmt::format(
                              "steps from {:g} s, each {:g} times the one before, up to {:g} s",
                              mesh.first, mesh.growth, mesh.largest)));
}

}  // namespace
}  // namespace coldplan::exact
