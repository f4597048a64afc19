#include "coldplan/app/compare_verb.h"

#include "coldplan/planning/comparison.h"
#include "coldplan/report/comparison_json.h"
#include "coldplan/report/comparison_picture.h"
#include "coldplan/report/comparison_text.h"

namespace coldplan::app {

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
  const auto comparison = planning::compare(*subject);
  if (!comparison) {
    return tl::unexpected(comparison.error());
  }
  if (options.picture) {
    if (comparison->forms.empty()) {
      return tl::unexpected(Error{ErrorCode::missing, "wishes.forms", "", "",
                                  "none of the wished forms is predicted yet, so there is nothing "
                                  "to draw; add ice_pack"});
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
