#include "coldplan/screening/approval.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/person/json_text.h"
#include "coldplan/person/validation.h"
#include "coldplan/screening/approval_schema.h"
#include "coldplan/screening/tables.h"

namespace coldplan::screening {

Expected<Approval> read_approval(std::string_view json_text) {
  using nlohmann::json;
  const Expected<json> document = person::parse_json(json_text);
  if (!document) {
    return tl::unexpected(document.error());
  }
  static const json schema = json::parse(approval_schema_text());
  if (const auto found = person::violation(*document, schema)) {
    return tl::unexpected(*found);
  }
  const auto text = [&document](const char* key) { return document->at(key).get<std::string>(); };
  Approval read{text("approved_by"), text("profession"), text("licence"), text("date"),
                text("rules")};
  if (read.rules != rules_hash()) {
    return tl::unexpected(Error{ErrorCode::conflict, "rules", read.rules,
                                fmt::format("the hash of the rules in use, {}", rules_hash()),
                                "have the rules in use read and approved"});
  }
  return read;
}

std::string approval_line(const std::optional<Approval>& approval) {
  if (!approval) {
    return "Rules not approved by a clinician.";
  }
  return fmt::format("Rules approved by {}, {} (licence {}), on {}.", approval->approved_by,
                     approval->profession, approval->licence, approval->date);
}

}  // namespace coldplan::screening
