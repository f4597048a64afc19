#include "coldplan/evidence/question_answer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "coldplan/evidence/distributions.h"
#include "coldplan/evidence/prediction.h"

namespace coldplan::evidence {
namespace {

constexpr double level = 0.95;

std::vector<Effect> effects_of(const std::vector<StudyResult>& studies) {
  std::vector<Effect> effects;
  effects.reserve(studies.size());
  for (const StudyResult& study : studies) {
    effects.push_back(study.effect);
  }
  return effects;
}

/// A fit of data that are bundled: where it fails, the data are wrong.
Fit fitted(const std::vector<Effect>& effects, Method method, Test test) {
  ModelOptions options;
  options.method = method;
  options.test = test;
  auto fit = pool(effects, options);
  if (!fit) {
    throw std::logic_error(message(fit.error()));
  }
  return std::move(*fit);
}

Limits predicted(const Fit& fit) {
  const auto prediction = predict(fit);
  if (!prediction) {
    throw std::logic_error(message(prediction.error()));
  }
  return prediction->prediction;
}

/// Estimate and interval of one trial or more.
std::pair<double, Limits> pooled(const std::vector<StudyResult>& studies) {
  if (studies.size() == 1) {
    return {studies.front().effect.estimate, normal_interval(studies.front().effect, level)};
  }
  const Fit fit = fitted(effects_of(studies), Method::REML, Test::knha);
  return {fit.coefficients.front().estimate, fit.coefficients.front().confidence};
}

/// The pooled SD of pain on a known scale, by which a standardised difference becomes points.
double points_per_sd(const Library& library) {
  const PointsScale& scale = library.questions.points;
  return scale.points_per_unit *
         pooled_sd(trial_named(library.trials, scale.sd_from.trial), scale.sd_from);
}

Effect scaled(const Effect& effect, double factor) {
  return {effect.estimate * factor, effect.variance * factor * factor};
}

/// A study in points: on its own scale where that is known, else by another trial's SD.
Effect points_of(const Library& library, const StudyResult& study) {
  return study.points ? *study.points : scaled(study.effect, points_per_sd(library));
}

Points points_of(const Library& library, const QuestionAnswer& answer) {
  if (answer.studies.size() == 1 && answer.studies.front().points) {
    const Effect& own = *answer.studies.front().points;
    return {own.estimate, normal_interval(own, level), "on the trial's own scale"};
  }
  const double factor = points_per_sd(library);
  return {answer.estimate * factor,
          {answer.interval.lower * factor, answer.interval.upper * factor},
          fmt::format("re-expressed by an SD of {:.2f} points, that of {}", factor,
                      trial_named(library.trials, library.questions.points.sd_from.trial).name)};
}

/// Whether the body says something else once the results at high risk are taken out.
bool hangs_on_high_risk(const Library& library, const std::vector<StudyResult>& studies) {
  std::vector<StudyResult> left;
  for (const StudyResult& study : studies) {
    const auto& risk = trial_named(library.trials, study.trial).risk_of_bias;
    if (risk && risk->overall != Judgement::high) {
      left.push_back(study);
    }
  }
  if (left.size() == studies.size()) {
    return false;
  }
  return left.empty() || side_of(pooled(left).second) != side_of(pooled(studies).second);
}

std::vector<GradedStudy> graded_studies(const Library& library, const QuestionAnswer& answer) {
  std::vector<GradedStudy> studies;
  for (std::size_t i = 0; i < answer.studies.size(); ++i) {
    const StudyResult& study = answer.studies[i];
    const Trial& trial = trial_named(library.trials, study.trial);
    std::optional<Judgement> bias;
    if (trial.risk_of_bias) {
      bias = trial.risk_of_bias->overall;
    }
    studies.push_back({bias, trial.randomised.value_or(false),
                       answer.models ? answer.models->reml.weights_percent[i] : 100.0,
                       points_of(library, study)});
  }
  return studies;
}

bool share_a_word(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

/// Registered trials of the question that show no results.
std::vector<std::string> without_results(const Library& library, const Question& question) {
  const Words& words = library.questions.words;
  std::vector<std::string> names;
  for (const Trial& trial : library.trials) {
    if (trial.read_as == "registry" && trial.comparator_kind == question.against &&
        share_a_word(words.pains.at(trial.pain).kinds, question.kinds) &&
        share_a_word(words.modalities.at(trial.modality).forms, question.forms)) {
      names.push_back(trial.name);
    }
  }
  return names;
}

GradedBody body_of(const Library& library, const QuestionAnswer& answer) {
  GradedBody body;
  body.studies = graded_studies(library, answer);
  body.people = answer.people;
  body.points = answer.points.limits;
  body.important_points = library.questions.points.important_points;
  if (answer.models) {
    body.I2_percent = answer.models->reml.I2_percent;
    body.Q_p = answer.models->reml.residual_heterogeneity.p_value;
  }
  body.conclusion_hangs_on_high_risk = hangs_on_high_risk(library, answer.studies);
  body.without_results = without_results(library, answer.question);
  body.indirectness = answer.question.indirectness.value_or(GivenStep{});
  body.publication_bias = answer.question.publication_bias.value_or(GivenStep{});
  return body;
}

double mean_of(const Trial& trial, const Bound& bound, const Bound::Number& number,
               const std::string& arm) {
  const auto* row = find_outcome(trial, number.measure, bound.timepoint, number.kind, arm);
  if (row == nullptr || !row->mean) {
    throw std::logic_error(trial.id + " prints no mean of " + number.measure);
  }
  return *row->mean;
}

}  // namespace

bool is_wider_than_the_scale(const Points& points) {
  constexpr double points_of_the_scale = 10.0;
  return points.limits.upper - points.limits.lower > points_of_the_scale;
}

QuestionAnswer answer_question(const Library& library, const Question& question,
                               const std::map<std::string, GivenStep>& overruled) {
  QuestionAnswer answer;
  answer.question = question;
  for (const ResultPick& pick : question.results) {
    answer.studies.push_back(
        result_of(trial_named(library.trials, pick.trial), pick, question.is_standardised));
    answer.people += answer.studies.back().people_cold + answer.studies.back().people_control;
  }
  if (answer.studies.size() > 1) {
    const auto effects = effects_of(answer.studies);
    answer.models =
        Models{fitted(effects, Method::EE, Test::z), fitted(effects, Method::DL, Test::z),
               fitted(effects, Method::REML, Test::z), fitted(effects, Method::REML, Test::knha)};
    answer.prediction = predicted(answer.models->reml_knapp_hartung);
  }
  std::tie(answer.estimate, answer.interval) = pooled(answer.studies);
  answer.points = points_of(library, answer);
  if (question.indirectness) {
    answer.grade = grade(library.grade_rules, body_of(library, answer), overruled);
  }
  return answer;
}

BoundAnswer answer_bound(const Library& library, const Bound& bound) {
  const Trial& trial = trial_named(library.trials, bound.trial);
  BoundAnswer answer{bound, {}};
  for (const Bound::Number& number : bound.numbers) {
    if (bound.is_of_means) {
      answer.values.push_back(mean_of(trial, bound, number, bound.cold) -
                              mean_of(trial, bound, number, bound.control));
      continue;
    }
    const double first = people_of(trial, bound.cold);
    const double second = people_of(trial, bound.control);
    answer.values.push_back(critical_value(level, first + second - 2.0) *
                            std::sqrt(1.0 / first + 1.0 / second));
  }
  return answer;
}

}  // namespace coldplan::evidence
