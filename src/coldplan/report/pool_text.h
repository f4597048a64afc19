#pragma once

#include <string>

#include "coldplan/evidence/pooled_table.h"

namespace coldplan::report {

/// A pooled table for a terminal, 80 columns: every study with effect, interval and weight; the
/// pooled line, on the scale that a reader knows too (risk ratio, odds ratio, proportion);
/// heterogeneity; what a new study would find; moderators, subgroups, each study left out and
/// asymmetry where they were asked for; how the table was read, and warnings.
[[nodiscard]] std::string pool_text(const evidence::PooledTable& pooled);

}  // namespace coldplan::report
