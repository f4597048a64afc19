#include "coldplan/bioheat/instruction_sets.h"

#include <hwy/highway.h>

namespace coldplan::bioheat {

bool is_supported(std::int64_t bit) {
  if (bit == HWY_EMU128 || bit == HWY_SCALAR) {
    return true;
  }
#if HWY_ARCH_X86
  const bool sse4 = __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul");
  const bool avx2 = sse4 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                    __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
  const bool avx3 = avx2 && __builtin_cpu_supports("avx512f") &&
                    __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
                    __builtin_cpu_supports("avx512bw");
  return bit == HWY_AVX3 ? avx3 : bit == HWY_AVX2 ? avx2 : bit == HWY_SSE4 && sse4;
#else
  return bit == HWY_STATIC_TARGET;
#endif
}

}  // namespace coldplan::bioheat
