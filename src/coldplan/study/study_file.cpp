#include "coldplan/study/study_file.h"

#include <nlohmann/json.hpp>

#include "coldplan/person/json_text.h"
#include "coldplan/person/validation.h"
#include "coldplan/study/study_conflicts.h"
#include "coldplan/study/study_schema.h"
#include "coldplan/study/study_values.h"

namespace coldplan::study {
namespace {

using nlohmann::json;

Expected<json> parse_study(std::string_view text) {
  auto document = person::parse_json(text);
  if (!document && document.error().place.empty() && document.error().allowed.empty()) {
    Error error = document.error();
    error.mend = "begin with {\"id\": …}";
    return tl::unexpected(error);
  }
  return document;
}

}  // namespace

Expected<Study> read_study(std::string_view json_text) {
  static const json schema = json::parse(study_schema_text());
  const Expected<json> document = parse_study(json_text);
  if (!document) {
    return tl::unexpected(document.error());
  }
  if (const auto found = person::violation(*document, schema)) {
    return tl::unexpected(*found);
  }
  if (const auto found = study_conflict(*document)) {
    return tl::unexpected(*found);
  }
  return study_from(*document);
}

}  // namespace coldplan::study
