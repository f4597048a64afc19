#include "coldplan/app/evidence_verb.h"

#include <memory>
#include <string>

#include "coldplan/app/evidence_pool.h"

namespace coldplan::app {
namespace {

/// Validator of CLI11: an option that was given nothing, as by a variable of a script that is not
/// set.
std::string given_nothing(const std::string& value) {
  return value.empty() ? "nothing is given; give a value, or leave it out" : "";
}

void add_pool(CLI::App& evidence, Action& action) {
  CLI::App* verb = evidence.add_subcommand("pool", "A meta-analysis of your own table of studies");
  verb->footer("Example:\n  coldplan evidence pool trials.csv --measure SMD --sensitivity --bias");
  const auto options = std::make_shared<EvidencePoolOptions>();
  add_evidence_pool_flags(*verb, *options);
  for (CLI::Option* option : verb->get_options()) {
    option->check(given_nothing);
  }
  verb->callback(
      [&action, options] { action = [options] { return run_evidence_pool(*options); }; });
}

}  // namespace

void add_evidence_verbs(CLI::App& verb, Action& action) {
  verb.require_subcommand(1);
  add_pool(verb, action);
}

}  // namespace coldplan::app
