#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Prices as they were read: what data/costs.json says of each form of cold, compiled in.
///
/// A price stays in the currency in which it was read. What has no price is in the list too, with
/// the reason and the question that would settle it: an unknown price is never zero.
namespace coldplan::planning {

/// One price from one source.
struct Price {
  std::string currency;        ///< "USD", "GBP", "EUR"
  double low = 0.0;            ///< in that currency
  std::optional<double> high;  ///< none: from `low` on
  std::optional<int> year;     ///< none: the source has none
  std::string source;
  std::string read_as;
  std::string note;    ///< what it is the price of, where that is narrower or wider than the part
  std::string beside;  ///< why it is told and not summed; empty: it is summed, if in US dollars
};

enum class Bought { session, device, consumable, rental, travel };
enum class Per { session, use, week, once };

/// One thing that is paid for.
struct PricePart {
  std::string id;
  std::string name;  ///< "ice for one bath"
  Bought bought = Bought::device;
  Per per = Per::once;
  std::vector<std::string> ways;  ///< those that need it; empty: all
  bool paid_by_operator = false;  ///< it is within the price of a session
  bool is_case_price = false;     ///< the price that a case gives takes this part's place
  bool is_apart = false;          ///< who has the form's device at hand may still lack this one
  std::string question;           ///< that asks a person for the price
  std::string nothing_to_buy;     ///< the words of the fact, where there is nothing to pay for
  std::string why;                ///< that no price is known; empty where one is
  std::vector<Price> prices;      ///< none: not known, or nothing to buy
};

/// One way to come by a form: a machine bought, or rented.
struct Way {
  std::string id;
  std::string name;
};

struct PricedForm {
  std::string variant;    ///< as screening knows it: "ctm_ice_water_pump"
  std::string words;      ///< of the fact, where its prices are those of another form
  std::vector<Way> ways;  ///< the usual one first; one without a name where there is no choice
  std::vector<PricePart> parts;
};

/// Whether a price enters sums: in US dollars, with both ends, and not told beside.
[[nodiscard]] bool is_summed(const Price& price);

/// The price list, in the order of its file. Throws where the file contradicts its schema: a fault
/// of the build.
[[nodiscard]] std::vector<PricedForm> read_price_list();

/// The entry of a variant, or null.
[[nodiscard]] const PricedForm* priced_form(std::span<const PricedForm> list,
                                            std::string_view variant);

}  // namespace coldplan::planning
