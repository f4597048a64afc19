#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A published experiment in which people were cooled, as its file has it
/// (schema/study.schema.json, data/studies/README.md): what was done to whom, and what was printed.
/// SI units and °C; what the paper does not state is empty. Nothing is filled in here.
namespace coldplan::study {

/// A mean and its standard deviation.
struct MeanSd {
  double mean = 0.0;
  std::optional<double> sd;
};

/// Mean and standard deviation, or the bounds of a class.
struct Spread {
  std::optional<double> mean, sd, low, high;
};

enum class SexOfAll { female, male, mixed };

/// People, or one person.
struct Subjects {
  std::string label;                 ///< of an arm's own: "obese women"
  std::optional<SexOfAll> sex;       ///< of an arm's own
  std::optional<int> n, men, women;  ///< n of an arm's own is that of the arm
  std::optional<MeanSd> age;         ///< [y]
  std::optional<MeanSd> height;      ///< [m]
  std::optional<MeanSd> mass;        ///< [kg]
  std::optional<MeanSd> bmi;         ///< [kg/m²]
  std::optional<MeanSd> body_fat;    ///< share of the mass
};

enum class Tissue {
  skin,
  skin_pack_interface,
  fat,
  skin_and_fat,
  muscle,
  tendon,
  joint,
  bone,
  soft_tissue,
  nerve,
  artery,
  limb,
  blood,
  rectal,
  tympanic,
  oesophageal,
  gastrointestinal,
  core,
  whole_body,
};

/// Whether a place shows the core of the body.
[[nodiscard]] constexpr bool is_core(Tissue tissue) {
  return tissue == Tissue::rectal || tissue == Tissue::oesophageal || tissue == Tissue::core ||
         tissue == Tissue::gastrointestinal || tissue == Tissue::tympanic;
}

/// What a depth counts from.
enum class DepthFrom { skin, dermis, fat, unknown };

struct Location {
  Tissue tissue = Tissue::skin;
  std::string region;                   ///< "calf"; empty where none applies
  std::optional<double> depth;          ///< [m]
  std::optional<DepthFrom> depth_from;  ///< none: no depth applies
};

/// A room of a chamber, or a water bath of a sequence.
struct Stage {
  double from = 0.0;         ///< [s]
  double to = 0.0;           ///< [s]
  double temperature = 0.0;  ///< [°C]
};

struct Applicator {
  std::string kind;                                            ///< "crushed_ice_pack", "none"
  std::optional<double> temperature;                           ///< [°C]
  std::optional<std::pair<double, double>> temperature_range;  ///< [°C]
  std::optional<double> mass;                                  ///< [kg]
  std::optional<double> area;                                  ///< on the skin [m²]
  std::string barrier;                                         ///< "none", "dry_towel", "unknown"
  std::optional<double> compression;                           ///< [Pa]
  std::string extent;                                          ///< "local", "head_out"
  std::string water_motion;  ///< "still", "stirred", "unknown"; empty where there is none
  std::vector<Stage> stages;
  std::string text;
};

enum class State {
  rest,
  rest_inflamed,
  post_exercise,
  exercising,
  walking,
  rest_then_walk,
  hyperthermic,
  surgical,
};

/// A temperature just before the cold.
struct Baseline {
  Location location;
  double value = 0.0;  ///< [°C]
  std::optional<double> sd;
};

/// One printed number. Its quantity is the word of the schema; value and spread are in the units of
/// that word ("temperature_drop_C", "minutes_to_drop").
struct Measurement {
  std::string quantity;
  Location location;
  std::optional<double> time;    ///< since the cooling began [s]
  std::optional<double> drop;    ///< of minutes_to_drop [K]
  std::optional<double> target;  ///< of minutes_to_temperature and the like [°C]
  std::optional<std::pair<double, double>> window;  ///< [s]
  bool steady = false;
  std::optional<double> value, sd, se;
  std::optional<double> ci90_half_width;
  std::optional<std::pair<double, double>> ci95;
  std::optional<int> n;
  std::optional<double> read_delay;  ///< after `time` [s]; empty: unknown
  bool after_removal = false;
  bool scored = false;
  std::string why_not;  ///< of one that is not scored
};

struct Cycles {
  double on = 0.0;   ///< [s]
  double off = 0.0;  ///< [s]
  int times = 1;
};

struct Arm {
  std::string id;
  std::optional<int> n;
  std::optional<Subjects> subject;  ///< where they differ from the study's
  State state = State::rest;
  Spread fat;       ///< thickness under the skin [m]
  Spread skinfold;  ///< a double fold [m]
  Spread girth;     ///< of the limb [m]
  Applicator applicator;
  std::optional<double> cooling;    ///< [s]
  std::optional<double> rewarming;  ///< [s]
  std::optional<Cycles> cycles;
  std::vector<Baseline> baseline;
  std::vector<Measurement> measurements;
};

struct Study {
  std::string id;
  std::string citation;
  int quality = 0;  ///< 5: protocol, fat and time series, to 1: context alone
  Subjects subjects;
  std::optional<double> ambient;  ///< [°C]
  std::string region;
  std::vector<Arm> arms;
  std::string notes;
};

}  // namespace coldplan::study
