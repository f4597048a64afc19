#include "coldplan/app/calibrate_verb.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "coldplan/app/session_flags.h"
#include "coldplan/app/today.h"
#include "coldplan/planning/version.h"
#include "coldplan/posterior/score_names.h"
#include "coldplan/quantity/nearest_word.h"
#include "coldplan/study/posterior_file.h"
#include "coldplan/study/study_folder.h"

namespace coldplan::app {
namespace {

// numerical: what is taken for meant; fewer chains have nothing to make proposals of.
constexpr int fewest_chains = 4;
// numerical: as above.
constexpr int most_chains = 512;
// numerical: as above; fewer steps tell nothing of how chains mix.
constexpr int fewest_steps = 8;
// numerical: as above.
constexpr int most_steps = 1'000'000;
// numerical: R-hat of chains that have mixed (Vehtari et al. 2021 ask for 1.01, older books 1.1).
constexpr double mixed = 1.02;

Expected<void> put_count(const char* flag, int given, int least, int most, std::size_t& place) {
  if (given == 0) {
    return {};
  }
  if (given < least || given > most) {
    return tl::unexpected(Error{ErrorCode::out_of_range, flag, fmt::format("{}", given),
                                fmt::format("a whole number ({} to {})", least, most), ""});
  }
  place = static_cast<std::size_t>(given);
  return {};
}

Expected<study::CalibrationOptions> calibration_options(const CalibrateOptions& options) {
  study::CalibrationOptions made;
  made.seed = options.seed;
  for (const auto& put :
       {put_count("--chains", options.chains, fewest_chains, most_chains, made.chains),
        put_count("--warm-up", options.warm_up, fewest_steps, most_steps, made.warm_up),
        put_count("--steps", options.steps, fewest_steps, most_steps, made.steps)}) {
    if (!put) {
      return tl::unexpected(put.error());
    }
  }
  const auto mechanisms = mechanisms_without(options.without);
  if (!mechanisms) {
    return tl::unexpected(mechanisms.error());
  }
  made.mechanisms = *mechanisms;
  if (!options.checkpoint.empty()) {
    made.checkpoint = options.checkpoint;
  }
  return made;
}

/// None where no held-out posteriors are wanted.
Expected<std::optional<study::FoldOptions>> fold_options(const CalibrateOptions& options) {
  study::FoldOptions made;
  const auto put =
      put_count("--fold-steps", options.fold_steps, fewest_steps, most_steps, made.steps);
  if (!put) {
    return tl::unexpected(put.error());
  }
  return options.held_out.empty() ? std::nullopt : std::optional{made};
}

/// Every study of the folder: what teaches has to be whole.
Expected<std::vector<study::Study>> studies_in(const std::string& folder) {
  auto files = study::read_studies(folder);
  if (!files) {
    return tl::unexpected(files.error());
  }
  std::vector<study::Study> studies;
  for (study::StudyFile& file : *files) {
    if (!file.study) {
      return tl::unexpected(under(file.name, file.study.error()));
    }
    studies.push_back(std::move(*file.study));
  }
  for (const study::Study& one : studies) {
    for (const study::Study& other : studies) {
      if (study::is_same_people(one.id, other.id)) {
        return tl::unexpected(
            Error{ErrorCode::conflict, other.id, "", "",
                  "the people of " + one.id + " would count twice; leave it out"});
      }
    }
  }
  return studies;
}

std::string fold_text(const study::Fold& fold) {
  if (fold.weights) {
    return fmt::format("Without {}: weights worth {:.0f} draws.\n", fold.study, *fold.weights);
  }
  const double worst = fold.worst_r_hat.value_or(1.0);
  return fmt::format("Without {}: R-hat at most {:.3f}{}.\n", fold.study, worst,
                     worst > mixed ? "; give more --fold-steps" : "");
}

std::string summary_of(const study::CrossValidation& made, const CalibrateOptions& options) {
  const study::Calibration& calibration = made.calibration;
  std::string text =
      fmt::format("{} studies, {} numbers; {} draws of {} scores in {}.\n",
                  calibration.studies.size(), calibration.rows, calibration.posterior.draws.size(),
                  calibration.posterior.scores.size(), options.output);
  const auto worst =
      std::max_element(calibration.diagnostics.begin(), calibration.diagnostics.end(),
                       [](const auto& one, const auto& other) { return one.r_hat < other.r_hat; });
  const auto fewest = std::min_element(
      calibration.diagnostics.begin(), calibration.diagnostics.end(),
      [](const auto& one, const auto& other) { return one.effective < other.effective; });
  text += fmt::format(
      "Chains: R-hat at most {:.3f} ({}), at least {:.0f} effective samples ({}).\n", worst->r_hat,
      posterior::name_of(worst->score), fewest->effective, posterior::name_of(fewest->score));
  if (calibration.effective_weights > 0.0) {
    text += fmt::format("Bodies: weights worth {:.0f} draws.\n", calibration.effective_weights);
  }
  if (worst->r_hat > mixed) {
    text += fmt::format("Not mixed: R-hat is over {}; give more --steps.\n", mixed);
  }
  for (const study::Fold& fold : made.folds) {
    text += fold_text(fold);
  }
  return text;
}

}  // namespace

Expected<study::Mechanisms> mechanisms_without(const std::vector<std::string>& words) {
  study::Mechanisms mechanisms;
  std::vector<std::string_view> known;
  known.reserve(study::mechanism_words.size());
  for (const auto& [word, member] : study::mechanism_words) {
    known.push_back(word);
  }
  for (const std::string& each : words) {
    const auto* const found =
        std::find_if(study::mechanism_words.begin(), study::mechanism_words.end(),
                     [&](const auto& entry) { return entry.first == each; });
    if (found == study::mechanism_words.end()) {
      return tl::unexpected(Error{ErrorCode::unknown_name, "--without", each,
                                  fmt::format("one of {}", fmt::join(known, ", ")), ""});
    }
    mechanisms.*(found->second) = false;
  }
  return mechanisms;
}

Expected<std::string> run_calibrate(const CalibrateOptions& options, std::ostream* progress) {
  const auto chosen = calibration_options(options);
  if (!chosen) {
    return tl::unexpected(chosen.error());
  }
  const auto studies = studies_in(options.folder);
  if (!studies) {
    return tl::unexpected(studies.error());
  }
  study::FoldProgress show;
  if (progress != nullptr) {
    show = [progress](const std::string& part, std::size_t done, std::size_t all) {
      *progress << fmt::format("\r\x1b[K{}: {} of {} steps", part, done, all) << std::flush;
    };
  }
  const auto folds = fold_options(options);
  if (!folds) {
    return tl::unexpected(folds.error());
  }
  const auto made = study::cross_validate(*studies, *chosen, *folds, show);
  if (!made) {
    return tl::unexpected(made.error());
  }
  const study::Made about{options.date.empty() ? today() : options.date,
                          std::string{planning::version()}};
  if (auto done =
          study::write_json(options.output, study::posterior_json(made->calibration, about));
      !done) {
    return tl::unexpected(at_flag("--output", done.error()));
  }
  if (!options.held_out.empty()) {
    if (auto done = study::write_json(options.held_out, study::held_out_json(*made, about));
        !done) {
      return tl::unexpected(at_flag("--held-out", done.error()));
    }
  }
  return (progress == nullptr ? "" : "\r\x1b[K") + summary_of(*made, options);
}

}  // namespace coldplan::app
