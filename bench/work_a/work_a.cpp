#include "work_a/work_a.h"

#include <cstdint>

namespace coldplan::work_a {

double drawn(std::size_t person, std::size_t k) {
  std::uint64_t x = 16 * std::uint64_t{person} + k + 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  x ^= x >> 31U;
  return static_cast<double>(x >> 11U) * 0x1p-53;
}

std::array<double, depths> Person::depth() const {
  const double fat = thickness[0];
  const double muscle = fat + thickness[1];
  return {0.0, fat, muscle, muscle + 0.5 * thickness[2], muscle + thickness[2]};
}

Person person(std::size_t index) {
  Person each;
  each.thickness = {0.002, 0.005 + 0.035 * drawn(index, 0), 0.030 + 0.020 * drawn(index, 1), 0.020};
  each.pack_conductance = 60.0 + 140.0 * drawn(index, 2);
  each.of = {{{0.37, 1109.0, 3391.0, 1.96e-3 * (0.7 + 0.6 * drawn(index, 3)), 1827.0},
              {0.21, 911.0, 2348.0, 0.55e-3, 464.0},
              {0.49, 1090.0, 3421.0, 0.67e-3 * (0.7 + 0.6 * drawn(index, 4)), 988.0},
              {0.32, 1908.0, 1313.0, 0.30e-3, 286.0}}};
  return each;
}

bioheat::Column column_of(const Person& person) {
  bioheat::Column column;
  for (std::size_t layer = 0; layer < layers; ++layer) {
    tissue::Tissue tissue;
    tissue.properties = person.of[layer];
    tissue.flow_control = tissue::FlowControl::temperature_logistic;
    tissue.flow_logistic = flow_law;
    tissue.metabolism_q10 = 2.0;
    tissue.quotient_reference = core_temperature;
    column.layers.push_back({person.thickness[layer], tissue});
  }
  column.inner_temperature = core_temperature;
  column.arterial_temperature = core_temperature;
  column.blood_heat_capacity = blood_heat_capacity;
  return column;
}

bioheat::Boundary air() {
  return {1.0 / air_film().conductance, air_film().temperature, std::nullopt};
}

std::array<bioheat::Phase, 2> phases_of(const Person& person) {
  const Film pack = pack_film(person);
  return {bioheat::Phase{pack_time, {1.0 / pack.conductance, pack.temperature, std::nullopt}, true},
          bioheat::Phase{air_time, air(), false}};
}

Film air_film() {
  return {10.0, 23.0};
}

Film pack_film(const Person& person) {
  return {person.pack_conductance, 0.0};
}

}  // namespace coldplan::work_a
