#include "coldplan/report/body_text.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

planning::BodyOutcome outcome_of(const applicator::WholeBodyForm& form, double minutes,
                                 quantity::UnitSystem units = quantity::UnitSystem::metric) {
  person::Person woman;
  woman.sex = person::Sex::female;
  woman.age = 58.0;
  woman.height = 1.65;
  woman.weight = 78.0;
  auto session = simulation::usual_body_session(form);
  session.duration = minutes * 60.0;
  return planning::predict_body(woman, session, units).value();
}

std::size_t widest(const std::string& text) {
  std::size_t most = 0;
  std::size_t width = 0;
  for (const char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    width = c == '\n' ? 0 : width + (continues ? 0 : 1);
    most = std::max(most, width);
  }
  return most;
}

TEST(BodyText, FitsInEightyColumns) {
  for (const auto& form : applicator::whole_body_forms()) {
    for (const auto units : {quantity::UnitSystem::metric, quantity::UnitSystem::us}) {
      EXPECT_LE(widest(body_text(outcome_of(form, 3.0, units))), columns) << form.id;
    }
  }
}

TEST(BodyText, SaysWhatNitrogenSellersTemperaturesAre) {
  const std::string text = body_text(outcome_of(applicator::nitrogen_cryosauna(), 3.0));
  EXPECT_NE(text.find("-196"), std::string::npos);
  EXPECT_NE(text.find("second-hand"), std::string::npos);
}

TEST(BodyText, NeverCallsItSafeNorRelief) {
  for (const auto& form : applicator::whole_body_forms()) {
    const std::string text = body_text(outcome_of(form, 3.0));
    EXPECT_EQ(text.find("It is safe"), std::string::npos);
    EXPECT_NE(text.find("medical device."), std::string::npos);
  }
}

TEST(BodyText, SaysWhenSkinFreezesAndStopsThere) {
  const auto cold = applicator::with_temperature(applicator::forced_air_chamber(), -196.0).value();
  const auto outcome = outcome_of(cold, 10.0);
  const std::string text = body_text(outcome);
  EXPECT_NE(text.find("freezes after"), std::string::npos) << text;
  EXPECT_EQ(text.find("+60 min"), std::string::npos) << text;
}

TEST(BodyPicture, HasEveryCurveAtEveryTime) {
  const auto picture = body_picture(outcome_of(applicator::still_bath(), 10.0));
  for (const auto& curve : picture.history.curves) {
    EXPECT_EQ(curve.temperature_C.size(), picture.history.minutes.size()) << curve.label;
  }
  EXPECT_TRUE(drawing::draw(picture, drawing::Format::svg).has_value());
}

}  // namespace
}  // namespace coldplan::report
