// Whatever stands in a table of studies, reading and pooling answer with a result or with an error
// that says what is wrong.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "coldplan/evidence/pooled_table.h"
#include "coldplan/quantity/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  for (const auto measure : {coldplan::evidence::Measure::GEN, coldplan::evidence::Measure::SMD,
                             coldplan::evidence::Measure::OR, coldplan::evidence::Measure::PFT}) {
    coldplan::evidence::TableOptions options;
    options.measure = measure;
    const auto pooled = coldplan::evidence::read_study_table(text, options)
                            .and_then([](coldplan::evidence::StudyTable table) {
                              return coldplan::evidence::pool_table(std::move(table), {});
                            });
    if (!pooled && coldplan::message(pooled.error()).empty()) {
      std::abort();
    }
  }
  return 0;
}
