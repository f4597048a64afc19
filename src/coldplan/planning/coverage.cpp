#include "coldplan/planning/coverage.h"

#include <nlohmann/json.hpp>

#include "coldplan/planning/planning_texts.h"

namespace coldplan::planning {
namespace {

using nlohmann::json;

using Words = std::vector<std::string>;

std::string text_of(const json& row, const char* key) {
  return row.at(key).is_null() ? "" : row.at(key).get<std::string>();
}

template <typename Row, typename Read>
std::vector<Row> rows_of(const char* key, const Read& read) {
  const json file = json::parse(costs_text());
  std::vector<Row> rows;
  for (const json& row : file.at(key)) {
    rows.push_back(read(row));
  }
  return rows;
}

}  // namespace

std::vector<InsuranceRow> read_insurance() {
  return rows_of<InsuranceRow>("insurance", [](const json& row) {
    return InsuranceRow{row.at("families").get<Words>(), text_of(row, "payer"),
                        row.at("codes").get<Words>(),    text_of(row, "says"),
                        text_of(row, "source"),          text_of(row, "read_as")};
  });
}

std::vector<InsurerQuestion> read_insurer_questions() {
  return rows_of<InsurerQuestion>("insurer_questions", [](const json& row) {
    return InsurerQuestion{text_of(row, "id"), row.at("families").get<Words>(),
                           row.at("codes").get<Words>(), text_of(row, "text"),
                           text_of(row, "source")};
  });
}

std::vector<BuyingNote> read_buying_guide() {
  return rows_of<BuyingNote>("buying_guide", [](const json& row) {
    return BuyingNote{row.at("families").get<Words>(), text_of(row, "topic"), text_of(row, "says"),
                      text_of(row, "source"), text_of(row, "read_as")};
  });
}

}  // namespace coldplan::planning
