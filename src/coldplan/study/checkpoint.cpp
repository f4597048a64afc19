#include "coldplan/study/checkpoint.h"

#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/facts/facts.h"

namespace coldplan::study {
namespace {

using nlohmann::json;

Error unreadable(const std::filesystem::path& path, std::string mend) {
  return {ErrorCode::unreadable, path.string(), "", "a checkpoint of this calibration",
          std::move(mend)};
}

}  // namespace

std::string identity_of(const Problem& problem, const CalibrationOptions& options) {
  std::string identity = fmt::format("{} seed {} chains {} warm-up {}", facts::data_hash(),
                                     options.seed, options.chains, options.warm_up);
  for (const auto& [word, member] : mechanism_words) {
    identity += options.mechanisms.*member ? "" : fmt::format(" without {}", word);
  }
  for (const Loosened& each : options.loosened) {
    identity +=
        fmt::format(" loosened {} {} {}", posterior::place_of(each.score), each.mean, each.sd);
  }
  for (const Target& target : problem.targets) {
    identity += fmt::format(" {} {}", target.id, target.rows);
  }
  return identity;
}

Expected<std::optional<Checkpoint>> read_checkpoint(const std::filesystem::path& path,
                                                    const std::string& identity) {
  std::ifstream file{path};
  if (!file) {
    return std::optional<Checkpoint>{};
  }
  const json content = json::parse(file, nullptr, false);
  if (content.is_discarded() || !content.contains("identity")) {
    return tl::unexpected(unreadable(path, "remove it to start anew"));
  }
  if (content["identity"] != identity) {
    return tl::unexpected(
        unreadable(path, "it is of other studies or options; remove it or name another"));
  }
  Checkpoint checkpoint;
  try {
    content.at("steps").get_to(checkpoint.steps);
    content.at("states").get_to(checkpoint.states);
    content.at("past").get_to(checkpoint.past);
    content.at("samples").get_to(checkpoint.kept.chains);
  } catch (const json::exception&) {
    return tl::unexpected(unreadable(path, "remove it to start anew"));
  }
  return std::optional{std::move(checkpoint)};
}

Expected<void> write_checkpoint(const std::filesystem::path& path, const std::string& identity,
                                const Ensemble& ensemble, const KeptStates& samples) {
  json content;
  content["identity"] = identity;
  content["steps"] = ensemble.steps;
  for (const Chain& chain : ensemble.chains) {
    content["states"].push_back(chain.state);
  }
  content["past"] = ensemble.past;
  content["samples"] = samples.chains;
  const std::filesystem::path draft = path.string() + ".part";
  {
    std::ofstream file{draft};
    file << content.dump();
    if (!file.flush()) {
      return tl::unexpected(Error{ErrorCode::not_written, path.string(), "", "a file to write to",
                                  "name another by --checkpoint"});
    }
  }
  std::error_code failed;
  std::filesystem::rename(draft, path, failed);
  if (failed) {
    return tl::unexpected(Error{ErrorCode::not_written, path.string(), "", "a file to write to",
                                "name another by --checkpoint"});
  }
  return {};
}

}  // namespace coldplan::study
