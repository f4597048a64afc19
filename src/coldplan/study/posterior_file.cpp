#include "coldplan/study/posterior_file.h"

#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "coldplan/posterior/score_names.h"
#include "coldplan/study/study_texts.h"

namespace coldplan::study {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

/// To three decimals: a thousandth of a standard deviation is nothing.
double rounded(double score) {
  constexpr double thousand = 1000.0;
  return std::round(score * thousand) / thousand;
}

void put_table(ordered_json& content, const PosteriorTable& table) {
  content["scores"] = ordered_json::array();
  for (const posterior::Score each : table.scores) {
    content["scores"].push_back(posterior::name_of(each));
  }
  content["draws"] = ordered_json::array();
  for (const std::vector<double>& draw : table.draws) {
    ordered_json row = ordered_json::array();
    for (const double score : draw) {
      row.push_back(rounded(score));
    }
    content["draws"].push_back(std::move(row));
  }
}

Error unreadable(const std::string& place, std::string seen, std::string allowed) {
  return {ErrorCode::unreadable, place, std::move(seen), std::move(allowed), ""};
}

Expected<PosteriorTable> table_from(const json& content, const std::string& place) {
  if (!content.is_object() || !content.contains("scores") || !content.contains("draws")) {
    return tl::unexpected(unreadable(place, place, "a posterior with scores and draws"));
  }
  PosteriorTable table;
  try {
    for (const auto& each : content.at("scores")) {
      const auto name = each.get<std::string>();
      const auto score = posterior::score_from(name);
      if (!score) {
        return tl::unexpected(unreadable(place + ": scores", name, "the name of a score"));
      }
      table.scores.push_back(*score);
    }
    content.at("draws").get_to(table.draws);
  } catch (const json::exception&) {
    return tl::unexpected(unreadable(place, place, "a posterior with scores and draws"));
  }
  for (const std::vector<double>& draw : table.draws) {
    if (draw.size() != table.scores.size()) {
      return tl::unexpected(unreadable(place + ": draws", std::to_string(draw.size()),
                                       "as many numbers as there are scores"));
    }
  }
  return table;
}

std::optional<double> number_in(const json& content, const char* key) {
  return content.contains(key) ? std::optional{content[key].get<double>()} : std::nullopt;
}

/// Arrays of numbers on one line each, everything else indented.
void print(std::ostream& out, const ordered_json& value, std::size_t depth) {
  const std::string inner(depth + 1, ' ');
  const bool is_row = value.is_array() && (value.empty() || value[0].is_primitive());
  if (is_row || value.is_primitive()) {
    out << value.dump();
    return;
  }
  out << (value.is_array() ? "[" : "{");
  bool is_first = true;
  for (const auto& [key, each] : value.items()) {
    out << (is_first ? "\n" : ",\n") << inner;
    is_first = false;
    if (value.is_object()) {
      out << json(key).dump() << ": ";
    }
    print(out, each, depth + 1);
  }
  out << "\n" << std::string(depth, ' ') << (value.is_array() ? "]" : "}");
}

}  // namespace

ordered_json posterior_json(const Calibration& calibration, const Made& made) {
  ordered_json content;
  content["what"] =
      "Draws of uncertain numbers, as standard normal scores of their priors, after published "
      "experiments; made by coldplan calibrate";
  content["date"] = made.date;
  content["version"] = made.version;
  content["seed"] = calibration.seed;
  content["rows"] = calibration.rows;
  content["studies"] = calibration.studies;
  content["effective_weights"] = std::round(calibration.effective_weights);
  content["diagnostics"] = ordered_json::array();
  for (const Diagnostic& each : calibration.diagnostics) {
    content["diagnostics"].push_back({{"score", posterior::name_of(each.score)},
                                      {"r_hat", rounded(each.r_hat)},
                                      {"effective", std::round(each.effective)}});
  }
  put_table(content, calibration.posterior);
  return content;
}

ordered_json held_out_json(const CrossValidation& validation, const Made& made) {
  ordered_json content;
  content["what"] =
      "Posteriors made without one study each, to predict that study with; made by coldplan "
      "calibrate --held-out";
  content["date"] = made.date;
  content["version"] = made.version;
  content["seed"] = validation.calibration.seed;
  content["folds"] = ordered_json::array();
  for (const Fold& fold : validation.folds) {
    ordered_json one;
    one["study"] = fold.study;
    if (fold.worst_r_hat) {
      one["worst_r_hat"] = rounded(*fold.worst_r_hat);
    }
    if (fold.weights) {
      one["effective_weights"] = std::round(*fold.weights);
    }
    put_table(one, fold.posterior);
    content["folds"].push_back(std::move(one));
  }
  return content;
}

Expected<PosteriorTable> read_posterior(const std::filesystem::path& path) {
  std::ifstream file{path};
  if (!file) {
    return tl::unexpected(unreadable(path.string(), path.string(), "a file that can be opened"));
  }
  return table_from(json::parse(file, nullptr, false), path.string());
}

Expected<std::vector<Fold>> folds_from(const std::string& text, const std::string& place) {
  const json content = json::parse(text, nullptr, false);
  if (content.is_discarded() || !content.contains("folds")) {
    return tl::unexpected(unreadable(place, place, "a file of folds"));
  }
  std::vector<Fold> folds;
  for (const json& each : content["folds"]) {
    auto table = table_from(each, place);
    if (!table || !each.contains("study")) {
      return tl::unexpected(table ? unreadable(place, "", "folds that name their study")
                                  : table.error());
    }
    folds.push_back({each["study"].get<std::string>(), std::move(*table),
                     number_in(each, "worst_r_hat"), number_in(each, "effective_weights")});
  }
  return folds;
}

const std::vector<Fold>& current_folds() {
  static const std::vector<Fold> folds = [] {
    auto read = folds_from(held_out_text(), "held_out.json");
    if (!read) {
      throw std::logic_error(message(read.error()));
    }
    return std::move(*read);
  }();
  return folds;
}

Expected<void> write_json(const std::filesystem::path& path, const ordered_json& content) {
  const std::filesystem::path draft = path.string() + ".part";
  {
    std::ofstream file{draft};
    print(file, content, 0);
    file << "\n";
    if (!file.flush()) {
      return tl::unexpected(Error{ErrorCode::not_written, path.string(), path.string(),
                                  "a file that can be written", ""});
    }
  }
  std::error_code failed;
  std::filesystem::rename(draft, path, failed);
  if (failed) {
    return tl::unexpected(Error{ErrorCode::not_written, path.string(), path.string(),
                                "a file that can be written", ""});
  }
  return {};
}

}  // namespace coldplan::study
