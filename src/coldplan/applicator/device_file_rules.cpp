#include "coldplan/applicator/device_file_rules.h"

#include <algorithm>
#include <array>
#include <type_traits>

#include <fmt/format.h>

#include "coldplan/applicator/device_schema.h"
#include "coldplan/applicator/forms.h"
#include "coldplan/person/json_text.h"
#include "coldplan/person/validation.h"

namespace coldplan::applicator {
namespace {

using nlohmann::json;
using Violation = std::optional<Error>;

const json& device_schema() {
  static const json schema = json::parse(device_schema_text());
  return schema;
}

const json& rules_of_device() {
  return device_schema().at("properties").at("device");
}

const json& rules_of_source(std::string_view kind) {
  return device_schema().at("definitions").at(std::string{kind});
}

/// The value of a key where there is one, else an empty object.
json part(const json& object, const std::string& key) {
  return object.contains(key) ? object.at(key) : json::object();
}

/// The key that a key in US units stands for; empty for all others.
std::string instead_of(const json& property) {
  return property.value("x-instead-of", std::string{});
}

/// Some numbers may be given as an object of three: settles on the type that this object has.
void settle_types(json& rules, const json& object) {
  for (const auto& [key, property] : rules.at("properties").items()) {
    if (property.at("type").is_array()) {
      const bool is_range = object.contains(key) && object.at(key).is_object();
      property["type"] = is_range ? "object" : "number";
    }
  }
}

json requirement(const std::string& key) {
  json rule = json::object();
  rule["required"] = json::array();
  rule["required"].push_back(key);
  return rule;
}

/// Makes the keys required that are so without a form to take them from, in either unit.
void demand(json& rules) {
  const auto keys = rules.at("x-needed-without-like").get<std::vector<std::string>>();
  for (const std::string& key : keys) {
    json choice = json::array();
    choice.push_back(requirement(key));
    for (const auto& [other, property] : rules.at("properties").items()) {
      if (instead_of(property) == key) {
        choice.push_back(requirement(other));
      }
    }
    if (choice.size() == 1) {
      rules["required"].push_back(key);
      continue;
    }
    json one_of = json::object();
    one_of["oneOf"] = choice;
    rules["allOf"].push_back(one_of);
  }
}

/// The schema as this document needs it: the keys of its kind of source, and those it must have.
json schema_for(const json& device, const std::optional<Form>& like) {
  json schema = device_schema();
  json& rules = schema["properties"]["device"];
  json& source_rules = rules["properties"]["source"];
  const std::string kind = kind_meant(device, like);
  settle_types(rules, device);
  if (!device.contains("like")) {
    demand(rules);
  } else if (like && kind_of(like->source).empty()) {
    rules["required"].push_back("source");
  }
  if (kind.empty()) {
    source_rules["required"].push_back("kind");
    return schema;
  }
  source_rules = rules_of_source(kind);
  settle_types(source_rules, part(device, "source"));
  if (!like || kind_of(like->source) != kind) {
    demand(source_rules);
  }
  return schema;
}

/// A value in both of its units.
Violation given_twice(const json& object, const json& rules) {
  for (const auto& [key, property] : rules.at("properties").items()) {
    const std::string other = instead_of(property);
    if (!other.empty() && object.contains(key) && object.contains(other)) {
      return Error{ErrorCode::conflict, key, other + " is given too", "",
                   "leave one of the two out"};
    }
  }
  return std::nullopt;
}

/// A value outside its own range.
Violation unordered(const json& object) {
  for (const auto& [key, value] : object.items()) {
    if (!value.is_object()) {
      continue;
    }
    const auto usual = value.at("value").get<double>();
    if (!(value.at("low").get<double>() <= usual && usual <= value.at("high").get<double>())) {
      return Error{ErrorCode::conflict, key + ".value", value.at("value").dump(),
                   fmt::format("between its low ({}) and high ({})", value.at("low").dump(),
                               value.at("high").dump()),
                   ""};
    }
  }
  return std::nullopt;
}

/// Whether text goes on one line of a terminal without commanding it: something to see, and no
/// control character (C0, DEL, C1) or separator of lines.
bool is_one_line(std::string_view text) {
  constexpr std::array<std::string_view, 2> breaks{"\xe2\x80\xa8", "\xe2\x80\xa9"};
  // numerical: the second bytes of U+0080 to U+009F in UTF-8 (RFC 3629, section 3) lie below it.
  constexpr unsigned after_c1 = 0xA0;
  const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_c1 = text[i] == '\xc2' && i + 1 < text.size() && byte_at(i + 1) < after_c1;
    if (byte_at(i) < ' ' || text[i] == '\x7f' || is_c1) {
      return false;
    }
  }
  return text.find_first_not_of(' ') != std::string_view::npos &&
         std::none_of(breaks.begin(), breaks.end(), [&](std::string_view each) {
           return text.find(each) != std::string_view::npos;
         });
}

bool is_word(std::string_view text) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  constexpr std::string_view all = "abcdefghijklmnopqrstuvwxyz0123456789_";
  return letters.find(text.substr(0, 1)) != std::string_view::npos &&
         text.find_first_not_of(all) == std::string_view::npos;
}

