#include "coldplan/evidence/grade.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "coldplan/evidence/distributions.h"
#include "coldplan/evidence/evidence_texts.h"
#include "coldplan/evidence/json_fields.h"

namespace coldplan::evidence {
namespace {

Limits interval_of(const Effect& effect) {
  constexpr double level = 0.95;
  return normal_interval(effect, level);
}

double percent_where(const GradedBody& body, const auto& is_wanted) {
  double percent = 0.0;
  for (const auto& study : body.studies) {
    percent += is_wanted(study) ? study.weight_percent : 0.0;
  }
  return percent;
}

bool is_high(const GradedStudy& study) {
  return !study.bias || *study.bias == Judgement::high;
}

bool is_not_low(const GradedStudy& study) {
  return !study.bias || *study.bias != Judgement::low;
}

GradeStep bias_step(const GradeRules& rules, const GradedBody& body,
                    std::string_view of_what = "of the weight") {
  const double share = 100.0 * rules.share_of_weight;
  const double high = percent_where(body, is_high);
  const double doubtful = percent_where(body, is_not_low);
  GradeStep step{std::string{risk_of_bias_domain}, 0, "", false};
  if (high > share && body.conclusion_hangs_on_high_risk) {
    step.steps = -2;
    step.why =
        fmt::format("{:.0f} % {} is at high risk, and without it the conclusion would be another",
                    high, of_what);
  } else if (doubtful > share) {
    step.steps = -1;
    step.why = fmt::format("{:.0f} % {} raises concerns{}", doubtful, of_what,
                           high > 0.0 ? fmt::format(", {:.0f} % is at high risk", high) : "");
  } else {
    step.why = fmt::format("{:.0f} % {} is at low risk", 100.0 - doubtful, of_what);
  }
  return step;
}

/// The share of the shorter interval that two have in common; negative where they lie apart.
double overlap_share(const Limits& a, const Limits& b) {
  const double shorter = std::min(a.upper - a.lower, b.upper - b.lower);
  return (std::min(a.upper, b.upper) - std::max(a.lower, b.lower)) / shorter;
}

struct Spread {
  double least_overlap = 1.0;
  bool is_opposite_and_apart = false;
  bool is_on_both_sides = false;  ///< of the smallest change that matters
};

Spread spread_of(const GradedBody& body) {
  Spread spread;
  for (std::size_t i = 0; i < body.studies.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Effect& a = body.studies[i].points;
      const Effect& b = body.studies[j].points;
      const double overlap = overlap_share(interval_of(a), interval_of(b));
      spread.least_overlap = std::min(spread.least_overlap, overlap);
      spread.is_opposite_and_apart |= overlap < 0.0 && a.estimate * b.estimate < 0.0;
      for (const double threshold : {-body.important_points, body.important_points}) {
        spread.is_on_both_sides |= (a.estimate < threshold) != (b.estimate < threshold);
      }
    }
  }
  return spread;
}

GradeStep inconsistency_step(const GradeRules& rules, const GradedBody& body) {
  GradeStep step{std::string{inconsistency_domain}, 0, "", false};
  if (body.studies.size() < 2) {
    step.why = "one trial: cannot be seen";
    return step;
  }
  const Spread spread = spread_of(body);
  const auto figures = fmt::format("I² {:.0f} %, p {:.2g}", body.I2_percent, body.Q_p);
  if (spread.is_opposite_and_apart) {
    step.steps = -2;
    step.why = fmt::format("trials point opposite ways, their intervals apart ({})", figures);
  } else if (body.I2_percent > rules.I2_percent && body.Q_p < rules.Q_p &&
             (spread.least_overlap < rules.barely_overlap_share || spread.is_on_both_sides)) {
    step.steps = -1;
    step.why = fmt::format("the trials disagree ({})", figures);
  } else {
    step.why = fmt::format("cannot be told from chance ({})", figures);
  }
  return step;
}

GradeStep imprecision_step(const GradeRules& rules, const GradedBody& body) {
  const double important = body.important_points;
  const bool may_help = body.points.lower < -important;
  const bool may_harm = body.points.upper > important;
  GradeStep step{std::string{imprecision_domain}, 0, "", false};
  std::vector<std::string> why;
  const auto lower_to = [&](int steps, std::string reason) {
    step.steps = std::min(step.steps, steps);
    why.push_back(std::move(reason));
  };
  if (may_help && may_harm) {
    lower_to(-2, "the interval includes a gain and a harm that both matter");
  } else if (side_of(body.points) == 0) {
    lower_to(-1, "the interval includes no difference");
  } else if (body.points.lower < -important && body.points.upper > -important) {
    lower_to(-1, "the interval includes gains that matter and gains that don't");
  } else if (body.points.lower < important && body.points.upper > important) {
    lower_to(-1, "the interval includes harms that matter and harms that don't");
  }
  if (body.people < rules.very_small) {
    lower_to(-2, fmt::format("only {:.0f} people", body.people));
  } else if (body.people < rules.optimal_information_size) {
    lower_to(-1, fmt::format("{:.0f} people, fewer than {:.0f}", body.people,
                             rules.optimal_information_size));
  }
  step.why = why.empty() ? fmt::format("{:.0f} people, a narrow interval", body.people)
                         : fmt::format("{}", fmt::join(why, "; "));
  return step;
}

GradeStep publication_step(const GradeRules& rules, const GradedBody& body) {
  GradeStep step{std::string{publication_bias_domain}, body.publication_bias.steps,
                 body.publication_bias.why, false};
  if (body.studies.size() >= rules.studies_for_egger && body.egger_p &&
      *body.egger_p < rules.egger_p) {
    step.steps = -1;
    step.why = fmt::format("small trials differ from large ones (Egger p {:.2g})", *body.egger_p);
  }
  if (!body.without_results.empty()) {
    step.steps = std::min(step.steps, -1);
    step.why +=
        fmt::format("; registered and without results: {}", fmt::join(body.without_results, ", "));
  }
  return step;
}

Grade finished(const GradeRules& rules, std::vector<GradeStep> steps, bool is_randomised) {
  Grade grade;
  int level = is_randomised ? rules.start_randomised : rules.start_not_randomised;
  for (const auto& step : steps) {
    level += step.steps;
  }
  grade.level = std::clamp(level, 1, static_cast<int>(rules.names.size()));
  grade.name = rules.names[static_cast<std::size_t>(grade.level - 1)];
  grade.steps = std::move(steps);
  return grade;
}

bool all_randomised(const std::vector<GradedStudy>& studies) {
  return std::all_of(studies.begin(), studies.end(),
                     [](const GradedStudy& study) { return study.is_randomised; });
}

}  // namespace

