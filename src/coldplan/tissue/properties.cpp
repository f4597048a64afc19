#include "coldplan/tissue/properties.h"

#include <stdexcept>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::tissue {
namespace {

namespace id = facts::id::tissue;

/// Reads tissue from the facts as they were drawn.
struct FromFacts {
  const posterior::Draw& draw;

  [[nodiscard]] Properties living(facts::Id conductivity, facts::Id density,
                                  facts::Id specific_heat, facts::Id perfusion,
                                  facts::Id metabolic_heat) const {
    return {value(draw, conductivity), value(draw, density), value(draw, specific_heat),
            value(draw, perfusion), value(draw, metabolic_heat)};
  }
  [[nodiscard]] FrozenProperties frozen(facts::Id freezing_temperature, facts::Id latent_heat,
                                        facts::Id conductivity, facts::Id specific_heat) const {
    return {value(draw, freezing_temperature), value(draw, latent_heat), value(draw, conductivity),
            value(draw, specific_heat)};
  }
};

}  // namespace

Properties properties_of(Kind kind, const posterior::Draw& draw) {
  const FromFacts from{draw};
  switch (kind) {
    case Kind::epidermis:
      return from.living(id::epidermis_conductivity, id::epidermis_density,
                         id::epidermis_specific_heat, id::epidermis_perfusion,
                         id::epidermis_metabolic_heat);
    case Kind::dermis:
      return from.living(id::dermis_conductivity, id::dermis_density, id::dermis_specific_heat,
                         id::dermis_perfusion, id::dermis_metabolic_heat);
    case Kind::fat:
      return from.living(id::fat_conductivity, id::fat_density, id::fat_specific_heat,
                         id::fat_perfusion, id::fat_metabolic_heat);
    case Kind::muscle:
      return from.living(id::muscle_conductivity, id::muscle_density, id::muscle_specific_heat,
                         id::muscle_perfusion, id::muscle_metabolic_heat);
    case Kind::cortical_bone:
      return from.living(id::cortical_bone_conductivity, id::cortical_bone_density,
                         id::cortical_bone_specific_heat, id::cortical_bone_perfusion,
                         id::cortical_bone_metabolic_heat);
    case Kind::cancellous_bone:
      return from.living(id::cancellous_bone_conductivity, id::cancellous_bone_density,
                         id::cancellous_bone_specific_heat, id::cancellous_bone_perfusion,
                         id::cancellous_bone_metabolic_heat);
    case Kind::disc:
      return from.living(id::disc_conductivity, id::disc_density, id::disc_specific_heat,
                         id::disc_perfusion, id::disc_metabolic_heat);
    case Kind::ligament:
      return from.living(id::ligament_conductivity, id::ligament_density,
                         id::ligament_specific_heat, id::ligament_perfusion,
                         id::ligament_metabolic_heat);
    case Kind::fascia:
      return from.living(id::fascia_conductivity, id::fascia_density, id::fascia_specific_heat,
                         id::fascia_perfusion, id::fascia_metabolic_heat);
    case Kind::nerve:
      return from.living(id::nerve_conductivity, id::nerve_density, id::nerve_specific_heat,
                         id::nerve_perfusion, id::nerve_metabolic_heat);
  }
  throw std::logic_error("a tissue kind without properties");
}

std::optional<FrozenProperties> frozen_properties_of(Kind kind, const posterior::Draw& draw) {
  const FromFacts from{draw};
  switch (kind) {
    case Kind::epidermis:
    case Kind::dermis:
      return from.frozen(id::frozen_skin_freezing_temperature, id::frozen_skin_latent_heat,
                         id::frozen_skin_conductivity, id::frozen_skin_specific_heat);
    case Kind::fat:
      return from.frozen(id::frozen_fat_freezing_temperature, id::frozen_fat_latent_heat,
                         id::frozen_fat_conductivity, id::frozen_fat_specific_heat);
    case Kind::muscle:
    case Kind::disc:
    case Kind::ligament:
    case Kind::fascia:
    case Kind::nerve:
      return from.frozen(id::frozen_muscle_freezing_temperature, id::frozen_muscle_latent_heat,
                         id::frozen_muscle_conductivity, id::frozen_muscle_specific_heat);
    case Kind::cortical_bone:
    case Kind::cancellous_bone:
      break;
  }
  return std::nullopt;
}

Tissue tissue_of(Kind kind, const posterior::Draw& draw) {
  Tissue tissue;
  tissue.properties = properties_of(kind, draw);
  tissue.frozen = frozen_properties_of(kind, draw);
  tissue.metabolism_q10 = value(draw, facts::id::perfusion::metabolism_q10);
  switch (kind) {
    case Kind::dermis:
      tissue.flow_control = FlowControl::constriction_and_reflex;
      break;
    case Kind::fat:
      tissue.flow_control = FlowControl::constriction;
      break;
    case Kind::muscle:
      tissue.flow_control = FlowControl::temperature_quotient;
      tissue.flow_q10 = value(draw, facts::id::perfusion::muscle_flow_q10);
      break;
    case Kind::cortical_bone:
    case Kind::cancellous_bone:
      tissue.flow_control = FlowControl::temperature_quotient;
      tissue.flow_q10 = value(draw, facts::id::perfusion::bone_flow_q10);
      break;
    case Kind::epidermis:
    case Kind::disc:
    case Kind::ligament:
    case Kind::fascia:
    case Kind::nerve:
      break;
  }
  return tissue;
}

Properties mixture(const Properties& a, const Properties& b, double fraction) {
  const auto mix = [fraction](double of_a, double of_b) {
    return (1.0 - fraction) * of_a + fraction * of_b;
  };
  return {mix(a.conductivity, b.conductivity), mix(a.density, b.density),
          mix(a.specific_heat, b.specific_heat), mix(a.perfusion, b.perfusion),
          mix(a.metabolic_heat, b.metabolic_heat)};
}

double blood_heat_capacity(const posterior::Draw& draw) {
  return value(draw, id::blood_density) * value(draw, id::blood_specific_heat);
}

}  // namespace coldplan::tissue
