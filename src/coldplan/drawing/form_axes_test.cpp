#include "coldplan/drawing/form_axes.h"

#include <gmock/gmock.h>

#include "coldplan/drawing/example_pictures.h"
#include "coldplan/drawing/form_grid.h"

namespace coldplan::drawing {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

History lasting(double minutes) {
  History history;
  history.minutes = {0.0, minutes};
  return history;
}

TEST(FormAxes, GroupFamiliesInTheOrderTheyAppear) {
  const std::vector<FormPicture> forms{
      {"a", "", {}, "packs"}, {"b", "", {}, "jets"}, {"c", "", {}, "packs"}};
  const auto groups = grouped(forms);
  ASSERT_THAT(groups, SizeIs(2));
  EXPECT_EQ(groups[0].family, "packs");
  EXPECT_THAT(groups[0].forms, ElementsAre(&forms.front(), &forms[2]));
  EXPECT_EQ(groups[1].family, "jets");
}

TEST(FormAxes, ShareTimeAmongFormsThatLastAboutAsLong) {
  const History spray = lasting(10.0);
  const History pack = lasting(80.0);
  const History longer = lasting(120.0);
  const History night = lasting(720.0);
  const auto axes = time_axes(std::vector<const History*>{&pack, &spray, &night, &longer});
  ASSERT_THAT(axes, SizeIs(3));
  EXPECT_THAT(axes[0].histories, ElementsAre(&night));
  EXPECT_THAT(axes[1].histories, ElementsAre(&longer, &pack));
  EXPECT_DOUBLE_EQ(axes[1].minutes.high, 120.0);
  EXPECT_THAT(axes[2].histories, ElementsAre(&spray));
}

TEST(FormAxes, AreEmptyWhereNoFormHasAPrediction) {
  ComparePicture picture;
  picture.forms = {{"a", "", {}, "", "not measured"}};
  EXPECT_TRUE(form_axes(picture, 4).are_empty());
  EXPECT_FALSE(form_axes(testing::example_comparison(1), 4).are_empty());
}

TEST(FormAxes, NameEachCurveOnceForTheKey) {
  ComparePicture picture = testing::example_comparison(2);
  picture.forms[1].history.curves[2].label = "another";
  const FormAxes axes = form_axes(picture, 4);
  EXPECT_THAT(axes.curves, SizeIs(7));
  EXPECT_THAT(axes.depths_m, ::testing::WhenSorted(::testing::ElementsAreArray(axes.depths_m)));
}

std::size_t count_forms(const std::vector<Sheet>& sheets) {
  std::size_t count = 0;
  for (const Sheet& sheet : sheets) {
    for (const GridRow& row : sheet.rows) {
      count += row.forms.size();
    }
  }
  return count;
}

TEST(FormGrid, PutsEveryFormOnOneTallPageOrOnPaper) {
  for (const auto units : {quantity::UnitSystem::metric, quantity::UnitSystem::us}) {
    ComparePicture picture = testing::example_families(24);
    picture.setting.units = units;
    const auto tall = grid_sheets(picture, false);
    ASSERT_THAT(tall, SizeIs(1));
    EXPECT_EQ(count_forms(tall), 24U);
    const auto pages = grid_sheets(picture, true);
    EXPECT_EQ(count_forms(pages), 24U);
    EXPECT_LE(pages.size(), 5U);
    for (const Sheet& page : pages) {
      EXPECT_DOUBLE_EQ(page.size.height, paper_upright(units).height);
    }
  }
}

TEST(FormGrid, SaysOnANewPageWhichFamilyGoesOn) {
  ComparePicture picture = testing::example_families(24);
  for (FormPicture& form : picture.forms) {
    form.family = "One family";
  }
  const auto pages = grid_sheets(picture, true);
  ASSERT_GT(pages.size(), 1U);
  EXPECT_EQ(pages[0].rows[0].family, "One family");
  EXPECT_EQ(pages[0].rows[1].family, "");
  EXPECT_EQ(pages[1].rows[0].family, "One family, continued");
}

}  // namespace
}  // namespace coldplan::drawing
