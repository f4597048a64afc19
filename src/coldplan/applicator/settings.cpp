#include "coldplan/applicator/settings.h"

#include <fmt/format.h>

namespace coldplan::applicator {
namespace {

// numerical: what is taken for meant, well beyond what is sold: no physiology rests on it.
constexpr Range pack_temperatures{-40.0, 20.0};
// numerical: as above.
constexpr Range plate_temperatures{-40.0, 30.0};
// numerical: as above; water that flows.
constexpr Range water_temperatures{0.0, 30.0};
// numerical: as above; the lowest is where nitrogen boils.
constexpr Range gas_temperatures{-196.0, 15.0};
// numerical: as above.
constexpr Range film_temperatures{-60.0, 15.0};
// numerical: as above.
constexpr Range solid_temperatures{-196.0, 30.0};
// numerical: as above [kg].
constexpr Range masses{0.05, 10.0};
// numerical: as above, a coin to a whole back [m²].
constexpr Range areas{1e-4, 0.3};

std::optional<Range> temperatures_of(const Pack& /*pack*/) {
  return pack_temperatures;
}

std::optional<Range> temperatures_of(const Plate& plate) {
  switch (plate.medium) {
    case Medium::solid:
      return plate_temperatures;
    case Medium::water:
      return water_temperatures;
    case Medium::gas:
      return gas_temperatures;
  }
  return std::nullopt;
}

std::optional<Range> temperatures_of(const Reservoir& /*tank*/) {
  return water_temperatures;
}

std::optional<Range> temperatures_of(const Jet& /*jet*/) {
  return gas_temperatures;
}

std::optional<Range> temperatures_of(const Film& /*film*/) {
  return film_temperatures;
}

std::optional<Range> temperatures_of(const Gel& /*gel*/) {
  return std::nullopt;
}

std::optional<Range> temperatures_of(const Solid& /*solid*/) {
  return solid_temperatures;
}

std::optional<Range> temperatures_of(const Unknown& /*unknown*/) {
  return std::nullopt;
}

void set_temperature(Source& source, double value) {
  if (auto* pack = std::get_if<Pack>(&source)) {
    pack->start_temperature = exactly(value);
  } else if (auto* plate = std::get_if<Plate>(&source)) {
    plate->temperature = exactly(value);
  } else if (auto* reservoir = std::get_if<Reservoir>(&source)) {
    reservoir->water_temperature = exactly(value);
  } else if (auto* jet = std::get_if<Jet>(&source)) {
    jet->temperature = value;
    if (jet->spot) {
      jet->spot->temperature = value;
    }
  } else if (auto* film = std::get_if<Film>(&source)) {
    film->temperature = exactly(value);
  } else if (auto* solid = std::get_if<Solid>(&source)) {
    solid->temperature = value;
  }
}

void set_mass(Source& source, double value) {
  if (auto* pack = std::get_if<Pack>(&source)) {
    pack->mass = value;
  } else if (auto* reservoir = std::get_if<Reservoir>(&source)) {
    reservoir->ice = value;
  }
}

void set_area(Form& form, double value) {
  form.area = value;
  if (auto* pack = std::get_if<Pack>(&form.source)) {
    pack->area = value;
  } else if (auto* reservoir = std::get_if<Reservoir>(&form.source)) {
    reservoir->pad_area = value;
  }
}

Expected<void> within(const char* place, double value, const std::optional<Range>& range,
                      const char* noun, const char* unit, const Form& form) {
  if (!range) {
    return tl::unexpected(Error{ErrorCode::conflict, place, "", "",
                                fmt::format("{} has no {} to set, leave it out", form.id, place)});
  }
  // Written so that a value that is not a number is refused.
  if (value >= range->least && value <= range->most) {
    return {};
  }
  return tl::unexpected(Error{
      ErrorCode::out_of_range, place, fmt::format("{:g}", value),
      fmt::format("{} in {} for {} ({:g} to {:g})", noun, unit, form.id, range->least, range->most),
      ""});
}

}  // namespace

std::optional<Range> temperature_range(const Form& form) {
  return std::visit([](const auto& source) { return temperatures_of(source); }, form.source);
}

std::optional<Range> mass_range(const Form& form) {
  const bool has_mass =
      std::holds_alternative<Pack>(form.source) || std::holds_alternative<Reservoir>(form.source);
  return has_mass ? std::optional{masses} : std::nullopt;
}

Range area_range() {
  return areas;
}

Expected<Form> with_settings(Form form, const Settings& settings) {
  if (settings.temperature) {
    if (auto fit = within("temperature", *settings.temperature, temperature_range(form),
                          "a temperature", "°C", form);
        !fit) {
      return tl::unexpected(fit.error());
    }
    set_temperature(form.source, *settings.temperature);
  }
  if (settings.mass) {
    if (auto fit = within("mass", *settings.mass, mass_range(form), "a mass", "kg", form); !fit) {
      return tl::unexpected(fit.error());
    }
    set_mass(form.source, *settings.mass);
  }
  if (settings.area) {
    if (auto fit = within("area", *settings.area, area_range(), "an area", "m²", form); !fit) {
      return tl::unexpected(fit.error());
    }
    set_area(form, *settings.area);
  }
  return form;
}

}  // namespace coldplan::applicator
