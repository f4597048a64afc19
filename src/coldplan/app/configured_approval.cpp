#include "coldplan/app/configured_approval.h"

#include <cstdlib>
#include <utility>

#include "coldplan/app/command.h"

namespace coldplan::app {
namespace {

/// Where an approval stands that was not given with the call.
constexpr const char* approval_variable = "COLDPLAN_APPROVAL";

}  // namespace

Expected<std::optional<screening::Approval>> configured_approval(
    const std::optional<std::filesystem::path>& named) {
  auto path = named;
  if (const char* configured = std::getenv(approval_variable); !path && configured != nullptr) {
    path = configured;
  }
  if (!path || path->empty()) {
    return std::nullopt;
  }
  const auto text = read_text(*path);
  if (!text) {
    return tl::unexpected(text.error());
  }
  auto approval = screening::read_approval(*text);
  if (!approval) {
    return tl::unexpected(in_file(*path, approval.error()));
  }
  return std::move(*approval);
}

}  // namespace coldplan::app