GradeRules read_grade_rules() {
  const auto rules = nlohmann::json::parse(judgement_rules_text()).at("grade");
  GradeRules read;
  read.start_randomised = rules.at("start").at("randomised");
  read.start_not_randomised = rules.at("start").at("not_randomised");
  read.names = words_of(rules, "names");
  read.share_of_weight = rules.at("risk_of_bias").at("share_of_weight");
  read.I2_percent = rules.at("inconsistency").at("I2_percent");
  read.Q_p = rules.at("inconsistency").at("Q_p");
  read.barely_overlap_share = rules.at("inconsistency").at("barely_overlap_share");
  read.optimal_information_size = rules.at("imprecision").at("optimal_information_size");
  read.very_small = rules.at("imprecision").at("very_small");
  read.studies_for_egger = rules.at("publication_bias").at("studies");
  read.egger_p = rules.at("publication_bias").at("egger_p");
  return read;
}

int side_of(const Limits& interval) {
  return interval.upper < 0.0 ? -1 : interval.lower > 0.0 ? 1 : 0;
}

Grade grade(const GradeRules& rules, const GradedBody& body,
            const std::map<std::string, GivenStep>& overruled) {
  std::vector<GradeStep> steps{
      bias_step(rules, body),
      inconsistency_step(rules, body),
      {std::string{indirectness_domain}, body.indirectness.steps, body.indirectness.why, false},
      imprecision_step(rules, body),
      publication_step(rules, body)};
  for (GradeStep& step : steps) {
    if (const auto given = overruled.find(step.domain); given != overruled.end()) {
      step.why = fmt::format("{} (by the rules {}: {})", given->second.why, step.steps, step.why);
      step.steps = given->second.steps;
      step.is_overruled = true;
    }
  }
  return finished(rules, std::move(steps), all_randomised(body.studies));
}

Grade grade_unpooled(const GradeRules& rules, const UnpooledBody& body) {
  GradedBody as_pooled;
  as_pooled.studies = body.studies;
  as_pooled.conclusion_hangs_on_high_risk = body.conclusion_hangs_on_high_risk;
  as_pooled.without_results = body.without_results;
  as_pooled.publication_bias.why = "cannot be tested";
  std::vector<GradeStep> steps{
      bias_step(rules, as_pooled, "of the people"),
      {std::string{inconsistency_domain}, 0, "without sizes it cannot be seen", false},
      {std::string{indirectness_domain}, body.indirect.empty() ? 0 : -1,
       body.indirect.empty() ? "the pain that is asked about" : body.indirect, false},
      {std::string{imprecision_domain}, -2,
       "no size and no interval can be drawn from what was read", false},
      publication_step(rules, as_pooled)};
  return finished(rules, std::move(steps), all_randomised(body.studies));
}

}  // namespace coldplan::evidence
