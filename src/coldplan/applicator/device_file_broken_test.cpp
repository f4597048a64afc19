#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/applicator/device_file.h"
#include "coldplan/person/broken_files.h"

namespace coldplan::applicator {
namespace {

using person::tests::BrokenFile;
using person::tests::expect_folder;
using person::tests::expect_line;
using person::tests::test_name;
using person::tests::text_of;

const std::vector<BrokenFile> broken_devices{
    {"01-far-too-cold", ErrorCode::out_of_range,
     "device.source.temperature_C: -300 is not a temperature in °C (-40 to 30)"},
    {"02-negative-minutes", ErrorCode::out_of_range,
     "device.minutes: -5 is not a time in minutes (0.05 to 1440)"},
    {"03-a-week-of-minutes", ErrorCode::out_of_range,
     "device.minutes: 10000 is not a time in minutes (0.05 to 1440)"},
    {"04-no-mass", ErrorCode::out_of_range,
     "device.source.mass_kg: 0 is not a mass in kg (0.05 to 10)"},
    {"05-no-area", ErrorCode::out_of_range, "device.area_cm2: 0 is not an area in cm² (1 to 3000)"},
    {"06-text-for-number", ErrorCode::wrong_type,
     "device.source.temperature_C: \"8 °C\" is not a temperature in °C (-40 to 30)"},
    {"07-misspelt-key", ErrorCode::unknown_name,
     "device.source.temprature_C: temprature_C is not a known key; did you mean temperature_C?"},
    {"08-misspelt-kind", ErrorCode::unknown_name,
     "device.source.kind: \"plaet\" is not a kind of source (pack, plate, reservoir, jet, film or "
     "gel); did you mean \"plate\"?"},
    {"09-no-kind", ErrorCode::missing,
     "device.source.kind: give a kind of source (pack, plate, reservoir, jet, film or gel)"},
    {"10-no-source", ErrorCode::missing, "device.source: give a source of cold"},
    {"11-no-conductance", ErrorCode::missing,
     "device.source.conductance_W_m2K: give a conductance in W/(m²·K) (1 to 10000)"},
    {"12-no-temperature", ErrorCode::missing,
     "device.source.temperature_C: give a temperature in °C (-40 to 30), or else temperature_F"},
    {"13-both-units", ErrorCode::conflict,
     "device.source.temperature_F: temperature_C is given too; leave one of the two out"},
    {"14-both-units-like", ErrorCode::conflict,
     "device.source.mass_lb: mass_kg is given too; leave one of the two out"},
    {"15-no-word-on-numbers", ErrorCode::missing,
     "device.source_of_numbers: give a word on where the numbers come from, on one line (1 to 300 "
     "characters)"},
    {"16-two-line-name", ErrorCode::wrong_type,
     R"(device.name: "My\nplate" is not a name on one line (1 to 60 characters))"},
    {"17-blank-name", ErrorCode::wrong_type,
     "device.name: \"   \" is not a name on one line (1 to 60 characters)"},
    {"18-terminal-command", ErrorCode::wrong_type,
     "device.source_of_numbers: \"\\u001b[2Jguess\" is not a word on where the numbers come from, "
     "on one line (1 to 300 characters)"},
    {"19-id-with-space", ErrorCode::wrong_type,
     "device.id: \"My plate\" is not a word of small letters, digits and _, such as my_machine (1 "
     "to 40 characters)"},
    {"20-id-taken", ErrorCode::conflict,
     "device.id: ice_bag is the word of a form that is known already; give the device a word of "
     "its own"},
    {"21-unknown-like", ErrorCode::unknown_name,
     R"(device.like: "gel_pak" is not a form of cold therapy; did you mean "gel_pack"?)"},
    {"22-hazard-like", ErrorCode::unknown_name,
     R"(device.like: "metal_worn" is not a form of cold therapy; did you mean "gel_pack"?)"},
    {"23-kind-not-of-like", ErrorCode::conflict,
     "device.source.kind: \"plate\" is not the kind of gel_pack (pack); leave kind or like out"},
    {"24-unknown-family", ErrorCode::unknown_name,
     "device.family: \"ice_bath\" is not a family of cold (ice_pack, cold_machine, local_nozzle or "
     "menthol_gel); did you mean \"ice_pack\"?"},
    {"25-value-outside-its-range", ErrorCode::conflict,
     "device.source.conductance_W_m2K.value: 110 is not between its low (120) and high (150)"},
    {"26-range-without-high", ErrorCode::missing,
     "device.source.conductance_W_m2K.high: give a conductance in W/(m²·K) (1 to 10000)"},
    {"27-longest-under-minutes", ErrorCode::conflict,
     "device.longest_minutes: the use of 20 min is longer than the longest (10 min); give the "
     "longest use that is allowed"},
    {"28-longer-than-what-it-is-like", ErrorCode::conflict,
     "device.minutes: the use of 600 min is longer than the longest (20 min); give longest_minutes "
     "too"},
    {"29-barrier-under-a-jet", ErrorCode::conflict,
     "device.barriers: it works on bare skin only; leave barriers out"},
    {"30-jet-not-on-bare-skin", ErrorCode::conflict,
     "device.bare_skin_only: a jet works on bare skin only; leave it out"},
    {"31-unknown-barrier", ErrorCode::unknown_name,
     "device.barriers[0]: \"blanket\" is not a barrier (dry_towel, wet_towel, dressing, thin_cloth "
     "or film_dressing)"},
    {"32-bare-over-cloth", ErrorCode::conflict,
     "device.bare_skin_only: what it is like lies over a thin dry cloth; leave it out, or give "
     "\"barriers\": []"},
    {"33-nozzle-too-far", ErrorCode::out_of_range,
     "device.source.distance_cm: 30 is not a distance in cm for a nozzle of 15 mm, as the "
     "correlation of jets (Martin 1977) holds (3 to 18)"},
    {"34-nozzle-without-flow", ErrorCode::missing,
     "device.source.flow_L_min: give a flow in L/min (1 to 10000); nozzle_mm, flow_L_min, "
     "distance_cm and spot_radius_cm belong together"},
    {"35-latent-heat-without-melting", ErrorCode::missing,
     "device.source.melting_C: give a melting temperature in °C (-40 to 20), to which "
     "latent_heat_kJ_kg belongs"},
    {"36-area-in-the-source", ErrorCode::unknown_name,
     "device.source.area_cm2: area_cm2 is not a known key; give device.area_cm2 instead"},
    {"37-like-without-data", ErrorCode::missing, "device.source: give a source of cold"},
    {"38-warm-water", ErrorCode::out_of_range,
     "device.source.temperature_F: 200 is not a temperature in °F (32 to 86)"},
    {"39-not-json", ErrorCode::unreadable,
     "line 1, column 30: \"name\" is not JSON at this place; look for a missing or extra comma, "
     "quote or bracket"},
    {"40-empty-file", ErrorCode::unreadable, "the text is empty; begin with {\"device\": {…}}"},
    {"41-a-case", ErrorCode::unknown_name,
     "person: person is not a known key; did you mean device?"},
    {"42-list-at-top", ErrorCode::wrong_type,
     "[1] is not a device file: an object with the key \"device\""},
    {"43-key-twice", ErrorCode::conflict,
     "device.id: the key stands twice; leave one of the two out"},
    {"44-number-too-large", ErrorCode::out_of_range,
     "device.minutes: 1e999 is not a number that can be held; give a smaller one"},
    {"45-not-a-number", ErrorCode::unreadable,
     "line 1, column 37: \"minutes\": N is not JSON at this place; look for a missing or extra "
     "comma, quote or bracket"},
};

const std::filesystem::path tree{COLDPLAN_SOURCE_DIR};

class BrokenDevices : public testing::TestWithParam<BrokenFile> {};

TEST_P(BrokenDevices, AreAnsweredInOneLineThatNamesPlaceAndMend) {
  const std::string name = std::string{GetParam().file} + ".json";
  const auto read = read_device(text_of(tree / "tests" / "broken_devices" / name));
  ASSERT_FALSE(read.has_value());
  expect_line(GetParam(), read.error());
}

INSTANTIATE_TEST_SUITE_P(Files, BrokenDevices, testing::ValuesIn(broken_devices), test_name);

TEST(BrokenDevicesFolder, HasAnExpectedLineForEachFile) {
  expect_folder(tree / "tests" / "broken_devices", broken_devices);
}

TEST(ExampleDevices, AreRead) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator{tree / "examples" / "devices"}) {
    const auto read = read_device(text_of(entry.path()));
    EXPECT_TRUE(read.has_value()) << entry.path() << message(read.error());
    ++count;
  }
  EXPECT_GE(count, 4U);
}

}  // namespace
}  // namespace coldplan::applicator
