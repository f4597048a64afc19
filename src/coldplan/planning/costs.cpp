#include "coldplan/planning/costs.h"

#include <algorithm>

#include "coldplan/screening/tables.h"

namespace coldplan::planning {
namespace {

constexpr const char* travel_question =
    "What does the way there and back cost you, with fuel or fare and parking?";

template <typename Range, typename Value>
bool contains(const Range& range, const Value& value) {
  return std::find(range.begin(), range.end(), value) != range.end();
}

/// From the lowest to the highest of the prices that are summed.
std::optional<Dollars> span_of(std::span<const Price> prices) {
  std::optional<Dollars> span;
  for (const Price& price : prices) {
    if (!is_summed(price)) {
      continue;
    }
    span = span ? Dollars{std::min(span->low, price.low), std::max(span->high, *price.high)}
                : Dollars{price.low, *price.high};
  }
  return span;
}

CostLine line_as_read(const PricePart& part) {
  CostLine line{part.id,  part.name,         part.bought,
                part.per, Standing::unknown, span_of(part.prices),
                part.why, part.question,     part.prices};
  if (!part.nothing_to_buy.empty()) {
    line.standing = Standing::nothing_to_buy;
    line.dollars = Dollars{};
    line.why = part.nothing_to_buy;
  } else if (line.dollars) {
    line.standing = Standing::read;
  } else if (line.why.empty()) {
    line.why = "no price in US dollars was read";
  }
  return line;
}

CostLine line_of(const PricePart& part, std::string_view variant, const person::Wishes& wishes) {
  CostLine line = line_as_read(part);
  const auto given = wishes.prices.find(std::string{variant});
  if (part.is_case_price && given != wishes.prices.end()) {
    line.standing = Standing::given;
    line.dollars = Dollars{given->second, given->second};
  }
  const bool is_owned =
      part.bought == Bought::device && !part.is_apart && contains(wishes.owned, variant);
  if (is_owned && line.standing != Standing::nothing_to_buy) {
    line.standing = Standing::owned;
    line.dollars = Dollars{};
  }
  if (line.standing == Standing::given || line.standing == Standing::owned) {
    line.why.clear();
  }
  return line;
}

CostLine travel_line(const person::Wishes& wishes) {
  CostLine line{"travel",          "the way there and back", Bought::travel,
                Per::session,      Standing::unknown,        std::nullopt,
                "it was not said", travel_question,          {}};
  if (wishes.travel_per_visit) {
    line.standing = Standing::given;
    line.dollars = Dollars{*wishes.travel_per_visit, *wishes.travel_per_visit};
    line.why.clear();
  }
  return line;
}

std::string family_of(std::string_view variant) {
  const auto variants = screening::variants();
  const auto found =
      std::find_if(variants.begin(), variants.end(),
                   [&](const screening::Variant& each) { return each.id == variant; });
  return found == variants.end() ? "" : std::string{found->family};
}

Cost cost_by(const Way& way, const PricedForm& form, const person::Wishes& wishes) {
  Cost cost{form.variant, family_of(form.variant), way, false, form.words, {}, {}};
  cost.at_clinic = !contains(screening::home_families(), cost.family);
  for (const PricePart& part : form.parts) {
    if (!part.ways.empty() && !contains(part.ways, way.id)) {
      continue;
    }
    if (part.paid_by_operator) {
      cost.within_session.push_back(line_as_read(part));
    } else {
      cost.lines.push_back(line_of(part, form.variant, wishes));
    }
  }
  if (cost.at_clinic) {
    cost.lines.push_back(travel_line(wishes));
  }
  return cost;
}

}  // namespace

Expected<std::vector<Cost>> costs_of(std::span<const PricedForm> list, std::string_view variant,
                                     const person::Wishes& wishes) {
  const PricedForm* form = priced_form(list, variant);
  if (form == nullptr) {
    return tl::unexpected(Error{ErrorCode::unknown_name, "variant", std::string{variant},
                                "a form of cold in the list of prices", ""});
  }
  std::vector<Cost> costs;
  for (const Way& way : form->ways) {
    costs.push_back(cost_by(way, *form, wishes));
  }
  return costs;
}

std::vector<std::string> open_questions(const Cost& cost) {
  std::vector<std::string> questions;
  for (const CostLine& line : cost.lines) {
    if (line.standing == Standing::unknown && !contains(questions, line.question)) {
      questions.push_back(line.question);
    }
  }
  return questions;
}

}  // namespace coldplan::planning
