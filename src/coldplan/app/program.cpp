#include "coldplan/app/program.h"

#include <exception>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "coldplan/app/bath_verb.h"
#include "coldplan/app/calibrate_verb.h"
#include "coldplan/app/cohort_verb.h"
#include "coldplan/app/compare_verb.h"
#include "coldplan/app/doctor_verb.h"
#include "coldplan/app/effects_table.h"
#include "coldplan/app/evidence_verb.h"
#include "coldplan/app/explain_verb.h"
#include "coldplan/app/facts_verb.h"
#include "coldplan/app/forms_verb.h"
#include "coldplan/app/oxygen_verb.h"
#include "coldplan/app/screen_verb.h"
#include "coldplan/app/simulate_verb.h"
#include "coldplan/app/validate_verb.h"
#include "coldplan/planning/version.h"
#include "coldplan/quantity/nearest_word.h"

namespace coldplan::app {
namespace {

CLI::App* add_verb(CLI::App& program, const std::string& name, const std::string& what,
                   const std::string& example) {
  CLI::App* verb = program.add_subcommand(name, what);
  verb->footer("Example:\n  coldplan " + example);
  return verb;
}

/// Validator of CLI11: what is wrong with the name of a picture; empty if nothing is.
std::string unnamed_picture(const std::string& path) {
  return path.empty() ? "needs the name of a file" : "";
}

/// Validator of CLI11: an option that was given nothing, as by a variable of a script that is not
/// set; it would otherwise pass for one that was left out.
std::string given_nothing(const std::string& value) {
  return value.empty() ? "nothing is given; give a value, or leave it out" : "";
}

/// Validator of CLI11: a word that is no severity.
std::string no_severity(const std::string& word) {
  return word == "mild" || word == "moderate" || word == "severe"
             ? ""
             : "\"" + word + "\" is not mild, moderate or severe";
}

void add_compare(CLI::App& program, Action& action) {
  CLI::App* verb =
      add_verb(program, "compare", "Every form of cold side by side on one person's back",
               "compare examples/chronic-58.json --picture back.svg");
  const auto options = std::make_shared<CompareOptions>();
  verb->add_option("case", options->case_file, "Case file (docs/case-file.md), - is standard input")
      ->required();
  verb->add_flag("--details", options->details, "A table of tissues for every form");
  verb->add_flag("--json", options->json, "For machines: every tissue at every minute");
  verb->add_option("--picture", options->picture,
                   "Draw curves and depth-time maps: .svg, .png, .pdf")
      ->check(unnamed_picture);
  verb->callback([&action, options] { action = [options] { return run_compare(*options); }; });
}

void add_simulate(CLI::App& program, Action& action) {
  CLI::App* verb = add_verb(program, "simulate", "One form on one person, minute by minute",
                            "simulate --form ice_bag --minutes 20 --age 58 --sex female \\\n"
                            "    --height 165cm --weight 78kg");
  const auto options = std::make_shared<SimulateOptions>();
  add_session_flags(*verb, options->session);
  verb->add_option("--age", options->age, "In years")->required();
  verb->add_option("--sex", options->sex, "female or male")->required();
  verb->add_option("--height", options->height, "165cm, 65in or 5ft5in")->required();
  verb->add_option("--weight", options->weight, "78kg or 172lb")->required();
  verb->add_option("--skinfold", options->skinfold, "Lumbar skinfold by caliper: 34mm");
  verb->add_option("--fat", options->fat, "Fat beside the spine by ultrasound: 17mm");
  add_use_flags(*verb, options->session);
  verb->add_option("--gas", options->gas, "Gas read at the skin (chamber, cryosauna): -60C");
  verb->add_option("--air-speed", options->air_speed, "In a chamber, m/s");
  verb->add_option("--immersed", options->immersed, "In a bath to the neck, waist or hip; neck");
  verb->add_option("--clothes", options->clothes,
                   "Worn after cold of the whole body, 0 to 3 clo; 1");
  verb->add_flag("--over-nerve", options->over_nerve, "A nerve runs just under the cooled skin");
  verb->add_flag("--salicylate", options->salicylate, "The rub contains methyl salicylate");
  verb->add_option("--nitrogen-room", options->nitrogen_room, "Volume of a cryosauna's room: 30m3");
  verb->add_option("--raynaud", options->raynaud, "Raynaud's: mild, moderate or severe")
      ->check(no_severity);
  verb->add_flag("--held", options->held, "A bath kept at its temperature by ice");
  verb->add_flag("--edge", options->edge, "What the edge of the cold takes from it");
  verb->add_flag("--details", options->details, "Also what effects and hazards rest on");
  verb->add_flag("--us", options->us_units, "Print °F and inches");
  verb->add_flag("--json", options->json, "For machines: every tissue at every minute");
  verb->add_option("--picture", options->picture, "Draw it: .svg, .png or .pdf")
      ->check(unnamed_picture);
  for (CLI::Option* option : verb->get_options()) {
    option->check(given_nothing);
  }
  verb->callback([&action, options] { action = [options] { return run_simulate(*options); }; });
}

void add_screen(CLI::App& program, Action& action, std::ostream& out) {
  CLI::App* verb = add_verb(program, "screen", "Who must not use cold, who must ask first, and why",
                            "screen examples/chronic-58.json");
  const auto options = std::make_shared<ScreenOptions>();
  add_screen_flags(*verb, *options);
  for (CLI::Option* option : verb->get_options()) {
    option->check(given_nothing);
  }
  verb->callback([&action, &out, options] {
    action = [&out, options] { return run_screen(*options, std::cin, out); };
  });
}

void add_cohort(CLI::App& program, Action& action, const CohortAction& cohort) {
  CLI::App* verb =
      add_verb(program, "cohort", "One or several forms on many people, virtual or your own",
               "cohort --people 10000 --form ice_bag --minutes 20 \\\n"
               "    --out cohort.h5 --picture cohort.svg");
  const auto options = std::make_shared<CohortOptions>();
  add_cohort_flags(*verb, *options);
  for (CLI::Option* option : verb->get_options()) {
    option->check(given_nothing);
  }
  verb->callback(
      [&action, options, cohort] { action = [options, cohort] { return cohort(*options); }; });
}

void add_bath(CLI::App& program, Action& action) {
  CLI::App* verb = add_verb(program, "bath", "Ice for a cold bath, and to hold it cold",
                            "bath --litres 200 --from 20C --to 12C --minutes 10");
  const auto options = std::make_shared<BathOptions>();
  add_bath_flags(*verb, *options);
  for (CLI::Option* option : verb->get_options()) {
    option->check(given_nothing);
  }
  verb->callback([&action, options] { action = [options] { return run_bath(*options); }; });
}

void add_oxygen(CLI::App& program, Action& action) {
  CLI::App* verb = add_verb(program, "oxygen", "Oxygen in a room with a nitrogen device",
                            "oxygen --room 30m3 --sessions-per-hour 4 --air-changes 6");
  const auto options = std::make_shared<OxygenOptions>();
  add_oxygen_flags(*verb, *options);
  for (CLI::Option* option : verb->get_options()) {
    option->check(given_nothing);
  }
  verb->callback([&action, options] { action = [options] { return run_oxygen(*options); }; });
}

void add_validate(CLI::App& program, Action& action, std::ostream& out) {
  CLI::App* verb = add_verb(program, "validate", "The model against published experiments",
                            "validate data/studies");
  const auto options = std::make_shared<ValidateOptions>();
  verb->add_option("folder", options->folder, "Study files, as data/studies has them")->required();
  verb->add_option("--draws", options->draws, "How many draws stand behind an interval");
  verb->add_option("--seed", options->seed, "Another number gives other draws");
  verb->add_flag("--held-out", options->held_out, "Each study by a posterior made without it");
  verb->add_flag("--priors", options->priors, "As if nothing had been calibrated");
  verb->add_option("--posterior", options->posterior, "A posterior that coldplan calibrate wrote")
      ->check(given_nothing);
  verb->add_option("--without", options->without,
                   "Leave out: geometry, memory, limb-artery, observation or discrepancy");
  verb->add_option("--pictures", options->pictures, "Folder for pictures and a page of them")
      ->check(given_nothing);
  verb->add_flag("--json", options->json, "For machines");
  verb->callback([&action, options, &out] {
    action = [options, &out] {
      return run_validate(*options, out, isatty(STDERR_FILENO) == 1 ? &std::cerr : nullptr);
    };
  });
}

void add_calibrate(CLI::App& program, Action& action) {
  CLI::App* verb = add_verb(program, "calibrate", "Learn the uncertain numbers from experiments",
                            "calibrate data/studies --output posterior.json");
  const auto options = std::make_shared<CalibrateOptions>();
  verb->add_option("folder", options->folder, "Study files, as data/studies has them")->required();
  verb->add_option("--output", options->output, "Where the posterior goes (data/posterior.json)")
      ->check(given_nothing);
  verb->add_option("--held-out", options->held_out,
                   "Also leave each study out, and write those posteriors here")
      ->check(given_nothing);
  verb->add_option("--checkpoint", options->checkpoint,
                   "Where an interrupted run goes on from, to the same result")
      ->check(given_nothing);
  verb->add_option("--seed", options->seed, "Another number gives other chains");
  verb->add_option("--chains", options->chains, "How many chains");
  verb->add_option("--warm-up", options->warm_up, "Steps that are thrown away");
  verb->add_option("--steps", options->steps, "Steps that are kept");
  verb->add_option("--fold-steps", options->fold_steps,
                   "Steps that are kept of the chains without a study");
  verb->add_option("--without", options->without,
                   "Leave out: geometry, memory, limb-artery, observation or discrepancy");
  verb->add_option("--date", options->date, "The date that the file names (today)")
      ->check(given_nothing);
  verb->callback([&action, options] {
    action = [options] {
      return run_calibrate(*options, isatty(STDERR_FILENO) == 1 ? &std::cerr : nullptr);
    };
  });
}

void add_evidence(CLI::App& program, Action& action) {
  add_evidence_verbs(*add_verb(program, "evidence", "Does cold help? What the trials say",
                               "evidence --kind chronic"),
                     action);
}

void add_forms(CLI::App& program, Action& action) {
  CLI::App* verb =
      add_verb(program, "forms", "The forms of cold and the weakest point of their data", "forms");
  const auto json = std::make_shared<bool>(false);
  verb->add_flag("--json", *json, "For machines");
  verb->callback([&action, json] {
    action = [json]() -> Expected<std::string> { return *json ? forms_json() : forms_text(); };
  });
}

void add_facts(CLI::App& program, Action& action) {
  CLI::App* verb =
      add_verb(program, "facts", "The numbers behind it all, each with its source",
               "facts towel\n  coldplan facts effects    (the models of effect and injury\n"
               "                            beside what was measured)");
  const auto options = std::make_shared<FactsOptions>();
  const auto json = std::make_shared<bool>(false);
  verb->add_option("word", options->word, "Only facts with this word in id, name or source");
  verb->add_option("--subject", options->subject,
                   "Only this subject: tissue, perfusion, anatomy, …");
  verb->add_flag("--assumed", options->assumed, "Only values without a source");
  verb->add_flag("--article", options->article, "Where a popular article and the facts disagree");
  verb->add_flag("--json", *json, "For machines");
  verb->callback([&action, options, json] {
    action = [options, json]() -> Expected<std::string> {
      if (options->word == "effects" && options->subject.empty() && !options->assumed &&
          !options->article) {
        return *json ? effects_table_json() : effects_table_text();
      }
      return *json ? facts_json(*options) : facts_text(*options);
    };
  });
}

void add_explain(CLI::App& program, Action& action) {
  CLI::App* verb =
      add_verb(program, "explain", "How something is computed, and from what", "explain perfusion");
  const auto what = std::make_shared<std::string>();
  const auto json = std::make_shared<bool>(false);
  verb->add_option("what", *what, "A topic, a form, or a fact's id; none: the topics");
  verb->add_flag("--json", *json, "For machines");
  verb->callback([&action, what, json] {
    action = [what, json] { return *json ? explain_json(*what) : explain_text(*what); };
  });
}

void add_doctor(CLI::App& program, Action& action) {
  CLI::App* verb =
      add_verb(program, "doctor", "Check that this installation computes right", "doctor");
  const auto json = std::make_shared<bool>(false);
  verb->add_flag("--json", *json, "For machines");
  verb->callback([&action, json] { action = [json] { return run_doctor(*json); }; });
}

/// The verb that an unfit command line was meant for, to name its help.
std::string help_command(const CLI::App& program) {
  const auto verbs = program.get_subcommands();
  return verbs.empty() ? "coldplan --help" : "coldplan " + verbs.front()->get_name() + " --help";
}

/// The error of a command line without a verb: the word that stands in its place, and the verb that
/// it looks like.
std::string without_verb(const CLI::App& program, const std::string& word) {
  std::vector<std::string> verbs;
  for (const CLI::App* verb : program.get_subcommands([](const CLI::App*) { return true; })) {
    verbs.push_back(verb->get_name());
  }
  const std::string suggestion = quantity::did_you_mean(word, verbs);
  return message({ErrorCode::unknown_name, "coldplan", "\"" + word + "\"",
                  word.starts_with("-") ? "an option" : "a verb",
                  suggestion.empty() ? "see coldplan --help" : suggestion});
}

int refuse_command_line(const CLI::App& program, const CLI::ParseError& error, std::ostream& out,
                        std::ostream& err) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    return program.exit(error, out, err);
  }
  const std::vector<std::string> unread = program.remaining();
  if (program.get_subcommands().empty() && !unread.empty()) {
    err << without_verb(program, unread.front()) << '\n';
    return exit_bad_input;
  }
  err << fmt::format("coldplan: {}; see {}\n", error.what(), help_command(program));
  return exit_bad_input;
}

