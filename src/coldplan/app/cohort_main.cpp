#include "coldplan/app/program.h"
#include "coldplan/cohort/run.h"
#include "coldplan/cohort/threads.h"

namespace {

namespace app = coldplan::app;
namespace cohort = coldplan::cohort;
using coldplan::Expected;

/// This process alone.
Expected<std::string> run_alone(const app::CohortOptions& options) {
  cohort::Crew crew;
  const app::CohortEngine engine{
      [&crew](const cohort::Plan& plan, std::span<const cohort::By> grouping,
              const app::CohortOptions& given,
              const std::function<void(const cohort::Progress&)>& report) {
        const int threads = given.threads.value_or(cohort::usable_processors());
        return cohort::run(plan, grouping, {given.out, given.part, threads, report}, crew);
      },
      [](const Expected<void>& mine) { return mine; }};
  return app::run_cohort(options, engine);
}

}  // namespace

int main(int argc, char** argv) {
  return coldplan::app::run_main(argc, argv, run_alone);
}
