#include "coldplan/study/study_values.h"

#include <optional>
#include <ratio>
#include <string>
#include <utility>

#include "coldplan/person/file_values.h"
#include "coldplan/quantity/units.h"
#include "coldplan/study/study_words.h"

namespace coldplan::study {
namespace {

using nlohmann::json;
using person::metric;

/// From the unit of a key to that of the house.
using Conversion = double (*)(double);

double as_it_is(double value) {
  return value;
}

double from_minutes(double minutes) {
  return minutes * quantity::seconds_per_minute;
}

constexpr Conversion from_millimetres = metric<std::milli>;
constexpr Conversion from_percent = metric<std::centi>;
constexpr Conversion from_square_centimetres = metric<std::ratio_multiply<std::centi, std::centi>>;

/// The value of a key; one that is left out is as null.
const json& value_of(const json& object, const char* key) {
  static const json null;
  const auto found = object.find(key);
  return found == object.end() ? null : *found;
}

std::optional<double> number(const json& object, const char* key, Conversion in_house = as_it_is) {
  const json& value = value_of(object, key);
  return value.is_null() ? std::nullopt : std::optional{in_house(value.get<double>())};
}

std::optional<int> count(const json& object, const char* key) {
  const json& value = value_of(object, key);
  return value.is_null() ? std::nullopt : std::optional{value.get<int>()};
}

std::string text(const json& object, const char* key) {
  const json& value = value_of(object, key);
  return value.is_null() ? std::string{} : value.get<std::string>();
}

std::optional<std::pair<double, double>> interval(const json& object, const char* key,
                                                  Conversion in_house = as_it_is) {
  const json& value = value_of(object, key);
  if (value.is_null()) {
    return std::nullopt;
  }
  return std::pair{in_house(value.at(0).get<double>()), in_house(value.at(1).get<double>())};
}

std::optional<MeanSd> mean_sd(const json& object, const char* key, Conversion in_house = as_it_is) {
  const json& value = value_of(object, key);
  if (value.is_null()) {
    return std::nullopt;
  }
  return MeanSd{in_house(value.at("mean").get<double>()), number(value, "sd", in_house)};
}

Spread thickness(const json& object, const char* key) {
  const json& value = value_of(object, key);
  const auto millimetres = [&](const char* part) { return number(value, part, from_millimetres); };
  return value.is_null() ? Spread{}
                         : Spread{millimetres("mean"), millimetres("sd"), millimetres("low"),
                                  millimetres("high")};
}

Subjects subjects_from(const json& object) {
  Subjects subjects;
  subjects.label = text(object, "label");
  if (const json& sex = value_of(object, "sex"); !sex.is_null()) {
    subjects.sex = sex_from(sex);
  }
  subjects.n = count(object, "n");
  subjects.men = count(object, "men");
  subjects.women = count(object, "women");
  subjects.age = mean_sd(object, "age_years");
  subjects.height = mean_sd(object, "height_m");
  subjects.mass = mean_sd(object, "mass_kg");
  subjects.bmi = mean_sd(object, "bmi");
  subjects.body_fat = mean_sd(object, "body_fat_percent", from_percent);
  return subjects;
}

Location location_from(const json& object) {
  Location location;
  location.tissue = tissue_from(object.at("tissue"));
  location.region = text(object, "region");
  location.depth = number(object, "depth_mm", from_millimetres);
  if (const json& from = object.at("depth_from"); !from.is_null()) {
    location.depth_from = depth_from(from);
  }
  return location;
}

Applicator applicator_from(const json& object) {
  Applicator applicator;
  applicator.kind = text(object, "kind");
  applicator.temperature = number(object, "temperature_C");
  applicator.temperature_range = interval(object, "temperature_range_C");
  applicator.mass = number(object, "mass_kg");
  applicator.area = number(object, "contact_area_cm2", from_square_centimetres);
  applicator.barrier = text(object, "barrier");
  applicator.compression = number(object, "compression_mmHg", quantity::pascals_from_mmhg);
  applicator.extent = text(object, "extent");
  applicator.water_motion = text(object, "water_motion");
  for (const json& stage : object.at("stages")) {
    applicator.stages.push_back({from_minutes(stage.at("minute_from").get<double>()),
                                 from_minutes(stage.at("minute_to").get<double>()),
                                 stage.at("temperature_C").get<double>()});
  }
  applicator.text = text(object, "text");
  return applicator;
}

Measurement measurement_from(const json& object) {
  Measurement measurement;
  measurement.quantity = text(object, "quantity");
  measurement.location = location_from(object.at("location"));
  measurement.time = number(object, "minute", from_minutes);
  measurement.drop = number(object, "drop_C");
  measurement.target = number(object, "target_C");
  measurement.window = interval(object, "window_min", from_minutes);
  measurement.steady = object.value("steady_state", false);
  measurement.value = number(object, "value");
  measurement.sd = number(object, "sd");
  measurement.se = number(object, "se");
  measurement.ci90_half_width = number(object, "ci90_half_width");
  measurement.ci95 = interval(object, "ci95");
  measurement.n = count(object, "n");
  measurement.read_delay = number(object, "read_delay_s");
  measurement.after_removal = object.at("after_removal").get<bool>();
  measurement.scored = object.at("scored").get<bool>();
  measurement.why_not = text(object, "why_not");
  return measurement;
}

Arm arm_from(const json& object) {
  Arm arm;
  arm.id = text(object, "id");
  arm.n = count(object, "n");
  if (object.contains("subject")) {
    arm.subject = subjects_from(object.at("subject"));
  }
  arm.state = state_from(object.at("state"));
  arm.fat = thickness(object, "fat_thickness_mm");
  arm.skinfold = thickness(object, "skinfold_mm");
  arm.girth = thickness(object, "limb_girth_mm");
  arm.applicator = applicator_from(object.at("applicator"));
  arm.cooling = number(object, "cooling_min", from_minutes);
  arm.rewarming = number(object, "rewarming_min", from_minutes);
  if (object.contains("cycles")) {
    const json& cycles = object.at("cycles");
    arm.cycles =
        Cycles{from_minutes(cycles.at("on_min").get<double>()),
               from_minutes(cycles.at("off_min").get<double>()), cycles.at("times").get<int>()};
  }
  for (const json& each : object.at("baseline")) {
    arm.baseline.push_back(
        {location_from(each.at("location")), each.at("value").get<double>(), number(each, "sd")});
  }
  for (const json& each : object.at("measurements")) {
    arm.measurements.push_back(measurement_from(each));
  }
  return arm;
}

}  // namespace

Study study_from(const json& document) {
  Study study;
  study.id = text(document, "id");
  study.citation = text(document, "citation");
  study.quality = document.at("quality").get<int>();
  study.subjects = subjects_from(document.at("subjects"));
  study.ambient = number(document, "ambient_C");
  study.region = text(document.at("site"), "region");
  for (const json& arm : document.at("arms")) {
    study.arms.push_back(arm_from(arm));
  }
  study.notes = text(document, "notes");
  return study;
}

}  // namespace coldplan::study
