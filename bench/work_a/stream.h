#pragma once

namespace coldplan::work_a {

/// Memory bandwidth [GB/s] of the STREAM triad a = b + 3 c over arrays of 256 MiB each, the best of
/// ten rounds (McCalpin 1995). Counts 24 bytes an element, as STREAM does.
[[nodiscard]] double stream_triad(int threads);

}  // namespace coldplan::work_a
