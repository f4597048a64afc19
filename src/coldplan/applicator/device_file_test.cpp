#include "coldplan/applicator/device_file.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "coldplan/applicator/device_schema.h"
#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/martin.h"
#include "coldplan/applicator/settings.h"
#include "coldplan/applicator/variation.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {
namespace {

using nlohmann::json;

/// A device like one of ours, with more text in its object and in its source.
std::string like(const std::string& id, const std::string& source = "",
                 const std::string& more = "") {
  return R"({"device": {"id": "mine", "name": "Mine", "source_of_numbers": "guessed", "like": ")" +
         id + "\"" + (source.empty() ? "" : R"(, "source": {)" + source + "}") + more + "}}";
}

/// A device by itself.
std::string whole(const std::string& source, const std::string& more = "") {
  return R"({"device": {"id": "mine", "name": "Mine", "source_of_numbers": "guessed",
             "family": "cold_machine", "area_cm2": 200, "minutes": 20, "source": {)" +
         source + "}" + more + "}}";
}

Form read(const std::string& text) {
  const auto form = read_device(text);
  EXPECT_TRUE(form.has_value()) << message(form.error());
  return form.value_or(Form{});
}

std::string refusal(const std::string& text) {
  const auto form = read_device(text);
  return form ? "taken" : message(form.error());
}

void expect_same(const bioheat::Boundary& found, const bioheat::Boundary& wanted) {
  EXPECT_EQ(found.resistance, wanted.resistance);
  EXPECT_EQ(found.temperature, wanted.temperature);
  ASSERT_EQ(found.store.has_value(), wanted.store.has_value());
  if (found.store) {
    EXPECT_EQ(found.store->frozen_capacity, wanted.store->frozen_capacity);
    EXPECT_EQ(found.store->thawed_capacity, wanted.store->thawed_capacity);
    EXPECT_EQ(found.store->latent_heat, wanted.store->latent_heat);
    EXPECT_EQ(found.store->start_temperature, wanted.store->start_temperature);
    EXPECT_EQ(found.store->steady_heat, wanted.store->steady_heat);
  }
  ASSERT_EQ(found.evaporation.has_value(), wanted.evaporation.has_value());
  if (found.evaporation) {
    EXPECT_EQ(found.evaporation->heat_flux, wanted.evaporation->heat_flux);
    EXPECT_EQ(found.evaporation->decay_time, wanted.evaporation->decay_time);
  }
}

Use use_of(const Form& form) {
  return {form.barriers, Hold::usual, 23.0};
}

TEST(DeviceFile, LikeAFormAndNothingElseIsThatForm) {
  for (const Form& ours : all_forms()) {
    if (!is_therapy(ours) || !is_predictable(ours)) {
      continue;
    }
    SCOPED_TRACE(ours.id);
    const Form mine = read(like(ours.id));
    expect_same(boundary_of(mine, use_of(mine)), boundary_of(ours, use_of(ours)));
    EXPECT_EQ(mine.id, "mine");
    EXPECT_EQ(mine.own_source, "guessed");
    EXPECT_EQ(mine.variant, ours.variant);
    EXPECT_EQ(mine.family, ours.family);
    EXPECT_EQ(mine.duration, ours.duration);
    EXPECT_EQ(mine.longest, ours.longest);
    EXPECT_EQ(mine.stop_temperature, ours.stop_temperature);
    EXPECT_EQ(mine.bare_skin_only, ours.bare_skin_only);
    EXPECT_EQ(mine.skin_only, ours.skin_only);
    EXPECT_EQ(mine.basis.size(), ours.basis.size());
  }
}

TEST(DeviceFile, ChangesOnlyWhatItSays) {
  const Form mine = read(like("gel_pack", R"("mass_kg": 1)"));
  const Form ours = with_settings(gel_pack(), {.mass = 1.0}).value();
  expect_same(boundary_of(mine, use_of(mine)), boundary_of(ours, use_of(ours)));
  const auto rests_on = [&mine](facts::Id wanted) {
    return std::any_of(mine.basis.begin(), mine.basis.end(), [wanted](facts::Id each) {
      return facts::fact(each).id == facts::fact(wanted).id;
    });
  };
  EXPECT_FALSE(rests_on(facts::id::applicators::gel_pack_mass));
  EXPECT_TRUE(rests_on(facts::id::applicators::gel_pack_area));
}

