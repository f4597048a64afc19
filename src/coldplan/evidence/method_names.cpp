#include "coldplan/evidence/method_names.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "coldplan/quantity/nearest_word.h"

namespace coldplan::evidence {
namespace {

template <typename T, std::size_t size>
Expected<T> named(std::string_view name, const std::array<T, size>& all, std::string_view kind) {
  std::vector<std::string> known;
  for (const T candidate : all) {
    if (name_of(candidate) == name) {
      return candidate;
    }
    known.emplace_back(name_of(candidate));
  }
  return tl::unexpected(Error{ErrorCode::unknown_name, std::string(kind), std::string(name),
                              fmt::format("one of {}", fmt::join(known, ", ")),
                              quantity::did_you_mean(name, known)});
}

}  // namespace

std::string_view name_of(Method method) {
  constexpr std::array<std::string_view, all_methods.size()> names{
      "EE", "DL", "HE", "HS", "HSk", "SJ", "ML", "REML", "EB", "PM", "PMM", "DLIT", "SJIT"};
  return names.at(static_cast<std::size_t>(method));
}

std::string_view name_of(Test test) {
  constexpr std::array<std::string_view, all_tests.size()> names{"z", "knha", "adhoc"};
  return names.at(static_cast<std::size_t>(test));
}

Expected<Method> method_named(std::string_view name) {
  return named(name, all_methods, "method");
}

Expected<Test> test_named(std::string_view name) {
  return named(name, all_tests, "test");
}

}  // namespace coldplan::evidence
