#include "coldplan/app/compare_verb.h"

#include <utility>

#include "coldplan/app/configured_approval.h"
#include "coldplan/app/today.h"
#include "coldplan/planning/comparison.h"
#include "coldplan/report/comparison_json.h"
#include "coldplan/report/comparison_picture.h"
#include "coldplan/report/comparison_text.h"

namespace coldplan::app {
namespace {

Error nothing_to_draw(const std::filesystem::path& file, const planning::Comparison& comparison) {
  std::string mend;
  for (const std::string& family : comparison.families_not_predicted) {
    mend += report::not_compared_line(family) + "; ";
  }
  mend += comparison.forms_ruled_out.empty()
              ? "or add ice_pack: so far there is nothing to draw"
              : "screening leaves no form to draw; coldplan screen says why";
  return {ErrorCode::missing, file.string() + ": wishes.forms", "", "", std::move(mend)};
}

}  // namespace

Expected<std::string> run_compare(const CompareOptions& options) {
  if (options.picture) {
    if (const auto format = drawing::format_of(*options.picture); !format) {
      return tl::unexpected(format.error());
    }
  }
  const auto subject = read_case_file(options.case_file);
  if (!subject) {
    return tl::unexpected(subject.error());
  }
  const auto approval = configured_approval();
  if (!approval) {
    return tl::unexpected(approval.error());
  }
  auto comparison = planning::compare(*subject, today());
  if (!comparison) {
    return tl::unexpected(comparison.error());
  }
  comparison->approval = *approval;
  // Somebody who has to be seen today is told so, whatever else was asked for.
  const bool is_urgent = comparison->screening->warnings.urgency >= screening::Urgency::same_day;
  if (options.picture && !is_urgent) {
    if (comparison->forms.empty()) {
      return tl::unexpected(nothing_to_draw(options.case_file, *comparison));
    }
    const auto written =
        drawing::write_picture(*options.picture, report::comparison_picture(*comparison));
    if (!written) {
      return tl::unexpected(written.error());
    }
  }
  return options.json
             ? json_text(report::comparison_json(*comparison))
             : report::comparison_text(*comparison, options.details ? report::Detail::every_form
                                                                    : report::Detail::overview);
}

}  // namespace coldplan::app
