#include "coldplan/app/screen_verb.h"

#include <utility>

#include <fmt/format.h>

#include "coldplan/app/configured_approval.h"
#include "coldplan/app/screen_ask.h"
#include "coldplan/app/today.h"
#include "coldplan/drawing/format.h"
#include "coldplan/person/json_text.h"
#include "coldplan/person/validation.h"
#include "coldplan/report/screening_json.h"
#include "coldplan/report/screening_text.h"
#include "coldplan/report/text.h"

namespace coldplan::app {
namespace {

using nlohmann::json;

Expected<std::string> day_of(const ScreenOptions& options) {
  if (options.date.empty()) {
    return today();
  }
  if (!person::is_date(options.date)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "--date", "\"" + options.date + "\"",
                                "a date such as 2026-11-02", ""});
  }
  return options.date;
}

/// Nothing, or which options do not go together; a place to save has to be there before anything is
/// asked.
Expected<void> check(const ScreenOptions& options) {
  const auto refuse = [](const char* flag, const char* mend) {
    return tl::unexpected(Error{ErrorCode::conflict, flag, "", "", mend});
  };
  if (options.ask && options.case_file == "-") {
    return refuse("--ask", "name a case file: standard input is where the answers come from");
  }
  if (options.save && (!options.ask || options.json)) {
    return refuse("--save", "it saves what --ask was told: give --ask, and no --json");
  }
  if (options.save &&
      !std::filesystem::is_directory(std::filesystem::absolute(*options.save).parent_path())) {
    return refuse("--save", "choose a folder that exists");
  }
  return {};
}

/// The case after the questions, and its file if one is asked for.
Expected<person::Case> asked(const ScreenOptions& options, const std::string& day, std::istream& in,
                             std::ostream& out) {
  const auto text = read_text(options.case_file);
  if (!text) {
    return tl::unexpected(text.error());
  }
  const auto document = person::parse_json(*text);
  if (!document) {
    return tl::unexpected(in_file(options.case_file, document.error()));
  }
  const auto answered = ask(*document, day, in, out);
  if (!answered) {
    return tl::unexpected(in_file(options.case_file, answered.error()));
  }
  if (options.save) {
    if (const auto written = drawing::write_file(*options.save, answered->dump(2) + '\n');
        !written) {
      return tl::unexpected(written.error());
    }
  }
  return person::read_case(answered->dump());
}

}  // namespace

void add_screen_flags(CLI::App& verb, ScreenOptions& options) {
  verb.add_option("case", options.case_file, "Case file (docs/case-file.md), - is standard input");
  verb.add_flag("--ask", options.ask,
                "Ask what could still change the outcome; with --json: name it");
  verb.add_option("--save", options.save, "With --ask: write the case with its answers here");
  verb.add_flag("--details", options.details, "Also safeguards, precautions, stop signs, sources");
  verb.add_flag("--json", options.json, "For machines: every rule that speaks of every form");
  verb.add_option(
      "--approval", options.approval,
      "Who stands for the rules (docs/safety.md); else COLDPLAN_APPROVAL names the file");
  verb.add_option("--date", options.date, "The day of the session, for agreements (today)");
  verb.add_flag("--rules", options.rules, "Print the hash of the rules that an approval names");
}

Expected<std::string> run_screen(const ScreenOptions& options, std::istream& in,
                                 std::ostream& out) {
  if (options.rules) {
    return fmt::format("{}\n", screening::rules_hash());
  }
  if (options.case_file.empty()) {
    return tl::unexpected(Error{ErrorCode::missing, "coldplan screen", "", "", "name a case file"});
  }
  if (const auto fit = check(options); !fit) {
    return tl::unexpected(fit.error());
  }
  const auto approval = configured_approval(options.approval);
  if (!approval) {
    return tl::unexpected(approval.error());
  }
  const auto day = day_of(options);
  if (!day) {
    return tl::unexpected(day.error());
  }
  const bool asks = options.ask && !options.json;
  const auto subject = asks ? asked(options, *day, in, out) : read_case_file(options.case_file);
  if (!subject) {
    return tl::unexpected(subject.error());
  }
  if (options.ask && options.json) {
    return json_text(report::questions_json(screening::next_screen(*subject, *day)));
  }
  const auto result = screening::screen(*subject, *day);
  return options.json ? json_text(report::screening_json(result, *approval))
                      : report::screening_text(result, *approval, options.details);
}

}  // namespace coldplan::app
