#include "coldplan/app/calculator.h"

#include <fmt/format.h>

#include "coldplan/app/session_flags.h"
#include "coldplan/quantity/units.h"
#include "coldplan/report/text.h"

namespace coldplan::app {

Expected<double> within(std::string_view flag, std::string_view given, double value,
                        const Allowed& allowed) {
  if (value >= allowed.least && value <= allowed.most) {
    return value;
  }
  return tl::unexpected(
      Error{ErrorCode::out_of_range, std::string{flag}, std::string{given},
            fmt::format("{} ({:g} to {:g}{}{})", allowed.noun, allowed.least, allowed.most,
                        allowed.unit.empty() ? "" : " ", allowed.unit),
            ""});
}

Expected<double> litres_of(std::string_view flag, const std::string& text, const Allowed& allowed) {
  constexpr std::string_view an_hour = "/h";
  std::string_view amount = text;
  if (amount.ends_with(an_hour)) {
    amount.remove_suffix(an_hour.size());
  }
  if (const auto bare = quantity::parse_number(amount)) {
    return within(flag, text, *bare, allowed).map([](double litres) {
      return litres / quantity::litres_per_cubic_metre;
    });
  }
  const auto volume = quantity::parse_volume(amount);
  if (!volume) {
    return tl::unexpected(at_flag(flag, volume.error()));
  }
  return within(flag, text, *volume * quantity::litres_per_cubic_metre, allowed).map([&](double) {
    return *volume;
  });
}

nlohmann::ordered_json basis_json(std::span<const facts::Id> ids) {
  nlohmann::ordered_json basis = nlohmann::ordered_json::array();
  for (const facts::Id id : ids) {
    const facts::Fact& fact = facts::fact(id);
    basis.push_back({{"id", fact.id},
                     {"value", facts::known(id) ? nlohmann::ordered_json(fact.value) : nullptr},
                     {"unit", fact.unit},
                     {"source", fact.source},
                     {"read_as", facts::to_string(fact.read_as)}});
  }
  return basis;
}

std::string warning_lines(std::string_view text) {
  return report::wrap("! " + std::string{text});
}

}  // namespace coldplan::app
