#include <array>

#include "coldplan/effect/outcomes.h"

namespace coldplan::effect {
namespace {

constexpr std::string_view ulnar =
    "14 healthy young adults, ulnar nerve, 35 to 20 °C beside the nerve; colder is extrapolated. "
    "Nerves of people with diabetes and other neuropathy slow less.";
constexpr std::string_view pressure =
    "One study of 23 men found a rise, one of 22 women under a gel bag found none; the interval "
    "reaches from none to that.";
constexpr std::string_view pain_sites =
    "Measured at hand, foot, fingertip and face, not at the lower back, whose threshold is "
    "assumed between these.";
constexpr std::string_view hand_veins = "The hand in ice water; the back was not measured.";
constexpr std::string_view fingers = "Fingers and toes; the lower back was not measured.";
constexpr std::string_view thighs =
    "Four to five men a study, thigh; back muscles were not measured.";
constexpr std::string_view simulated = "The simulation of blood flow and metabolism.";

constexpr auto none = CountedFrom::not_a_time;
constexpr auto start = CountedFrom::start;
constexpr auto removal = CountedFrom::removal;

using Id = OutcomeId;

constexpr std::array<OutcomeKind, outcome_count> kinds{{
    {Id::nerve_velocity, "nerve_velocity", "1", none,
     "speed of nerve signals, slowest, relative to before", ulnar},
    {Id::thick_fibres, "thick_fibres", "1", none,
     "thick nerve fibres (movement, touch) that still conduct at nerve depth, fewest",
     "One human block temperature (ulnar nerve, complete at 8 to 10 °C); onset from a patent "
     "text."},
    {Id::prick_fibres, "prick_fibres", "1", none,
     "pinprick fibres that still conduct at the skin, fewest",
     "Taken as thick fibres: no block temperature of these was found in people."},
    {Id::slow_fibres, "slow_fibres", "1", none,
     "slow pain fibres that still conduct at nerve depth, fewest",
     "Seven cats; people were not measured."},
    {Id::prick_dulled, "prick_dulled", "1", none,
     "share of people whom a pinprick hurts no more, at the coldest",
     "16 people under ice massage; how far people differ is assumed."},
    {Id::prick_dulled_after, "prick_dulled_after", "s", removal,
     "how long a pinprick stays dulled after the cold",
     "16 people under ice massage, about 3 minutes; how far people differ is assumed."},
    {Id::pressure_threshold, "pressure_threshold", "1", none,
     "pressure that begins to hurt, highest, relative to before", pressure},
    {Id::pressure_tolerance, "pressure_tolerance", "1", none,
     "pressure that is borne, highest, relative to before", pressure},
    {Id::pressure_dulled_after, "pressure_dulled_after", "s", removal,
     "how long more than half of the rise is left after the cold",
     "30 people with arthritis, still raised at 10 and 30 minutes; longer was not measured."},
    {Id::cool_onset, "cool_onset", "s", start, "until the skin feels cool",
     "Nine cold fibres of healthy people."},
    {Id::painful, "painful", "1", none, "share of people to whom the cold hurts, at the coldest",
     pain_sites},
    {Id::pain_onset, "pain_onset", "s", start, "until the cold hurts at the skin", pain_sites},
    {Id::ache_onset, "ache_onset", "s", start, "until a dull ache begins", hand_veins},
    {Id::ache_strength, "ache_strength", "1", none,
     "greatest ache, as a share of the scale from none to the worst", hand_veins},
    {Id::numb, "numb", "1", none, "share of people whose skin is numb, at the coldest", fingers},
    {Id::numb_onset, "numb_onset", "s", start, "until the skin is numb", fingers},
    {Id::holding_force, "holding_force", "1", none, "force of holding, least, relative to before",
     thighs},
    {Id::fast_force, "fast_force", "1", none, "force of fast movement, least, relative to before",
     thighs},
    {Id::force_half_back, "force_half_back", "s", removal,
     "until half of the lost force is back after the cold", thighs},
    {Id::skin_flow, "skin_flow", "1", none, "blood flow of the skin, least, relative to rest",
     simulated},
    {Id::skin_flow_half_back, "skin_flow_half_back", "s", removal,
     "until half of the lost blood flow of the skin is back after the cold", simulated},
    {Id::muscle_metabolism, "muscle_metabolism", "1", none,
     "metabolism of the cooled muscle, least, relative to rest", simulated},
    {Id::injury_spared, "injury_spared", "1", none,
     "share of the further damage of a fresh muscle injury that cold spares",
     "Rats; no study in people was read."},
}};

}  // namespace

std::span<const OutcomeKind> outcome_kinds() {
  return kinds;
}

const OutcomeKind& kind_of(OutcomeId id) {
  return kinds[static_cast<std::size_t>(id)];
}

}  // namespace coldplan::effect
