#pragma once

#include <optional>

#include "coldplan/posterior/draw.h"

/// Thermal properties of living tissue.
///
/// The Pennes bioheat equation (Pennes 1948, J Appl Physiol 1:93) in one tissue reads
///
///     ρ c ∂T/∂t = ∇·(k ∇T) + ω ρ_b c_b (T_a − T) + q
///
/// with conductivity k, density ρ, specific heat c, blood perfusion ω (volume of blood per volume
/// of tissue and second), arterial temperature T_a and metabolic heat q. The values come from the
/// facts (IT'IS database and Fiala 1999; see docs/model.md for which and why).
namespace coldplan::tissue {

/// The tissues of a lower back and of a limb.
enum class Kind {
  epidermis,
  dermis,
  fat,
  muscle,
  cortical_bone,
  cancellous_bone,
  disc,
  ligament,
  fascia,
  nerve,
};

/// What the bioheat equation needs of a tissue at its own resting temperature.
struct Properties {
  double conductivity = 0.0;    ///< k [W/(m K)]
  double density = 0.0;         ///< ρ [kg/m³]
  double specific_heat = 0.0;   ///< c [J/(kg K)]
  double perfusion = 0.0;       ///< ω at rest [1/s]
  double metabolic_heat = 0.0;  ///< q at rest [W/m³]
};

/// What changes in tissue that freezes. It freezes at one temperature, at which its latent heat is
/// given off; its density stays, since the tissue does not move. Supercooling is not modelled:
/// tissue freezes as soon as it reaches that temperature. Frozen tissue has neither blood flow nor
/// metabolism, tissue that is frozen in part has them in the rest; once thawed both are those of
/// the law again: the stasis of real frostbite is not modelled.
struct FrozenProperties {
  double freezing_temperature = 0.0;  ///< [°C]
  double latent_heat = 0.0;           ///< [J/kg]
  double conductivity = 0.0;          ///< when frozen [W/(m K)]
  double specific_heat = 0.0;         ///< when frozen [J/(kg K)]
};

/// How the blood flow of a tissue answers to cold.
enum class FlowControl {
  fixed,                    ///< does not change
  constriction,             ///< local constriction with memory (fat)
  constriction_and_reflex,  ///< the same, and the reflex of the whole body (skin)
  temperature_quotient,     ///< Q10 of its own temperature (muscle, bone)
  temperature_ramp,         ///< linear in its own temperature (models of others)
  temperature_logistic,     ///< a smooth step in its own temperature (models of others)
};

/// Relative flow that falls linearly from 1 at a warm temperature to a floor at a cold one [°C],
/// and stays there beyond both. The product's own law has a memory instead; published models that
/// are compared with use this.
struct FlowRamp {
  double cold_temperature = 0.0;
  double warm_temperature = 1.0;
  double cold_flow = 1.0;  ///< relative to the resting perfusion [-]
};

/// Relative flow that rises from a floor in the cold to 1 in the warm as a smooth step,
///
///     floor + (1 − floor) / (1 + exp(−(T − middle)/width)).
///
/// Its temperatures are absolute [°C]: tissue at rest need not be where this is 1. Models of others
/// use it.
struct FlowLogistic {
  double floor = 1.0;   ///< relative to the given perfusion [-]
  double middle = 0.0;  ///< where half of what lies above the floor is left [°C]
  double width = 1.0;   ///< over 0 [K]
};

/// A tissue with the way its flow and metabolism answer to temperature.
struct Tissue {
  Properties properties;
  FlowControl flow_control = FlowControl::fixed;
  double flow_q10 = 1.0;        ///< used by FlowControl::temperature_quotient
  double metabolism_q10 = 1.0;  ///< q changes by this factor every 10 K
  FlowRamp flow_ramp = {};      ///< used by FlowControl::temperature_ramp
  std::optional<FrozenProperties> frozen = std::nullopt;  ///< none: it does not freeze
  FlowLogistic flow_logistic = {};  ///< used by FlowControl::temperature_logistic
  /// Where both quotients are 1, that is, where the given perfusion and metabolism hold [°C]. None:
  /// at the tissue's own resting temperature.
  std::optional<double> quotient_reference = std::nullopt;
};

/// Resting properties from the facts, as everything here with what is uncertain as it was drawn.
[[nodiscard]] Properties properties_of(Kind kind,
                                       const posterior::Draw& draw = posterior::median());

/// Properties when frozen from the facts, which know skin (epidermis, dermis), fat and muscle.
/// Fascia, ligament, nerve and disc borrow those of muscle: an assumption. None for bone, taken as
/// not freezing. Muscle with fat grown into it keeps those of muscle, its latent heat counted per
/// kilogram of the mixture.
[[nodiscard]] std::optional<FrozenProperties> frozen_properties_of(
    Kind kind, const posterior::Draw& draw = posterior::median());

/// Properties, frozen ones too, and control of flow and metabolism from the facts.
[[nodiscard]] Tissue tissue_of(Kind kind, const posterior::Draw& draw = posterior::median());

/// Linear mixture by volume: `fraction` of `b` in `a`, as for fat in degenerate muscle
/// (docs/model.md, "Tissues").
[[nodiscard]] Properties mixture(const Properties& a, const Properties& b, double fraction);

/// Volumetric heat capacity of blood, ρ_b c_b [J/(m³ K)].
[[nodiscard]] double blood_heat_capacity(const posterior::Draw& draw = posterior::median());

}  // namespace coldplan::tissue
