#pragma once

#include "coldplan/person/case_file.h"

/// The person of this room's tests.
namespace coldplan::report::tests {

[[nodiscard]] inline person::Person someone() {
  person::Person person;
  person.age = 58.0;
  person.height = 1.65;
  person.weight = 78.0;
  return person;
}

[[nodiscard]] inline person::Case case_of_someone(
    quantity::UnitSystem units = quantity::UnitSystem::metric) {
  person::Case subject;
  subject.person = someone();
  subject.wishes.units = units;
  return subject;
}

}  // namespace coldplan::report::tests
