#include "coldplan/study/prediction.h"

#include <algorithm>

#include "coldplan/planning/interval.h"
#include "coldplan/study/arm_cold.h"
#include "coldplan/study/arm_person.h"
#include "coldplan/study/reading.h"
#include "coldplan/study/samples.h"

namespace coldplan::study {
namespace {

/// How an arm's rows are computed.
enum class Way { local, body, number };

Way way_of(const Arm& arm, const Measurement& measurement) {
  if (!is_course_quantity(measurement.quantity)) {
    return Way::number;
  }
  return is_whole_body(arm) ? Way::body : Way::local;
}

Group group_of(const Arm& arm, const Measurement& measurement) {
  if (measurement.quantity.starts_with("blood_flow")) {
    return Group::blood_flow;
  }
  if (!is_course_quantity(measurement.quantity)) {
    return Group::cardiorespiratory;
  }
  if (is_core(measurement.location.tissue)) {
    return Group::core;
  }
  switch (measurement.location.tissue) {
    case Tissue::skin:
      return is_whole_body(arm) ? Group::skin_whole_body : Group::skin_local;
    case Tissue::muscle:
      return Group::muscle;
    default:
      return Group::other;
  }
}

Predicted predicted_of(std::vector<double> values) {
  using planning::quantile;
  std::sort(values.begin(), values.end());
  // numerical: the shares of the five numbers.
  return {quantile(values, 0.5), quantile(values, 0.05), quantile(values, 0.25),
          quantile(values, 0.75), quantile(values, 0.95)};
}

/// Who the one person of an arm is: her label, else the number at the end of the arm's id
/// ("ice_subject07"), else the arm.
std::string subject_of(const Arm& arm) {
  if (arm.n != 1) {
    return {};
  }
  if (arm.subject && !arm.subject->label.empty()) {
    return arm.subject->label;
  }
  constexpr std::string_view stem = "subject";
  const std::size_t word = arm.id.rfind(stem);
  if (word == std::string::npos) {
    return arm.id;
  }
  const bool is_number =
      arm.id.find_first_not_of("0123456789", word + stem.size()) == std::string::npos;
  return is_number ? arm.id.substr(word) : arm.id;
}

/// Fat of the middle one of those who stand for an arm; none where no limb is simulated.
std::optional<double> fat_of(const Study& study, const Arm& arm, const std::string& region) {
  const auto site = limb_of(region);
  if (!site) {
    return std::nullopt;
  }
  const std::vector<ArmPerson> people = people_of(study, arm, *site);
  return people[people.size() / 2].fat;
}

Row row_of(const Study& study, const Arm& arm, const Measurement& measurement) {
  Row row;
  row.study = study.id;
  row.arm = arm.id;
  row.kind = arm.applicator.kind;
  row.group = group_of(arm, measurement);
  row.people = arm.n.value_or(0);
  row.subject = subject_of(arm);
  row.state = arm.state;
  row.barrier = arm.applicator.barrier;
  row.cooling = arm.cooling;
  row.fat_is_stated = arm.fat.mean || arm.fat.low || arm.fat.high;
  row.baseline = baseline_of(arm, measurement.location);
  row.measurement = measurement;
  row.why_not = measurement.why_not;
  return row;
}

void add_words(Row& row, const Study& study, const Arm& arm, Way way) {
  row.observed_by = observation_names(arm, row.measurement, way == Way::body);
  row.assumed = assumptions_about(study, arm);
  if (way == Way::local) {
    if (const auto cold = local_cold(study, arm)) {
      row.assumed.insert(row.assumed.end(), cold->assumptions.begin(), cold->assumptions.end());
    }
  }
  if (arm.state != State::rest && arm.state != State::hyperthermic) {
    row.assumed.emplace_back("people moved or had moved: simulated at rest");
  }
}

Expected<Samples> samples_of(const Study& study, const Arm& arm,
                             const std::vector<std::size_t>& wanted, Way way,
                             std::span<const posterior::Draw> draws, const Sampling& sampling) {
  return way == Way::number ? number_samples(study, arm, wanted, draws, sampling)
                            : course_samples(study, arm, wanted, draws, sampling);
}

/// Fills in the rows of an arm that are computed in one way.
void predict_in(Way way, const Study& study, const Arm& arm, std::vector<Row>& rows,
                std::size_t first, std::span<const posterior::Draw> draws,
                const Sampling& sampling) {
  std::vector<std::size_t> wanted;
  for (std::size_t m = 0; m < arm.measurements.size(); ++m) {
    if (arm.measurements[m].scored && way_of(arm, arm.measurements[m]) == way) {
      wanted.push_back(m);
    }
  }
  if (wanted.empty()) {
    return;
  }
  const auto fat = way == Way::local
                       ? fat_of(study, arm, arm.measurements[wanted.front()].location.region)
                       : std::nullopt;
  // Numbers without a course fail one by one; a course fails for its whole arm.
  std::vector<std::vector<std::size_t>> together{wanted};
  if (way == Way::number) {
    together.clear();
    for (const std::size_t m : wanted) {
      together.push_back({m});
    }
  }
  for (const std::vector<std::size_t>& part : together) {
    const auto samples = samples_of(study, arm, part, way, draws, sampling);
    for (const std::size_t m : part) {
      Row& row = rows[first + m];
      add_words(row, study, arm, way);
      row.fat = fat;
      if (samples) {
        row.predicted = predicted_of((*samples)[m]);
      } else {
        row.why_not = message(samples.error());
      }
    }
  }
}

}  // namespace

std::string_view name_of(Group group) {
  switch (group) {
    case Group::skin_local:
      return "skin, local forms";
    case Group::skin_whole_body:
      return "skin, whole body";
    case Group::muscle:
      return "muscle";
    case Group::core:
      return "core";
    case Group::blood_flow:
      return "skin blood flow";
    case Group::cardiorespiratory:
      return "heart and breathing";
    default:
      return "other";
  }
}

std::vector<Row> predict(const Study& study, const PosteriorTable& table,
                         const PredictionOptions& options) {
  const auto draws = draws_of(study, table, options.loosened, options.seed, options.draws);
  const Sampling sampling{options.seed, options.mechanisms};
  std::vector<Row> rows;
  for (const Arm& arm : study.arms) {
    const std::size_t first = rows.size();
    for (const Measurement& measurement : arm.measurements) {
      rows.push_back(row_of(study, arm, measurement));
    }
    for (const Way way : {Way::local, Way::body, Way::number}) {
      predict_in(way, study, arm, rows, first, draws, sampling);
    }
  }
  return rows;
}

std::vector<Row> predict(const Study& study, const PredictionOptions& options) {
  static const PosteriorTable current = current_posterior();
  return predict(study, current, options);
}

}  // namespace coldplan::study
