#include "coldplan/applicator/barrier.h"

#include <stdexcept>
#include <string>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

double resistance_of(Barrier barrier) {
  switch (barrier) {
    case Barrier::dry_towel:
      return facts::value(id::dry_towel_resistance);
    case Barrier::wet_towel:
      return facts::value(id::wet_towel_resistance);
    case Barrier::dressing:
      return facts::value(id::dressing_resistance);
  }
  throw std::logic_error("a barrier without a resistance");
}

double factor_of(Wrap wrap) {
  switch (wrap) {
    case Wrap::none:
      return 1.0;
    case Wrap::elastic:
      return facts::value(id::elastic_wrap_factor);
    case Wrap::flexible:
      return facts::value(id::flexible_wrap_factor);
  }
  throw std::logic_error("a wrap without a factor");
}

Expected<Barrier> barrier_from(std::string_view word, std::string_view place) {
  if (word == "dry_towel") {
    return Barrier::dry_towel;
  }
  if (word == "wet_towel") {
    return Barrier::wet_towel;
  }
  if (word == "dressing") {
    return Barrier::dressing;
  }
  return tl::unexpected(Error{ErrorCode::unknown_name, std::string{place}, std::string{word},
                              "a barrier (dry_towel, wet_towel, dressing)", ""});
}

Expected<Wrap> wrap_from(std::string_view word, std::string_view place) {
  if (word == "none") {
    return Wrap::none;
  }
  if (word == "elastic") {
    return Wrap::elastic;
  }
  if (word == "flexible") {
    return Wrap::flexible;
  }
  return tl::unexpected(Error{ErrorCode::unknown_name, std::string{place}, std::string{word},
                              "a wrap (none, elastic, flexible)", ""});
}

std::string_view name_of(Barrier barrier) {
  switch (barrier) {
    case Barrier::dry_towel:
      return "dry towel";
    case Barrier::wet_towel:
      return "wet towel";
    case Barrier::dressing:
      return "wool and crepe dressing";
  }
  throw std::logic_error("a barrier without a name");
}

}  // namespace coldplan::applicator
