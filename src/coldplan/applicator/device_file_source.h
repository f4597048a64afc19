#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "coldplan/applicator/form.h"
#include "coldplan/quantity/error.h"

/// The source of cold that a device file describes.
namespace coldplan::applicator {

/// A number of a device file, SI or °C.
struct GivenNumber {
  Spread value;
  bool has_range = false;  ///< whether its ends were given
};

/// Numbers by their key without the unit: "temperature", "minutes", "spot_radius".
using GivenNumbers = std::map<std::string, GivenNumber, std::less<>>;

/// The numbers of an object that the schema has let through, out of whatever unit they have.
[[nodiscard]] GivenNumbers numbers_in(const nlohmann::json& object);

/// The number into its place, if it was given.
void put(const GivenNumbers& given, std::string_view name, double& place);
void put(const GivenNumbers& given, std::string_view name, Spread& place);

/// A source of a kind, and the facts that fill what was not given.
struct DescribedSource {
  Source source;
  std::vector<facts::Id> basis;
};

/// Makes the source of a kind of what was given; the rest is of `like` where that is of the same
/// kind, otherwise of facts. Errors: numbers that do not go together, the place being their key; a
/// nozzle outside the range of its correlation.
[[nodiscard]] Expected<DescribedSource> source_of(std::string_view kind, const GivenNumbers& given,
                                                  const Source& like, double area);

}  // namespace coldplan::applicator
