#include <algorithm>
#include <iostream>
#include <span>
#include <string_view>

#include "coldplan/app/become.h"
#include "coldplan/app/program.h"

// The program as it is called. It loads neither the library that draws nor the one that keeps
// cohorts: that would cost each call some milliseconds. A call that needs one becomes the program
// which has it.
namespace {

namespace app = coldplan::app;

/// Whether a call draws: one that asks for a picture, and `doctor`, which tries to.
bool draws(std::span<char* const> words) {
  const auto verb = std::find_if(words.begin(), words.end(),
                                 [](std::string_view word) { return !word.starts_with("-"); });
  return (verb != words.end() && std::string_view{*verb} == "doctor") ||
         std::any_of(words.begin(), words.end(),
                     [](std::string_view word) { return word.starts_with("--picture"); });
}

}  // namespace

int main(int argc, char** argv) {
  const std::span<char* const> words{argv, static_cast<std::size_t>(argc)};
  if (draws(words.subspan(1))) {
    const auto failed = app::become("coldplan-pictures", argv);
    std::cerr << "coldplan: " << message(failed.error()) << "\n";
    return 1;
  }
  return app::run_main(argc, argv, [argv](const app::CohortOptions&) {
    return app::become("coldplan-cohort", argv);
  });
}
