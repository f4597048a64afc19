#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coldplan/thermoregulation/whole_body.h"

/// People and sessions on which the whole body is judged.
namespace coldplan::oracle {

struct BodySession {
  std::string words;
  std::vector<thermoregulation::Stage> schedule;
  std::optional<thermoregulation::Bath> bath = std::nullopt;
};

/// An electric chamber with gloves and shoes, a bath that is held and one that warms, and a bath
/// with a hot room after it, in which a body sweats.
[[nodiscard]] std::vector<BodySession> body_sessions();

struct Bather {
  std::string words;
  person::Person person;
  posterior::Draw draw = posterior::median();

  [[nodiscard]] thermoregulation::BodyTask task(const BodySession& session,
                                                std::size_t refinement = 1) const;
};

/// A woman of 58, a man of 25, a heavy woman of 72, to whom JOS-3's factors of age apply, and a man
/// with layers, flow and control of a draw.
[[nodiscard]] std::vector<Bather> bathers();

}  // namespace coldplan::oracle
