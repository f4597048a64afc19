#include "coldplan/report/evidence_pictures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "coldplan/evidence/distributions.h"
#include "coldplan/evidence/prediction.h"
#include "coldplan/evidence/sensitivity.h"
#include "coldplan/evidence/small_study.h"
#include "coldplan/quantity/nearest_word.h"

namespace coldplan::report {
namespace {

using drawing::EffectEstimate;
using evidence::Effect;
using evidence::Fit;

constexpr std::array<std::pair<std::string_view, Plot>, 5> plots{
    {{"forest", Plot::forest},
     {"funnel", Plot::funnel},
     {"cumulative", Plot::cumulative},
     {"leave-one-out", Plot::leave_one_out},
     {"bubble", Plot::bubble}}};

EffectEstimate own_estimate(const Effect& effect, double level) {
  const auto limits = evidence::normal_interval(effect, level);
  return {effect.estimate, {limits.lower, limits.upper}};
}

EffectEstimate pooled_estimate(const Fit& fit) {
  const auto& mean = fit.coefficients.front();
  return {mean.estimate, {mean.confidence.lower, mean.confidence.upper}};
}

std::string heterogeneity_words(const Fit& fit) {
  const auto& q = fit.residual_heterogeneity;
  return fmt::format("tau² {:.3g}, I² {:.0f} %, Q {:.1f} (df {:.0f}), p {:.2g}", fit.tau2,
                     fit.I2_percent, q.statistic, q.df, q.p_value);
}

/// The model alone, without moderators: a diamond is their common effect.
Expected<Fit> common_fit(const PlotStudies& studies, evidence::Test test) {
  auto options = studies.options;
  options.test = test;
  return evidence::pool(studies.effects, options);
}

std::string prediction_words(const Fit& fit) {
  return fit.t_df ? fmt::format("prediction by t on {:g} df", *fit.t_df) : "prediction normal";
}

drawing::ForestPooled diamond(const PlotStudies& studies, const Fit& fit, std::string name) {
  drawing::ForestPooled pooled{std::move(name), heterogeneity_words(fit), {}, pooled_estimate(fit)};
  pooled.cells.assign(studies.columns.size(), "");
  if (const auto prediction = evidence::predict(fit);
      prediction && studies.options.method != evidence::Method::EE) {
    pooled.prediction =
        drawing::Interval{prediction->prediction.lower, prediction->prediction.upper};
    pooled.note += "; " + prediction_words(fit);
  }
  return pooled;
}

drawing::ForestPicture empty_forest(const PlotStudies& studies) {
  drawing::ForestPicture picture;
  picture.texts = studies.texts;
  picture.axis = studies.axis;
  picture.columns = studies.columns;
  picture.thresholds = studies.thresholds;
  picture.groups.emplace_back();
  return picture;
}

Error too_few() {
  return Error{ErrorCode::missing, "studies", "1", "two studies or more",
               "this picture shows how studies together behave"};
}

drawing::ForestPicture of_fits(const PlotStudies& studies, const std::vector<Fit>& fits,
                               drawing::ForestKind kind, std::string_view prefix) {
  drawing::ForestPicture picture = empty_forest(studies);
  picture.kind = kind;
  picture.columns.clear();
  for (std::size_t i = 0; i < fits.size(); ++i) {
    picture.groups.front().rows.push_back({fmt::format("{}{}", prefix, studies.names[i]),
                                           fmt::format("I² {:.0f} %", fits[i].I2_percent),
                                           {},
                                           pooled_estimate(fits[i])});
  }
  return picture;
}

std::string by_words(evidence::Test test) {
  return test == evidence::Test::z ? "" : ", Knapp and Hartung";
}

drawing::ForestRow row_of(const PlotStudies& studies, std::size_t study, const Fit& fit) {
  return {studies.names[study], "",
          studies.cells.empty() ? std::vector<std::string>{} : studies.cells[study],
          own_estimate(studies.effects[study], studies.options.level), fit.weights_percent[study]};
}

/// The studies of one group, and their diamond where there are two or more.
Expected<drawing::ForestGroup> forest_group(const PlotStudies& studies, const std::string& name,
                                            const Fit& all) {
  drawing::ForestGroup group;
  group.heading = name;
  std::vector<Effect> effects;
  for (std::size_t i = 0; i < studies.effects.size(); ++i) {
    if (studies.groups[i] == name) {
      effects.push_back(studies.effects[i]);
      group.rows.push_back(row_of(studies, i, all));
    }
  }
  if (effects.size() < 2) {
    return group;
  }
  return evidence::pool(effects, studies.options).map([&](const Fit& own) {
    group.pooled.push_back(diamond(studies, own, "Pooled" + by_words(studies.options.test)));
    return group;
  });
}

Expected<std::vector<drawing::ForestGroup>> forest_groups(const PlotStudies& studies,
                                                          const Fit& all) {
  if (studies.groups.empty()) {
    drawing::ForestGroup only;
    for (std::size_t i = 0; i < studies.effects.size(); ++i) {
      only.rows.push_back(row_of(studies, i, all));
    }
    return std::vector{only};
  }
  std::vector<drawing::ForestGroup> groups;
  for (const std::string& name : std::set(studies.groups.begin(), studies.groups.end())) {
    auto group = forest_group(studies, name, all);
    if (!group) {
      return tl::unexpected(group.error());
    }
    groups.push_back(std::move(*group));
  }
  return groups;
}

}  // namespace

Expected<Plot> plot_named(const std::string& name) {
  std::vector<std::string> known;
  for (const auto& [word, plot] : plots) {
    if (word == name) {
      return plot;
    }
    known.emplace_back(word);
  }
  return tl::unexpected(Error{ErrorCode::unknown_name, "--plot", "\"" + name + "\"",
                              "forest, funnel, cumulative, leave-one-out or bubble",
                              quantity::did_you_mean(name, known)});
}

Expected<drawing::ForestPicture> forest_of(const PlotStudies& studies) {
  drawing::ForestPicture picture = empty_forest(studies);
  picture.not_pooled = studies.not_pooled;
  const auto fit = common_fit(studies, studies.options.test);
  if (!fit) {
    return tl::unexpected(fit.error());
  }
  auto groups = forest_groups(studies, *fit);
  if (!groups) {
    return tl::unexpected(groups.error());
  }
  picture.groups = std::move(*groups);
  if (studies.effects.size() < 2) {
    return picture;
  }
  const std::string name = studies.groups.empty() ? "Pooled" : "All, pooled";
  picture.pooled.push_back(diamond(studies, *fit, name + by_words(studies.options.test)));
  if (studies.options.test != evidence::Test::z) {
    const auto normal = common_fit(studies, evidence::Test::z);
    if (!normal) {
      return tl::unexpected(normal.error());
    }
    auto plain = diamond(studies, *normal, "The same, normal");
    plain.note.clear();
    plain.prediction.reset();
    picture.pooled.push_back(std::move(plain));
  }
  return picture;
}

Expected<drawing::FunnelPicture> funnel_of(const PlotStudies& studies) {
  if (studies.effects.size() < 2) {
    return tl::unexpected(too_few());
  }
  const auto fit = common_fit(studies, studies.options.test);
  if (!fit) {
    return tl::unexpected(fit.error());
  }
  drawing::FunnelPicture picture;
  picture.texts = studies.texts;
  picture.axis = studies.axis;
  for (std::size_t i = 0; i < studies.effects.size(); ++i) {
    picture.studies.push_back(
        {studies.names[i], studies.effects[i].estimate, std::sqrt(studies.effects[i].variance)});
  }
  picture.pooled = {"pooled", fit->coefficients.front().estimate};
  picture.limits = {
      fmt::format("{:.0f} % of studies without heterogeneity", 100.0 * studies.options.level),
      evidence::critical_value(studies.options.level, std::nullopt)};
  if (const auto filled = evidence::trim_and_fill(studies.effects, studies.options);
      filled && filled->missing > 0) {
    for (std::size_t i = 0; i < filled->filled.size(); ++i) {
      picture.filled.push_back({fmt::format("filled {}", i + 1), filled->filled[i].estimate,
                                std::sqrt(filled->filled[i].variance)});
    }
    picture.adjusted =
        drawing::FunnelValue{"with filled studies", filled->fit.coefficients.front().estimate};
  }
  return picture;
}

Expected<drawing::ForestPicture> cumulative_of(const PlotStudies& studies) {
  if (studies.effects.size() < 2) {
    return tl::unexpected(too_few());
  }
  return evidence::accumulate(studies.effects, studies.options).map([&](const auto& fits) {
    return of_fits(studies, fits, drawing::ForestKind::cumulative, "+ ");
  });
}

Expected<drawing::ForestPicture> leave_one_out_of(const PlotStudies& studies) {
  if (studies.effects.size() < 2) {
    return tl::unexpected(too_few());
  }
  return evidence::leave_one_out(studies.effects, studies.options).map([&](const auto& fits) {
    return of_fits(studies, fits, drawing::ForestKind::leave_one_out, "without ");
  });
}

Expected<drawing::BubblePicture> bubble_of(const PlotStudies& studies) {
  if (studies.moderators.names.size() != 1) {
    return tl::unexpected(Error{ErrorCode::conflict, "--plot bubble", "", "",
                                "give one column of numbers: --mods sessions"});
  }
  const auto fit = evidence::pool(studies.effects, studies.options, studies.moderators);
  if (!fit) {
    return tl::unexpected(fit.error());
  }
  const auto column = studies.moderators.values.col(0);
  drawing::BubblePicture picture;
  picture.texts = studies.texts;
  picture.axis = studies.axis;
  picture.moderator_label = studies.moderators.names.front();
  picture.line_label =
      fmt::format("fitted, with its {:.0f} % confidence interval", 100.0 * studies.options.level);
  picture.thresholds = studies.thresholds;
  for (std::size_t i = 0; i < studies.effects.size(); ++i) {
    picture.bubbles.push_back({studies.names[i], column[static_cast<Eigen::Index>(i)],
                               studies.effects[i].estimate, fit->weights_percent[i]});
  }
  constexpr int points = 33;
  for (int i = 0; i < points; ++i) {
    const double share = static_cast<double>(i) / (points - 1);
    const double at = column.minCoeff() + share * (column.maxCoeff() - column.minCoeff());
    const std::array<double, 1> values{at};
    const auto predicted = evidence::predict(*fit, values);
    if (!predicted) {
      return tl::unexpected(predicted.error());
    }
    picture.line.push_back(
        {at, {predicted->estimate, {predicted->confidence.lower, predicted->confidence.upper}}});
  }
  return picture;
}

Expected<void> write_plot(const std::filesystem::path& path, Plot plot,
                          const PlotStudies& studies) {
  const auto write = [&path](const auto& picture) { return write_picture(path, picture); };
  switch (plot) {
    case Plot::forest:
      return forest_of(studies).and_then(write);
    case Plot::funnel:
      return funnel_of(studies).and_then(write);
    case Plot::cumulative:
      return cumulative_of(studies).and_then(write);
    case Plot::leave_one_out:
      return leave_one_out_of(studies).and_then(write);
    case Plot::bubble:
      break;
  }
  return bubble_of(studies).and_then(write);
}

}  // namespace coldplan::report
