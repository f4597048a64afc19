#include "coldplan/study/checkpoint.h"

#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "coldplan/facts/facts.h"
#include "coldplan/study/samples.h"

namespace coldplan::study {
namespace {

using nlohmann::json;

Error unreadable(const std::filesystem::path& path, std::string mend) {
  return {ErrorCode::unreadable, path.string(), "what is in it", "a checkpoint of this calibration",
          std::move(mend)};
}

/// What a target compares with and of whom, as text.
std::string content_of(const Target& target) {
  std::string content;
  for (const LocalArm& arm : target.arms) {
    content += fmt::format("{} {}|", arm.cold.session.duration, arm.cold.water);
    for (const ArmPerson& person : arm.people) {
      content += fmt::format("{} {}|", person.fat, person.girth);
    }
  }
  for (const Block& block : target.blocks) {
    content += fmt::format(
        "{} {} {} {}|", static_cast<int>(block.missed), fmt::join(block.measured, " "),
        fmt::join(block.of_people.reshaped(), " "), fmt::join(block.of_model.reshaped(), " "));
  }
  for (const PrintedSpread& spread : target.spreads) {
    content += fmt::format("{} {}|", spread.arm, spread.variance);
  }
  return content;
}

/// Where chains start, as text; their past goes with it.
std::string content_of(const Start& start) {
  std::string content;
  for (const std::vector<double>& state : start.states) {
    content += fmt::format("{}|", fmt::join(state, " "));
  }
  return content;
}

}  // namespace

std::string identity_of(const Problem& problem, const CalibrationOptions& options,
                        const Start* start) {
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
    identity += fmt::format(" {} {} {:x}", target.id, target.rows, number_of(content_of(target)));
  }
  if (start != nullptr) {
    identity += fmt::format(" from {:x}", number_of(content_of(*start)));
  }
  return identity;
}

Expected<std::optional<Checkpoint>> read_checkpoint(const std::filesystem::path& path,
                                                    const std::string& identity,
                                                    std::size_t steps) {
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
  if (checkpoint.steps > steps) {
    return tl::unexpected(unreadable(
        path,
        fmt::format("it has {} steps; ask for more --steps, or remove it", checkpoint.steps)));
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
