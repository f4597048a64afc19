#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/planning/care_numbers.h"

/// What guidelines and our reading of them say of care by stage of pain, as data: care_plan.json,
/// guidelines.json, outcome_measures.json and providers.json of data/clinical. The sentences are
/// those of the files; sources are keys of `care_source`.
namespace coldplan::planning {

/// A sentence and where it stands.
struct Sourced {
  std::string text;
  std::vector<std::string> sources;
};

/// One of the core treatments of a stage.
struct CoreTreatment {
  std::string text;
  /// movement, exercise, education, heat, manual_therapy, physical_therapy, psychological,
  /// medicine, procedure or check (something to watch).
  std::vector<std::string> kinds;
  std::vector<std::string> sources;
};

/// A stage of back pain with its plan.
struct StageData {
  std::string id;  ///< acute, subacute, chronic, radicular, post_surgical, older
  std::string name;
  std::string definition;
  std::vector<CoreTreatment> core;
  std::string cold_role;
  std::vector<std::string> allowed;  ///< families of cold
  std::vector<std::string> conditional;
  std::vector<std::string> discouraged;
  std::string review;
  std::optional<double> review_weeks;  ///< none: as the surgeon says
  std::string provider_need;           ///< of Need::need; may be empty
  std::vector<std::string> sources;
};

/// What guidelines agree on, whatever the stage.
struct Agreed {
  std::string statement;
  std::vector<std::string> supported_by;     ///< keys of sources
  std::vector<std::string> contradicted_by;  ///< keys of sources
  std::string strength;
};

/// How cold goes with something else.
struct Combination {
  std::string with;
  std::string advice;
  std::vector<std::string> sources;
};

/// A place in the default order of options.
struct OrderEntry {
  std::string form;   ///< "heat" or a family of cold
  std::string words;  ///< the whole entry
};

/// When a trial is judged, on what it goes on, and what to do otherwise.
struct DecisionPoint {
  std::string when;
  std::string go;
  std::string otherwise;
};

/// Who treats something: the code of the provider taxonomy (NUCC) and its name; a person without a
/// code has a name alone.
struct Provider {
  std::string code;
  std::string name;
};

struct Need {
  std::string need;
  std::vector<Provider> first;
};

struct CareSource {
  std::string key;
  std::string citation;
  std::string where_read;
  std::string how_much_read;
};

struct CareData {
  std::vector<StageData> stages;
  std::vector<Combination> combining;
  std::vector<OrderEntry> order;
  Sourced order_rule;  ///< "Whole-body and nozzle never rank above a pack", with why
  std::vector<std::string> honesty;
  std::vector<Agreed> agreed;
  std::vector<Sourced> heat;           ///< what guidelines say of heat, each with its name and year
  std::vector<Sourced> after_surgery;  ///< what trials of cold after surgery of the back found
  std::string surgical_guideline;      ///< that none speaks of it
  std::vector<DecisionPoint> decision_points;
  std::vector<std::string> decision_sources;
  std::vector<Need> needs;
  std::vector<std::string> provider_sources;
  std::vector<CareSource> sources;
  CareNumbers numbers;
};

/// The data, parsed when first asked for. Throws where files do not belong together.
[[nodiscard]] const CareData& care_data();

/// The stage of that id; throws std::out_of_range where there is none.
[[nodiscard]] const StageData& stage_named(std::string_view id);

/// The source behind a key of any item of a care plan, of screening too; empty where there is none.
[[nodiscard]] std::optional<CareSource> care_source(std::string_view key);

}  // namespace coldplan::planning
