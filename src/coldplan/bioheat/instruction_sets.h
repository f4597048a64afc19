#pragma once

#include <cstdint>

namespace coldplan::bioheat {

/// Whether this processor has an instruction set, given Highway's bit of it: what Highway asks of
/// each of its targets. Asked of the compiler's own library, since Highway's measures the
/// processor's clock at every start. The portable set is always there.
[[nodiscard]] bool is_supported(std::int64_t bit);

}  // namespace coldplan::bioheat
