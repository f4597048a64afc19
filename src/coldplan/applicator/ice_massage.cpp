#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/applicator/parts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form ice_massage() {
  Form form = form_of("ice_massage", "ice_massage", "Ice massage", id::ice_massage_default_time);
  // Ice moves over the skin: it touches a spot for a share of the time, and melts at what it is.
  const double share = facts::value(id::ice_massage_default_f);
  Plate ice;
  ice.temperature = exactly(facts::value(id::ice_massage_default_t));
  ice.contact = scaled(contact_from(id::ice_massage_h_c), share);
  ice.contact.kind = ContactKind::wetted;
  form.source = ice;
  form.area = facts::value(id::ice_bag_area);
  form.longest = form.duration;  // the ten minutes of the protocols were a laboratory's
  form.bare_skin_only = true;
  form.basis = {id::ice_massage_h_c, id::ice_massage_default_f, id::ice_massage_default_t,
                id::ice_bag_area, id::ice_massage_default_time};
  return form;
}

}  // namespace coldplan::applicator
