#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/person/case_file.h"
#include "coldplan/planning/price_list.h"
#include "coldplan/quantity/error.h"

/// What a form of cold costs one person: the price list, and what her case says of prices, of what
/// she owns and of the way to a clinic. Sums of it are in planning/cost_sums.h.
namespace coldplan::planning {

/// US dollars, from low to high.
struct Dollars {
  double low = 0.0;
  double high = 0.0;
};

/// How an amount is known.
enum class Standing {
  read,            ///< from sources; several prices span low to high
  given,           ///< by the case
  owned,           ///< at hand, so that what it cost is sunk
  nothing_to_buy,  ///< as the fact says
  unknown,         ///< to be asked for
};

/// One thing that is paid for, once or again and again.
struct CostLine {
  std::string part;
  std::string name;
  Bought bought = Bought::device;
  Per per = Per::once;
  Standing standing = Standing::unknown;
  std::optional<Dollars> dollars;  ///< none: not known
  std::string why;                 ///< that it is not known, or the fact's "household ice"
  std::string question;            ///< that would settle it
  std::vector<Price> prices;       ///< all that were read, those in other currencies too
};

/// One form, come by in one way.
struct Cost {
  std::string variant;
  std::string family;
  Way way;
  bool at_clinic = false;  ///< someone gives it, so that travel counts
  std::string words;       ///< "as for still water", where prices are those of another form
  std::vector<CostLine> lines;
  /// What the operator of a clinic or studio pays within the price of a session: not summed.
  std::vector<CostLine> within_session;
};

/// What a variant costs, one entry a way to come by it, the usual way first.
///
/// The price in `wishes.prices` takes the place of those read of the part that data/costs.json
/// marks for it. A device in `wishes.owned` costs nothing more, whatever its price. Travel is what
/// `wishes.travel_per_visit` says, for what a clinic or studio gives (families other than
/// screening::home_families()); without it, it is unknown. Prices in other currencies are told in
/// CostLine::prices and never converted. An error where the variant is not in the list; its place
/// is "variant".
[[nodiscard]] Expected<std::vector<Cost>> costs_of(std::span<const PricedForm> list,
                                                   std::string_view variant,
                                                   const person::Wishes& wishes);

/// What to ask a person so that the cost can be told, each question once, in the order of lines.
[[nodiscard]] std::vector<std::string> open_questions(const Cost& cost);

}  // namespace coldplan::planning
