#include "coldplan/cohort/cohort_picture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/cohort/example_plan.h"

namespace coldplan::cohort {
namespace {

/// Rows whose skin is the colder the thicker the fat.
Tally example_tally(const Plan& plan) {
  Tally tally{plan, {}};
  std::vector<Row> rows;
  for (int i = 0; i < 1000; ++i) {
    Row row;
    row.paraspinal_fat = 0.00004F * static_cast<float>(i);
    const auto chance = static_cast<float>(i % 20);
    row.skin_coldest = 18.0F - 0.01F * static_cast<float>(i) + 0.2F * chance;
    row.muscle_2cm_coldest = 30.0F + 0.006F * static_cast<float>(i) - 0.1F * chance;
    row.analgesia_duration = row.skin_coldest < 13.6F ? 60.0F : 0.0F;
    rows.push_back(row);
  }
  for (std::size_t arm = 0; arm < plan.arms.size(); ++arm) {
    tally.add(arm, rows);
  }
  return tally;
}

TEST(CohortPicture, HasNoTextOverAnotherAndNoneCut) {
  const Plan plan = two_arms(1000);
  const auto picture = picture_of(plan, example_tally(plan));
  ASSERT_TRUE(picture) << message(picture.error());
  auto canvas = drawing::Canvas::open(drawing::Format::svg, page_size(*picture));
  ASSERT_TRUE(canvas);
  compose(*canvas, *picture);
  const auto texts = canvas->texts();
  const drawing::Box page{0.0, 0.0, page_size(*picture).width, page_size(*picture).height};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_TRUE(drawing::contains(page, texts[i].ink)) << texts[i].text;
    EXPECT_FALSE(texts[i].cut) << texts[i].text;
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      EXPECT_FALSE(drawing::overlap(texts[i].ink, texts[j].ink))
          << texts[i].text << " over " << texts[j].text;
    }
  }
}

TEST(CohortPicture, SaysWhatItShowsInWords) {
  const Plan plan = small_plan(1000);
  const auto svg = draw(picture_of(plan, example_tally(plan)).value(), drawing::Format::svg);
  ASSERT_TRUE(svg);
  EXPECT_THAT(*svg, ::testing::HasSubstr("Fat 10 to 12 mm, 49 people: skin"));
  EXPECT_THAT(*svg, ::testing::HasSubstr("no medical device"));
}

TEST(CohortPicture, RefusesToDrawNobody) {
  const Plan plan = small_plan(5);
  EXPECT_FALSE(picture_of(plan, Tally{plan, {}}));
}

}  // namespace
}  // namespace coldplan::cohort
