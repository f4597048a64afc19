#include "coldplan/app/validate_verb.h"

#include <ostream>

#include <fmt/format.h>

#include "coldplan/app/calibrate_verb.h"
#include "coldplan/app/session_flags.h"
#include "coldplan/app/validate_pictures.h"
#include "coldplan/report/validation_text.h"
#include "coldplan/study/posterior_file.h"

namespace coldplan::app {
namespace {

// numerical: draws that are taken for meant.
constexpr int most_draws = 10000;
// numerical: fewer tell nothing of an interval.
constexpr int fewest_draws = 20;
// numerical: characters of the bar.
constexpr std::size_t bar = 20;

void show_progress(std::ostream& stream, std::size_t done, std::size_t all) {
  const std::size_t filled = bar * done / all;
  stream << fmt::format("\r{}{} {} of {} studies", std::string(filled, '#'),
                        std::string(bar - filled, '.'), done, all)
         << (done == all ? "\r\x1b[K" : "") << std::flush;
}

/// The call that made a page, as far as it was not the usual one; without those of its words that
/// do not change what is in it.
std::string command_of(const ValidateOptions& options) {
  std::string command = "coldplan validate " + options.folder;
  if (options.draws != 0) {
    command += fmt::format(" --draws {}", options.draws);
  }
  if (options.seed != ValidateOptions{}.seed) {
    command += fmt::format(" --seed {}", options.seed);
  }
  command += options.held_out ? " --held-out" : options.priors ? " --priors" : "";
  command += options.posterior.empty() ? "" : " --posterior " + options.posterior;
  for (const std::string& each : options.without) {
    command += " --without " + each;
  }
  return command + " --pictures " + options.pictures;
}

Error unread(const study::Validation& validation) {
  const study::StudyFile& first = validation.unread.front();
  Error error = under(first.name, first.study.error());
  if (validation.unread.size() > 1) {
    error.mend += fmt::format("{}{} more files cannot be read", error.mend.empty() ? "" : "; ",
                              validation.unread.size() - 1);
  }
  return error;
}

Error together(std::string flag) {
  return {ErrorCode::conflict, std::move(flag), "", "",
          "give --held-out, --priors or --posterior, not two of them"};
}

Expected<study::PredictionOptions> prediction_of(const ValidateOptions& options) {
  study::PredictionOptions prediction;
  prediction.seed = options.seed;
  if (options.draws == 0) {
    return prediction;
  }
  if (options.draws < fewest_draws || options.draws > most_draws) {
    return tl::unexpected(
        Error{ErrorCode::out_of_range, "--draws", fmt::format("{}", options.draws),
              fmt::format("a number of draws ({} to {})", fewest_draws, most_draws), ""});
  }
  prediction.draws = options.draws;
  return prediction;
}

Expected<study::ValidationOptions> scoring_of(const ValidateOptions& options,
                                              study::PredictionOptions prediction) {
  const auto mechanisms = mechanisms_without(options.without);
  if (!mechanisms) {
    return tl::unexpected(mechanisms.error());
  }
  prediction.mechanisms = *mechanisms;
  study::ValidationOptions scoring{std::move(prediction), options.held_out, std::nullopt};
  const int modes =
      (options.held_out ? 1 : 0) + (options.priors ? 1 : 0) + (options.posterior.empty() ? 0 : 1);
  if (modes > 1) {
    return tl::unexpected(together(options.priors ? "--priors" : "--posterior"));
  }
  if (options.priors) {
    scoring.posterior.emplace();
  } else if (!options.posterior.empty()) {
    auto table = study::read_posterior(options.posterior);
    if (!table) {
      return tl::unexpected(at_flag("--posterior", table.error()));
    }
    scoring.posterior = std::move(*table);
  }
  return scoring;
}

}  // namespace

Expected<std::string> run_validate(const ValidateOptions& options, std::ostream& out,
                                   std::ostream* progress) {
  const auto prediction = prediction_of(options);
  if (!prediction) {
    return tl::unexpected(prediction.error());
  }
  if (!options.pictures.empty()) {
    if (const auto made = make_picture_folder(options.pictures); !made) {
      return tl::unexpected(made.error());
    }
  }
  study::StudyProgress show;
  if (progress != nullptr) {
    show = [progress](std::size_t done, std::size_t all) { show_progress(*progress, done, all); };
  }
  const auto scoring = scoring_of(options, *prediction);
  if (!scoring) {
    return tl::unexpected(scoring.error());
  }
  const auto validation = study::validate(options.folder, *scoring, show);
  if (!validation) {
    return tl::unexpected(validation.error());
  }
  if (!options.pictures.empty()) {
    const auto written =
        write_validation_pictures(options.pictures, *validation, command_of(options));
    if (!written) {
      return tl::unexpected(written.error());
    }
  }
  std::string text = options.json ? json_text(report::validation_json(*validation))
                                  : report::validation_text(*validation);
  if (validation->unread.empty()) {
    return text;
  }
  out << text << std::flush;
  return tl::unexpected(unread(*validation));
}

}  // namespace coldplan::app
