#include "coldplan/applicator/variation.h"

#include <cstdint>

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/posterior/distribution.h"

namespace coldplan::applicator {
namespace {

/// Heat drawn from skin of 20 °C at the start [W/m²]: what a weak or strong end must change.
double first_flux(const Form& form) {
  const bioheat::Boundary boundary = boundary_of(form, {{}, Hold::usual, 23.0});
  const double evaporating = boundary.evaporation ? boundary.evaporation->heat_flux : 0.0;
  constexpr double film = 0.01;  // for a surface that is held: skin behind it [m² K/W]
  return (20.0 - boundary.temperature) / (boundary.resistance + film) + evaporating;
}

TEST(Variations, CoolLessAtTheWeakEndAndMoreAtTheStrongOne) {
  for (const Form& form : all_forms()) {
    for (const Variation& variation : variations(form)) {
      EXPECT_LT(first_flux(variation.weak), first_flux(form)) << form.id << " " << variation.name;
      EXPECT_GT(first_flux(variation.strong), first_flux(form)) << form.id << " " << variation.name;
    }
  }
}

TEST(Variations, AreThereForEveryFormWithASpread) {
  for (const Form& form : all_forms()) {
    // A solid's effusivity comes as a single number.
    const bool single = form.id == "metal_precooled";
    EXPECT_EQ(variations(form).empty(), single || !is_predictable(form)) << form.id;
  }
  EXPECT_EQ(variations(ice_water_machine()).size(), 2U);
  const Use still{{}, Hold::usual, 23.0, 1.0};
  ASSERT_EQ(variations(cold_air_machine(), still).size(), 1U);
  const Form strong = variations(cold_air_machine(), still).front().strong;
  EXPECT_DOUBLE_EQ(1.0 / boundary_of(strong, still).resistance, 370.0);
}

/// Every number that a draw may move.
std::vector<double> numbers_of(const Form& form) {
  std::vector<double> numbers;
  if (const Contact* contact = contact_of(form.source)) {
    numbers = {contact->usual, contact->loose.value_or(0.0), contact->wetted.value_or(0.0)};
  }
  if (const auto* pack = std::get_if<Pack>(&form.source)) {
    numbers.push_back(pack->start_temperature.usual);
  } else if (const auto* plate = std::get_if<Plate>(&form.source)) {
    numbers.push_back(plate->temperature.usual);
  } else if (const auto* reservoir = std::get_if<Reservoir>(&form.source)) {
    numbers.push_back(reservoir->water_temperature.usual);
  } else if (const auto* jet = std::get_if<Jet>(&form.source)) {
    numbers = {jet->conductance.usual, jet->spot ? jet->spot->conductance.usual : 0.0};
  } else if (const auto* film = std::get_if<Film>(&form.source)) {
    numbers.push_back(film->temperature.usual);
  } else if (const auto* gel = std::get_if<Gel>(&form.source)) {
    numbers.push_back(gel->heat_flux.usual);
  }
  return numbers;
}

/// The draw of which one score of forms stands at a percentile, everything else at the median.
posterior::Draw with_score(posterior::Score score, double value) {
  posterior::Scores scores{};
  scores[posterior::place_of(score)] = value;
  return posterior::draw_of(scores);
}

/// The score that a variation belongs to.
posterior::Score score_of(const Variation& variation) {
  if (variation.name == "contact") {
    return posterior::Score::contact;
  }
  if (variation.name == "temperature") {
    return posterior::Score::temperature;
  }
  return variation.name == "jet" ? posterior::Score::jet : posterior::Score::evaporation;
}

Use use_with_dwell(const Form& form) {
  Use use{{}, Hold::usual, 23.0};
  const auto* jet = std::get_if<Jet>(&form.source);
  if (jet != nullptr && jet->spot) {
    use.dwell = 1.0;
  }
  return use;
}

TEST(Drawn, LeavesEveryFormAsItIsAtTheMedian) {
  for (const Form& form : all_forms()) {
    for (const Use& use : {Use{{}, Hold::usual, 23.0}, use_with_dwell(form)}) {
      EXPECT_EQ(numbers_of(drawn(form, use, posterior::median())), numbers_of(form)) << form.id;
    }
  }
}

TEST(Drawn, StandsAtTheEndsOfTheVariationsAtTheirPercentiles) {
  for (const Form& form : all_forms()) {
    for (const Use& use : {Use{{}, Hold::usual, 23.0}, use_with_dwell(form)}) {
      for (const Variation& variation : variations(form, use)) {
        const posterior::Score score = score_of(variation);
        const auto weak = numbers_of(drawn(form, use, with_score(score, -posterior::score_p95)));
        const auto strong = numbers_of(drawn(form, use, with_score(score, posterior::score_p95)));
        const auto weak_end = numbers_of(variation.weak);
        const auto strong_end = numbers_of(variation.strong);
        for (std::size_t i = 0; i < weak.size(); ++i) {
          EXPECT_NEAR(weak[i], weak_end[i], 1e-9) << form.id << " " << variation.name;
          EXPECT_NEAR(strong[i], strong_end[i], 1e-9) << form.id << " " << variation.name;
        }
      }
    }
  }
}

TEST(Drawn, CoolsMoreWithAHigherScore) {
  for (const Form& form : all_forms()) {
    const Use use{{}, Hold::usual, 23.0};
    for (const Variation& variation : variations(form, use)) {
      const posterior::Score score = score_of(variation);
      EXPECT_LT(first_flux(drawn(form, use, with_score(score, -0.5))),
                first_flux(drawn(form, use, with_score(score, 0.5))))
          << form.id << " " << variation.name;
    }
  }
}

TEST(Drawn, KeepsEveryFormOneThatCanBe) {
  for (std::uint64_t i = 0; i < 2000; ++i) {
    const posterior::Draw draw = posterior::draw(3, i);
    for (const Form& form : all_forms()) {
      const Form each = drawn(form, {{}, Hold::usual, 23.0}, draw);
      if (const Contact* contact = contact_of(each.source)) {
        EXPECT_GT(contact->usual, 0.0) << form.id;
      }
      if (const auto* reservoir = std::get_if<Reservoir>(&each.source)) {
        EXPECT_GE(reservoir->water_temperature.usual, 0.0) << form.id;
      }
      if (const auto* pack = std::get_if<Pack>(&each.source)) {
        const auto& usual = std::get<Pack>(form.source);
        EXPECT_EQ(pack->start_temperature.usual < pack->melting_temperature,
                  usual.start_temperature.usual < usual.melting_temperature)
            << form.id;
      }
    }
  }
}

}  // namespace
}  // namespace coldplan::applicator
