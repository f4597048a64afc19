#include <algorithm>

#include "properties/drawn_back.h"
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

/// What must hold of every cooling, whatever the numbers.
namespace coldplan::properties {
namespace {

using bioheat::Boundary;
using bioheat::History;

RC_GTEST_PROP(ColderSource, NeverLeavesAnyTissueWarmer, ()) {
  const Back back = draw_back();
  const Boundary bath = draw_bath();
  Boundary colder = bath;
  colder.temperature -= between(0.1, 10.0);
  const double duration = minutes(5, 60);
  const History history = run(back, {{duration, bath, true}, {3600.0, back.room, false}});
  const History with_colder = run(back, {{duration, colder, true}, {3600.0, back.room, false}});
  RC_ASSERT(largest_excess(back, with_colder, history) <= tolerance);
}

RC_GTEST_PROP(ColderPack, NeverLeavesAnyTissueWarmer, ()) {
  const Back back = draw_back();
  const Boundary pack = draw_pack(back.room.temperature);
  Boundary colder = pack;
  colder.store->start_temperature -= between(0.1, 5.0);
  const double duration = minutes(5, 60);
  const History history = run(back, {{duration, pack, true}});
  const History with_colder = run(back, {{duration, colder, true}});
  RC_ASSERT(largest_excess(back, with_colder, history) <= tolerance);
}

RC_GTEST_PROP(LongerCooling, NeverLeavesAnyTissueWarmerAtAnyLaterTime, ()) {
  const Back back = draw_back();
  const Boundary bath = draw_bath();
  const double duration = minutes(5, 40);
  const double more = minutes(1, 20);
  const History shorter = run(back, {{duration, bath, true}, {3600.0 + more, back.room, false}});
  const History longer = run(back, {{duration + more, bath, true}, {3600.0, back.room, false}});
  RC_ASSERT(largest_excess(back, longer, shorter) <= tolerance);
}

RC_GTEST_PROP(ColderForm, NeverLeavesAnyTissueWarmer, ()) {
  const Back back = draw_back();
  const Boundary form = draw_form(back.room.temperature);
  Boundary colder = form;
  colder.store->start_temperature -= between(0.1, 5.0);
  const double duration = minutes(5, 60);
  const History history = run(back, {{duration, form, true}, {3600.0, back.room, false}});
  const History with_colder = run(back, {{duration, colder, true}, {3600.0, back.room, false}});
  RC_ASSERT(largest_excess(back, with_colder, history) <= tolerance);
}

/// Of packs it is true while they are colder than the room: one that is warmer than that takes less
/// heat out of the skin than the room would, and keeps it warm.
RC_GTEST_PROP(LongerForm, NeverLeavesAnyTissueWarmerWhileItIsColderThanTheRoom, ()) {
  const Back back = draw_back();
  const Boundary form = draw_form(back.room.temperature);
  const double duration = minutes(5, 40);
  const double more = minutes(1, 20);
  const History shorter = run(back, {{duration, form, true}, {3600.0 + more, back.room, false}});
  const History longer = run(back, {{duration + more, form, true}, {3600.0, back.room, false}});
  const auto off = std::lower_bound(longer.time.begin(), longer.time.end(), duration + more - 1e-6);
  const auto at_end = static_cast<std::size_t>(off - longer.time.begin());
  RC_PRE(longer.source_temperature[at_end] <= back.room.temperature);
  RC_ASSERT(largest_excess(back, longer, shorter) <= tolerance);
}

RC_GTEST_PROP(LongerCooling, OnlyEverCoolsFurther, ()) {
  const Back back = draw_back();
  const History history = run(back, {{minutes(10, 90), draw_bath(), true}});
  for (std::size_t minute = 1; minute < history.samples; ++minute) {
    const auto before = history.profile(minute - 1);
    const auto after = history.profile(minute);
    for (std::size_t cell = 0; cell < after.size(); ++cell) {
      RC_ASSERT(after[cell] <= before[cell] + tolerance);
    }
  }
}

RC_GTEST_PROP(MoreFat, NeverLeavesTheMuscleColder, ()) {
  const Back lean = draw_back();
  Back fat = lean;
  fat.column.layers[1].thickness += between(0.0005, 0.020);
  const Boundary bath = draw_bath();
  const double duration = minutes(5, 60);
  const History thin = run(lean, {{duration, bath, true}});
  const History thick = run(fat, {{duration, bath, true}});
  for (const double below : {0.0, 0.005, 0.01, 0.02}) {
    const auto in_thin = bioheat::trace(thin, lean.muscle_begin() + below);
    const auto in_thick = bioheat::trace(thick, fat.muscle_begin() + below);
    for (std::size_t minute = 0; minute < in_thin.size(); ++minute) {
      RC_ASSERT(in_thick[minute] >= in_thin[minute] - tolerance);
    }
  }
}

/// Of packs it is true until the first of them has melted: under thin fat a pack warms sooner, and
/// its cold may be over while that under thick fat goes on.
RC_GTEST_PROP(MoreFat, NeverLeavesTheMuscleColderWhilePacksMelt, ()) {
  const Back lean = draw_back();
  Back fat = lean;
  fat.column.layers[1].thickness += between(0.0005, 0.020);
  const Boundary form = draw_melting_form(lean.room.temperature);
  const double duration = minutes(5, 60);
  const History thin = run(lean, {{duration, form, true}});
  const History thick = run(fat, {{duration, form, true}});
  const double until = std::min(melted_at(thin), melted_at(thick));
  for (const double below : {0.0, 0.005, 0.01, 0.02}) {
    const auto in_thin = bioheat::trace(thin, lean.muscle_begin() + below);
    const auto in_thick = bioheat::trace(thick, fat.muscle_begin() + below);
    for (std::size_t i = 0; i < thin.samples && thin.time[i] <= until; ++i) {
      RC_ASSERT(in_thick[i] >= in_thin[i] - tolerance);
    }
  }
}

RC_GTEST_PROP(AnotherBarrier, NeverLeavesAnyTissueColder, ()) {
  const Back back = draw_back();
  const Boundary bath = draw_bath();
  Boundary wrapped = bath;
  wrapped.resistance += between(0.0005, 0.08);
  const double duration = minutes(5, 60);
  const History bare = run(back, {{duration, bath, true}});
  const History behind = run(back, {{duration, wrapped, true}});
  RC_ASSERT(largest_excess(back, bare, behind) <= tolerance);
}

/// Of packs it is true until the first of them has melted: behind a barrier its cold lasts longer.
RC_GTEST_PROP(AnotherBarrier, NeverLeavesAnyTissueColderWhilePacksMelt, ()) {
  const Back back = draw_back();
  const Boundary form = draw_melting_form(back.room.temperature);
  Boundary wrapped = form;
  wrapped.resistance += between(0.0005, 0.08);
  const double duration = minutes(5, 60);
  const History bare = run(back, {{duration, form, true}});
  const History behind = run(back, {{duration, wrapped, true}});
  const double until = std::min(melted_at(bare), melted_at(behind));
  RC_ASSERT(largest_excess(back, bare, behind, until) <= tolerance);
}

RC_GTEST_PROP(Temperature, StaysWithinTheRangeOfSurroundingsBloodAndStart, ()) {
  const Back back = draw_back();
  const Boundary pack = draw_pack(back.room.temperature);
  const History history = run(back, {{minutes(5, 60), pack, true}, {7200.0, back.room, false}});
  const auto start = history.profile(0);
  const double lowest = std::min({back.room.temperature, pack.store->start_temperature});
  const double highest =
      std::max({*std::max_element(start.begin(), start.end()), *back.column.inner_temperature,
                back.column.arterial_temperature});
  const auto [coldest, warmest] =
      std::minmax_element(history.temperature.begin(), history.temperature.end());
  RC_ASSERT(*coldest >= lowest - tolerance);
  RC_ASSERT(*warmest <= highest + tolerance);
  const auto [coldest_skin, warmest_skin] =
      std::minmax_element(history.surface_temperature.begin(), history.surface_temperature.end());
  RC_ASSERT(*coldest_skin >= lowest - tolerance);
  RC_ASSERT(*warmest_skin <= highest + tolerance);
}

RC_GTEST_PROP(BloodFlow, NeverRisesWhileTissueCools, ()) {
  const Back back = draw_back();
  const History history = run(back, {{minutes(10, 90), draw_bath(), true}});
  const std::size_t layers = history.grid.layers();
  RC_ASSERT(history.flow[layers * (history.samples - 1)] < 1.0);
  for (std::size_t i = layers; i < history.flow.size(); ++i) {
    RC_ASSERT(history.flow[i] <= history.flow[i - layers] + 1e-6);
  }
}

/// Under a pack, which warms, it is true until the skin first warms again.
RC_GTEST_PROP(BloodFlow, NeverRisesWhileTheSkinCoolsUnderAForm, ()) {
  const Back back = draw_back();
  const History history = run(back, {{minutes(10, 60), draw_form(back.room.temperature), true}});
  const std::size_t layers = history.grid.layers();
  const std::vector<double>& skin = history.surface_temperature;
  std::size_t sample = 1;
  for (; sample < history.samples && skin[sample] <= skin[sample - 1]; ++sample) {
    for (std::size_t i = layers * sample; i < layers * (sample + 1); ++i) {
      RC_ASSERT(history.flow[i] <= history.flow[i - layers] + 1e-6);
    }
  }
  RC_ASSERT(sample > 1U);
}

RC_GTEST_PROP(SplitPhase, IsTheSamePhase, ()) {
  const Back back = draw_back();
  const Boundary bath = draw_bath();
  const double duration = minutes(10, 60);
  // Parts of seconds or of a few minutes under a large flux are solved on finer cells than the
  // whole.
  constexpr double share_of_three_minutes = 0.31;
  const double first = between(share_of_three_minutes, 1.0 - share_of_three_minutes) * duration;
  const History whole = run(back, {{duration, bath, true}, {3600.0, back.room, false}});
  const History parts =
      run(back, {{first, bath, true}, {duration - first, bath, true}, {3600.0, back.room, false}});
  RC_ASSERT(largest_excess(back, whole, parts) <= tolerance);
  RC_ASSERT(largest_excess(back, parts, whole) <= tolerance);
}

}  // namespace
}  // namespace coldplan::properties
