#include "coldplan/drawing/text.h"

// By itself, so that words alone do not load the library that draws.
namespace coldplan::drawing {

std::string unbroken(const std::string& words) {
  constexpr const char* no_break_space = "\u00a0";
  std::string joined;
  for (const char letter : words) {
    if (letter == ' ') {
      joined += no_break_space;
    } else {
      joined += letter;
    }
  }
  return joined;
}

}  // namespace coldplan::drawing
