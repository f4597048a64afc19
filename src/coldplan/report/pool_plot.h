#pragma once

#include <string>

#include "coldplan/evidence/pooled_table.h"
#include "coldplan/report/evidence_pictures.h"

namespace coldplan::report {

/// A reviewer's pooled table as studies to plot. Which side favours whom only the reviewer knows:
/// the axis says higher and lower.
[[nodiscard]] PlotStudies plot_of(const evidence::PooledTable& pooled, const std::string& title);

/// The same as a forest of 80 columns.
[[nodiscard]] Expected<std::string> pool_forest(const evidence::PooledTable& pooled,
                                                const std::string& title);

}  // namespace coldplan::report
