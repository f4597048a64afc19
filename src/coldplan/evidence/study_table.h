#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/evidence/effect_size.h"
#include "coldplan/evidence/model.h"
#include "coldplan/quantity/error.h"

/// A reviewer's own table of studies, ready to be pooled.
namespace coldplan::evidence {

struct TableOptions {
  std::optional<Measure> measure;  ///< empty: effects as given (GEN)
  EffectOptions effects;
  bool drop_double_zero = false;        ///< leave tables without events in both arms out
  std::vector<std::string> moderators;  ///< columns
  std::optional<std::string> subgroup;  ///< a column
};

struct TableStudy {
  NamedEffect effect;
  std::size_t row = 0;  ///< of the file; the header is 1
};

struct StudyTable {
  Measure measure = Measure::GEN;
  bool effects_given = false;  ///< yi was in the file, not computed from arms or counts
  std::vector<TableStudy> studies;
  std::vector<TwoByTwo> counts;     ///< a table a study, where the file has them; else empty
  std::vector<double> people;       ///< of each proportion; else empty
  Moderators moderators;            ///< a row a study; texts as 0 and 1 against the first level
  std::vector<std::string> groups;  ///< a subgroup a study; empty where none was asked for
  std::vector<std::string>
      notes;               ///< how the table was read: "allocation is compared with alternate"
  std::string added_note;  ///< the one of `notes` on what is added to cells; may be empty
  std::vector<std::string> warnings;  ///< studies left out or named twice, a single study
};

/// Reads CSV text (delimited_text.h) with columns, in any order and case,
///     yi, vi  |  yi, sei                               effects as they are
///     n1i, m1i, sd1i, n2i, m2i, sd2i                   MD, SMD, SMDH, ROM
///     ai, bi, ci, di  |  ai, n1i, ci, n2i              RR, OR, RD, PETO
///     xi, ni                                           PR, PLO, PAS, PFT
/// with or without the i, perhaps study, name or slab, and whatever else may moderate. A study
/// whose cells say NA (or are all empty) is left out with a warning. Errors, with the place "row 4,
/// column vi": those of read_delimited and effect_of; a variance that is not positive; text for a
/// number; decimal points beside decimal commas; vi that is not sei^2 of the same row; an arm
/// without some of its columns or cells; a study twice with the same numbers; a moderator that the
/// effect is computed from; columns that are not there, with the nearest known name; no study.
[[nodiscard]] Expected<StudyTable> read_study_table(std::string_view text,
                                                    const TableOptions& options = {});

/// The effects alone, as `pool` takes them.
[[nodiscard]] std::vector<Effect> effects_of(const StudyTable& table);

}  // namespace coldplan::evidence
