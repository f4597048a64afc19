#include "coldplan/facts/facts.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/facts/ids.h"

namespace coldplan::facts {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

TEST(Facts, AreNamedByTheCompiler) {
  EXPECT_DOUBLE_EQ(value(id::tissue::muscle_conductivity), 0.495);
  EXPECT_EQ(fact(id::tissue::muscle_conductivity).id, "tissue.muscle_conductivity");
  EXPECT_DOUBLE_EQ(fact(id::tissue::muscle_conductivity).sd, 0.042);
}

TEST(Facts, LeaveInSiUnitsWhateverTheSourcePrinted) {
  const Fact& skin = fact(id::anatomy::skin_thickness);
  EXPECT_EQ(skin.value, 0.0022);
  EXPECT_EQ(skin.unit, "m");
  EXPECT_EQ(skin.printed_value, 2.2);
  EXPECT_EQ(skin.printed_unit, "mm");
  EXPECT_EQ(value(id::perfusion::recovery_time), 750.0);
  EXPECT_EQ(value(id::applicators::ice_latent_heat), 334000.0);
  EXPECT_EQ(value(id::anatomy::muscle_fat_fraction_men), 0.147);
  EXPECT_EQ(value(id::applicators::freezer_temperature), -18.0);
}

TEST(Facts, KeepAgesInYears) {
  EXPECT_EQ(value(id::perfusion::reflex_age_end), 60.0);
  EXPECT_EQ(fact(id::perfusion::reflex_age_end).unit, "y");
}

TEST(Facts, ConvertTheRangeWithTheValue) {
  const Fact& slope = fact(id::anatomy::spinous_depth_per_bmi);
  EXPECT_EQ(slope.value, 0.0012);
  EXPECT_EQ(slope.low, 0.0004);
  EXPECT_EQ(slope.high, 0.002);
}

TEST(Facts, AreOrderedByTheirDottedId) {
  EXPECT_TRUE(std::is_sorted(all().begin(), all().end(),
                             [](const Fact& a, const Fact& b) { return a.id < b.id; }));
}

TEST(Facts, AreAllFoundByTheirId) {
  for (const Fact& each : all()) {
    const auto found = find(each.id);
    ASSERT_TRUE(found.has_value()) << each.id;
    EXPECT_EQ(*found, &each);
  }
}

TEST(Facts, NameTheNearestIdWhenOneIsMisspelt) {
  const auto found = find("tissue.muscle_conductivty");
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().code, ErrorCode::unknown_name);
  EXPECT_THAT(message(found.error()),
              AllOf(HasSubstr("muscle_conductivty"), HasSubstr("tissue.muscle_conductivity")));
}

TEST(Facts, SuggestNoIdForAWordThatLooksLikeNone) {
  EXPECT_EQ(message(find("zzz").error()), "\"zzz\" is not the id of a fact");
}

TEST(Facts, SayWhenAValueIsNotKnownAndRefuseToGiveIt) {
  EXPECT_FALSE(known(id::body::lumbar_skin_temperature));
  EXPECT_EQ(fact(id::body::lumbar_skin_temperature).read_as, ReadAs::not_found);
  EXPECT_THROW((void)value(id::body::lumbar_skin_temperature), std::logic_error);
  EXPECT_TRUE(known(id::body::core_temperature));
}

TEST(Facts, HaveASourceAndAValueUnlessNotFound) {
  for (const Fact& each : all()) {
    EXPECT_FALSE(each.source.empty()) << each.id;
    EXPECT_EQ(std::isnan(each.value), each.read_as == ReadAs::not_found) << each.id;
  }
}

TEST(Facts, ComeWithAHashOfTheirFiles) {
  EXPECT_EQ(data_hash().size(), 64u);
  EXPECT_EQ(data_hash().find_first_not_of("0123456789abcdef"), std::string_view::npos);
}

TEST(Facts, AreCountedRightlyInTheDocumentation) {
  std::ifstream file{COLDPLAN_SOURCE_DIR "/docs/facts.md"};
  const std::string page{std::istreambuf_iterator<char>{file}, {}};
  std::map<std::string, std::size_t> rows;
  for (const Fact& each : all()) {
    ++rows["| `" + std::string{each.subject} + "` | "];
    ++rows["| " + std::string{to_string(each.read_as)} + " | "];
  }
  for (const auto& [row, count] : rows) {
    EXPECT_THAT(page, HasSubstr(row + std::to_string(count) + " |"));
  }
  EXPECT_THAT(page, HasSubstr(std::to_string(all().size()) + " facts"));
}

