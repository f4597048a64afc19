#include "coldplan/app/evidence_verb.h"

#include <memory>
#include <string>

#include <fmt/format.h>

#include "coldplan/app/evidence_answer.h"
#include "coldplan/app/evidence_pool.h"

namespace coldplan::app {
namespace {

/// Validator of CLI11: an option that was given nothing, as by a variable of a script that is not
/// set.
std::string given_nothing(const std::string& value) {
  return value.empty() ? "nothing is given; give a value, or leave it out" : "";
}

/// Options of `evidence` itself that a sub-verb would not see, or that say nothing alone.
Expected<void> check_used(const CLI::App& verb, const EvidenceOptions& options) {
  const auto subverbs = verb.get_subcommands();
  for (const CLI::Option* option : verb.get_options()) {
    if (!subverbs.empty() && option->count() > 0) {
      return tl::unexpected(Error{
          ErrorCode::conflict, option->get_name(), "", "",
          fmt::format("stands before {} and is not its own; leave it out or the sub-verb, or put "
                      "it after {}",
                      subverbs.front()->get_name(), subverbs.front()->get_name())});
    }
  }
  if (subverbs.empty() && verb.get_option("--plot")->count() > 0 && !options.picture) {
    return tl::unexpected(Error{ErrorCode::conflict, "--plot", "", "",
                                "says what to draw: name a file by --picture"});
  }
  return {};
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

void add_article(CLI::App& evidence, Action& action) {
  CLI::App* verb =
      evidence.add_subcommand("article", "Every statement of the popular article, with a verdict");
  verb->footer("Example:\n  coldplan evidence article");
  const auto json = std::make_shared<bool>(false);
  verb->add_flag("--json", *json, "For machines: schema/evidence.schema.json");
  verb->callback([&action, json] { action = [json] { return run_evidence_article(*json); }; });
}

void add_trials(CLI::App& evidence, Action& action) {
  CLI::App* verb = evidence.add_subcommand("trials", "Every trial, and how it was read");
  verb->footer("Example:\n  coldplan evidence trials");
  const auto options = std::make_shared<EvidenceOptions>();
  verb->add_option("--judgements", options->judgements,
                   "A file of your own judgements (docs/evidence-methods.md)")
      ->check(given_nothing);
  verb->add_flag("--json", options->json, "For machines: schema/evidence.schema.json");
  verb->callback(
      [&action, options] { action = [options] { return run_evidence_trials(*options); }; });
}

}  // namespace

void add_evidence_verbs(CLI::App& verb, Action& action) {
  verb.require_subcommand(0, 1);
  const auto options = std::make_shared<EvidenceOptions>();
  add_evidence_flags(verb, *options);
  for (CLI::Option* option : verb.get_options()) {
    option->check(given_nothing);
  }
  verb.callback([&action, &verb, options] {
    if (const auto used = check_used(verb, *options); !used) {
      action = [error = used.error()]() -> Expected<std::string> { return tl::unexpected(error); };
    } else if (verb.get_subcommands().empty()) {
      action = [options] { return run_evidence(*options); };
    }
  });
  add_article(verb, action);
  add_trials(verb, action);
  add_pool(verb, action);
}

}  // namespace coldplan::app
