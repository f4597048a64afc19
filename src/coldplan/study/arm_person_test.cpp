#include "coldplan/study/arm_person.h"

#include <gtest/gtest.h>

namespace coldplan::study {
namespace {

using thermoregulation::Site;

TEST(PeopleOf, HaveTheFatThatIsStated) {
  Arm arm;
  arm.n = 12;
  arm.fat.mean = 0.0075;
  arm.fat.sd = 0.002;
  const auto people = people_of({}, arm, Site::leg);
  ASSERT_EQ(people.size(), 5u);
  double mean = 0.0;
  for (std::size_t i = 0; i < people.size(); ++i) {
    mean += people[i].fat / 5.0;
    EXPECT_TRUE(i == 0 || people[i].fat > people[i - 1].fat);
  }
  EXPECT_NEAR(mean, 0.0075, 1e-9);
  EXPECT_NEAR(people.back().fat, 0.0075 + 1.2816 * 0.002, 1e-6);
}

TEST(PeopleOf, StayWithinTheirClass) {
  Arm arm;
  arm.fat.low = 0.005;
  arm.fat.high = 0.009;
  for (const ArmPerson& each : people_of({}, arm, Site::leg)) {
    EXPECT_GT(each.fat, 0.005);
    EXPECT_LT(each.fat, 0.009);
  }
}

TEST(PeopleOf, IsOnePersonWhereAnArmIsOne) {
  Arm arm;
  arm.n = 1;
  arm.fat.mean = 0.006;
  const auto people = people_of({}, arm, Site::leg);
  ASSERT_EQ(people.size(), 1u);
  EXPECT_EQ(people[0].fat, 0.006);
}

TEST(PeopleOf, HaveTheSegmentsOfABodyWhereNothingIsStated) {
  const auto people = people_of({}, {}, Site::thigh);
  EXPECT_GT(people.front().fat, 0.001);
  EXPECT_LT(people.back().fat, 0.03);
  EXPECT_NEAR(people.front().girth, 0.45, 0.15);
}

TEST(MiddlePerson, IsThatOfTheArmBeforeThatOfTheStudy) {
  Study study;
  study.subjects.age = MeanSd{40.0, {}};
  study.subjects.women = 8;
  study.subjects.men = 4;
  Arm arm;
  EXPECT_EQ(middle_person(study, arm).age, 40.0);
  EXPECT_EQ(middle_person(study, arm).sex, person::Sex::female);
  arm.subject = Subjects{};
  arm.subject->age = MeanSd{63.0, {}};
  EXPECT_EQ(middle_person(study, arm).age, 63.0);
}

TEST(AssumptionsAbout, NameWhatIsNotStated) {
  Study study;
  Arm arm;
  EXPECT_EQ(assumptions_about(study, arm).size(), 3u);
  arm.fat.mean = 0.006;
  arm.girth.mean = 0.36;
  EXPECT_EQ(assumptions_about(study, arm).size(), 1u);
}

TEST(SiteOf, KnowsEveryRegionThatHasOne) {
  EXPECT_EQ(site_of("calf"), Site::leg);
  EXPECT_EQ(site_of("ankle"), Site::leg);
  EXPECT_EQ(site_of("lower_back"), Site::lumbar);
  EXPECT_FALSE(site_of("several").has_value());
}

}  // namespace
}  // namespace coldplan::study
