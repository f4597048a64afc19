#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace coldplan {

/// Stable kinds of failure on input. The numbers never change meaning; new ones are appended.
enum class ErrorCode {
  unreadable = 1,    ///< a file that cannot be opened or is not JSON
  missing = 2,       ///< a required value is not there
  wrong_type = 3,    ///< text where a number belongs, and the like
  out_of_range = 4,  ///< a number outside what is allowed
  unknown_name = 5,  ///< a key or a word that is not known
  conflict = 6,      ///< two values that exclude each other
  not_solved = 7,    ///< a solve that did not reach its accuracy; never a quiet guess
  not_written = 8,   ///< an output that could not be written
};

/// What went wrong with an input, where, and how to mend it.
///
///     Error{ErrorCode::out_of_range, "person.height_cm", "17", "a height in cm (100 to 230)", ""}
///     message() -> "person.height_cm: 17 is not a height in cm (100 to 230)"
struct Error {
  ErrorCode code = ErrorCode::unreadable;
  std::string place;    ///< dotted path of the value, or the file
  std::string seen;     ///< the value as it was given; empty if there was none
  std::string allowed;  ///< what would have been accepted, phrased to follow "is not"
  std::string mend;     ///< what to do; empty where `allowed` already says it
};

template <typename T>
using Expected = tl::expected<T, Error>;

/// One line that names place and mend, fit for a terminal.
[[nodiscard]] std::string message(const Error& error);

/// The same error, its place put under `prefix` ("person" + "height_cm" -> "person.height_cm").
[[nodiscard]] Error under(std::string_view prefix, Error error);

}  // namespace coldplan
