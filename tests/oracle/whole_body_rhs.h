#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "oracle/whole_body_control.h"

#include "coldplan/thermoregulation/surroundings.h"

namespace coldplan::oracle {

/// Constants of the cells of a site, per square metre of its skin.
struct BodyCells {
  std::size_t first = 0;             ///< in y
  std::vector<double> capacity;      ///< [J/(m² K)]
  std::vector<double> outward;       ///< conductance to the next cell outward [W/(m² K)]
  std::vector<double> share;         ///< of the volume of its layer
  std::vector<std::size_t> layer;    ///< which it belongs to
  std::vector<double> flow;          ///< of blood at rest [W/(m² K)]
  std::vector<double> artery, vein;  ///< conduction to either [W/(m² K)]
  std::vector<double> superficial;   ///< to the superficial vein [W/(m² K)]
  std::vector<double> resting;       ///< set-points [°C]
  std::size_t dermis = 0, fat = 0, muscle = 0, core = 0;  ///< layers

  /// Over a layer, by volume, of the temperatures of the site's cells.
  [[nodiscard]] double mean(const double* temperature, std::size_t of_layer) const;
  [[nodiscard]] double core_capacity() const;  ///< [J/(m² K)]
};

/// What a site's tissue does at this moment.
struct TissueNow {
  std::vector<double> flow;  ///< [W/(m² K)]
  std::vector<double> heat;  ///< [W/m²]
  double all_flow = 0.0;     ///< of one side, with that of the anastomoses [W/K]
  /// What one side gives to its vessels: by conduction, and to the vein by blood too [W].
  double to_artery = 0.0, to_vein = 0.0, to_superficial = 0.0;
};

/// A body in the cold, docs/whole-body.md, as one system y' = f(y) on the cells of its physique:
///
///     y = (temperatures of all cells; of artery, vein and superficial vein of each site, of the
///          central blood, of the bath; h of dermis and fat and D / 1000 s of each, by site)
///
/// Vessels that a site has not stay as they are.
class WholeBody {
 public:
  /// `factor`: on the flow of skin and fat of all segments but the lumbar column.
  WholeBody(Physique physique, double factor);

  thermoregulation::Surroundings around;
  thermoregulation::Bath bath;
  bool cooling = false;

  static constexpr double dose_unit = 1e3;  ///< [s]
  static constexpr std::size_t memories = 2 * site_count;

  [[nodiscard]] std::size_t size() const { return memory_at(memories); }
  /// Where h of the n-th memory is in y; D is the next.
  [[nodiscard]] std::size_t memory_at(std::size_t n) const { return bath_at() + 1 + 2 * n; }
  [[nodiscard]] std::size_t bath_at() const { return central_at() + 1; }
  [[nodiscard]] std::size_t central_at() const { return cells_ + 3 * site_count; }
  [[nodiscard]] const Physique& physique() const { return physique_; }

  /// All at one temperature, with vessels open.
  [[nodiscard]] std::vector<double> uniform(double temperature) const;
  /// Takes a state as set-points: until then control sleeps.
  void rest_at(const double* y);
  void derivative(const double* y, double* rate) const;

  [[nodiscard]] double surface(const double* y, Site site) const;
  [[nodiscard]] double core(const double* y, Site site) const;
  [[nodiscard]] double mean_skin(const double* y) const;

 private:
  [[nodiscard]] std::size_t artery_at(Site site) const { return cells_ + 3 * place_of(site); }
  [[nodiscard]] std::size_t vein_at(Site site) const { return artery_at(site) + 1; }
  [[nodiscard]] std::size_t superficial_at(Site site) const { return artery_at(site) + 2; }
  [[nodiscard]] const BodyCells& cells(Site site) const { return sites_.at(place_of(site)); }

  [[nodiscard]] double mean(const double* y, Site site, std::size_t layer) const;
  /// Of a layer, over its set-point [K]; 0 while control sleeps.
  [[nodiscard]] double error(const double* y, Site site, std::size_t layer) const;
  [[nodiscard]] BodyErrors errors_of(const double* y) const;
  [[nodiscard]] SkinLoss loss_at(const double* y, Site site, const BodySignals& signals,
                                 const BodyErrors& errors) const;
  [[nodiscard]] double flow_factor(const double* y, Site site, const tissue::Tissue& tissue,
                                   const BodySignals& signals, double warmer) const;
  [[nodiscard]] TissueNow tissue_now(const double* y, Site site, const BodySignals& signals) const;
  void add_tissue(const double* y, Site site, TissueNow& now, double* rate) const;
  /// Through the artery of one side, with that of all beyond [W/K].
  [[nodiscard]] static double flow_through(const std::array<TissueNow, site_count>& tissue,
                                           Site site);
  /// Artery and vein; `aside` flows back through the superficial vein.
  void add_deep_vessels(const double* y, Site site, double flow, double aside, double* rate) const;
  void add_superficial_vein(const double* y, Site site, double aside, double* rate) const;
  void add_blood(const double* y, const std::array<TissueNow, site_count>& tissue,
                 const BodySignals& signals, double* rate) const;
  void add_memory(const double* y, Site site, double* rate) const;
  [[nodiscard]] double anastomoses(Site site, const BodySignals& signals) const;

  Physique physique_;
  std::array<BodyCells, site_count> sites_;
  std::size_t cells_ = 0;
  bool controls_ = false;
};

}  // namespace coldplan::oracle
