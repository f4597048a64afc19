#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include <boost/align/aligned_allocator.hpp>

/// What a batch of columns is to the kernel: arrays by row and lane. Row 0 is the source behind the
/// skin, rows 1 to N are cells from the skin inward. Lanes never look at each other, so that one
/// has the same bits whoever shares the batch.
namespace coldplan::bioheat {

/// An array whose first element stands on a cache line, as vector registers want.
template <typename Real>
using LaneArray = std::vector<Real, boost::alignment::aligned_allocator<Real, 64>>;

/// How blood flow enters a section's equation: the controls of tissue/properties.h as the kernel
/// tells them apart.
enum class KernelFlow {
  none,      ///< no perfusion
  factor,    ///< a factor for the whole layer: fixed, or constriction (KernelSection::memory)
  quotient,  ///< Q10 of the cell's temperature
  ramp,      ///< linear between two temperatures
  logistic,  ///< logistic in the temperature
};

/// Cells with the same tissue: what all lanes of a batch share of them.
struct KernelSection {
  std::size_t begin = 0;  ///< first row
  std::size_t end = 0;    ///< one past the last
  KernelFlow flow = KernelFlow::none;
  bool makes_heat = false;  ///< whether there is metabolism
  int memory = -1;          ///< which constricting layer it belongs to, −1: none
  bool absolute =
      false;  ///< whether a law refers to given temperatures, so that rest is not linear
  friend bool operator==(const KernelSection&, const KernelSection&) = default;
};

/// A layer that constricts.
struct KernelMemory {
  bool reflex = false;  ///< whether the reflex of the whole body acts on it
  friend bool operator==(const KernelMemory&, const KernelMemory&) = default;
};

/// Constants of a section, one value a lane.
template <typename Real>
struct SectionLanes {
  LaneArray<Real> heat;                 ///< ρ c [J/(m³ K)]
  LaneArray<Real> perfusion;            ///< ω ρ_b c_b at rest [W/(m³ K)]
  LaneArray<Real> metabolism;           ///< q at rest [W/m³]
  LaneArray<Real> flow_exponent;        ///< log₂(Q10)/10 of the flow [1/K]
  LaneArray<Real> metabolism_exponent;  ///< log₂(Q10)/10 of the metabolism [1/K]
  LaneArray<Real> own_reference;        ///< 1 where the quotients hold at the resting temperature
  std::array<LaneArray<Real>, 3> law;   ///< ramp: cold, warm, cold flow; logistic: floor, middle,
                                        ///< width
};

/// State and constants of a constricting layer, one value a lane (tissue/perfusion.h).
template <typename Real>
struct MemoryLanes {
  LaneArray<Real> h;
  LaneArray<Real> dose;           ///< [s]
  LaneArray<Real> next_h;         ///< at the end of the step
  LaneArray<Real> next_dose;      ///< there
  LaneArray<Real> factor;         ///< on the flow, in the middle of the step
  LaneArray<Real> mean;           ///< of the layer's temperature [°C]
  LaneArray<Real> next_mean;      ///< at the end of the step
  LaneArray<Real> slope;          ///< of the mean in the last step [K/s]; 0 after a restart
  LaneArray<Real> forecast;       ///< of the slope in the next
  LaneArray<Real> neutral;        ///< T_n [°C]
  LaneArray<Real> per_volume;     ///< 1 / volume of the layer [1/m]
  LaneArray<Real> watched_level;  ///< h at which an event is due; ∞ while none is
};

/// The perfusion law, one value a lane; names as in tissue::PerfusionLaw.
template <typename Real>
struct LawLanes {
  LaneArray<Real> floor, sensitivity, per_doubling, warm_cap, onset_time, recovery_time,
      per_dose_scale, recovery_time_cap, reflex_gain, age_factor, blunting, blend_begin,
      per_blend_width, signal_per_kelvin;
};

/// One batch.
template <typename Real>
struct BatchState {
  std::size_t lanes = 0;
  std::size_t cells = 0;
  std::vector<KernelSection> sections;
  std::vector<KernelMemory> memories;

  // By row and lane.
  LaneArray<Real> temperature;  ///< [°C]
  LaneArray<Real> next;         ///< at the end of the step
  LaneArray<Real> volume;       ///< [m³/m²]; unused in row 0
  LaneArray<Real> conductance;  ///< to the row before [W/(m² K)]; one more row: to the inner face
  LaneArray<Real> reference;    ///< T₀ [°C]
  LaneArray<Real> inverse;      ///< 1 / pivot
  LaneArray<Real> coupling;     ///< conductance / pivot
  std::array<LaneArray<Real>, 3> stage;  ///< u_j

  std::vector<SectionLanes<Real>> section_lanes;
  std::vector<MemoryLanes<Real>> memory_lanes;
  LawLanes<Real> law;

  // By lane.
  LaneArray<Real> arterial;             ///< [°C]
  LaneArray<Real> inner;                ///< at the inner face [°C]
  LaneArray<Real> length;               ///< of the step [s]
  LaneArray<Real> cooling;              ///< 1 while the dose grows, else 0
  LaneArray<Real> source_capacity;      ///< [J/(m² K)]; `held` for a temperature that is held
  LaneArray<Real> outside_conductance;  ///< from the source to the room [W/(m² K)]
  LaneArray<Real> outside_temperature;  ///< of the room [°C]
  LaneArray<Real> steady_heat;          ///< into the source [W/m²]
  LaneArray<Real> surface_share;        ///< (T_surface − T_source) / (T_1 − T_source)

  // Thresholds of events, by lane: ∓∞ while nothing is due.
  LaneArray<Real> watched_source;   ///< the source has warmed to this [°C]
  LaneArray<Real> watched_gain;     ///< it has taken this [J/m²] in the step
  LaneArray<Real> watched_surface;  ///< the surface has cooled to this [°C]

  // What the step gave, by lane.
  LaneArray<Real> heat;       ///< out of the skin [J/m²]
  LaneArray<Real> gain;       ///< of the source, from skin and room [J/m²]
  LaneArray<Real> heat_rate;  ///< out of the skin at the start [W/m²]
  LaneArray<Real> surface;    ///< temperature of the skin's surface at the end [°C]

  /// Audits, by lane, filled on request [J/m²]: inner face, blood, metabolism over the step.
  std::array<LaneArray<Real>, 3> audit;

  [[nodiscard]] std::size_t at(std::size_t row, std::size_t lane) const {
    return row * lanes + lane;
  }
};

/// A temperature [°C] beyond which nothing is tissue or source.
inline constexpr double absurd_temperature = 1e4;

/// Heat capacity [J/(m² K)] that stands for a temperature that nothing changes.
inline constexpr double held_capacity = 1e20;

/// Arrays of a batch of `lanes` lanes, in which every lane is harmless until it is filled.
template <typename Real>
[[nodiscard]] BatchState<Real> make_batch_state(std::size_t lanes,
                                                const std::vector<KernelSection>& sections,
                                                const std::vector<KernelMemory>& memories);

/// Makes a state that was used by other lanes of the same shape as good as new.
template <typename Real>
void renew(BatchState<Real>& state);

}  // namespace coldplan::bioheat
