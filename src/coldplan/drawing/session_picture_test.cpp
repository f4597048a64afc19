#include "coldplan/drawing/session_picture.h"

#include <limits>

#include <gmock/gmock.h>

#include "coldplan/drawing/example_pictures.h"
#include "coldplan/drawing/picture_checks.h"

namespace coldplan::drawing {
namespace {

using testing::composed;
using testing::example_session;
using testing::expect_texts_apart;
using ::testing::HasSubstr;
using testing::long_words;
using testing::shows;
using ::testing::StartsWith;

TEST(SessionPicture, BecomesAFileOfTheFormatAskedFor) {
  EXPECT_THAT(draw(example_session(), Format::svg).value(), StartsWith("<?xml"));
  EXPECT_THAT(draw(example_session(), Format::png).value(), StartsWith("\x89PNG\r\n\x1a\n"));
  EXPECT_THAT(draw(example_session(), Format::pdf).value(), StartsWith("%PDF-"));
}

TEST(SessionPicture, HasTheSameBytesEveryTime) {
  for (const Format format : {Format::svg, Format::png, Format::pdf}) {
    const std::string first = draw(example_session(), format).value();
    EXPECT_TRUE(first == draw(example_session(), format).value());
  }
}

TEST(SessionPicture, ChangesWithWhatItShows) {
  SessionPicture colder = example_session();
  for (double& celsius : colder.history.curves[0].temperature_C) {
    celsius -= 1.0;
  }
  EXPECT_NE(draw(colder, Format::png).value(), draw(example_session(), Format::png).value());
}

TEST(SessionPicture, DoesNotGrowWithTheFinenessOfTheHistory) {
  SessionPicture fine = example_session();
  fine.history = testing::example_history(6001);
  for (const Format format : {Format::svg, Format::png, Format::pdf}) {
    const std::size_t coarse_size = draw(example_session(), format).value().size();
    EXPECT_LT(draw(fine, format).value().size(), 2 * coarse_size + 300'000);
    EXPECT_LT(coarse_size, 1'000'000U);
  }
}

TEST(SessionPicture, ShowsEveryLabel) {
  const Canvas canvas = composed(example_session());
  for (const char* label :
       {"A session", "a made-up person", "a caveat", "tissue at 0 mm", "tissue at 50 mm", "outer",
        "sheath", "joint", "first limit", "last limit", "13.0\u00a0°C", "cold on for 20 min"}) {
    EXPECT_TRUE(shows(canvas, label)) << label;
  }
  expect_texts_apart(canvas);
}

TEST(SessionPicture, KeepsLongTextsApartAndOnThePage) {
  for (const int times : {1, 3, 20}) {
    SessionPicture picture = example_session();
    picture.title += long_words(times);
    picture.subtitle += long_words(2 * times);
    picture.footer += long_words(2 * times);
    testing::lengthen(picture.history, long_words(times));
    testing::lengthen(picture.setting, long_words(times));
    const Canvas canvas = composed(picture);
    expect_texts_apart(canvas);
    for (const PlacedText& placed : canvas.texts()) {
      const bool is_caveat = placed.text == picture.footer || placed.text == picture.title;
      EXPECT_FALSE(is_caveat && placed.cut);
    }
  }
}

TEST(SessionPicture, HoldsTheMostThatIsAllowed) {
  SessionPicture picture = example_session();
  picture.history.curves.resize(12, picture.history.curves[0]);
  picture.setting.limits.resize(8, {7.0, "one more limit"});
  picture.setting.marks.resize(6, {"one more mark", 0.044});
  picture.setting.layers.assign(16, {"thin layer", 0.001});
  ASSERT_TRUE(draw(picture, Format::svg).has_value());
  expect_texts_apart(composed(picture));
}

TEST(SessionPicture, HoldsTheLeastThatIsAllowed) {
  SessionPicture picture;
  picture.title = "x";
  picture.history = {{0.0, 1.0}, {}, {{"one", 0.0, {5.0, 5.0}}}, {0.0, 0.1}, {{5, 5}, {5, 5}}};
  for (const Format format : {Format::svg, Format::png, Format::pdf}) {
    EXPECT_TRUE(draw(picture, format).has_value());
  }
  expect_texts_apart(composed(picture));
}

TEST(SessionPicture, SpeaksTheReadersUnits) {
  SessionPicture picture = example_session();
  picture.setting.units = quantity::UnitSystem::us;
  const Canvas canvas = composed(picture);
  EXPECT_TRUE(shows(canvas, "°F"));
  EXPECT_TRUE(shows(canvas, "55.4\u00a0°F first limit"));
  EXPECT_TRUE(shows(canvas, "100 °F"));
  EXPECT_TRUE(shows(canvas, "0.08\u00a0in"));
  EXPECT_FALSE(shows(canvas, "°C"));
  EXPECT_DOUBLE_EQ(canvas.size().width, 792.0);
  expect_texts_apart(canvas);
}

TEST(SessionPicture, IsLegibleForEveryKindOfSession) {
  for (const History& history :
       {testing::example_spray(), testing::example_hours(), testing::example_bouts(),
        testing::example_frozen(), testing::example_frozen(60.0, 0.002)}) {
    for (const auto units : {quantity::UnitSystem::metric, quantity::UnitSystem::us}) {
      SessionPicture picture = example_session(history);
      picture.setting.units = units;
      const Canvas canvas = composed(picture);
      expect_texts_apart(canvas);
      testing::expect_legible(canvas, 6.9);
    }
  }
}

TEST(SessionPicture, SpeaksOfTimeAsItsLengthAsks) {
  EXPECT_TRUE(shows(composed(example_session(testing::example_spray())), "cold on for 5 s"));
  EXPECT_TRUE(shows(composed(example_session(testing::example_hours())), "12 h"));
  const Canvas bouts = composed(example_session(testing::example_bouts()));
  EXPECT_TRUE(shows(bouts, "cold on 4 × 20 min"));
  EXPECT_TRUE(shows(bouts, "4:00 h"));
}

TEST(SessionPicture, ShowsWhatIsFrozenAndForHowLong) {
  const SessionPicture picture = example_session(testing::example_frozen());
  const Canvas canvas = composed(picture);
  for (const char* label : {"frozen to a depth of 5.1\u00a0mm", "Hatched tissue is frozen",
                            "−83.0\u00a0°C", "the scale is coarser"}) {
    EXPECT_TRUE(shows(canvas, label)) << label;
  }
  EXPECT_THAT(draw(picture, Format::svg).value(),
              HasSubstr("Frozen from 30 s to 15 min. Frozen to a depth of 5.1 mm at most."));
  EXPECT_FALSE(shows(composed(example_session()), "frozen"));
}

TEST(SessionPicture, TellsScreenReadersWhatItShows) {
  SessionPicture picture = example_session();
  picture.title = "Ice & <cold>";
  const std::string svg = draw(picture, Format::svg).value();
  EXPECT_THAT(svg, HasSubstr("<title>Ice &amp; &lt;cold&gt;</title>"));
  EXPECT_THAT(svg, HasSubstr("tissue at 0 mm: coldest 2.0 °C at 20 min"));
  EXPECT_THAT(svg, HasSubstr("soft 18 mm;"));
  EXPECT_THAT(svg, HasSubstr("a caveat"));
}

TEST(SessionPicture, RefusesWhatCannotBeDrawnAndNamesThePlace) {
  SessionPicture picture = example_session();
  picture.history.curves[0].temperature_C[3] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(message(draw(picture, Format::png).error()),
            "history.curves[0].temperature_C[3]: nan is not a finite number");
  picture = example_session();
  picture.setting.layers[0].name.clear();
  EXPECT_EQ(draw(picture, Format::png).error().place, "setting.layers[0].name");
  EXPECT_EQ(draw(SessionPicture{}, Format::svg).error().place, "title");
}

TEST(SessionPicture, WritesNothingWhenItIsRefused) {
  const auto path = std::filesystem::temp_directory_path() / "coldplan_refused_session.svg";
  std::filesystem::remove(path);
  EXPECT_FALSE(write_picture(path, SessionPicture{}).has_value());
  EXPECT_FALSE(std::filesystem::exists(path));
  EXPECT_EQ(write_picture("out.gif", example_session()).error().code, ErrorCode::unknown_name);
  EXPECT_FALSE(std::filesystem::exists("out.gif"));
}

TEST(SessionPicture, WritesWhatItDraws) {
  const auto path = std::filesystem::temp_directory_path() / "coldplan_written_session.svg";
  ASSERT_TRUE(write_picture(path, example_session()).has_value());
  EXPECT_EQ(std::filesystem::file_size(path), draw(example_session(), Format::svg).value().size());
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace coldplan::drawing
