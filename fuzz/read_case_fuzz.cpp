// Whatever stands in a case file, read_case answers with a case or with an error that says what is
// wrong.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "coldplan/person/case_file.h"
#include "coldplan/quantity/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const auto read = coldplan::person::read_case(text);
  if (!read && coldplan::message(read.error()).empty()) {
    std::abort();
  }
  return 0;
}
