#pragma once

#include <string_view>

#include "coldplan/applicator/form.h"
#include "coldplan/quantity/error.h"

/// A person's own device, described in a file (docs/device-file.md, schema/device.schema.json).
namespace coldplan::applicator {

/// Reads a device from the text of its file into a form of cold like ours. What a form named under
/// "like" has and the file has not is taken from it; its family and variant are then those of that
/// form, otherwise the variant is the device's own id, of which there are no notes. `basis` holds
/// the facts behind the rest: none whose number the file gives in its place. `own_source` is what
/// the file says of its numbers, and stands for the weakest point of the data.
///
/// The first fault found is the error: those of `read_case`, and values that do not go together (a
/// barrier under a jet, a longest use under the usual one, a nozzle outside the range of the
/// correlation).
///
///     const auto form = read_device(text);
///     if (!form) { … message(form.error()) …
///         // device.source.temperature_C: -300 is not a temperature in °C (-40 to 30) }
[[nodiscard]] Expected<Form> read_device(std::string_view json_text);

}  // namespace coldplan::applicator
