#include "coldplan/cohort/cohort_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/cohort/session_words.h"
#include "coldplan/drawing/check.h"
#include "coldplan/drawing/label_column.h"
#include "coldplan/drawing/page.h"
#include "coldplan/drawing/ticks.h"
#include "coldplan/facts/facts.h"
#include "coldplan/planning/skin_limits.h"
#include "coldplan/planning/version.h"

namespace coldplan::cohort {
namespace {

using drawing::Box;
using drawing::Canvas;
using drawing::Colour;
using drawing::ColumnLabel;
using drawing::Interval;
using drawing::Point;
using drawing::Scale;

constexpr double margin = 32.0;
constexpr double page_width = 842.0;  // A4 across
constexpr double plot_height = 168.0;
constexpr double axis_room = 34.0;
constexpr double label_room = 104.0;
constexpr double gap = 14.0;
constexpr double head_room = 32.0;  // name and session of an arm, heading of each panel
constexpr double foot_room = 30.0;  // thicknesses, and what they are
constexpr double text_size = 8.0;
constexpr double row_height = head_room + plot_height + foot_room;
constexpr double percent = 100.0;

const Colour skin_colour = drawing::depth_colour(0.0);
const Colour muscle_colour = drawing::depth_colour(0.85);

/// Towards white, opaque, so that neighbouring boxes leave no seam.
Colour tint(const Colour& colour, double amount) {
  return {std::lerp(1.0, colour.red, amount), std::lerp(1.0, colour.green, amount),
          std::lerp(1.0, colour.blue, amount)};
}

/// What the panels of a page have in common.
struct Axes {
  Interval fat_mm;
  drawing::Ticks fat;
  drawing::Ticks temperature;
  double most_people = 1.0;
};

Axes axes_of(const CohortPicture& picture) {
  std::vector<double> fat;
  std::vector<double> temperatures;
  Axes axes;
  for (const ArmPicture& arm : picture.arms) {
    for (const FatStep& step : arm.steps) {
      fat.insert(fat.end(), {step.from_mm, step.to_mm});
      temperatures.insert(temperatures.end(),
                          {step.skin.p05, step.skin.p95, step.muscle.p05, step.muscle.p95});
      axes.most_people = std::max(axes.most_people, step.people);
    }
  }
  for (const ReachedMark& mark : picture.marks) {
    temperatures.push_back(mark.temperature);
  }
  const Interval range = drawing::interval_of(temperatures);
  axes.fat_mm = drawing::interval_of(fat);
  axes.fat = drawing::nice_ticks(axes.fat_mm.low, axes.fat_mm.high, 6);
  axes.temperature = drawing::enclosing_ticks(range.low, range.high, 6);
  return axes;
}

void draw_fat_axis(Canvas& canvas, const Axes& axes, const Scale& fat, const Box& plot) {
  for (const double value : axes.fat.values) {
    const double x = fat(value);
    canvas.line({x, plot.bottom}, {x, plot.bottom + 2.5}, {drawing::quiet, 0.5});
    canvas.text({"", drawing::print_tick(value, axes.fat.decimals)},
                {text_size, drawing::quiet, 0.0, 0, drawing::Align::centre},
                {x, plot.bottom + 3.5});
  }
  canvas.text({"", "fat beside the spine, mm"},
              {text_size, drawing::quiet, 0.0, 0, drawing::Align::centre},
              {(plot.left + plot.right) / 2.0, plot.bottom + 13.5});
}

void draw_upward_axis(Canvas& canvas, const drawing::Ticks& ticks, const Scale& up, const Box& plot,
                      const char* unit) {
  const drawing::TextStyle style{text_size, drawing::quiet, 0.0, 0, drawing::Align::right};
  for (const double value : ticks.values) {
    const double y = up(value);
    canvas.line({plot.left, y}, {plot.right, y}, {drawing::hairline, 0.4, {}, 0.7});
    std::string number = drawing::print_tick(value, ticks.decimals);
    if (value == ticks.values.back()) {
      number += std::string{" "} + unit;
    }
    canvas.text({"", number}, style,
                {plot.left - 4.0, y - drawing::measure({"", number}, style).height / 2.0});
  }
}

/// Nine of ten people pale, every second one darker, the median as a line.
void draw_fan(Canvas& canvas, const FatStep& step, const Fan& fan, const Colour& colour,
              const Scale& fat, const Scale& up) {
  const double left = fat(step.from_mm);
  const double right = fat(step.to_mm);
  canvas.fill({left, up(fan.p95), right, up(fan.p05)}, tint(colour, 0.22));
  canvas.fill({left, up(fan.p75), right, up(fan.p25)}, tint(colour, 0.5));
  canvas.line({left, up(fan.median)}, {right, up(fan.median)}, {colour, 1.6});
}

void draw_temperatures(Canvas& canvas, const CohortPicture& picture, const ArmPicture& arm,
                       const Axes& axes, const Box& plot) {
  const Scale fat{axes.fat_mm, plot.left, plot.right};
  const auto& values = axes.temperature.values;
  const Scale up{{values.front(), values.back()}, plot.bottom, plot.top};
  draw_upward_axis(canvas, axes.temperature, up, plot, "°C");
  draw_fat_axis(canvas, axes, fat, plot);
  for (const FatStep& step : arm.steps) {
    draw_fan(canvas, step, step.muscle, muscle_colour, fat, up);
    draw_fan(canvas, step, step.skin, skin_colour, fat, up);
  }
  std::vector<ColumnLabel> labels;
  for (const ReachedMark& mark : picture.marks) {
    const double y = up(mark.temperature);
    canvas.line({plot.left, y}, {plot.right, y}, {drawing::ink, 0.6, {3.0, 2.0}, 0.7});
    const std::string number =
        drawing::print_temperature_label(mark.temperature, quantity::UnitSystem::metric);
    labels.push_back({{number, " " + mark.label}, drawing::quiet, {plot.right, y}});
  }
  canvas.outline(plot, {drawing::hairline, 0.6});
  if (!arm.steps.empty()) {
    const FatStep& last = arm.steps.back();
    const double right = fat(last.to_mm);
    labels.push_back({{"skin", ""}, skin_colour, {right, up(last.skin.median)}});
    labels.push_back(
        {{"muscle", ", 2 cm under the fat"}, muscle_colour, {right, up(last.muscle.median)}});
  }
  drawing::draw_label_column(
      canvas, labels,
      {{plot.right + 10.0, plot.top - 3.0, plot.right + label_room - 4.0, plot.bottom + 3.0},
       drawing::Align::left,
       text_size});
}

Colour mark_colour(std::size_t mark, std::size_t marks) {
  // From ochre for what eases to deep blue for what harms, by lightness too.
  return drawing::depth_colour(1.0 - static_cast<double>(mark) /
                                         static_cast<double>(std::max<std::size_t>(2, marks) - 1));
}

/// How many people stand behind each share, as pale bars from below.
void draw_people(Canvas& canvas, const ArmPicture& arm, const Axes& axes, const Scale& fat,
                 const Box& plot) {
  constexpr double tallest = 0.2;  // of the panel
  for (const FatStep& step : arm.steps) {
    const double height = tallest * plot.height() * step.people / axes.most_people;
    canvas.fill({fat(step.from_mm) + 0.5, plot.bottom - height, fat(step.to_mm) - 0.5, plot.bottom},
                tint(drawing::quiet, 0.25));
  }
}

void draw_shares(Canvas& canvas, const CohortPicture& picture, const ArmPicture& arm,
                 const Axes& axes, const Box& plot) {
  const Scale fat{axes.fat_mm, plot.left, plot.right};
  const Scale up{{0.0, percent}, plot.bottom, plot.top};
  draw_people(canvas, arm, axes, fat, plot);
  draw_upward_axis(canvas, drawing::nice_ticks(0.0, percent, 5), up, plot, "%");
  draw_fat_axis(canvas, axes, fat, plot);
  canvas.outline(plot, {drawing::hairline, 0.6});
  std::vector<ColumnLabel> labels;
  for (std::size_t mark = picture.marks.size(); mark-- > 0;) {
    const Colour colour = mark_colour(mark, picture.marks.size());
    std::vector<Point> path;
    for (const FatStep& step : arm.steps) {
      const double y = up(percent * step.shares.at(mark));
      path.push_back({(fat(step.from_mm) + fat(step.to_mm)) / 2.0, y});
    }
    if (path.empty()) {
      continue;
    }
    canvas.lines(path, {drawing::white, 3.0, {}, 0.8});
    canvas.lines(path, {colour, 1.7});
    const std::string number = drawing::print_temperature_label(picture.marks[mark].temperature,
                                                                quantity::UnitSystem::metric);
    labels.push_back({{"below " + number, " " + picture.marks[mark].label}, colour, path.back()});
  }
  drawing::draw_label_column(
      canvas, labels,
      {{plot.right + 10.0, plot.top - 3.0, plot.right + label_room - 4.0, plot.bottom + 3.0},
       drawing::Align::left,
       text_size});
}

void draw_arm(Canvas& canvas, const CohortPicture& picture, const ArmPicture& arm, const Axes& axes,
              Point at) {
  const double width = page_width - 2.0 * margin;
  canvas.text({arm.name, "  " + arm.note}, {9.5, drawing::ink, width, 1}, at);
  const double half = (width - gap) / 2.0;
  const double top = at.y + head_room;
  const auto panel = [&](double left) {
    return Box{left + axis_room, top, left + half - label_room, top + plot_height};
  };
  const Box left = panel(at.x);
  const Box right = panel(at.x + half + gap);
  const drawing::TextStyle heading{text_size, drawing::ink};
  canvas.text({"Coldest temperature", ": line the median, dark 25 to 75 %, pale 5 to 95 %"},
              heading, {left.left, at.y + 16.0});
  canvas.text({"Share of people", " whose skin gets that cold; grey bars: how many there are"},
              heading, {right.left, at.y + 16.0});
  draw_temperatures(canvas, picture, arm, axes, left);
  draw_shares(canvas, picture, arm, axes, right);
}

drawing::PageTexts texts_of(const CohortPicture& picture) {
  return {picture.title, picture.subtitle, picture.footer};
}

std::string in_words(const CohortPicture& picture) {
  std::string words = picture.subtitle;
  for (const ArmPicture& arm : picture.arms) {
    words += fmt::format("\n{}, {}.", arm.name, arm.note);
    for (const FatStep& step : arm.steps) {
      words +=
          fmt::format(" Fat {:g} to {:g} mm, {:.0f} people: skin {:.1f} °C, muscle {:.1f} °C;",
                      step.from_mm, step.to_mm, step.people, step.skin.median, step.muscle.median);
      for (std::size_t i = 0; i < picture.marks.size(); ++i) {
        words += fmt::format(" {:.0f} % below {:.1f} °C", percent * step.shares[i],
                             picture.marks[i].temperature);
      }
    }
  }
  return words + "\n" + picture.footer;
}

Fan fan_of(const Tally& tally, std::size_t arm, std::size_t group, Tissue tissue) {
  const auto at = [&](double share) { return tally.quantile(arm, group, tissue, share); };
  return {at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)};
}

std::vector<FatStep> steps_of(const Tally& tally, std::size_t arm) {
  // numerical: fewer give no spread worth drawing
  constexpr std::uint64_t least_people = 20;
  constexpr double mm_per_m = 1000.0;
  const GroupRange& range = tally.narrow_fat();
  std::vector<FatStep> steps;
  for (std::size_t group = range.first; group < range.first + range.count; ++group) {
    const Band& band = tally.groups()[group].band;
    const std::uint64_t solved = tally.count(arm, group, Count::solved);
    if (solved < least_people || std::isinf(band.to)) {
      continue;
    }
    FatStep step{std::max(0.0, band.from * mm_per_m),
                 band.to * mm_per_m,
                 static_cast<double>(solved),
                 fan_of(tally, arm, group, Tissue::skin),
                 fan_of(tally, arm, group, Tissue::muscle_2cm),
                 {}};
    for (const Count count : {Count::analgesia, Count::numb, Count::warning, Count::freezing}) {
      step.shares.push_back(static_cast<double>(tally.count(arm, group, count)) / step.people);
    }
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace

Expected<CohortPicture> picture_of(const Plan& plan, const Tally& tally) {
  if (plan.arms.size() > most_arms) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "picture",
                                fmt::format("{} arms", plan.arms.size()),
                                fmt::format("a picture of at most {}", most_arms), ""});
  }
  CohortPicture picture;
  picture.title = plan.own_people.empty() ? "What cold does in a virtual population"
                                          : "What cold does in these people";
  picture.subtitle = fmt::format(
      "{} {}, seed {}; each with her own draw of fat, tissue, blood flow and contact.", plan.people,
      plan.own_people.empty() ? "virtual people of 45 years and over" : "people of a file",
      plan.seed);
  picture.footer = fmt::format(
      "Computed temperatures of virtual bodies, not measurements, and no medical device: nothing "
      "here says that cold is safe or relieves pain. coldplan {}, data {:.12}.",
      planning::version(), facts::data_hash());
  picture.marks.push_back({planning::analgesia_temperature(), "a pinprick stops hurting"});
  for (const planning::SkinLimit& limit : planning::skin_limits()) {
    picture.marks.push_back({limit.temperature, limit.label});
  }
  bool has_steps = false;
  for (std::size_t arm = 0; arm < plan.arms.size(); ++arm) {
    picture.arms.push_back(
        {plan.arms[arm].name, session_words(plan.arms[arm].session), steps_of(tally, arm)});
    has_steps = has_steps || !picture.arms.back().steps.empty();
  }
  if (!has_steps) {
    return tl::unexpected(Error{ErrorCode::missing, "picture", "", "",
                                "too few people to draw: give at least some hundred"});
  }
  return picture;
}

