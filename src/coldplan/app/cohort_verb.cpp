#include "coldplan/app/cohort_verb.h"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "coldplan/app/cohort_json.h"
#include "coldplan/app/cohort_text.h"
#include "coldplan/app/command.h"
#include "coldplan/cohort/cohort_picture.h"
#include "coldplan/cohort/population_file.h"

namespace coldplan::app {
namespace {

Expected<void> take_people(cohort::Plan& plan, const CohortOptions& options) {
  if (!options.population) {
    if (!options.people) {
      return tl::unexpected(Error{ErrorCode::missing, "--people", "", "",
                                  "say how many, or give your own by --population"});
    }
    plan.people = *options.people;
    return {};
  }
  if (options.people) {
    return tl::unexpected(Error{ErrorCode::conflict, "--people", "", "",
                                "leave it out: the file says how many there are"});
  }
  const auto text = read_text(*options.population);
  if (!text) {
    Error error = text.error();
    error.mend = "no such file, or not readable; see docs/cohort.md";
    return tl::unexpected(error);
  }
  auto people = cohort::read_people(*text, options.population->string());
  if (!people) {
    return tl::unexpected(people.error());
  }
  plan.own_people = std::move(*people);
  plan.people = plan.own_people.size();
  return {};
}

/// The flag behind a place in the plan.
Error at_its_flag(Error error, const CohortOptions& options) {
  if (error.place == "people") {
    error.place = "--people";
  } else if (error.place == "arms") {
    error.place = options.arms.file ? options.arms.file->string() : "--arm";
  }
  return error;
}

/// Writes progress to standard error.
class ProgressPrinter {
 public:
  void operator()(const cohort::Progress& progress) {
    const auto now = std::chrono::steady_clock::now();
    const bool is_done = progress.done == progress.all;
    const auto pause = is_terminal_ ? std::chrono::milliseconds{200} : std::chrono::seconds{10};
    if (now - last_ < pause && !(is_terminal_ && is_done)) {
      return;
    }
    last_ = now;
    if (is_terminal_) {
      constexpr std::size_t bar = 20;
      std::cerr << "\r\033[K" << (is_done ? "" : cohort::progress_line(progress, bar))
                << std::flush;
    } else {
      std::cerr << "coldplan: " << cohort::progress_line(progress, 0) << std::endl;
    }
  }

 private:
  /// ./coldplan-mpi says that what it writes to ends at a terminal.
  bool is_terminal_ = isatty(STDERR_FILENO) == 1 || std::getenv("COLDPLAN_PROGRESS") != nullptr;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

Expected<void> draw_picture(const CohortOptions& options, const cohort::Plan& plan,
                            const cohort::Tally& tally) {
  if (!options.picture) {
    return {};
  }
  return cohort::picture_of(plan, tally)
      .map_error([](const Error& error) { return at_flag("--picture", error); })
      .and_then([&](const cohort::CohortPicture& picture) {
        return cohort::write_picture(*options.picture, picture);
      });
}

/// What was asked for, read and checked before anything is computed.
struct Request {
  cohort::Plan plan;
  std::vector<cohort::By> grouping;
};

Expected<Request> request_of(const CohortOptions& options) {
  if (options.picture) {
    if (const auto format = drawing::format_of(*options.picture); !format) {
      return tl::unexpected(format.error());
    }
  }
  auto grouping = cohort::grouping_from(options.by, "--by");
  if (!grouping) {
    return tl::unexpected(grouping.error());
  }
  if (options.histories && !options.out) {
    return tl::unexpected(
        Error{ErrorCode::conflict, "--histories", "", "", "needs --out: where should they go?"});
  }
  auto plan = plan_of(options);
  if (!plan) {
    return tl::unexpected(plan.error());
  }
  return Request{std::move(*plan), std::move(*grouping)};
}

}  // namespace

void add_cohort_flags(CLI::App& verb, CohortOptions& options) {
  verb.add_option("--people", options.people, "How many virtual people");
  verb.add_option("--population", options.population,
                  "Your own people instead: a table as .csv\n(docs/cohort.md)");
  verb.add_option("--seed", options.seed, "Of all that is drawn")->capture_default_str();
  add_session_flags(verb, options.arms.session);
  add_use_flags(verb, options.arms.session);
  verb.add_option("--arm", options.arms.shorts,
                  "Several sessions on the same people:\nFORM[:MINUTES][+BARRIER]; repeated");
  verb.add_option("--arms", options.arms.file, "The same from a file, with all settings");
  verb.add_option("--by", options.by, "What tables tell apart: fat, age, sex, bmi")
      ->capture_default_str();
  verb.add_option("--out", options.out, "A row a person into this file (HDF5)");
  verb.add_flag("--histories", options.histories, "Every minute of everybody, too");
  verb.add_option("--picture", options.picture, "Draw it: .svg, .png or .pdf");
  verb.add_flag("--json", options.json, "For machines");
  verb.add_option("--threads", options.threads, "Processors to use; all if left out")
      ->check(CLI::Range(1, 1024).description(""));
  verb.add_option("--part", options.part, "People in a part that is kept on the way")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}).description(""));
}

Expected<cohort::Plan> plan_of(const CohortOptions& options) {
  cohort::Plan plan;
  plan.seed = options.seed;
  plan.histories = options.histories;
  if (auto taken = take_people(plan, options); !taken) {
    return tl::unexpected(taken.error());
  }
  auto arms = arms_of(options.arms);
  if (!arms) {
    return tl::unexpected(arms.error());
  }
  plan.arms = std::move(*arms);
  if (auto sound = cohort::check(plan); !sound) {
    return tl::unexpected(at_its_flag(sound.error(), options));
  }
  return plan;
}

Expected<std::string> run_cohort(const CohortOptions& options, const CohortEngine& engine) {
  const auto request = request_of(options);
  const auto all = engine.agree(request ? Expected<void>{} : tl::unexpected(request.error()));
  if (!all) {
    return tl::unexpected(all.error());
  }
  const auto printer = std::make_shared<ProgressPrinter>();
  const auto tally =
      engine.run(request->plan, request->grouping, options,
                 [printer](const cohort::Progress& progress) { (*printer)(progress); });
  if (!tally) {
    return tl::unexpected(tally.error());
  }
  if (!engine.speaks) {
    return std::string{};
  }
  if (auto drawn = draw_picture(options, request->plan, *tally); !drawn) {
    return tl::unexpected(drawn.error());
  }
  return options.json ? json_text(cohort_json(request->plan, *tally))
                      : cohort_text(request->plan, *tally, options);
}

}  // namespace coldplan::app
