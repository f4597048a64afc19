#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coldplan/applicator/form.h"
#include "coldplan/posterior/draw.h"

namespace coldplan::applicator {

/// One uncertain number of a form, and the form with it at the end that cools least and most (5th
/// and 95th percentile, assumed).
struct Variation {
  std::string name;  ///< "contact", "temperature", "jet", "evaporation"
  Form weak;
  Form strong;
};

/// How the contact of a kind of form stands to what single studies of it gave, and how it differs
/// between studies and persons: both of the logarithm of its conductance.
struct ContactFacts {
  facts::Id shift;
  facts::Id spread;
};

/// The facts of a kind of contact; none for a form that has its own range.
[[nodiscard]] std::optional<ContactFacts> contact_facts(ContactKind kind);

/// The numbers of a form whose spread is known, for one way to use it: a nozzle with a dwell has
/// the spread of its spot. Independent of each other, as far as is known.
[[nodiscard]] std::vector<Variation> variations(const Form& form, const Use& use = {});

/// The form with the same numbers as a draw has them: a score of 1.645 gives the strong end, one of
/// −1.645 the weak one, two half-normals meet at the usual number (posterior/distribution.h), on
/// the logarithmic scale but for temperatures. A temperature stays within what the form can be set
/// to (applicator/settings.h), and on the side of the melting point where the pack usually starts.
/// The median draw returns the form bit for bit. One score serves the contact of every form, since
/// how a pack is put on does not depend on which it is.
[[nodiscard]] Form drawn(const Form& form, const Use& use, const posterior::Draw& draw);

}  // namespace coldplan::applicator
