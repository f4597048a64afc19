#include "coldplan/app/evidence_pool.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "coldplan/app/command.h"
#include "coldplan/evidence/delimited_text.h"
#include "coldplan/evidence/method_names.h"
#include "coldplan/evidence/pooled_table.h"
#include "coldplan/quantity/nearest_word.h"
#include "coldplan/report/pool_json.h"
#include "coldplan/report/pool_plot.h"
#include "coldplan/report/pool_text.h"

namespace coldplan::app {
namespace {

using evidence::PoolRequest;
using evidence::TableOptions;

template <typename Value, std::size_t count>
using Words = std::array<std::pair<const char*, Value>, count>;

constexpr Words<evidence::SmdVariance, 2> variances{
    {{"LS", evidence::SmdVariance::LS}, {"UB", evidence::SmdVariance::UB}}};
constexpr Words<evidence::ZeroCells, 4> zero_cells{{{"only0", evidence::ZeroCells::only0},
                                                    {"all", evidence::ZeroCells::all},
                                                    {"if0all", evidence::ZeroCells::if0all},
                                                    {"none", evidence::ZeroCells::none}}};

template <typename Value, std::size_t count>
Expected<Value> word_of(const Words<Value, count>& words, const std::string& seen,
                        const char* option) {
  std::vector<std::string> known;
  for (const auto& [word, value] : words) {
    if (evidence::lower_case(seen) == evidence::lower_case(word)) {
      return value;
    }
    known.emplace_back(word);
  }
  return tl::unexpected(Error{ErrorCode::unknown_name, option, evidence::quoted_cell(seen),
                              fmt::format("one of {}", fmt::join(known, ", ")),
                              quantity::did_you_mean(seen, known)});
}

/// The same error, said of the option that gave the word.
Error of_option(const char* option, Error error) {
  error.place = option;
  return error;
}

/// An error of an option stands alone; others say of which file they are.
Error in_table(const EvidencePoolOptions& options, Error error) {
  if (error.place.starts_with("--")) {
    return error;
  }
  return in_file(options.table == "-" ? "standard input" : options.table, std::move(error));
}

Expected<TableOptions> table_options(const EvidencePoolOptions& options) {
  TableOptions table;
  if (options.measure) {
    const auto measure = evidence::measure_named(*options.measure);
    if (!measure) {
      return tl::unexpected(measure.error());
    }
    table.measure = *measure;
  }
  const auto variance = word_of(variances, options.vtype, "--vtype");
  if (!variance) {
    return tl::unexpected(variance.error());
  }
  const auto to = word_of(zero_cells, options.to, "--to");
  if (!to) {
    return tl::unexpected(to.error());
  }
  constexpr double most_added = 10.0;
  if (!(options.add > 0.0) || !(options.add <= most_added)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "--add", fmt::format("{}", options.add),
                                "a part of a person for an empty cell (more than 0, up to 10)",
                                "for nothing: --to none"});
  }
  table.effects = {*variance, options.add, *to};
  table.drop_double_zero = options.drop00;
  table.moderators = options.moderators;
  table.subgroup = options.subgroup;
  return table;
}

Expected<PoolRequest> request_of(const EvidencePoolOptions& options) {
  PoolRequest request;
  request.by_counts = evidence::lower_case(options.method) == "mh";
  if (!request.by_counts) {
    const auto method = evidence::method_named(options.method);
    if (!method) {
      return tl::unexpected(of_option("--method", method.error()));
    }
    request.model.method = *method;
  }
  const bool is_equal_effects = request.by_counts || request.model.method == evidence::Method::EE;
  const auto test = evidence::test_named(options.test.value_or(is_equal_effects ? "z" : "knha"));
  if (!test) {
    return tl::unexpected(of_option("--test", test.error()));
  }
  request.model.test = *test;
  constexpr double least_percent = 50.0;
  if (!(options.level_percent >= least_percent) || !(options.level_percent <= 99.999)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "--level",
                                fmt::format("{}", options.level_percent),
                                "a per cent of confidence (50 to 99.999)", ""});
  }
  request.model.level = options.level_percent / 100.0;
  request.sensitivity = options.sensitivity;
  request.small_studies = options.bias;
  return request;
}

Error refuse(const char* place, const char* mend) {
  return {ErrorCode::conflict, place, "", "", mend};
}

/// Whether what is to be drawn shows what is pooled, and is shown at all.
Expected<void> check_drawn(const EvidencePoolOptions& options, const PoolRequest& request) {
  if (options.plot && !options.picture) {
    return tl::unexpected(refuse("--plot", "says what to draw: name a file by --picture"));
  }
  if (options.forest && options.json) {
    return tl::unexpected(refuse("--forest", "is for readers; leave it or --json out"));
  }
  if (!options.forest && !options.picture) {
    return {};
  }
  const char* drawn = options.picture ? "--picture" : "--forest";
  if (request.by_counts) {
    return tl::unexpected(
        refuse(drawn, "does not show what MH pools; choose another --method for a picture"));
  }
  if (options.moderators.empty()) {
    return {};
  }
  const auto plot = report::plot_named(options.plot.value_or("forest"));
  if (!plot) {
    return tl::unexpected(plot.error());
  }
  if (options.forest || *plot != report::Plot::bubble) {
    return tl::unexpected(refuse(options.forest ? "--forest" : drawn,
                                 "knows no moderators; leave it or --mods out, or draw "
                                 "--plot bubble alone"));
  }
  return {};
}

