#include "coldplan/applicator/forms.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace coldplan::applicator {

std::vector<Form> all_forms() {
  return {ice_bag(),
          ice_bag_wetted(),
          gel_pack(),
          gel_pack_water_based(),
          frozen_peas(),
          instant_chemical_pack(),
          wet_compress(),
          ice_massage(),
          ice_water_machine(),
          compression_machine(),
          gravity_cuff(),
          home_air_machine(),
          contact_plate(),
          contact_pad(),
          contact_probe(),
          cold_air_machine(),
          co2_jet(),
          nitrogen_vapour(),
          nitrogen_vapour_intense(),
          menthol_gel(),
          vapocoolant(),
          metal_worn(),
          metal_precooled()};
}

Expected<Form> form_from(std::string_view id, std::string_view place) {
  std::vector<Form> forms = all_forms();
  const auto found =
      std::find_if(forms.begin(), forms.end(), [&](const Form& form) { return form.id == id; });
  if (found != forms.end()) {
    return *found;
  }
  std::vector<std::string> known;
  std::transform(forms.begin(), forms.end(), std::back_inserter(known),
                 [](const Form& form) { return form.id; });
  return tl::unexpected(Error{ErrorCode::unknown_name, std::string{place}, std::string{id},
                              fmt::format("a form of cold ({})", fmt::join(known, ", ")), ""});
}

}  // namespace coldplan::applicator