TEST(ReadAsWords, DifferFromEachOther) {
  std::map<std::string, int> seen;
  for (int index = 0; index <= static_cast<int>(ReadAs::not_found); ++index) {
    ++seen[std::string{to_string(static_cast<ReadAs>(index))}];
  }
  EXPECT_EQ(seen.size(), 13u);
  EXPECT_EQ(to_string(ReadAs::source_code), "source code");
}

TEST(Article, KeepsItsStatementsInOrderWithTheirFigures) {
  ASSERT_FALSE(article().empty());
  EXPECT_EQ(article().front().id, "def-temperature");
  EXPECT_THAT(article().front().says, HasSubstr("-200 to -320 °F"));
  EXPECT_EQ(article().back().id, "conclusion");
}

TEST(Article, GivesTheBasisOfEveryDisagreement) {
  for (const ArticleStatement& each : article()) {
    EXPECT_FALSE(each.says.empty()) << each.id;
    EXPECT_EQ(each.facts_say.empty(), each.basis.empty()) << each.id;
  }
}

TEST(ApplicatorNotes, GiveTheUsualSessionAndItsSource) {
  const ApplicatorNotes& bag = *notes_of("ice_bag");
  EXPECT_EQ(bag.family, "ice_pack");
  EXPECT_EQ(bag.session_minutes * 60.0, value(id::applicators::ice_bag_duration));
  EXPECT_EQ(bag.session_minutes_low, 10.0);
  EXPECT_FALSE(bag.protocol_source.empty());
  EXPECT_FALSE(bag.hazards.empty());
  for (const SourcedText& each : bag.hazards) {
    EXPECT_FALSE(each.source.empty()) << each.text;
  }
}

TEST(ApplicatorNotes, NameAWeakestPointForEveryFormOfCold) {
  for (const ApplicatorNotes& each : applicator_notes()) {
    EXPECT_FALSE(each.weakest_point.empty()) << each.id;
  }
}

TEST(ApplicatorNotes, GiveBarriersNoFamilyAndNoSession) {
  const ApplicatorNotes& towel = *notes_of("mod_dry_towel");
  EXPECT_TRUE(towel.family.empty());
  EXPECT_TRUE(std::isnan(towel.session_minutes));
}

TEST(ApplicatorNotes, AdmitThatPeasWereFittedAgainstAnotherPack) {
  EXPECT_THAT(notes_of("frozen_peas")->weakest_point,
              AllOf(HasSubstr("as if the bag stayed at 0 °C"), HasSubstr("-18 °C")));
}

TEST(ApplicatorNotes, NameTheStudyThatEachCoefficientWasFittedTo) {
  for (const ApplicatorNotes& each : applicator_notes()) {
    EXPECT_EQ(each.fitted_to.empty(), !each.not_fitted.empty()) << each.id;
    for (const Fit& fit : each.fitted_to) {
      EXPECT_FALSE(fit.facts.empty()) << each.id << ": " << fit.what;
      for (const Id one : fit.facts) {
        EXPECT_THAT(std::string{fact(one).source}, HasSubstr(std::string{fit.study}));
        EXPECT_EQ(fact(one).read_as, ReadAs::fitted) << fact(one).id;
      }
    }
  }
}

TEST(ApplicatorNotes, TakeTheContactOfACompressFromCrushedIceInAWetTowel) {
  const ApplicatorNotes& compress = *notes_of("wet_compress");
  ASSERT_EQ(compress.fitted_to.size(), 1u);
  EXPECT_EQ(fact(compress.fitted_to[0].facts[0]).value, 83.0);
  EXPECT_THAT(compress.fitted_to[0].study, HasSubstr("Liquid Ice"));
}

TEST(ApplicatorNotes, FindWhatTheArticleSaysOfEach) {
  const auto local = statements_of(*notes_of("local_contact_probe"));
  ASSERT_EQ(local.size(), 4u);
  EXPECT_EQ(local[0].id, "local-devices");
  EXPECT_THAT(local[1].says, HasSubstr("5 to 10 minutes"));
  EXPECT_TRUE(statements_of(*notes_of("ice_massage")).empty());
}

TEST(ApplicatorNotes, AreNullForAWordThatIsNone) {
  EXPECT_EQ(notes_of("zzz"), nullptr);
}

}  // namespace
}  // namespace coldplan::facts
