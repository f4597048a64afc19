#include "coldplan/study/validation.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "coldplan/study/held_out.h"
#include "coldplan/study/posterior_file.h"

namespace coldplan::study {

namespace {

/// The fold of a study, if it was calibrated on, or of the one whose people it has one by one.
const Fold* fold_of(const std::string& study) {
  const std::vector<Fold>& folds = current_folds();
  const auto found = std::find_if(folds.begin(), folds.end(), [&](const Fold& each) {
    return each.study == study || is_same_people(each.study, study);
  });
  return found == folds.end() ? nullptr : &*found;
}

std::vector<Row> rows_of(const Study& study, const ValidationOptions& options) {
  if (options.posterior) {
    return predict(study, *options.posterior, options.prediction);
  }
  if (!options.held_out) {
    return predict(study, options.prediction);
  }
  PredictionOptions held_out = options.prediction;
  const Fold* fold = fold_of(study.id);
  held_out.loosened = loosened_without(fold == nullptr ? study.id : fold->study);
  return fold == nullptr ? predict(study, held_out) : predict(study, fold->posterior, held_out);
}

/// Posteriors without a study whose chains have not mixed.
std::size_t unmixed_folds() {
  // numerical: R-hat of chains that have mixed well enough for a prediction (Gelman & Rubin 1992).
  constexpr double mixed = 1.1;
  const auto& folds = current_folds();
  return static_cast<std::size_t>(std::count_if(folds.begin(), folds.end(), [](const Fold& each) {
    return each.worst_r_hat.value_or(1.0) > mixed;
  }));
}

std::string held_out_mode() {
  std::string mode = "held out: each study by a posterior made without it";
  if (const std::size_t unmixed = unmixed_folds(); unmixed > 0) {
    mode += fmt::format(
        " (the chains of {} of {} such posteriors begin in that of all studies and have not mixed: "
        "R-hat over 1.1)",
        unmixed, current_folds().size());
  }
  return mode;
}

std::string mode_of(const ValidationOptions& options) {
  std::string mode =
      options.posterior
          ? (options.posterior->draws.empty() ? "from the priors" : "from a posterior of a file")
      : options.held_out ? held_out_mode()
                         : "in sample: the posterior has seen these studies";
  for (const auto& [word, member] : mechanism_words) {
    mode += options.prediction.mechanisms.*member ? "" : fmt::format(", without {}", word);
  }
  return mode;
}

}  // namespace

Expected<Validation> validate(const std::filesystem::path& folder, const ValidationOptions& options,
                              const StudyProgress& progress) {
  auto files = read_studies(folder);
  if (!files) {
    return tl::unexpected(files.error());
  }
  Validation validation;
  validation.options = options.prediction;
  validation.mode = mode_of(options);
  std::size_t done = 0;
  for (StudyFile& file : *files) {
    if (file.study) {
      std::vector<Row> rows = rows_of(*file.study, options);
      validation.rows.insert(validation.rows.end(), std::make_move_iterator(rows.begin()),
                             std::make_move_iterator(rows.end()));
      ++validation.studies;
    } else {
      validation.unread.push_back(std::move(file));
    }
    ++done;
    if (progress) {
      progress(done, files->size());
    }
  }
  return validation;
}

}  // namespace coldplan::study
