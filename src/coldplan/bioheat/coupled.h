#pragma once

#include <span>

#include "coldplan/bioheat/coupled_cover.h"
#include "coldplan/bioheat/solver.h"

/// Two columns of the same layers beside each other, one under the cold and one bare, that exchange
/// heat sideways at equal depth: the edge of a pack, or a limb that is covered in part.
///
///     ρ c ∂T_c/∂t = … + g (T_b − T_c),    g = G/A_c
///     ρ c ∂T_b/∂t = … − g (T_b − T_c) A_c/A_b
///
/// T_c and T_b are the means of the two parts at one depth, A their areas for each metre of edge, G
/// the conductance of the edge (coupled_cover.h). No number in G was fitted; that both films act on
/// it in parallel was chosen among a few such rules as the one that agrees best.
///
/// Solved by waveform relaxation: each round solves both columns with the exchange of the rounds
/// before as a source, linear in time between samples, until the difference that the exchange was
/// computed from and the one that results agree. One function of depth and time serves both
/// columns, so that what one loses the other gains.
///
/// Worst errors against solutions in two dimensions (docs/edges.md, tests/offline), over every
/// depth and time of 29 cases, in K; the plain column is compared with the line in the middle of
/// the pack and with the mean under it:
///
///                            coupled, covered   bare   plain, centre   plain, mean
///     long pack of 10 cm+          0.15         0.30        0.05           0.95
///     round pack of 12 cm          0.25         0.10        0.05           1.1
///     limb of 25 cm+               0.20         0.35        1.3            1.5
///
/// Valid above freezing. Samples a minute apart add up to 0.03 K in the first minute. Cost: six to
/// twelve solves of each column.
///
///     const auto both = solve_coupled(column, long_pack(0.075, 0.075), Rest{air}, cold, bare);
///     const double mean_under_pack = temperature_at(both->covered, sample, depth);
namespace coldplan::bioheat {

struct CoupledOptions {
  SolverOptions solver;  ///< its samples carry the exchange; its added_heat is not used
  /// Most by which the difference of the columns may deviate from the one that the exchange was
  /// computed from [K].
  double tolerance = 1e-3;
  int most_rounds = 40;
};

struct CoupledHistory {
  History covered;
  History bare;            ///< sampled at the same times
  double bare_area = 0.0;  ///< bare skin for each square metre of covered skin
  int rounds = 0;
  double deviation = 0.0;  ///< what `tolerance` bounds [K]
  double exchanged = 0.0;  ///< into the covered column, net [J/m² of covered skin]
  /// What the covered column gained less what the bare one lost, relative to the heat that crossed
  /// the edge either way: rounding where both columns take the same steps, the error of a
  /// quadrature (under 1e-4) where events in one of them place its steps otherwise.
  double exchange_closure = 0.0;
};

/// Solves both parts over schedules of equal length. Phases without a store or evaporation are cut
/// where a phase of the other part ends, so that both are sampled at the same times. Errors: those
/// of solve(); a cover that does not fit the column; schedules of other lengths, or whose phases
/// end apart and cannot be cut; a phase that a device may stop; tissue that freezes; rounds that do
/// not converge, or an exchange that does not close within 1e-3 (ErrorCode::not_solved).
[[nodiscard]] Expected<CoupledHistory> solve_coupled(const Column& column, const Cover& cover,
                                                     const Start& start,
                                                     std::span<const Phase> covered,
                                                     std::span<const Phase> bare,
                                                     const CoupledOptions& options = {});

}  // namespace coldplan::bioheat