int finish(const Expected<std::string>& result, std::ostream& out, std::ostream& err) {
  if (!result) {
    err << message(result.error()) << '\n';
    return exit_status(result.error());
  }
  out << *result << std::flush;
  if (!out) {
    err << "standard output: could not be written\n";
    return exit_failed;
  }
  return exit_done;
}

}  // namespace

int run_program(int argc, const char* const* argv, std::ostream& out, std::ostream& err,
                const CohortAction& cohort) {
  CLI::App program{"What cold does inside one person's back. Not a medical device.", "coldplan"};
  program.set_version_flag("--version", std::string{planning::version()});
  program.require_subcommand(1);
  program.footer("Start with:\n  coldplan compare examples/chronic-58.json");
  Action action;
  add_compare(program, action);
  add_simulate(program, action);
  add_screen(program, action, out);
  add_cohort(program, action, cohort);
  add_bath(program, action);
  add_oxygen(program, action);
  add_validate(program, action, out);
  add_calibrate(program, action);
  add_evidence(program, action);
  add_forms(program, action);
  add_facts(program, action);
  add_explain(program, action);
  add_doctor(program, action);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return refuse_command_line(program, error, out, err);
  }
  return finish(action(), out, err);
}

int run_main(int argc, const char* const* argv, const CohortAction& cohort) {
  try {
    return run_program(argc, argv, std::cout, std::cerr, cohort);
  } catch (const std::exception& error) {
    std::cerr << "coldplan: internal error: " << error.what() << "; please report this\n";
    return 1;
  }
}

}  // namespace coldplan::app