TEST(DeviceFile, ByItselfRestsOnItsOwnNumbers) {
  const Form mine =
      read(whole(R"("kind": "plate", "temperature_C": 8, "conductance_W_m2K": 110)",
                 R"(, "longest_minutes": 30, "stop_skin_C": 10, "barriers": ["thin_cloth"])"));
  EXPECT_EQ(mine.variant, "mine");
  EXPECT_EQ(facts::notes_of(mine.variant), nullptr);
  EXPECT_TRUE(mine.basis.empty());
  EXPECT_DOUBLE_EQ(mine.area, 0.02);
  EXPECT_EQ(mine.duration, 1200.0);
  EXPECT_EQ(mine.longest, 1800.0);
  EXPECT_EQ(mine.stop_temperature, 10.0);
  EXPECT_EQ(mine.barriers, std::vector{Barrier::thin_cloth});
  const bioheat::Boundary boundary = boundary_of(mine, use_of(mine));
  EXPECT_EQ(boundary.temperature, 8.0);
  EXPECT_DOUBLE_EQ(boundary.resistance, 1.0 / 110.0 + resistance_of(mine.barriers));
  EXPECT_TRUE(variations(mine).empty());
}

TEST(DeviceFile, OfEachKindMeetsTheSkinAsItsPhysicsSays) {
  const auto boundary = [](const std::string& text) {
    const Form form = read(text);
    return boundary_of(form, use_of(form));
  };
  const auto pack = boundary(whole(
      R"("kind": "pack", "temperature_C": -10, "mass_kg": 0.5, "specific_heat_kJ_kgK": 3,
         "frozen_specific_heat_kJ_kgK": 2, "melting_C": -2, "latent_heat_kJ_kg": 200,
         "conductance_W_m2K": 40, "room_conductance_W_m2K": 5)"));
  ASSERT_TRUE(pack.store.has_value());
  EXPECT_DOUBLE_EQ(pack.store->latent_heat, 0.5 / 0.02 * 200e3);
  EXPECT_DOUBLE_EQ(pack.store->frozen_capacity, 0.5 / 0.02 * 2e3);
  EXPECT_DOUBLE_EQ(pack.store->thawed_capacity, 0.5 / 0.02 * 3e3);
  EXPECT_EQ(pack.store->melting_temperature, -2.0);
  EXPECT_EQ(pack.store->air_conductance, 5.0);
  const auto tank =
      boundary(whole(R"("kind": "reservoir", "temperature_C": 6, "ice_kg": 2, "water_kg": 3,
                        "parasitic_W": 20, "conductance_W_m2K": 50)"));
  ASSERT_TRUE(tank.store.has_value());
  EXPECT_DOUBLE_EQ(tank.store->steady_heat, 20.0 / 0.02);
  EXPECT_DOUBLE_EQ(tank.store->latent_heat,
                   2.0 / 0.02 * facts::value(facts::id::applicators::ice_latent_heat));
  const auto jet =
      boundary(whole(R"("kind": "jet", "temperature_C": -20, "conductance_W_m2K": 12)"));
  EXPECT_DOUBLE_EQ(jet.resistance, 1.0 / 12.0);
  EXPECT_EQ(boundary(whole(R"("kind": "film", "temperature_C": -5)")).temperature, -5.0);
  const auto gel =
      boundary(whole(R"("kind": "gel", "evaporation_W_m2": 150, "decay_minutes": 12)"));
  ASSERT_TRUE(gel.evaporation.has_value());
  EXPECT_EQ(gel.evaporation->decay_time, 720.0);
}

TEST(DeviceFile, TakesUsUnitsForTheSameValues) {
  const Form metric = read(like(
      "ctm_ice_water_pump", R"("temperature_C": 10, "ice_kg": 0.45359237, "water_kg": 0.9071847)",
      R"(, "area_cm2": 129.032)"));
  const Form us =
      read(like("ctm_ice_water_pump", R"("temperature_F": 50, "ice_lb": 1, "water_lb": 2)",
                R"(, "area_in2": 20)"));
  const auto& metric_tank = std::get<Reservoir>(metric.source);
  const auto& us_tank = std::get<Reservoir>(us.source);
  EXPECT_NEAR(us_tank.water_temperature.usual, metric_tank.water_temperature.usual, 1e-12);
  EXPECT_NEAR(us_tank.ice, metric_tank.ice, 1e-12);
  EXPECT_NEAR(us_tank.water, metric_tank.water, 1e-7);
  EXPECT_NEAR(us.area, metric.area, 1e-12);
  EXPECT_EQ(us_tank.pad_area, us.area);
}

TEST(DeviceFile, VariesOverTheRangesThatItGives) {
  const Form mine = read(whole(
      R"("kind": "plate", "temperature_F": {"value": 50, "low": 41, "high": 59},
         "conductance_W_m2K": {"value": 100, "low": 50, "high": 200})"));
  const auto found = variations(mine);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_DOUBLE_EQ(std::get<Plate>(found[0].strong.source).contact.usual, 200.0);
  EXPECT_DOUBLE_EQ(std::get<Plate>(found[0].weak.source).contact.usual, 50.0);
  EXPECT_NEAR(std::get<Plate>(found[1].strong.source).temperature.usual, 5.0, 1e-12);
  EXPECT_NEAR(std::get<Plate>(found[1].weak.source).temperature.usual, 15.0, 1e-12);
}

TEST(DeviceFile, GivesAPackOfOneConductanceTheRangeOfIceBags) {
  const Form mine = read(like("gel_pack", R"("conductance_W_m2K": 40)"));
  const Contact& contact = std::get<Pack>(mine.source).contact;
  const Contact bags = contact_like_ice_bags(40.0);
  EXPECT_EQ(contact.usual, 40.0);
  EXPECT_EQ(contact.low, bags.low);
  EXPECT_EQ(contact.high, bags.high);
  EXPECT_EQ(contact.wetted, bags.wetted);
}

TEST(DeviceFile, SpreadsANozzlesSpotOverTheAreaByTheShareOfTime) {
  const Form mine = read(whole(R"("kind": "jet", "temperature_C": -10, "nozzle_mm": 15,
      "flow_L_min": 300, "distance_cm": 10, "spot_radius_cm": 4)"));
  const auto& jet = std::get<Jet>(mine.source);
  ASSERT_TRUE(jet.spot.has_value());
  const auto wanted = spot_conductance({0.015, 300.0 / 60e3, 0.10, 0.04});
  ASSERT_TRUE(wanted.has_value());
  EXPECT_NEAR(jet.spot->conductance.usual, *wanted, 1e-9);
  const double share = std::numbers::pi * 0.04 * 0.04 / 0.02;
  const double room = facts::value(facts::id::body::room_conductance);
  const double mean = share * *wanted + (1.0 - share) * room;
  EXPECT_NEAR(jet.conductance.usual, mean, 1e-9 * mean);
  EXPECT_GT(jet.temperature, -10.0);
  EXPECT_TRUE(check(mine, {{}, Hold::usual, 23.0, 0.2}).has_value());
}

TEST(DeviceFile, ForgetsTheSpotOfTheJetThatItIsLikeWithAMeanOfItsOwn) {
  const Form mine = read(like("local_cold_air_machine", R"("conductance_W_m2K": 20)"));
  EXPECT_FALSE(std::get<Jet>(mine.source).spot.has_value());
  const Form colder = read(like("local_cold_air_machine", R"("temperature_C": -30)"));
  EXPECT_EQ(std::get<Jet>(colder.source).spot.value().temperature, -30.0);
}

TEST(DeviceFile, SharesItsRangesWithTheSettings) {
  const json schema = json::parse(device_schema_text());
  const auto expect_range = [](const json& property, const std::optional<Range>& range,
                               double per_si) {
    ASSERT_TRUE(range.has_value());
    EXPECT_DOUBLE_EQ(property.at("minimum").get<double>(), range->least * per_si);
    EXPECT_DOUBLE_EQ(property.at("maximum").get<double>(), range->most * per_si);
  };
  for (const Source& source : {Source{Pack{}}, Source{Plate{}}, Source{Reservoir{}}, Source{Jet{}},
                               Source{Film{}}, Source{Gel{}}}) {
    Form form;
    form.source = source;
    static const std::vector<std::string> kinds{"pack", "plate", "reservoir", "jet", "film", "gel"};
    SCOPED_TRACE(kinds[source.index()]);
    const json& keys = schema.at("definitions").at(kinds[source.index()]).at("properties");
    if (keys.contains("temperature_C")) {
      expect_range(keys.at("temperature_C"), temperature_range(form), 1.0);
    } else {
      EXPECT_FALSE(temperature_range(form).has_value());
    }
    for (const char* mass : {"mass_kg", "ice_kg"}) {
      if (keys.contains(mass)) {
        expect_range(keys.at(mass), mass_range(form), 1.0);
      }
    }
  }
  const json& device = schema.at("properties").at("device").at("properties");
  expect_range(device.at("area_cm2"), area_range(), 1e4);
}

TEST(DeviceFile, KnowsEveryFormAndBarrier) {
  const json schema = json::parse(device_schema_text());
  const json& device = schema.at("properties").at("device").at("properties");
  std::set<std::string> therapies;
  for (const Form& form : all_forms()) {
    if (is_therapy(form)) {
      therapies.insert(form.id);
    }
  }
  EXPECT_EQ(device.at("like").at("enum").get<std::set<std::string>>(), therapies);
  const std::set<std::string> barriers{"dry_towel", "wet_towel", "dressing", "thin_cloth",
                                       "film_dressing"};
  EXPECT_EQ(device.at("barriers").at("items").at("enum").get<std::set<std::string>>(), barriers);
  for (const std::string& word : barriers) {
    EXPECT_TRUE(barrier_from(word, "").has_value()) << word;
  }
}

TEST(DeviceFile, RefusesAbsurdNumbersUnderEveryFormWithTheRange) {
  for (const Form& form : all_forms()) {
    if (!is_therapy(form) || !is_predictable(form)) {
      continue;
    }
    SCOPED_TRACE(form.id);
    if (temperature_range(form)) {
      EXPECT_NE(
          refusal(like(form.id, R"("temperature_C": -300)")).find("-300 is not a temperature"),
          std::string::npos);
    }
    for (const char* absurd : {"-5", "0", "10000", "1e999", "NaN", "\"\"", "null", "\"20 min\""}) {
      const std::string line = refusal(like(form.id, "", std::string{R"(, "minutes": )"} + absurd));
      EXPECT_NE(line, "taken") << absurd;
      EXPECT_EQ(line.find('\n'), std::string::npos);
    }
  }
}

TEST(DeviceFile, TakesNoNameThatCommandsATerminal) {
  for (const char* name : {"\\u0007", "a\\nb", "\\u009b2J", "\\u2028", "   ", "\\u007f"}) {
    const std::string text = R"({"device": {"id": "mine", "name": ")" + std::string{name} +
                             R"(", "source_of_numbers": "guessed", "like": "ice_bag"}})";
    EXPECT_TRUE(refusal(text).starts_with("device.name: ")) << name;
  }
  EXPECT_EQ(read(R"({"device": {"id": "mine", "name": "Kühlkissen 2 °C", "like": "ice_bag",
                     "source_of_numbers": "guessed"}})")
                .name,
            "Kühlkissen 2 °C");
}

}  // namespace
}  // namespace coldplan::applicator