Violation unfit_text(const json& device) {
  const auto id = device.at("id").get<std::string>();
  const auto wrong = [&](const char* key) {
    return Error{ErrorCode::wrong_type, key, person::shown(device.at(key)),
                 person::accepted(rules_of_device().at("properties").at(key)), ""};
  };
  if (!is_word(id)) {
    return wrong("id");
  }
  if (form_from(id, "")) {
    return Error{ErrorCode::conflict, "id", id + " is the word of a form that is known already", "",
                 "give the device a word of its own"};
  }
  for (const char* key : {"name", "source_of_numbers"}) {
    if (!is_one_line(device.at(key).get<std::string>())) {
      return wrong(key);
    }
  }
  return std::nullopt;
}

/// A kind of source that the form under "like" does not have, so that its keys would fit neither.
Violation other_kind(const json& source, const std::optional<Form>& like) {
  const std::string_view of_like = like ? kind_of(like->source) : std::string_view{};
  const json kind = part(source, "kind");
  if (of_like.empty() || !kind.is_string() || kind == of_like ||
      !device_schema().at("definitions").contains(kind.get<std::string>())) {
    return std::nullopt;
  }
  return Error{ErrorCode::conflict, "device.source.kind", person::shown(kind),
               fmt::format("the kind of {} ({})", like->id, of_like), "leave kind or like out"};
}

/// The first fault that the schema does not see.
Violation further_violation(const json& device, const std::optional<Form>& like) {
  const json source = part(device, "source");
  if (Violation found = given_twice(device, rules_of_device())) {
    return found;
  }
  if (const Violation found = given_twice(source, rules_of_source(kind_meant(device, like)))) {
    return under("source", *found);
  }
  if (const Violation found = unordered(source)) {
    return under("source", *found);
  }
  return unfit_text(device);
}

template <typename S>
std::string_view word_for() {
  if constexpr (std::is_same_v<S, Pack>) {
    return "pack";
  } else if constexpr (std::is_same_v<S, Plate>) {
    return "plate";
  } else if constexpr (std::is_same_v<S, Reservoir>) {
    return "reservoir";
  } else if constexpr (std::is_same_v<S, Jet>) {
    return "jet";
  } else if constexpr (std::is_same_v<S, Film>) {
    return "film";
  } else if constexpr (std::is_same_v<S, Gel>) {
    return "gel";
  }
  return {};
}

}  // namespace

std::string_view kind_of(const Source& source) {
  return std::visit([](const auto& each) { return word_for<std::decay_t<decltype(each)>>(); },
                    source);
}

std::optional<Form> form_like(const json& device) {
  const json like = part(device, "like");
  if (!like.is_string()) {
    return std::nullopt;
  }
  const auto form = form_from(like.get<std::string>(), "");
  return form && is_therapy(*form) ? std::optional{*form} : std::nullopt;
}

std::string kind_meant(const json& device, const std::optional<Form>& like) {
  const json given = part(part(device, "source"), "kind");
  if (given.is_string()) {
    const auto word = given.get<std::string>();
    return device_schema().at("definitions").contains(word) ? word : std::string{};
  }
  return like ? std::string{kind_of(like->source)} : std::string{};
}

Violation device_violation(const json& document) {
  const json device = part(document, "device");
  const std::optional<Form> like = form_like(device);
  if (Violation found = other_kind(part(device, "source"), like)) {
    return found;
  }
  if (Violation found = person::violation(document, schema_for(device, like))) {
    return found;
  }
  if (const Violation found = further_violation(device, like)) {
    return under("device", *found);
  }
  return std::nullopt;
}

std::string accepted_number(std::string_view kind, std::string_view key) {
  return person::accepted(rules_of_source(kind).at("properties").at(std::string{key}));
}

}  // namespace coldplan::applicator
