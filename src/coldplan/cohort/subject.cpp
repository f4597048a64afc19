#include "coldplan/cohort/subject.h"

#include "coldplan/applicator/variation.h"
#include "coldplan/facts/ids.h"

namespace coldplan::cohort {
namespace {

using person::Sex;

person::Population population_of(const Plan& plan, std::optional<Sex> sex) {
  return person::survey_population({.seed = plan.seed, .sex = sex});
}

}  // namespace

Crowd::Crowd(const Plan& plan)
    : plan_(&plan),
      everybody_(population_of(plan, std::nullopt)),
      women_(population_of(plan, Sex::female)),
      men_(population_of(plan, Sex::male)) {}

Subject Crowd::subject_at(std::uint64_t index) const {
  const bool are_own = !plan_->own_people.empty();
  Subject subject{.index = index, .person = {}, .build = {}, .draw = {}};
  subject.draw = posterior::draw(plan_->seed, index);
  if (are_own) {
    subject.person = plan_->own_people.at(index);
  }
  const auto& of_sex = subject.person.sex == Sex::female ? women_ : men_;
  const person::VirtualPerson drawn = person::person_at(are_own ? of_sex : everybody_, index);
  if (!are_own) {
    subject.person = drawn.person;
  }
  person::BodyResiduals residuals = drawn.residuals;
  residuals.study_fat_factor = posterior::value(subject.draw, facts::id::anatomy::study_fat_factor);
  subject.build = anatomy::build_of(subject.person, residuals, subject.draw);
  return subject;
}

simulation::Session session_for(const Arm& arm, const Subject& subject) {
  simulation::Session session = arm.session;
  session.form = applicator::drawn(session.form, session.use, subject.draw);
  return session;
}

Row row_of(const Subject& subject) {
  const auto narrow = [](double number) { return static_cast<float>(number); };
  Row row;
  row.index = subject.index;
  row.sex = subject.person.sex == Sex::male ? 1 : 0;
  row.age = narrow(subject.person.age);
  row.height = narrow(subject.person.height);
  row.weight = narrow(subject.person.weight);
  row.body_mass_index = narrow(person::body_mass_index(subject.person));
  row.paraspinal_fat = narrow(subject.build.paraspinal_fat);
  row.midline_fat = narrow(subject.build.midline_fat);
  row.muscle_thickness = narrow(subject.build.muscle);
  row.muscle_fat_fraction = narrow(subject.build.muscle_fat_fraction);
  return row;
}

}  // namespace coldplan::cohort
