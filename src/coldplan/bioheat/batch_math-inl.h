// Included once for each instruction set (Highway): no usual guard.
#if defined(COLDPLAN_BATCH_MATH_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef COLDPLAN_BATCH_MATH_INL
#undef COLDPLAN_BATCH_MATH_INL
#else
#define COLDPLAN_BATCH_MATH_INL
#endif

#include <array>
#include <cstddef>
#include <utility>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace coldplan::bioheat::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// Registers that a batch spans: two chains of elimination hide each other's latency.
inline constexpr std::size_t vectors = 1;

template <typename Real>
using Tag = hn::ScalableTag<Real>;
template <typename Real>
using Vec = hn::Vec<Tag<Real>>;

/// A value for each register of the batch.
template <typename Real>
using Vecs = std::array<Vec<Real>, vectors>;

/// An array of what `make` gives for each register.
template <typename Make, std::size_t... v>
HWY_INLINE auto for_each_register(const Make& make, std::index_sequence<v...> /*registers*/) {
  return std::array{make(v)...};
}
template <typename Make>
HWY_INLINE auto for_each_register(const Make& make) {
  return for_each_register(make, std::make_index_sequence<vectors>{});
}

template <typename Real>
HWY_INLINE Vec<Real> constant(double value) {
  return hn::Set(Tag<Real>{}, static_cast<Real>(value));
}

template <typename Real>
HWY_INLINE Vec<Real> load(const LaneArray<Real>& lanes, std::size_t vector) {
  return hn::Load(Tag<Real>{}, lanes.data() + vector * hn::Lanes(Tag<Real>{}));
}

template <typename Real>
HWY_INLINE void store(Vec<Real> value, LaneArray<Real>& lanes, std::size_t vector) {
  hn::Store(value, Tag<Real>{}, lanes.data() + vector * hn::Lanes(Tag<Real>{}));
}

/// The address of a row's part that belongs to one register.
template <typename Pointer>
HWY_INLINE Pointer part_of(Pointer rows, std::size_t row, std::size_t lanes, std::size_t vector) {
  return rows + row * lanes + vector * (lanes / vectors);
}

/// Coefficients of 2^f on −½ ≤ f ≤ ½, highest power first: minimax, relative error 7.5e-8, for
/// float; Taylor's, 1e-16, for double.
template <typename Real>
struct Exp2Series;
template <>
struct Exp2Series<float> {
  static constexpr std::array<double, 6> coefficients{0.0013276471990156385, 0.009675541334424498,
                                                      0.05550713273505229,   0.24022119723840696,
                                                      0.6931469670647563,    1.000000071654684};
};
template <>
struct Exp2Series<double> {
  static constexpr std::array<double, 13> coefficients{2.5678435993488196e-11,
                                                       4.44553827187081e-10,
                                                       7.054911620801121e-09,
                                                       1.0178086009239696e-07,
                                                       1.3215486790144305e-06,
                                                       1.5252733804059838e-05,
                                                       0.00015403530393381606,
                                                       0.0013333558146428441,
                                                       0.009618129107628477,
                                                       0.055504108664821576,
                                                       0.2402265069591007,
                                                       0.6931471805599453,
                                                       1.0};
};

/// 2^x, its exponent kept within that of normal numbers. Adding a large number rounds x to a whole
/// one, which then stands in the low bits.
template <typename Real>
HWY_INLINE Vec<Real> exp2(Vec<Real> x) {
  const Tag<Real> d;
  const hn::RebindToSigned<Tag<Real>> integers;
  constexpr bool is_single = sizeof(Real) == sizeof(float);
  constexpr double most = is_single ? 125.0 : 1021.0;
  constexpr int mantissa_bits = is_single ? 23 : 52;
  const auto rounder = constant<Real>(is_single ? 12582912.0 : 6755399441055744.0);
  x = hn::Max(hn::Min(x, constant<Real>(most)), constant<Real>(-most));
  const auto shifted = hn::Add(x, rounder);
  const auto fraction = hn::Sub(x, hn::Sub(shifted, rounder));
  auto power = constant<Real>(Exp2Series<Real>::coefficients[0]);
  for (std::size_t i = 1; i < Exp2Series<Real>::coefficients.size(); ++i) {
    power = hn::MulAdd(power, fraction, constant<Real>(Exp2Series<Real>::coefficients[i]));
  }
  const auto exponent = hn::ShiftLeft<mantissa_bits>(hn::BitCast(integers, shifted));
  return hn::BitCast(d, hn::Add(hn::BitCast(integers, power), exponent));
}

/// e^x.
template <typename Real>
HWY_INLINE Vec<Real> exp(Vec<Real> x) {
  constexpr double log2_e = 1.4426950408889634;
  return exp2<Real>(hn::Mul(x, constant<Real>(log2_e)));
}

}  // namespace coldplan::bioheat::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
