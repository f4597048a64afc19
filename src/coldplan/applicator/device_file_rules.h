#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "coldplan/applicator/form.h"
#include "coldplan/quantity/error.h"

/// What a device file may hold: schema/device.schema.json, and what no schema sees.
namespace coldplan::applicator {

/// The word of a source in device files: "pack"; empty for what cannot be given there.
[[nodiscard]] std::string_view kind_of(const Source& source);

/// The form of therapy that a device names under "like"; none if it names none, or no known one.
[[nodiscard]] std::optional<Form> form_like(const nlohmann::json& device);

/// Kind of source that a device means: its own, or that of the form that it is like; empty if
/// neither is known.
[[nodiscard]] std::string kind_meant(const nlohmann::json& device, const std::optional<Form>& like);

/// The first fault of a document, or nothing; its place begins with "device".
[[nodiscard]] std::optional<Error> device_violation(const nlohmann::json& document);

/// What a number of a source is, with its range: "a temperature in °C (-40 to 20)".
[[nodiscard]] std::string accepted_number(std::string_view kind, std::string_view key);

}  // namespace coldplan::applicator
