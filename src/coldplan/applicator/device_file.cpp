#include "coldplan/applicator/device_file.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "coldplan/applicator/device_file_rules.h"
#include "coldplan/applicator/device_file_source.h"
#include "coldplan/person/json_text.h"
#include "coldplan/quantity/units.h"

namespace coldplan::applicator {
namespace {

using nlohmann::json;

Error conflict(const char* key, std::string seen, std::string mend) {
  return {ErrorCode::conflict, std::string{"device."} + key, std::move(seen), "", std::move(mend)};
}

Expected<json> parse_device(std::string_view text) {
  auto document = person::parse_json(text);
  if (!document && document.error().place.empty() && document.error().allowed.empty()) {
    Error error = document.error();
    error.mend = "begin with {\"device\": {…}}";
    return tl::unexpected(error);
  }
  return document;
}

void add_names(Form& form, const json& device) {
  const bool is_like = device.contains("like");
  form.id = device.at("id").get<std::string>();
  form.variant = is_like ? form.variant : form.id;
  form.name = device.at("name").get<std::string>();
  form.own_source = device.at("source_of_numbers").get<std::string>();
  form.family = device.value("family", form.family);
}

Expected<void> add_times(Form& form, const GivenNumbers& given, bool is_like) {
  put(given, "minutes", form.duration);
  const bool has_longest = given.find("longest") != given.end();
  if (!is_like && !has_longest) {
    form.longest = form.duration;
  }
  put(given, "longest", form.longest);
  if (form.duration <= form.longest) {
    return {};
  }
  return tl::unexpected(
      conflict(has_longest ? "longest_minutes" : "minutes",
               fmt::format("the use of {:g} min is longer than the longest ({:g} min)",
                           form.duration / quantity::seconds_per_minute,
                           form.longest / quantity::seconds_per_minute),
               has_longest ? "give the longest use that is allowed" : "give longest_minutes too"));
}

bool needs_bare_skin(const Source& source) {
  return std::holds_alternative<Jet>(source) || std::holds_alternative<Film>(source) ||
         std::holds_alternative<Gel>(source);
}

/// Barriers, bare skin and the label, of which each may exclude the others.
Expected<void> add_cover(Form& form, const json& device, bool is_like) {
  const bool bare_by_nature = needs_bare_skin(form.source);
  form.bare_skin_only = device.value("bare_skin_only", form.bare_skin_only || bare_by_nature);
  if (bare_by_nature && !form.bare_skin_only) {
    return tl::unexpected(conflict(
        "bare_skin_only", fmt::format("a {} works on bare skin only", kind_of(form.source)),
        "leave it out"));
  }
  if (device.contains("barriers")) {
    form.barriers.clear();
    for (const json& word : device.at("barriers")) {
      form.barriers.push_back(barrier_from(word.get<std::string>(), "").value());
    }
  }
  if (form.bare_skin_only && !form.barriers.empty()) {
    return tl::unexpected(
        device.contains("barriers")
            ? conflict("barriers", "it works on bare skin only", "leave barriers out")
            : conflict(
                  "bare_skin_only",
                  fmt::format("what it is like lies over a {}", name_of(form.barriers.front())),
                  "leave it out, or give \"barriers\": []"));
  }
  if (!is_like) {
    // Nothing being known of its label, a pack is taken for one that asks for a towel, as ours do.
    if (std::holds_alternative<Pack>(form.source) && !form.bare_skin_only) {
      form.asked_barrier = Barrier::dry_towel;
    }
    form.skin_only = std::holds_alternative<Gel>(form.source);
  }
  return {};
}

/// Every number of a form that a fact may have given.
std::vector<double> numbers_of(const Form& form) {
  std::vector<double> numbers{form.area, form.duration, form.longest};
  const auto add = [&numbers](const Spread& spread) {
    numbers.insert(numbers.end(), {spread.usual, spread.low, spread.high});
  };
  if (form.stop_temperature) {
    numbers.push_back(*form.stop_temperature);
  }
  if (const Contact* contact = contact_of(form.source)) {
    add({contact->usual, contact->low, contact->high});
    numbers.insert(numbers.end(), {contact->loose.value_or(contact->usual),
                                   contact->wetted.value_or(contact->usual)});
  }
  if (const auto* pack = std::get_if<Pack>(&form.source)) {
    add(pack->start_temperature);
    numbers.insert(numbers.end(), {pack->mass, pack->melting_temperature, pack->frozen_heat,
                                   pack->thawed_heat, pack->latent_heat, pack->air_conductance});
  } else if (const auto* plate = std::get_if<Plate>(&form.source)) {
    add(plate->temperature);
  } else if (const auto* tank = std::get_if<Reservoir>(&form.source)) {
    add(tank->water_temperature);
    numbers.insert(numbers.end(), {tank->ice, tank->water, tank->latent_heat, tank->specific_heat,
                                   tank->parasitic_heat});
  } else if (const auto* jet = std::get_if<Jet>(&form.source)) {
    add(jet->conductance);
    const Jet::Spot spot =
        jet->spot.value_or(Jet::Spot{exactly(jet->temperature), jet->temperature});
    numbers.insert(numbers.end(), {jet->temperature, spot.conductance.usual, spot.temperature});
  } else if (const auto* film = std::get_if<Film>(&form.source)) {
    add(film->temperature);
  } else if (const auto* gel = std::get_if<Gel>(&form.source)) {
    add(gel->heat_flux);
    numbers.push_back(gel->decay_time);
  }
  return numbers;
}

/// Drops the facts whose numbers the device has replaced: those of the form that it is like, and no
/// longer its own. Of a form without a source of its own nothing stays but what the device has too.
void drop_replaced(Form& form, const Form& like) {
  const std::vector<double> before = numbers_of(like);
  const std::vector<double> after = numbers_of(form);
  const auto holds = [](const std::vector<double>& numbers, double value) {
    return std::find(numbers.begin(), numbers.end(), value) != numbers.end();
  };
  std::erase_if(form.basis, [&](facts::Id each) {
    const double value = facts::fact(each).value;
    return (holds(before, value) || !is_predictable(like)) && !holds(after, value);
  });
}

/// The form of a document that breaks no rule of its schema.
Expected<Form> described_form(const json& device) {
  const std::optional<Form> like = form_like(device);
  const json source = device.value("source", json::object());
  const GivenNumbers given = numbers_in(device);
  Form form = like.value_or(Form{});
  add_names(form, device);
  put(given, "area", form.area);
  auto described = source_of(kind_meant(device, like), numbers_in(source), form.source, form.area);
  if (!described) {
    return tl::unexpected(under("device.source", described.error()));
  }
  form.source = std::move(described->source);
  form.basis.insert(form.basis.end(), described->basis.begin(), described->basis.end());
  if (const auto stop = given.find("stop_skin"); stop != given.end()) {
    form.stop_temperature = stop->second.value.usual;
  }
  if (auto fit = add_times(form, given, like.has_value()); !fit) {
    return tl::unexpected(fit.error());
  }
  if (auto fit = add_cover(form, device, like.has_value()); !fit) {
    return tl::unexpected(fit.error());
  }
  if (like) {
    drop_replaced(form, *like);
  }
  return form;
}

}  // namespace

Expected<Form> read_device(std::string_view json_text) {
  const auto document = parse_device(json_text);
  if (!document) {
    return tl::unexpected(document.error());
  }
  if (const auto found = device_violation(*document)) {
    return tl::unexpected(*found);
  }
  return described_form(document->at("device"));
}

}  // namespace coldplan::applicator
