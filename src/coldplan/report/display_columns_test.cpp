#include "coldplan/report/display_columns.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace coldplan::report {
namespace {

using ::testing::ElementsAre;

TEST(DisplayColumns, CountWhatATerminalShowsAndNotBytes) {
  EXPECT_EQ(display_columns("abc"), 3U);
  EXPECT_EQ(display_columns("Barłowska"), 9U);
  EXPECT_EQ(display_columns("├─■─┤"), 5U);
  EXPECT_EQ(display_columns("e\u0301"), 1U);  // an acute accent that combines
  EXPECT_EQ(display_columns("山田"), 4U);
  EXPECT_EQ(display_columns("\xff\xfe"), 2U);
}

TEST(Padded, FillsByColumnsAndNeverCuts) {
  EXPECT_EQ(padded_right("ł山", 5), "ł山  ");
  EXPECT_EQ(padded_left("°C", 4), "  °C");
  EXPECT_EQ(padded_left("longer", 3), "longer");
}

TEST(BeginningOf, NeverHalvesALetter) {
  EXPECT_EQ(beginning_of("ałb", 2), "ał");
  EXPECT_EQ(beginning_of("a山b", 2), "a");
  EXPECT_EQ(beginning_of("ab", 9), "ab");
}

TEST(LinesOf, BreakAtSpacesAndInsideAWordOnlyWhereItMust) {
  EXPECT_THAT(lines_of("one two three", 7, 7), ElementsAre("one two", "three"));
  EXPECT_THAT(lines_of("one two three", 3, 9), ElementsAre("one", "two three"));
  EXPECT_THAT(lines_of("abcdefgh ij", 3, 4), ElementsAre("abc", "defg", "h ij"));
  EXPECT_THAT(lines_of("山山", 1, 1), ElementsAre("山", "山"));
  EXPECT_THAT(lines_of("", 5, 5), ElementsAre(""));
}

RC_GTEST_PROP(LinesOf, LoseNoLetterAndKeepTheirWidth, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::element('a', 'b', ' '));
  const auto width = *rc::gen::inRange<std::size_t>(1, 9);
  const auto further = *rc::gen::inRange<std::size_t>(1, 9);
  const std::vector<std::string> lines = lines_of(text, width, further);
  std::string letters;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    RC_ASSERT(lines[i].size() <= (i == 0 ? width : further));
    letters += lines[i];
  }
  std::string wanted = text;
  std::erase(wanted, ' ');
  std::erase(letters, ' ');
  RC_ASSERT(letters == wanted);
}

TEST(InAscii, SpellsWhatHasNoLetterThere) {
  EXPECT_EQ(in_ascii("Barłowska, É. −0.38 ± 0.1"), "Barlowska, E. -0.38 +- 0.1");
  EXPECT_EQ(in_ascii("I² ≥ 50 %, τ² 0.1"), "I^2 >= 50 %, tau^2 0.1");
  EXPECT_EQ(in_ascii("-67 °C"), "-67 C");
}

RC_GTEST_PROP(InAscii, GivesNothingElse, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::element('a', ' ', '\n'));
  const std::string ascii = in_ascii(text + "§山ł²");
  RC_ASSERT(std::ranges::all_of(ascii, [](unsigned char letter) { return letter < 128; }));
  RC_ASSERT(ascii.starts_with(text));
}

}  // namespace
}  // namespace coldplan::report
