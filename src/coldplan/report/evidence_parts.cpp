#include "coldplan/report/evidence_parts.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace coldplan::report {
namespace {

using evidence::Answer;
using evidence::QuestionAnswer;

constexpr std::string_view sign_line =
    "Negative is in favour of cold. With two or three trials Knapp and Hartung's interval is the "
    "honest one, and it is wide.";
constexpr std::string_view average_line =
    "What trials report of relief is an average over people: it does not say what cold will do for "
    "you.";

std::string people_words(const QuestionAnswer& answer) {
  return fmt::format("{} {}, {:.0f} people", answer.studies.size(),
                     answer.studies.size() == 1 ? "trial" : "trials", answer.people);
}

std::string signed_steps(const evidence::GradeStep& step) {
  return step.steps == 0 ? "0" : fmt::format("{:+d}", step.steps);
}

std::string comma_separated(std::vector<std::string> parts) {
  parts.erase(std::remove(parts.begin(), parts.end(), ""), parts.end());
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string review_result_words(const evidence::ReviewResult& result) {
  if (result.measure.empty()) {
    return comma_separated({result.what, result.rest});
  }
  const std::string size =
      result.interval
          ? with_interval(result.estimate, {(*result.interval)[0], (*result.interval)[1]})
          : fmt::format("{:+.2f}", result.estimate);
  return comma_separated(
      {fmt::format("{}: {} {}", result.what, result.measure, size), result.rest});
}

}  // namespace

std::string with_interval(double estimate, const evidence::Limits& interval, int decimals) {
  return fmt::format("{:+.{}f} ({:.{}f} to {:.{}f})", estimate, decimals, interval.lower, decimals,
                     interval.upper, decimals);
}

std::string size_words(const QuestionAnswer& answer, const evidence::Words& words) {
  const auto& against = words.comparators.at(answer.question.against);
  const std::string scale =
      answer.question.is_standardised ? "Hedges' g" : "in " + answer.question.unit;
  std::string text =
      fmt::format("Against {}: {} {}, {}", against, scale,
                  with_interval(answer.estimate, answer.interval), people_words(answer));
  if (answer.models) {
    const auto& reml = answer.models->reml;
    text += fmt::format(
        "; I² {:.0f} %, tau² {:.2f}; without Knapp and Hartung's caution {}", reml.I2_percent,
        reml.tau2,
        with_interval(reml.coefficients.front().estimate, reml.coefficients.front().confidence));
    if (answer.prediction) {
      text += fmt::format("; a new trial may find {:.1f} to {:.1f}", answer.prediction->lower,
                          answer.prediction->upper);
    }
  }
  return text + ".";
}

std::string points_words(const QuestionAnswer& answer, double important_points) {
  const auto& points = answer.points;
  if (evidence::is_wider_than_the_scale(points)) {
    return fmt::format(
        "In pain points of 0-10: {:+.1f}, and the interval is wider than the whole scale ({}).",
        points.estimate, points.how);
  }
  return fmt::format("In pain points of 0-10: {} ({}); {} matters.",
                     with_interval(points.estimate, points.limits, 1), points.how,
                     fmt::format("a change of {:.1f}", important_points));
}

std::string certainty_words(const evidence::Grade& grade) {
  std::vector<std::string> steps;
  for (const auto& step : grade.steps) {
    // How near the trials are to the reader is told even where no step is taken.
    if (step.steps != 0 || step.is_overruled || step.domain == evidence::indirectness_domain) {
      steps.push_back(fmt::format("{} {} ({}{})", step.domain, signed_steps(step), step.why,
                                  step.is_overruled ? "; a reader's judgement" : ""));
    }
  }
  return steps.empty() ? grade.name : fmt::format("{}: {}", grade.name, fmt::join(steps, "; "));
}

std::vector<std::string> step_lines(const evidence::Grade& grade) {
  std::vector<std::string> lines;
  for (const auto& step : grade.steps) {
    lines.push_back(fmt::format("{} {}: {}{}", step.domain, signed_steps(step), step.why,
                                step.is_overruled ? " [overruled]" : ""));
  }
  return lines;
}

std::string unpooled_line(const Answer& answer, const evidence::TrialNote& note) {
  const evidence::Trial& trial = answer.library.trials[note.trial];
  const auto& words = answer.library.questions.words;
  const std::string people = trial.people ? fmt::format("{:.0f} people", *trial.people)
                                          : std::string{"number of people not seen"};
  const std::string risk =
      trial.risk_of_bias
          ? fmt::format("risk of bias {}", evidence::word(trial.risk_of_bias->overall))
          : std::string{"risk of bias not judged"};
  std::string text = fmt::format("{} ({}, {}, against {}, {}): {}.", trial.name,
                                 words.modalities.at(trial.modality).name, people,
                                 words.comparators.at(trial.comparator_kind), risk, note.says);
  if (!note.indirect.empty()) {
    text += fmt::format(" Indirect: {}.", note.indirect);
  }
  return text + fmt::format(" Not pooled: {}.", trial.pooling_note);
}

std::string review_line(const evidence::Review& review, const evidence::ReviewUse& use) {
  std::vector<std::string> results;
  for (const auto& result : review.results) {
    results.push_back(review_result_words(result));
  }
  std::string text = review.citation;
  if (review.trials || review.people) {
    text += fmt::format(
        " [{}]", comma_separated({review.trials ? fmt::format("{} trials", *review.trials) : "",
                                  review.people ? fmt::format("{} people", *review.people) : ""}));
  }
  text += fmt::format(": {}.", use.about);
  if (!results.empty()) {
    text += fmt::format(" {}.", fmt::join(results, "; "));
  }
  if (!review.note.empty()) {
    text += fmt::format(" Note: {}.", review.note);
  }
  return text + fmt::format(" Read: {}.", review.read_as);
}

std::string harm_line(const Answer& answer, const evidence::HarmReport& harm) {
  std::string source;
  if (!harm.trial.empty()) {
    source = evidence::trial_named(answer.library.trials, harm.trial).name;
  } else {
    source = evidence::review_named(answer.library.reviews, harm.review).name;
  }
  if (harm.counts_events && harm.events && harm.denominator) {
    return fmt::format("{} events among {} {} ({}): {}", *harm.events, *harm.denominator,
                       harm.denominator_of, source, harm.says);
  }
  if (harm.events && harm.denominator) {
    return fmt::format("{} of {} {} ({}): {}", *harm.events, *harm.denominator, harm.denominator_of,
                       source, harm.says);
  }
  if (harm.denominator) {
    return fmt::format("{} {} ({}): {}", *harm.denominator, harm.denominator_of, source, harm.says);
  }
  const std::string count = harm.events    ? fmt::format("{}", *harm.events)
                            : harm.percent ? fmt::format("{} %", *harm.percent)
                                           : std::string{};
  return fmt::format("{} {} ({})", count, harm.says, source);
}

std::vector<std::string> reading_lines(const Answer& answer) {
  const auto& trials = answer.library.trials;
  const auto poolable = std::count_if(trials.begin(), trials.end(),
                                      [](const auto& trial) { return trial.is_poolable; });
  std::vector<std::string> silent;
  for (const auto& trial : trials) {
    if (trial.read_as == "registry") {
      silent.push_back(
          fmt::format("{} ({})", trial.name,
                      answer.library.questions.words.directions.at(trial.direction).says));
    }
  }
  return {
      fmt::format(
          "{} trial records were read, most of them as abstracts; {} print numbers that can "
          "be pooled. One reader, no second. Not finding a trial is no proof that there is "
          "none.",
          trials.size(), poolable),
      fmt::format("Results may be missing: {}. That and the small trials make publication bias a "
                  "suspicion.",
                  fmt::join(silent, "; ")),
      std::string{sign_line},
      fmt::format("Points of 0-10: {}.", answer.library.questions.points.why),
      std::string{average_line}};
}

std::vector<std::string> point_lines(const std::vector<evidence::SourcedPoint>& points) {
  std::vector<std::string> lines;
  lines.reserve(points.size());
  for (const auto& point : points) {
    lines.push_back(fmt::format("{} [{}]", point.says, fmt::join(point.sources, ", ")));
  }
  return lines;
}

std::string direction_words(const Answer& answer, const evidence::Cell& cell) {
  std::string text{words(cell.direction)};
  const bool favours = cell.direction == evidence::Direction::favours_cold ||
                       cell.direction == evidence::Direction::favours_control;
  for (const std::size_t i : cell.answers) {
    const auto& question = answer.questions[i];
    const double important = answer.library.questions.points.important_points;
    if (favours && std::abs(question.points.estimate) < important) {
      text += " by less than what matters";
    }
    if (question.question.indirectness && question.question.indirectness->steps < 0) {
      text += ", of other people or another treatment";
    }
  }
  return text;
}

std::vector<std::string> change_lines(const Answer& answer) {
  std::vector<std::string> lines;
  if (answer.judged_by.empty()) {
    return lines;
  }
  lines.push_back(fmt::format("Judgements changed by {}, not by coldplan:", answer.judged_by));
  for (const auto& change : answer.changes) {
    lines.push_back(
        fmt::format("{}: {} (was {}): {}", change.what, change.to, change.from, change.why));
  }
  return lines;
}

std::vector<std::string> variant_lines(const Answer& answer, const std::string& question) {
  std::vector<std::string> lines;
  for (const QuestionAnswer& each : answer.questions) {
    if (each.question.of != question) {
      continue;
    }
    std::vector<std::string> assumed;
    for (const auto& study : each.studies) {
      if (!study.assumed.empty()) {
        assumed.push_back(fmt::format("{}: {}", study.name, study.assumed));
      }
    }
    std::string line = fmt::format("{}: {}", each.question.title,
                                   size_words(each, answer.library.questions.words));
    if (each.studies.size() == 1 && each.studies.front().points) {
      line += " " + points_words(each, answer.library.questions.points.important_points);
    }
    if (!assumed.empty()) {
      line += fmt::format(" Assumed: {}.", fmt::join(assumed, "; "));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace coldplan::report
