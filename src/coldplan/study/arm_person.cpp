#include "coldplan/study/arm_person.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "coldplan/anatomy/back.h"
#include "coldplan/facts/ids.h"
#include "coldplan/person/anthropometry.h"
#include "coldplan/posterior/random_draws.h"
#include "coldplan/thermoregulation/physique.h"

namespace coldplan::study {
namespace {

namespace id = facts::id::observation;
using thermoregulation::Site;

// numerical: the least thickness of fat that a column has [m].
constexpr double least_fat = 5e-4;

/// Scores at the middles of equal shares.
std::vector<double> node_scores(std::size_t count) {
  std::vector<double> scores;
  for (std::size_t i = 0; i < count; ++i) {
    const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(count);
    scores.push_back(posterior::normal_quantile(share));
  }
  return scores;
}

/// The first of the arm's and the study's statement.
template <typename T>
std::optional<T> stated(const Study& study, const Arm& arm,
                        const std::optional<T> Subjects::*member) {
  if (arm.subject && (*arm.subject).*member) {
    return (*arm.subject).*member;
  }
  return study.subjects.*member;
}

bool are_women(const Study& study, const Arm& arm) {
  const auto women = stated(study, arm, &Subjects::women);
  const auto men = stated(study, arm, &Subjects::men);
  return women.value_or(0) > men.value_or(0);
}

/// The segment of a body, for what the paper does not say of it.
struct Segment {
  double fat = 0.0;
  double girth = 0.0;
};

Segment segment_of(const person::Person& person, double body_fat, Site site) {
  static const thermoregulation::Layout layout = thermoregulation::make_layout();
  const auto physique =
      thermoregulation::physique_of(person, anatomy::median_build(person), body_fat, layout);
  const bioheat::Column& column = physique.at(site).column;
  double radius = 0.0;
  for (const bioheat::Layer& layer : column.layers) {
    radius += layer.thickness;
  }
  const std::size_t fat = layout.at(site).fat;
  return {column.layers[fat].thickness, 2.0 * std::numbers::pi * radius};
}

/// Thickness of fat at a share of the people, where it is stated.
std::optional<double> stated_fat(const Spread& fat, double score) {
  if (fat.low && fat.high) {
    // numerical: the share of a normal distribution under a score.
    const double share = 0.5 * std::erfc(-score / std::numbers::sqrt2);
    return std::lerp(*fat.low, *fat.high, share);
  }
  if (fat.mean) {
    return *fat.mean + score * fat.sd.value_or(0.0);
  }
  if (fat.high) {
    // numerical: an open class is taken from half of its bound to it.
    return *fat.high * (0.75 + 0.25 * std::clamp(score, -1.0, 1.0));
  }
  if (fat.low) {
    // numerical: as above, from its bound to half as much again.
    return *fat.low * (1.25 + 0.25 * std::clamp(score, -1.0, 1.0));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Site> site_of(const std::string& region) {
  static const std::array<std::pair<std::string_view, Site>, 24> table{{
      {"lower_back", Site::lumbar}, {"back", Site::back},         {"upper_back", Site::back},
      {"trunk", Site::chest},       {"chest", Site::chest},       {"abdomen", Site::pelvis},
      {"neck", Site::neck},         {"head", Site::head},         {"face", Site::head},
      {"nose", Site::head},         {"shoulder", Site::shoulder}, {"upper_arm", Site::shoulder},
      {"arm", Site::shoulder},      {"elbow", Site::arm},         {"forearm", Site::arm},
      {"wrist", Site::arm},         {"hand", Site::hand},         {"finger", Site::hand},
      {"buttock", Site::pelvis},    {"leg", Site::leg},           {"thigh", Site::thigh},
      {"knee", Site::leg},          {"calf", Site::leg},          {"foot", Site::foot},
  }};
  if (region == "ankle" || region == "achilles") {
    return Site::leg;
  }
  const auto* const found = std::find_if(table.begin(), table.end(),
                                         [&](const auto& entry) { return entry.first == region; });
  return found == table.end() ? std::nullopt : std::optional{found->second};
}

person::Person middle_person(const Study& study, const Arm& arm) {
  person::Person person;
  const bool women = are_women(study, arm);
  person.sex = women ? person::Sex::female : person::Sex::male;
  const auto mean = [](const std::optional<MeanSd>& given, double otherwise) {
    return given ? given->mean : otherwise;
  };
  person.age = mean(stated(study, arm, &Subjects::age), facts::value(id::typical_age));
  person.height = mean(stated(study, arm, &Subjects::height),
                       facts::value(women ? id::typical_height_women : id::typical_height_men));
  const double index = mean(stated(study, arm, &Subjects::bmi), facts::value(id::typical_bmi));
  person.weight = mean(stated(study, arm, &Subjects::mass), index * person.height * person.height);
  return person;
}

std::vector<ArmPerson> people_of(const Study& study, const Arm& arm, Site site, std::size_t count) {
  const person::Person person = middle_person(study, arm);
  const person::Estimate body_fat = person::anthropometry(person).body_fat_fraction;
  const auto own_fat = stated(study, arm, &Subjects::body_fat);
  const bool is_alone = arm.n == 1 && arm.fat.mean.has_value();
  std::vector<ArmPerson> people;
  for (const double score : node_scores(count)) {
    const double middle = own_fat ? own_fat->mean : body_fat.median;
    const double sd = own_fat ? own_fat->sd.value_or(body_fat.sd) : body_fat.sd;
    // numerical: shares of fat that a body may have.
    const double fraction = std::clamp(middle + score * sd, 0.05, 0.6);
    const Segment segment = segment_of(person, fraction, site);
    const double fat =
        std::max(least_fat, stated_fat(arm.fat, is_alone ? 0.0 : score).value_or(segment.fat));
    people.push_back({person, fat, arm.girth.mean.value_or(segment.girth), fraction});
    if (is_alone) {
      break;
    }
  }
  return people;
}

std::vector<std::string> assumptions_about(const Study& study, const Arm& arm) {
  std::vector<std::string> words;
  if (!stated(study, arm, &Subjects::age) || !stated(study, arm, &Subjects::mass)) {
    words.emplace_back("people not described: young adults of usual build");
  }
  if (!stated_fat(arm.fat, 0.0)) {
    words.emplace_back("fat not stated: from body fat, by assumed shares of the segments");
  }
  if (!arm.girth.mean) {
    words.emplace_back("girth not stated: that of the segment of a body");
  }
  return words;
}

}  // namespace coldplan::study
