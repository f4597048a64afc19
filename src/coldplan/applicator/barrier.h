#pragma once

#include <span>
#include <string_view>

#include "coldplan/posterior/draw.h"
#include "coldplan/quantity/error.h"

namespace coldplan::applicator {

/// What lies between a pack and the skin.
enum class Barrier {
  dry_towel,
  wet_towel,
  dressing,       ///< wool and crepe, or a dry elastic bandage under the pack
  thin_cloth,     ///< a shirt or the cover of a pad
  film_dressing,  ///< thin adhesive film: no effect was measured
};

/// How a pack is kept in place. `usual` is as in the study that its contact was fitted to; the
/// others start from a pack that lies loose, since that is what wraps were compared with (Tomchuk
/// 2010).
enum class Hold { usual, loose, elastic, flexible };

/// Thermal resistance of barriers in series [m² K/W]. One dry towel is the value fitted to skin
/// under it; of two and more each layer counts what a heat-flow sensor saw under two, which is
/// less.
[[nodiscard]] double resistance_of(std::span<const Barrier> barriers,
                                   const posterior::Draw& draw = posterior::median());

/// Factor of a hold on the contact conductance of a loose pack [-]. Throws std::logic_error for
/// `usual`.
[[nodiscard]] double factor_on_loose(Hold hold, const posterior::Draw& draw = posterior::median());

/// "dry_towel" -> Barrier, or an error that lists the known words. `place` names it in the error.
[[nodiscard]] Expected<Barrier> barrier_from(std::string_view word, std::string_view place);
[[nodiscard]] Expected<Hold> hold_from(std::string_view word, std::string_view place);

/// The word of the command line for it: "dry_towel", "elastic".
[[nodiscard]] std::string_view word_of(Barrier barrier);
[[nodiscard]] std::string_view word_of(Hold hold);

/// For a reader: "dry towel".
[[nodiscard]] std::string_view name_of(Barrier barrier);

}  // namespace coldplan::applicator
