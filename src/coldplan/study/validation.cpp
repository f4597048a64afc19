#include "coldplan/study/validation.h"

#include <utility>

namespace coldplan::study {

Expected<Validation> validate(const std::filesystem::path& folder, const PredictionOptions& options,
                              const StudyProgress& progress) {
  auto files = read_studies(folder);
  if (!files) {
    return tl::unexpected(files.error());
  }
  Validation validation;
  validation.options = options;
  std::size_t done = 0;
  for (StudyFile& file : *files) {
    if (file.study) {
      std::vector<Row> rows = predict(*file.study, options);
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
