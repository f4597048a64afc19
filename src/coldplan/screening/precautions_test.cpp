#include "coldplan/screening/precautions.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "coldplan/screening/example_cases.h"

namespace coldplan::screening {
namespace {

bool minds(std::string_view variant, std::string_view precaution) {
  const FormScreening form = screen_form(example_clean(), "", variant);
  const auto minded = precautions_of(*form.variant);
  return std::any_of(minded.begin(), minded.end(),
                     [precaution](const Precaution* each) { return each->id == precaution; });
}

TEST(Precautions, OfAPackAreBarrierSkinAndSleep) {
  for (const char* each :
       {"pre-pack-barrier", "dur-pack-look", "dur-awake", "aft-rise", "aft-skin"}) {
    EXPECT_TRUE(minds("ice_bag", each)) << each;
  }
  EXPECT_FALSE(minds("ice_bag", "pre-metal"));
}

TEST(Precautions, OfAChamberAreMetalDrySkinAndSomebodyBeside) {
  for (const char* each : {"pre-metal", "pre-dry", "pre-attendant", "dur-chamber-time"}) {
    EXPECT_TRUE(minds("wbc_electric_chamber", each)) << each;
  }
}

TEST(Precautions, SpeakOfAnOxygenAlarmWhereThereIsNitrogenAlone) {
  EXPECT_TRUE(minds("local_ln2_vapour", "pre-oxygen"));
  EXPECT_FALSE(minds("local_contact_plate", "pre-oxygen"));
}

TEST(Precautions, OfASprayAreNotThoseOfAGel) {
  EXPECT_FALSE(minds("vapocoolant_spray", "dur-menthol"));
  EXPECT_TRUE(minds("topical_menthol", "dur-menthol"));
}

TEST(Precautions, TakeTheSafeguardsOfWhatWasReported) {
  person::Case given = example_clean();
  given.history.answers["alcohol"] = "yes";
  const auto safeguards = safeguards_of(screen_form(given, "", "ice_bag"));
  ASSERT_EQ(safeguards.size(), 1U);
  EXPECT_EQ(safeguards[0].rule->id, "alcohol-local");
}

}  // namespace
}  // namespace coldplan::screening
