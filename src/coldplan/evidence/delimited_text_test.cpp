#include "coldplan/evidence/delimited_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace coldplan::evidence {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(DelimitedText, FindsItsSeparatorByItself) {
  EXPECT_EQ(read_delimited("study,yi,vi\na,1,2\n")->separator, ',');
  EXPECT_EQ(read_delimited("study;yi;vi\na;1,5;2\n")->separator, ';');
  EXPECT_EQ(read_delimited("study\tyi, log\tvi\na\t1\t2\n")->separator, '\t');
  EXPECT_EQ(read_delimited("\"a;b\",yi\nx,1\n")->separator, ',');
}

TEST(DelimitedText, ReadsWhatSpreadsheetsWrite) {
  const auto table = read_delimited(
      "\xEF\xBB\xBFstudy , yi,vi\r\n\"Smith, J \"\"Jr\"\"\", 0.5 ,0.1\r\n\r\n\"two\nlines\",1,2");
  ASSERT_TRUE(table.has_value()) << message(table.error());
  EXPECT_THAT(table->header.cells, ElementsAre("study", "yi", "vi"));
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_THAT(table->rows[0].cells, ElementsAre("Smith, J \"Jr\"", "0.5", "0.1"));
  EXPECT_THAT(table->rows[1].cells, ElementsAre("two lines", "1", "2"));
  EXPECT_EQ(table->rows[1].row, 4U);
}

TEST(DelimitedText, TakesOldLineEndsAndASeparatorAtTheEndOfBlankRows) {
  const auto table = read_delimited("yi,vi\r1,2\r,\r3,4");
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(table->rows[1].row, 4U);
}

TEST(DelimitedText, KeepsAnEmptyLastCell) {
  EXPECT_THAT(read_delimited("yi,vi\n1,")->rows[0].cells, ElementsAre("1", ""));
  EXPECT_THAT(read_delimited("yi,vi\n1,\n")->rows[0].cells, ElementsAre("1", ""));
}

TEST(DelimitedText, ReadsDecimalCommasWhereNoCommaSeparates) {
  EXPECT_EQ(number_in("0,5", ';'), 0.5);
  EXPECT_EQ(number_in("0,5", ','), std::nullopt);
  EXPECT_EQ(number_in("1,234.5", ';'), std::nullopt);
  EXPECT_EQ(number_in("\xE2\x88\x92"
                      "0.5",
                      ','),
            -0.5);
  EXPECT_EQ(number_in("+1e-3", ','), 0.001);
  EXPECT_EQ(number_in("1e999", ','), std::nullopt);
  EXPECT_EQ(number_in("inf", ','), std::nullopt);
  EXPECT_EQ(number_in("12 mm", ','), std::nullopt);
  EXPECT_EQ(number_in("", ','), std::nullopt);
}

TEST(DelimitedText, KnowsWhatSaysMissing) {
  EXPECT_TRUE(says_missing("NA") && says_missing("n/a") && says_missing("NaN") &&
              says_missing("."));
  EXPECT_FALSE(says_missing("") || says_missing("0") || says_missing("Nash"));
}

RC_GTEST_PROP(DelimitedText, GivesBackCellsThatWereQuoted, (std::vector<std::string> words)) {
  std::string header = "name";
  std::string row = "x";
  std::vector<std::string> cells{"x"};
  for (std::size_t i = 0; i < words.size() && i < 5; ++i) {
    std::string cell;
    for (const char letter : words[i]) {
      cell += letter > ' ' && letter < '\x7F' ? letter : ';';
    }
    header += ",column" + std::to_string(i);
    row += ",\"";
    for (const char letter : cell) {
      row += letter == '"' ? std::string{"\"\""} : std::string{letter};
    }
    row += "\"";
    cells.push_back(cell);
  }
  const auto table = read_delimited(header + "\n" + row + "\n");
  RC_ASSERT(table.has_value());
  RC_ASSERT(table->rows.at(0).cells == cells);
}

RC_GTEST_PROP(DelimitedText, AnswersAnyTextInOneLine, (const std::string& text)) {
  const auto table = read_delimited(text);
  if (!table) {
    RC_ASSERT(!message(table.error()).empty());
    RC_ASSERT(message(table.error()).find('\n') == std::string::npos);
  }
}

TEST(DelimitedText, ShortensALongCellBetweenCharacters) {
  std::string umlauts;
  for (int i = 0; i < 60; ++i) {
    umlauts += "ü";
  }
  const std::string shown = quoted_cell("x" + umlauts);
  EXPECT_LT(shown.size(), 50U);
  EXPECT_TRUE(read_delimited(shown.substr(1)).has_value());
}

TEST(DelimitedText, RefusesWhatIsNoText) {
  using std::string_literals::operator""s;
  EXPECT_THAT(message(read_delimited("yi,vi\n1,\0"s).error()),
              HasSubstr("row 2: a control character"));
  EXPECT_THAT(message(read_delimited("yi,vi\nM\xFCller,2\n").error()),
              HasSubstr("row 2: bytes that are no UTF-8; save it as"));
  EXPECT_FALSE(read_delimited("yi\x1B[2J,vi\n").has_value());
  EXPECT_FALSE(read_delimited("yi\xC2\x9B,vi\n").has_value());
  EXPECT_FALSE(read_delimited("yi\xED\xA0\x80,vi\n").has_value());
}

TEST(DelimitedText, RefusesWhatIsTooLarge) {
  EXPECT_THAT(message(read_delimited(std::string(largest_table_bytes + 1, 'a')).error()),
              HasSubstr("10000001 bytes is not a table of studies (at most 10 MB)"));
  std::string rows = "yi,vi\n";
  for (std::size_t i = 0; i <= most_table_rows; ++i) {
    rows += "1,2\n";
  }
  EXPECT_THAT(message(read_delimited(rows).error()), HasSubstr("row 100002: more than 100000"));
}

}  // namespace
}  // namespace coldplan::evidence
