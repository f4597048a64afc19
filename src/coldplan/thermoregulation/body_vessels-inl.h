// Included once for each instruction set (Highway): no usual guard.
#if defined(COLDPLAN_BODY_VESSELS_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef COLDPLAN_BODY_VESSELS_INL
#undef COLDPLAN_BODY_VESSELS_INL
#else
#define COLDPLAN_BODY_VESSELS_INL
#endif

#include "coldplan/thermoregulation/body_register-inl.h"

// Blood. Each segment has an artery and a vein, which exchange heat with each other and with the
// tissue about them in limbs; limbs have a superficial vein that carries what anastomoses of hand
// or foot let through. All of it is solved with the tissue: the columns answer linearly to a kelvin
// of their vessels (the Schur complement), segments are eliminated from the ends of the limbs to
// the central blood, and found back the other way.

HWY_BEFORE_NAMESPACE();
namespace coldplan::thermoregulation::HWY_NAMESPACE {

/// Segments in the order of elimination: what a segment feeds stands before it.
inline constexpr std::array<Site, segment_count> inward{
    Site::hand, Site::arm,  Site::shoulder, Site::foot, Site::leg,   Site::thigh,
    Site::head, Site::neck, Site::chest,    Site::back, Site::pelvis};

/// The segment that a segment's artery goes on to, if any.
HWY_INLINE std::optional<Site> downstream(Site site) {
  switch (site) {
    case Site::neck:
      return Site::head;
    case Site::shoulder:
      return Site::arm;
    case Site::arm:
      return Site::hand;
    case Site::pelvis:
      return Site::thigh;
    case Site::thigh:
      return Site::leg;
    case Site::leg:
      return Site::foot;
    default:
      return std::nullopt;
  }
}

/// Flows of a segment, of one side, times ρ_b c_b [W/K].
template <typename Real>
struct SegmentFlow {
  Register<Real> tissue;       ///< through its own tissue
  Register<Real> artery;       ///< into its artery: its own and all beyond
  Register<Real> vein;         ///< out of its vein
  Register<Real> superficial;  ///< through its superficial vein
};

template <typename Real>
using Flows = std::array<SegmentFlow<Real>, segment_count>;

/// Temperatures, or changes of them, in the vessels of a segment.
template <typename Real>
struct VesselValues {
  Register<Real> artery, vein, superficial;
};

/// Sums over the tissue of a segment, weighted by how vessels meet it [W/K times what is summed].
template <typename Real>
struct Meeting {
  Register<Real> artery, vein, superficial;
};

/// The eliminated 3 × 3 equations of a segment: artery, vein, superficial vein.
template <typename Real>
struct SegmentMatrix {
  Register<Real> pivot0, pivot1, pivot2;  ///< inverse
  Register<Real> upper01, upper02, upper12;
  Register<Real> lower10, lower20, lower21;
  VesselValues<Real> by_upstream;  ///< response to a kelvin of the artery upstream
};

template <typename Real>
HWY_INLINE VesselValues<Real> solve(const SegmentMatrix<Real>& m, const VesselValues<Real>& right) {
  const Register<Real> vein = right.vein - m.lower10 * right.artery;
  const Register<Real> superficial =
      right.superficial - m.lower20 * right.artery - m.lower21 * vein;
  VesselValues<Real> x{};
  x.superficial = superficial * m.pivot2;
  x.vein = (vein - m.upper12 * x.superficial) * m.pivot1;
  x.artery = (right.artery - m.upper01 * x.vein - m.upper02 * x.superficial) * m.pivot0;
  return x;
}

/// Rows of the matrix of a segment before elimination.
template <typename Real>
using Matrix3 = std::array<std::array<Register<Real>, 3>, 3>;

template <typename Real>
HWY_INLINE SegmentMatrix<Real> eliminated(const Matrix3<Real>& a, Register<Real> from_upstream) {
  const Register<Real> one{1.0};
  SegmentMatrix<Real> m{};
  m.pivot0 = one / a[0][0];
  m.upper01 = a[0][1];
  m.upper02 = a[0][2];
  m.lower10 = a[1][0] * m.pivot0;
  m.lower20 = a[2][0] * m.pivot0;
  const Register<Real> a11 = a[1][1] - m.lower10 * a[0][1];
  m.upper12 = a[1][2] - m.lower10 * a[0][2];
  m.pivot1 = one / a11;
  m.lower21 = (a[2][1] - m.lower20 * a[0][1]) * m.pivot1;
  m.pivot2 = one / (a[2][2] - m.lower20 * a[0][2] - m.lower21 * m.upper12);
  m.by_upstream = solve(m, VesselValues<Real>{from_upstream, Register<Real>{}, Register<Real>{}});
  return m;
}

/// All segments' equations, eliminated.
template <typename Real>
struct BloodMatrix {
  std::array<SegmentMatrix<Real>, segment_count> segment;
  Register<Real> central;  ///< inverse pivot of the central blood
};

/// What tissue adds to the equations of its vessels: total conductances, and the answers to a
/// kelvin of each vessel.
template <typename Real>
struct TissueAnswer {
  Meeting<Real> total;  ///< by conduction: of the artery, the vein, the superficial vein
  Meeting<Real> to_artery, to_vein, to_superficial;
};

template <typename Real>
HWY_INLINE Matrix3<Real> segment_equations(const SiteLanes<Real>& lanes, Site site,
                                           const SegmentFlow<Real>& flow,
                                           const TissueAnswer<Real>& answer,
                                           Register<Real> per_length) {
  const Register<Real> zero{0.0};
  const Register<Real> between = get(lanes.artery_vein);
  Matrix3<Real> a{};
  a[0] = {per_length * get(lanes.artery_capacity) + flow.artery + between + answer.total.artery -
              answer.to_artery.artery,
          zero - between - answer.to_vein.artery, zero - answer.to_superficial.artery};
  a[1] = {zero - between - answer.to_artery.vein,
          per_length * get(lanes.vein_capacity) + flow.vein + between + answer.total.vein -
              answer.to_vein.vein,
          zero - answer.to_superficial.vein};
  if (!is_limb(site)) {
    a[1][2] = zero;
    a[0][2] = zero;
    a[2] = {zero, zero, Register<Real>{1.0}};
    return a;
  }
  a[2] = {zero - answer.to_artery.superficial - (is_extremity(site) ? flow.superficial : zero),
          zero - answer.to_vein.superficial,
          per_length * get(lanes.superficial_capacity) + flow.superficial +
              answer.total.superficial - answer.to_superficial.superficial};
  return a;
}

/// What a segment beyond gives to the veins of the one that feeds it, when its vessels are at
/// `values`: into the vein, and into the superficial vein.
template <typename Real>
struct Returned {
  Register<Real> vein, superficial;
};

template <typename Real>
HWY_INLINE Returned<Real> returned(Site from, const SegmentFlow<Real>& flow,
                                   const VesselValues<Real>& values) {
  if (from == Site::head) {
    return {flow.vein * values.vein, Register<Real>{}};
  }
  if (from == Site::thigh) {
    // Both legs, and their superficial veins, end in the vein of the pelvis.
    return {Register<Real>{2.0} * (flow.vein * values.vein + flow.superficial * values.superficial),
            Register<Real>{}};
  }
  return {flow.vein * values.vein, flow.superficial * values.superficial};
}

/// Whether a segment hangs on the central blood.
HWY_INLINE bool is_root(Site site) {
  return !upstream(site).has_value();
}

template <typename Real>
HWY_INLINE BloodMatrix<Real> blood_matrix(
    const BodyState<Real>& state, const Flows<Real>& flows,
    const std::array<TissueAnswer<Real>, segment_count>& answers, Register<Real> per_length,
    bool central_is_held) {
  BloodMatrix<Real> blood{};
  Register<Real> central = per_length * get(state.body.central_capacity);
  for (const Site site : inward) {
    const std::size_t place = place_of(site);
    const SegmentFlow<Real>& flow = flows[place];
    Matrix3<Real> a = segment_equations(state.site[place], site, flow, answers[place], per_length);
    if (const auto beyond = downstream(site)) {
      const Returned<Real> back =
          returned(*beyond, flows[place_of(*beyond)], blood.segment[place_of(*beyond)].by_upstream);
      a[1][0] -= back.vein;
      a[2][0] -= back.superficial;
    }
    blood.segment[place] = eliminated(a, flow.artery);
    if (is_root(site)) {
      const Register<Real> n{static_cast<double>(sides(site))};
      const VesselValues<Real>& by = blood.segment[place].by_upstream;
      central += n * (flow.artery - flow.vein * by.vein - flow.superficial * by.superficial);
    }
  }
  blood.central = central_is_held ? Register<Real>{} : Register<Real>{1.0} / central;
  return blood;
}

/// Right sides of the blood's equations.
template <typename Real>
struct BloodRight {
  std::array<VesselValues<Real>, segment_count> segment;
  Register<Real> central;
};

/// Changes of the blood.
template <typename Real>
using BloodChange = BloodRight<Real>;

template <typename Real>
HWY_INLINE BloodChange<Real> solve(const BloodMatrix<Real>& blood, const Flows<Real>& flows,
                                   BloodRight<Real> right) {
  BloodChange<Real> x{};
  for (const Site site : inward) {
    const std::size_t place = place_of(site);
    VesselValues<Real>& own = right.segment[place];
    if (const auto beyond = downstream(site)) {
      const Returned<Real> back =
          returned(*beyond, flows[place_of(*beyond)], x.segment[place_of(*beyond)]);
      own.vein += back.vein;
      own.superficial += back.superficial;
    }
    x.segment[place] = solve(blood.segment[place], own);
    if (is_root(site)) {
      const Register<Real> n{static_cast<double>(sides(site))};
      right.central += n * (flows[place].vein * x.segment[place].vein +
                            flows[place].superficial * x.segment[place].superficial);
    }
  }
  x.central = right.central * blood.central;
  for (std::size_t i = inward.size(); i-- > 0;) {
    const std::size_t place = place_of(inward[i]);
    const auto from = upstream(inward[i]);
    const Register<Real> above = from ? x.segment[place_of(*from)].artery : x.central;
    const VesselValues<Real>& by = blood.segment[place].by_upstream;
    x.segment[place].artery += by.artery * above;
    x.segment[place].vein += by.vein * above;
    x.segment[place].superficial += by.superficial * above;
  }
  return x;
}

/// What flows into the blood now [W]: the right sides of the first stage. `met` is the heat that
/// tissue gives each vessel.
template <typename Real>
HWY_INLINE BloodRight<Real> blood_rates(const BodyState<Real>& state, const Flows<Real>& flows,
                                        const std::array<Meeting<Real>, segment_count>& met) {
  BloodRight<Real> rate{};
  const Register<Real> central = get(state.body.central);
  for (const Site site : inward) {
    const std::size_t place = place_of(site);
    const SiteLanes<Real>& lanes = state.site[place];
    const SegmentFlow<Real>& flow = flows[place];
    const Register<Real> artery = get(lanes.artery);
    const Register<Real> vein = get(lanes.vein);
    const Register<Real> superficial = get(lanes.superficial);
    const auto from = upstream(site);
    const Register<Real> above = from ? get(state.site[place_of(*from)].artery) : central;
    const Register<Real> between = get(lanes.artery_vein) * (artery - vein);
    VesselValues<Real>& own = rate.segment[place];
    own.artery = flow.artery * (above - artery) - between + met[place].artery;
    own.vein = between + met[place].vein;
    own.superficial = met[place].superficial;
    if (is_extremity(site)) {
      own.superficial += flow.superficial * (artery - superficial);
    }
    if (const auto beyond = downstream(site)) {
      const SiteLanes<Real>& far = state.site[place_of(*beyond)];
      const VesselValues<Real> warmer{
          Register<Real>{}, get(far.vein) - vein,
          get(far.superficial) - (site == Site::pelvis ? vein : superficial)};
      const Returned<Real> back = returned(*beyond, flows[place_of(*beyond)], warmer);
      own.vein += back.vein;
      own.superficial += back.superficial;
    }
    if (is_root(site)) {
      const Register<Real> n{static_cast<double>(sides(site))};
      rate.central +=
          n * (flow.vein * (vein - central) + flow.superficial * (superficial - central));
    }
  }
  return rate;
}

}  // namespace coldplan::thermoregulation::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
