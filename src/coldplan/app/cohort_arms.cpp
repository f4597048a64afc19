#include "coldplan/app/cohort_arms.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/app/arms_schema.h"
#include "coldplan/app/command.h"
#include "coldplan/person/json_text.h"
#include "coldplan/person/validation.h"
#include "coldplan/quantity/units.h"

namespace coldplan::app {
namespace {

using nlohmann::json;

template <typename T, typename Place>
void take(const json& arm, const char* key, Place& place) {
  if (arm.contains(key)) {
    place = arm.at(key).get<T>();
  }
}

SessionOptions options_in(const json& arm, SessionOptions options) {
  take<std::string>(arm, "form", options.form);
  take<std::string>(arm, "device", options.device);
  take<double>(arm, "minutes", options.minutes);
  take<double>(arm, "after", options.after);
  take<int>(arm, "repeat", options.repeat);
  take<double>(arm, "gap", options.gap);
  take<std::string>(arm, "temperature", options.temperature);
  take<std::string>(arm, "mass", options.mass);
  take<std::string>(arm, "area", options.area);
  take<double>(arm, "dwell", options.dwell);
  take<std::vector<std::string>>(arm, "barrier", options.barriers);
  take<std::string>(arm, "hold", options.hold);
  take<std::string>(arm, "room", options.room);
  return options;
}

Expected<std::vector<cohort::Arm>> arms_in_file(const ArmOptions& options) {
  const std::string file = options.file->string();
  const auto within = [&file](Error error) {
    error.place = file + (error.place.empty() ? "" : ": " + error.place);
    return tl::unexpected(std::move(error));
  };
  const auto text = read_text(*options.file);
  if (!text) {
    Error error = text.error();
    error.mend = "no such file, or not readable; see docs/cohort.md";
    return tl::unexpected(error);
  }
  const auto document = person::parse_json(*text);
  if (!document) {
    return within(document.error());
  }
  static const json schema = json::parse(arms_schema_text());
  if (const auto found = person::violation(*document, schema)) {
    return within(*found);
  }
  std::vector<cohort::Arm> arms;
  for (const json& given : document->at("arms")) {
    const auto session = session_of(options_in(given, options.session));
    if (!session) {
      Error error = session.error();
      // The key of a flag has its name.
      error.place =
          fmt::format("arms[{}].{}", arms.size(),
                      error.place.starts_with("--") ? error.place.substr(2) : error.place);
      return within(error);
    }
    arms.push_back({given.at("name").get<std::string>(), *session});
  }
  return arms;
}

/// "ice_bag:20+dry_towel", over what the flags say.
Expected<cohort::Arm> short_arm(const std::string& text, SessionOptions options) {
  const auto refused = [&text](const std::string& mend) {
    return tl::unexpected(Error{ErrorCode::wrong_type, "--arm", "\"" + text + "\"",
                                "FORM[:MINUTES][+BARRIER…], such as ice_bag:20+dry_towel", mend});
  };
  std::string rest = text;
  for (std::size_t at = rest.rfind('+'); at != std::string::npos; at = rest.rfind('+')) {
    options.barriers.insert(options.barriers.begin(), rest.substr(at + 1));
    rest.resize(at);
  }
  if (const std::size_t at = rest.find(':'); at != std::string::npos) {
    const auto minutes = quantity::parse_number(std::string_view{rest}.substr(at + 1));
    if (!minutes) {
      return refused("");
    }
    options.minutes = *minutes;
    rest.resize(at);
  }
  if (rest.empty()) {
    return refused("");
  }
  options.form = rest;
  auto session = session_of(options);
  if (!session) {
    Error error = session.error();
    error.place = fmt::format("--arm {}", text);
    return tl::unexpected(error);
  }
  return cohort::Arm{text, std::move(*session)};
}

}  // namespace

Expected<std::vector<cohort::Arm>> arms_of(const ArmOptions& options) {
  std::vector<cohort::Arm> arms;
  const bool has_one = !options.session.form.empty() || options.session.device;
  if (!options.file && options.shorts.empty()) {
    const auto session = session_of(options.session);
    if (!session) {
      return tl::unexpected(session.error());
    }
    arms.push_back({session->form.id, *session});
    return arms;
  }
  if (has_one) {
    return tl::unexpected(Error{ErrorCode::conflict, options.file ? "--arms" : "--arm", "", "",
                                "leave out --form and --device: each arm has its own"});
  }
  if (options.file) {
    auto in_file = arms_in_file(options);
    if (!in_file) {
      return in_file;
    }
    arms = std::move(*in_file);
  }
  for (const std::string& text : options.shorts) {
    auto arm = short_arm(text, options.session);
    if (!arm) {
      return tl::unexpected(arm.error());
    }
    arms.push_back(std::move(*arm));
  }
  return arms;
}

}  // namespace coldplan::app
