#include "coldplan/quantity/error.h"

namespace coldplan {

std::string message(const Error& error) {
  std::string line = error.place.empty() ? std::string{} : error.place + ": ";
  if (!error.seen.empty() && !error.allowed.empty()) {
    line += error.seen + " is not " + error.allowed;
  } else {
    line += error.seen + error.allowed;
  }
  if (!error.mend.empty()) {
    line += (line.empty() || line.ends_with(": ") ? "" : "; ") + error.mend;
  }
  return line;
}

Error under(std::string_view prefix, Error error) {
  if (error.place.empty()) {
    error.place = prefix;
  } else {
    error.place = std::string{prefix} + "." + error.place;
  }
  return error;
}

}  // namespace coldplan
