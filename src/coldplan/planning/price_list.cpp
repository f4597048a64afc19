#include "coldplan/planning/price_list.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "coldplan/person/file_values.h"
#include "coldplan/planning/planning_texts.h"

namespace coldplan::planning {
namespace {

using nlohmann::json;
using person::meaning;
using person::Word;

constexpr std::array<Word<Bought>, 4> bought_words{{{"session", Bought::session},
                                                    {"device", Bought::device},
                                                    {"consumable", Bought::consumable},
                                                    {"rental", Bought::rental}}};
constexpr std::array<Word<Per>, 4> per_words{
    {{"session", Per::session}, {"use", Per::use}, {"week", Per::week}, {"once", Per::once}}};

template <typename Number>
std::optional<Number> number_of(const json& object, const char* key) {
  const json& value = object.at(key);
  return value.is_null() ? std::nullopt : std::optional{value.get<Number>()};
}

Price price_of(const json& row) {
  return {row.at("currency").get<std::string>(), row.at("low").get<double>(),
          number_of<double>(row, "high"),        number_of<int>(row, "year"),
          row.at("source").get<std::string>(),   row.at("read_as").get<std::string>(),
          row.value("note", std::string{}),      row.value("beside", std::string{})};
}

PricePart part_of(const json& row) {
  PricePart part;
  part.id = row.at("id").get<std::string>();
  part.name = row.at("name").get<std::string>();
  part.bought = meaning(row.at("bought"), bought_words);
  part.per = meaning(row.at("per"), per_words);
  part.ways = row.value("ways", std::vector<std::string>{});
  part.paid_by_operator = row.contains("paid_by");
  part.is_case_price = row.value("case_price", false);
  part.is_apart = row.value("apart", false);
  part.question = row.value("question", std::string{});
  part.nothing_to_buy = row.value("nothing_to_buy", std::string{});
  for (const json& price : row.at("prices")) {
    if (price.contains("why")) {
      part.why = price.at("why").get<std::string>();
    } else {
      part.prices.push_back(price_of(price));
    }
  }
  return part;
}

PricedForm form_of(const json& row) {
  PricedForm form;
  form.variant = row.at("variant").get<std::string>();
  for (const json& way : row.value("ways", json::array())) {
    form.ways.push_back({way.at("id").get<std::string>(), way.at("name").get<std::string>()});
  }
  if (form.ways.empty()) {
    form.ways.emplace_back();
  }
  for (const json& part : row.at("parts")) {
    form.parts.push_back(part_of(part));
  }
  return form;
}

/// What is priced as a form further up in the list.
PricedForm same_form(const json& row, std::span<const PricedForm> list) {
  const PricedForm* other = priced_form(list, row.at("same_as").get<std::string>());
  if (other == nullptr) {
    throw std::logic_error("no form above is priced as " + row.dump());
  }
  PricedForm form = *other;
  form.variant = row.at("variant").get<std::string>();
  form.words = row.at("words").get<std::string>();
  return form;
}

}  // namespace

bool is_summed(const Price& price) {
  return price.currency == "USD" && price.beside.empty() && price.high.has_value();
}

std::vector<PricedForm> read_price_list() {
  const json file = json::parse(costs_text());
  std::vector<PricedForm> list;
  for (const json& row : file.at("forms")) {
    list.push_back(row.contains("same_as") ? same_form(row, list) : form_of(row));
  }
  return list;
}

const PricedForm* priced_form(std::span<const PricedForm> list, std::string_view variant) {
  const auto found = std::find_if(list.begin(), list.end(),
                                  [&](const PricedForm& form) { return form.variant == variant; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace coldplan::planning
