#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/quantity/error.h"
#include "coldplan/thermoregulation/body_state.h"
#include "coldplan/thermoregulation/physique.h"
#include "coldplan/thermoregulation/surroundings.h"

/// The whole body in the cold: columns of tissue for 11 kinds of segment and the person's own
/// lumbar back, joined by blood and governed by JOS-3's control (docs/whole-body.md has the
/// equations).
///
///     const Layout layout = make_layout();
///     BodyTask task{physique_of(person, build, fat, layout), {chamber, room}};
///     const auto histories = simulate({&task, 1}, {});
///
/// A body starts at rest where it is thermally neutral: mean skin at 33.7 °C and central blood at
/// 37.0 °C (both assumed set-points). Two things are found for each person so that this is a
/// steady state: the temperature of still air in which she would be neutral unclothed, and a factor
/// on the blood flow of skin and fat (that of the lumbar column stays as it is). Those temperatures
/// are her set-points; JOS-3's own, which drift with age, are not used.
namespace coldplan::thermoregulation {

/// A place whose temperature is wanted at every step.
struct BodyProbe {
  Site site = Site::lumbar;
  double depth = 0.0;  ///< from the surface [m]
};

/// A body and what is done to it.
struct BodyTask {
  Physique physique;  ///< of the layout of the options
  std::vector<Stage> schedule;
  std::optional<Bath> bath = std::nullopt;
  std::vector<BodyProbe> probes = {};
  /// Added to every temperature at the start [K]: how a body comes back to rest is a test of it.
  double start_offset = 0.0;
};

/// How fine the steps are: the first of a stage, their growth with the time since its start, and
/// the largest. Measured in whole_body_accuracy_test.cpp.
struct BodyMesh {
  double first;    ///< [s]
  double growth;   ///< of the time since the start of the stage
  double largest;  ///< [s]
};

// numerical: the usual steps; their error is measured in whole_body_accuracy_test.cpp.
inline constexpr BodyMesh usual_mesh{.first = 0.3, .growth = 0.15, .largest = 90.0};

struct BodyOptions {
  std::size_t refinement = 1;  ///< of the cells; that of the physiques' layout
  BodyMesh mesh = usual_mesh;
  int threads = 0;               ///< 0: all processors
  std::string_view target = {};  ///< instruction set; empty: the best
};

/// Finer steps, for one person in double precision.
[[nodiscard]] BodyMesh precise_mesh();

/// The state in which a person is thermally neutral.
struct Neutral {
  double air = 0.0;                       ///< in which she would be unclothed [°C]
  double outer_flow_factor = 1.0;         ///< on the basal flow of skin and fat
  std::array<double, site_count> skin{};  ///< surface [°C]
  double rectal = 0.0;                    ///< [°C]
  double head = 0.0;                      ///< core of the head [°C]
};

/// When skin first froze, and where.
struct Freezing {
  double time = 0.0;  ///< [s]
  Site site = Site::head;
};

/// What a session does to a body. Arrays go over `time`, from the moment before it begins, a value
/// at the end of each step; the ends of stages are among them. After skin has frozen nothing is
/// told: frozen skin is beyond this model.
struct BodyHistory {
  std::vector<double> time;       ///< [s]
  std::vector<double> stage_end;  ///< [s]
  std::array<std::vector<double>, observed_count> observed;
  std::vector<std::vector<double>> probes;  ///< [°C], in the order of the task
  bioheat::Grid lumbar_grid;                ///< of the person's own back column
  std::vector<std::vector<double>> lumbar;  ///< temperatures of its cells, at every time [°C]
  std::vector<double> lumbar_inner;         ///< at its inner face [°C]
  Neutral neutral;
  std::optional<Freezing> freezing;
  double heat_into_bath = 0.0;  ///< [J]
  /// Heat that the body gained less what it made and lost, relative to all that it made.
  double energy_closure = 0.0;

  [[nodiscard]] const std::vector<double>& of(Observed what) const {
    return observed.at(static_cast<std::size_t>(what));
  }
  [[nodiscard]] const std::vector<double>& surface(Site site) const {
    return observed.at(static_cast<std::size_t>(Observed::first_surface) + place_of(site));
  }
};

/// Simulates each task in double precision, in batches. Results do not depend on who else is asked
/// for, in what order, or on how many threads. Errors, each for its own task: a schedule that is
/// empty or has times that are not positive; surroundings that are no numbers; a person of whom no
/// neutral state was found (ErrorCode::not_solved).
[[nodiscard]] std::vector<Expected<BodyHistory>> simulate(std::span<const BodyTask> tasks,
                                                          const BodyOptions& options = {});

/// What of a body's history is kept of many people.
struct BodySummary {
  double lowest_mean_skin = 0.0, lowest_lumbar_skin = 0.0;  ///< [°C]
  double lowest_rectal = 0.0, lowest_rectal_time = 0.0;     ///< [°C], [s]
  double lowest_central = 0.0, lowest_central_time = 0.0;   ///< [°C], [s]
  double highest_shivering = 0.0;                           ///< [W]
  std::optional<Freezing> freezing;
};

/// The same for many, in single precision, of which summaries are kept. Probes are not looked at.
[[nodiscard]] std::vector<Expected<BodySummary>> summarize(std::span<const BodyTask> tasks,
                                                           const BodyOptions& options = {});

/// Names of the instruction sets of this machine, the best first.
[[nodiscard]] std::vector<std::string_view> body_target_names();

}  // namespace coldplan::thermoregulation
