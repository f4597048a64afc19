#include "coldplan/report/validation_findings.h"

#include <algorithm>

#include <fmt/format.h>

#include "coldplan/report/json_numbers.h"
#include "coldplan/report/text.h"
#include "coldplan/study/score.h"
#include "coldplan/study/skill.h"

namespace coldplan::report {
namespace {

using nlohmann::ordered_json;
using study::NoiseFloor;
using study::Validation;

// numerical: millimetres of a metre.
constexpr double mm_per_m = 1000.0;

std::optional<double> rmse_of(const Validation& validation, const std::string& group) {
  for (const study::Score& score : study::scores_by_group(validation.rows)) {
    if (score.what == group) {
      return score.rmse;
    }
  }
  return std::nullopt;
}

Floor floor_of(const Validation& validation, NoiseFloor noise, study::Group group) {
  std::string name{study::name_of(group)};
  const auto rmse = rmse_of(validation, name);
  return {std::move(noise), std::move(name), rmse};
}

std::string studies_words(const NoiseFloor& noise) {
  std::string words;
  for (const study::StudyMean& each : noise.studies) {
    words += fmt::format("{}{} {:.1f}", words.empty() ? "" : ", ", each.study, each.value);
  }
  return words;
}

std::string line_of(const Floor& floor) {
  const NoiseFloor& noise = floor.noise;
  if (!noise.sd) {
    return fmt::format(
        "{}: how far apart studies are cannot be told, since {} of like protocol {} scored rows "
        "of it{} and {} are needed. Like protocol: {}.",
        noise.what, noise.studies.size(), noise.studies.size() == 1 ? "has" : "have",
        noise.studies.empty() ? "" : " (" + studies_words(noise) + " °C)", study::fewest_studies,
        noise.protocol);
  }
  std::string line = fmt::format(
      "{}: studies differ by {:.1f} °C SD ({} studies: {} °C; 90 % interval of the SD {:.1f} to "
      "{:.1f} °C). Like protocol: {}.",
      noise.what, *noise.sd, noise.studies.size(), studies_words(noise), *noise.low, *noise.high,
      noise.protocol);
  if (floor.rmse && *noise.sd > 0.0) {
    line += fmt::format(" The RMSE of {} is {:.1f} °C, {:.1f} times that.", floor.group,
                        *floor.rmse, *floor.rmse / *noise.sd);
  }
  return line;
}

std::string slope_words(const std::optional<double>& slope) {
  return slope ? fmt::format("{:+.2f} °C for each mm of fat", *slope / mm_per_m)
               : std::string{"none, all have the same fat"};
}

/// What is known of a person once the level of her group is.
std::string given_words(const study::Skill& skill) {
  if (!skill.skill_given_mean) {
    return "Beyond the level of the group nothing can be said: no two under the same cold.";
  }
  return fmt::format(
      "Once the mean of the others under the same cold is known, the model's differences between "
      "people have a skill of {:.2f} (90 % interval {:.2f} to {:.2f}) beyond it.",
      *skill.skill_given_mean, skill.given_mean_p05, skill.given_mean_p95);
}

std::string alike_words(const study::Skill& skill) {
  return skill.skill_alike
             ? fmt::format(", {:.2f} against those under the same kind of cold", *skill.skill_alike)
             : std::string{};
}

}  // namespace

std::vector<Floor> noise_floors(const Validation& validation) {
  return {
      floor_of(validation, study::noise_of_skin(validation.rows), study::Group::skin_local),
      floor_of(validation, study::noise_of_muscle(validation.rows), study::Group::muscle),
  };
}

std::vector<std::string> noise_lines(const Validation& validation) {
  std::vector<std::string> lines;
  for (const Floor& floor : noise_floors(validation)) {
    lines.push_back(line_of(floor));
  }
  return lines;
}

std::vector<std::string> people_lines(const Validation& validation) {
  const auto skill = study::skill_on_people(validation.rows, validation.options.seed);
  if (!skill) {
    return {};
  }
  return {
      fmt::format("{} people in {} arms of one person each: fall of muscle temperature at minute "
                  "20, measured {:.1f} °C on average, expected {:.1f} °C.",
                  skill->people, skill->arms, skill->measured_mean, skill->predicted_mean),
      fmt::format(
          "Skill against the mean of the other people: {:.2f} (90 % interval {:.2f} to "
          "{:.2f}){}; 1 is perfect, 0 no better than that mean. RMSE {:.2f} °C, that of the "
          "mean {:.2f} °C.",
          skill->skill, skill->p05, skill->p95, alike_words(*skill), skill->rmse,
          skill->rmse_of_mean),
      given_words(*skill),
      fmt::format("Slope of the fall: measured {}; expected {}.",
                  slope_words(skill->measured_slope), slope_words(skill->predicted_slope)),
  };
}

std::string what_is_not_known() {
  return std::string{unmeasured_line()};
}

ordered_json noise_json(const Validation& validation) {
  ordered_json list = ordered_json::array();
  for (const Floor& floor : noise_floors(validation)) {
    ordered_json studies = ordered_json::array();
    for (const study::StudyMean& each : floor.noise.studies) {
      studies.push_back(
          {{"study", each.study}, {"arms", each.arms}, {"mean", number_or_null(each.value)}});
    }
    const auto& sd = floor.noise.sd;
    const bool has_ratio = sd && *sd > 0.0 && floor.rmse;
    list.push_back(
        {{"what", floor.noise.what},
         {"protocol", floor.noise.protocol},
         {"studies", std::move(studies)},
         {"sd", number_or_null(sd)},
         {"sd_p05", number_or_null(floor.noise.low)},
         {"sd_p95", number_or_null(floor.noise.high)},
         {"rmse", number_or_null(floor.rmse)},
         {"rmse_over_sd", has_ratio ? number_or_null(*floor.rmse / *sd) : ordered_json(nullptr)}});
  }
  return list;
}

ordered_json people_json(const Validation& validation) {
  const auto skill = study::skill_on_people(validation.rows, validation.options.seed);
  if (!skill) {
    return nullptr;
  }
  return {{"arms", skill->arms},
          {"people", skill->people},
          {"skill", number_or_null(skill->skill)},
          {"skill_under_same_cold", number_or_null(skill->skill_alike)},
          {"skill_given_mean", number_or_null(skill->skill_given_mean)},
          {"skill_given_mean_p05", number_or_null(skill->given_mean_p05)},
          {"skill_given_mean_p95", number_or_null(skill->given_mean_p95)},
          {"skill_p05", number_or_null(skill->p05)},
          {"skill_p95", number_or_null(skill->p95)},
          {"rmse", number_or_null(skill->rmse)},
          {"rmse_of_mean", number_or_null(skill->rmse_of_mean)},
          {"measured_mean", number_or_null(skill->measured_mean)},
          {"predicted_mean", number_or_null(skill->predicted_mean)},
          {"measured_per_mm", number_or_null(skill->measured_slope, mm_per_m)},
          {"predicted_per_mm", number_or_null(skill->predicted_slope, mm_per_m)}};
}

}  // namespace coldplan::report
