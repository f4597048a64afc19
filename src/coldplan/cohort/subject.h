#pragma once

#include <cstdint>

#include "coldplan/anatomy/back.h"
#include "coldplan/cohort/plan.h"
#include "coldplan/cohort/row.h"
#include "coldplan/person/population.h"
#include "coldplan/posterior/draw.h"

/// Who goes through the arms: a person, and what was drawn for her.
namespace coldplan::cohort {

/// One person of a plan. All of it is a function of the plan's seed and her index alone (and of her
/// measures, where they are the researcher's own), never of who is beside her.
struct Subject {
  std::uint64_t index = 0;
  person::Person person;
  anatomy::Build build;
  /// Tissue, blood flow and contact as drawn for her; the same in every arm. So the spread over
  /// people holds both how people differ and what is not known about all of them.
  posterior::Draw draw;
};

/// Where the people of a plan come from. Refers to the plan, which must outlive it.
class Crowd {
 public:
  explicit Crowd(const Plan& plan);

  /// Person `index` < plan.people. A researcher's own person has the residuals that the virtual one
  /// of this index and her sex has.
  [[nodiscard]] Subject subject_at(std::uint64_t index) const;

 private:
  const Plan* plan_;
  person::Population everybody_;
  person::Population women_;
  person::Population men_;
};

/// The session of an arm as she has it: the form's uncertain numbers as drawn.
[[nodiscard]] simulation::Session session_for(const Arm& arm, const Subject& subject);

/// A row with who she is, and no results yet.
[[nodiscard]] Row row_of(const Subject& subject);

}  // namespace coldplan::cohort
