#include "coldplan/study/study_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace coldplan::study {
namespace {

const std::filesystem::path studies =
    std::filesystem::path{COLDPLAN_SOURCE_DIR} / "data" / "studies";

Study read(const std::string& id) {
  std::ifstream stream{studies / (id + ".json"), std::ios::binary};
  EXPECT_TRUE(stream.is_open()) << id;
  const auto study = read_study(std::string{std::istreambuf_iterator<char>{stream}, {}});
  EXPECT_TRUE(study.has_value()) << id << ": " << message(study.error());
  return study.value_or(Study{});
}

const Arm& arm_of(const Study& study, const std::string& id) {
  const auto found = std::find_if(study.arms.begin(), study.arms.end(),
                                  [&](const Arm& arm) { return arm.id == id; });
  EXPECT_NE(found, study.arms.end()) << id;
  return *found;
}

TEST(StudyFile, ReadsWhoWasCooledByWhat) {
  const Study study = read("dykstra2009");
  EXPECT_EQ(study.id, "dykstra2009");
  EXPECT_TRUE(study.citation.starts_with("Dykstra JH, "));
  EXPECT_EQ(study.quality, 5);
  EXPECT_EQ(study.region, "calf");
  EXPECT_EQ(study.subjects.men, 6);
  EXPECT_DOUBLE_EQ(study.subjects.age.value().mean, 23.25);
  EXPECT_DOUBLE_EQ(study.subjects.mass.value().sd.value(), 22.8);
  EXPECT_FALSE(study.subjects.bmi.has_value());
  EXPECT_FALSE(study.ambient.has_value());
  const Arm& arm = arm_of(study, "dykstra_cubed");
  EXPECT_EQ(arm.n, 12);
  EXPECT_EQ(arm.state, State::rest);
  EXPECT_EQ(arm.applicator.kind, "crushed_ice_pack");
  EXPECT_EQ(arm.applicator.temperature, 0.0);
  EXPECT_EQ(arm.applicator.barrier, "none");
  EXPECT_FALSE(arm.applicator.mass.has_value());
  EXPECT_FALSE(arm.subject.has_value());
}

TEST(StudyFile, TurnsMillimetresMinutesAndPercentToSi) {
  const Study study = read("dykstra2009");
  const Arm& arm = arm_of(study, "dykstra_cubed");
  EXPECT_DOUBLE_EQ(arm.fat.mean.value(), 0.00754);
  EXPECT_DOUBLE_EQ(arm.fat.sd.value(), 0.00216);
  EXPECT_DOUBLE_EQ(arm.skinfold.low.value(), 0.009);
  EXPECT_DOUBLE_EQ(arm.girth.mean.value(), 0.39);
  EXPECT_DOUBLE_EQ(arm.cooling.value(), 1200.0);
  EXPECT_DOUBLE_EQ(arm.rewarming.value(), 7200.0);
  EXPECT_DOUBLE_EQ(read("costello2014").subjects.body_fat.value().mean, 0.23);
  EXPECT_DOUBLE_EQ(read("kwiecien2019pcm").arms.front().applicator.area.value(), 0.0864);
  const Study wrapped = read("janwantanakul2006");
  const bool has_pressure = std::any_of(
      wrapped.arms.begin(), wrapped.arms.end(),
      [](const Arm& each) { return each.applicator.compression == 14.0 * 133.322387415; });
  EXPECT_TRUE(has_pressure);
}

TEST(StudyFile, ReadsAMeasurementWithPlaceAndTime) {
  const Study study = read("dykstra2009");
  const Arm& arm = arm_of(study, "dykstra_cubed");
  EXPECT_EQ(arm.baseline.at(1).location.tissue, Tissue::muscle);
  EXPECT_DOUBLE_EQ(arm.baseline.at(1).value, 34.8);
  const auto found =
      std::find_if(arm.measurements.begin(), arm.measurements.end(), [](const Measurement& each) {
        return each.location.tissue == Tissue::muscle && each.time == 1200.0;
      });
  ASSERT_NE(found, arm.measurements.end());
  EXPECT_EQ(found->quantity, "temperature_C");
  EXPECT_EQ(found->location.region, "calf");
  EXPECT_DOUBLE_EQ(found->location.depth.value(), 0.02);
  EXPECT_EQ(found->location.depth_from, DepthFrom::fat);
  EXPECT_DOUBLE_EQ(found->value.value(), 31.07);
  EXPECT_DOUBLE_EQ(found->sd.value(), 2.12);
  EXPECT_EQ(found->read_delay, 0.0);
  EXPECT_FALSE(found->after_removal);
  EXPECT_TRUE(found->scored);
  EXPECT_EQ(found->why_not, "");
}

TEST(StudyFile, KeepsTheBoundsOfAClassAndAssumesNoMean) {
  const Study study = read("myrer2001");
  const Arm& arm = arm_of(study, "skinfold_le8");
  EXPECT_DOUBLE_EQ(arm.fat.high.value(), 0.004);
  EXPECT_FALSE(arm.fat.low.has_value());
  EXPECT_FALSE(arm.fat.mean.has_value());
  EXPECT_DOUBLE_EQ(arm.measurements.at(2).time.value(), 3000.0);
  EXPECT_DOUBLE_EQ(arm.measurements.at(2).value.value(), 9.04);
  EXPECT_TRUE(arm.measurements.at(2).after_removal);
}

TEST(StudyFile, ReadsStagesCyclesAndWindows) {
  const Study chamber = read("lubkowska2010bp");
  const std::vector<Stage>& stages = chamber.arms.front().applicator.stages;
  ASSERT_EQ(stages.size(), 2U);
  EXPECT_DOUBLE_EQ(stages.at(1).from, 30.0);
  EXPECT_DOUBLE_EQ(stages.at(1).to, 210.0);
  EXPECT_DOUBLE_EQ(stages.at(1).temperature, -130.0);
  const Study cuff = read("knobloch2006");
  const Arm& cycled = arm_of(cuff, "cryo_cuff_3x10min");
  EXPECT_DOUBLE_EQ(cycled.cycles.value().on, 600.0);
  EXPECT_DOUBLE_EQ(cycled.cycles.value().off, 600.0);
  EXPECT_EQ(cycled.cycles.value().times, 3);
  const Study bath = read("tipton1998temp");
  EXPECT_EQ(bath.arms.front().measurements.front().window, (std::pair{0.0, 30.0}));
}

TEST(StudyFile, ReadsWhatOnlySomePapersState) {
  EXPECT_EQ(read("taylor2008").arms.front().applicator.temperature_range, (std::pair{20.0, 22.0}));
  EXPECT_EQ(read("taylor2008").arms.front().measurements.front().drop, 2.0);
  EXPECT_EQ(read("hausswirth2013").arms.front().measurements.front().ci90_half_width, 0.7);
  EXPECT_FALSE(read("hausswirth2013").arms.front().measurements.front().read_delay.has_value());
  EXPECT_TRUE(read("hodges2007a").arms.front().measurements.front().steady);
  const Study obese = read("codella2020");
  const Subjects own = arm_of(obese, "pbc_130_150s_obese_women").subject.value();
  EXPECT_EQ(own.label, "obese women");
  EXPECT_EQ(own.sex, SexOfAll::female);
  EXPECT_DOUBLE_EQ(own.bmi.value().mean, 32.0);
}

TEST(StudyFile, RefusesTheStartOfAFileAtEveryLength) {
  std::ifstream stream{studies / "bugaj1975.json", std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{stream}, {}};
  ASSERT_TRUE(read_study(text).has_value());
  for (std::size_t length = 0; length < text.find_last_of('}'); ++length) {
    const auto broken = read_study(text.substr(0, length));
    ASSERT_FALSE(broken.has_value()) << length;
    EXPECT_EQ(broken.error().code, ErrorCode::unreadable);
  }
}

}  // namespace
}  // namespace coldplan::study