Expected<std::string> table_text(const EvidencePoolOptions& options) {
  auto text = read_text(options.table);
  if (!text) {
    text.error().mend =
        "no such file, or not readable; give a table with columns such as "
        "study,yi,vi";
  }
  return text;
}

std::string title_of(const EvidencePoolOptions& options) {
  return options.table == "-" ? "Studies" : options.table.filename().string();
}

Expected<void> draw(const EvidencePoolOptions& options, const evidence::PooledTable& pooled) {
  return report::plot_named(options.plot.value_or("forest")).and_then([&](report::Plot plot) {
    return report::write_plot(*options.picture, plot, report::plot_of(pooled, title_of(options)));
  });
}

Expected<std::string> shown(const EvidencePoolOptions& options,
                            const evidence::PooledTable& pooled) {
  if (options.json) {
    return json_text(report::pool_json(pooled));
  }
  if (!options.forest) {
    return report::pool_text(pooled);
  }
  return report::pool_forest(pooled, title_of(options)).map([&](const std::string& forest) {
    return report::pool_text(pooled) + "\n" + forest;
  });
}

}  // namespace

void add_evidence_pool_flags(CLI::App& verb, EvidencePoolOptions& options) {
  verb.add_option("table", options.table, "CSV, a study a row; - is standard input")->required();
  verb.add_option(
      "--measure", options.measure,
      "MD, SMD, SMDH, ROM (n1i m1i sd1i n2i m2i sd2i); RR, OR, RD, PETO (ai bi ci di, or "
      "ai n1i ci n2i); PR, PLO, PAS, PFT (xi ni); none: yi with vi or sei");
  verb.add_option(
      "--method", options.method,
      "tau²: REML, DL, PM, ML, EB, HE, HS, HSk, SJ, PMM, DLIT, SJIT; EE: equal effects; "
      "MH: Mantel and Haenszel's, or Peto's");
  verb.add_option("--test", options.test, "knha (Knapp and Hartung), adhoc, or z (normal)");
  verb.add_option("--mods", options.moderators, "Columns for a meta-regression: year,dose")
      ->delimiter(',')
      ->allow_extra_args(false);  // the table may come after it
  verb.add_option("--subgroup", options.subgroup, "A column whose groups are compared");
  verb.add_option("--level", options.level_percent, "Per cent of confidence; 95");
  verb.add_flag("--sensitivity", options.sensitivity, "Each study left out in turn");
  verb.add_flag("--bias", options.bias,
                "Egger's and Begg's tests, trim and fill, fail-safe numbers");
  verb.add_option("--vtype", options.vtype, "Variance of SMD: LS (large samples) or UB (unbiased)");
  verb.add_option("--to", options.to, "Which tables get --add: only0, all, if0all or none");
  verb.add_option("--add", options.add, "Added to each cell of a table with an empty one; 0.5");
  verb.add_flag("--drop00", options.drop00, "Leave out tables without events in both arms");
  verb.add_flag("--forest", options.forest, "Also a forest plot in the terminal");
  verb.add_option("--picture", options.picture, "Draw it: .svg, .png or .pdf");
  verb.add_option("--plot", options.plot,
                  "With --picture: forest, funnel, cumulative, leave-one-out, or bubble (--mods)");
  verb.add_flag("--json", options.json, "For machines: schema/evidence_pool.schema.json");
}

Expected<std::string> run_evidence_pool(const EvidencePoolOptions& options) {
  const auto as_table = table_options(options);
  if (!as_table) {
    return tl::unexpected(as_table.error());
  }
  const auto request = request_of(options);
  if (!request) {
    return tl::unexpected(request.error());
  }
  if (const auto shows = check_drawn(options, *request); !shows) {
    return tl::unexpected(shows.error());
  }
  const auto text = table_text(options);
  if (!text) {
    return tl::unexpected(text.error());
  }
  auto table = evidence::read_study_table(*text, *as_table);
  if (!table) {
    return tl::unexpected(in_table(options, table.error()));
  }
  const auto pooled = evidence::pool_table(std::move(*table), *request);
  if (!pooled) {
    return tl::unexpected(in_table(options, pooled.error()));
  }
  if (options.picture) {
    const auto drawn = draw(options, *pooled);
    if (!drawn) {
      return tl::unexpected(drawn.error());
    }
  }
  return shown(options, *pooled);
}

}  // namespace coldplan::app
