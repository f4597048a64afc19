#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "coldplan/cohort/handle.h"

/// Small things of an HDF5 file: attributes, and the types of our rows.
namespace coldplan::cohort {

/// Keeps the library from printing; every function here reports by what it returns.
void silence_hdf5();

/// Adds an attribute to a file, group or dataset; false if it could not be written. Texts are UTF-8
/// of variable length, which Python reads as str.
[[nodiscard]] bool put_attribute(hid_t object, const char* name, const std::string& text);
[[nodiscard]] bool put_attribute(hid_t object, const char* name, std::uint64_t number);
[[nodiscard]] bool put_attribute(hid_t object, const char* name, double number);

/// Reads it; none if it is not there or of another type.
[[nodiscard]] std::optional<std::string> text_attribute(hid_t object, const char* name);
[[nodiscard]] std::optional<std::uint64_t> number_attribute(hid_t object, const char* name);

/// The compound type of a row, made of `columns()`: the same in memory and in the file on
/// processors that store the least significant byte first, so that nothing is converted.
[[nodiscard]] Handle row_type();

/// A dataset of strings that documents the columns: name, unit, description.
[[nodiscard]] bool put_columns(hid_t file, bool writes);

}  // namespace coldplan::cohort