drawing::Size page_size(const CohortPicture& picture) {
  const double width = page_width - 2.0 * margin;
  return {page_width, std::ceil(2.0 * margin + drawing::head_height(texts_of(picture), width) +
                                drawing::foot_height(texts_of(picture), width) +
                                static_cast<double>(picture.arms.size()) * row_height +
                                static_cast<double>(picture.arms.size() - 1) * gap)};
}

void compose(Canvas& canvas, const CohortPicture& picture) {
  const double width = page_width - 2.0 * margin;
  drawing::draw_head(canvas, texts_of(picture), {margin, margin}, width);
  drawing::draw_foot(canvas, texts_of(picture), {margin, canvas.size().height - margin}, width);
  const Axes axes = axes_of(picture);
  double top = margin + drawing::head_height(texts_of(picture), width);
  for (const ArmPicture& arm : picture.arms) {
    draw_arm(canvas, picture, arm, axes, {margin, top});
    top += row_height + gap;
  }
}

Expected<std::string> draw(const CohortPicture& picture, drawing::Format format) {
  if (auto sound = drawing::check(texts_of(picture)); !sound) {
    return tl::unexpected(sound.error());
  }
  return drawing::draw_page(format, page_size(picture), {picture.title, in_words(picture)},
                            [&picture](Canvas& canvas) { compose(canvas, picture); });
}

Expected<void> write_picture(const std::filesystem::path& path, const CohortPicture& picture) {
  return drawing::format_of(path)
      .and_then([&](drawing::Format format) { return draw(picture, format); })
      .and_then([&](const std::string& bytes) { return drawing::write_file(path, bytes); });
}

}  // namespace coldplan::cohort
