#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

/// What insurers usually do, what to ask them, and what to look for before buying: rows of
/// data/costs.json, each with its source. Nothing in them names what to buy, only its physics.
namespace coldplan::planning {

/// What one payer or its rules say of families of cold.
struct InsuranceRow {
  std::vector<std::string> families;
  std::string payer;               ///< "Medicare"
  std::vector<std::string> codes;  ///< HCPCS or CPT: "E0218", "97010"
  std::string says;
  std::string source;  ///< empty: nothing was found
  std::string read_as;
};

/// A question to put to one's own insurer.
struct InsurerQuestion {
  std::string id;
  std::vector<std::string> families;
  std::vector<std::string> codes;  ///< HCPCS, CPT or ICD-10-CM
  std::string text;
  std::string source;  ///< of the codes
};

/// One thing to look for before buying or booking.
struct BuyingNote {
  std::vector<std::string> families;
  std::string topic;  ///< "mass", "thermostat", "timer" …
  std::string says;
  std::string source;  ///< empty for the weakest point of a model, which is the lack of one
  std::string read_as;
};

/// Each in the order of the file. They throw where the file contradicts its schema: a fault of the
/// build.
[[nodiscard]] std::vector<InsuranceRow> read_insurance();
[[nodiscard]] std::vector<InsurerQuestion> read_insurer_questions();
[[nodiscard]] std::vector<BuyingNote> read_buying_guide();

/// Those of the rows that speak of a family.
template <typename Row>
[[nodiscard]] std::vector<Row> about(const std::vector<Row>& rows, std::string_view family) {
  std::vector<Row> chosen;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(chosen), [&](const Row& row) {
    return std::find(row.families.begin(), row.families.end(), family) != row.families.end();
  });
  return chosen;
}

}  // namespace coldplan::planning
