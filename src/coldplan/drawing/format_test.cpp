#include "coldplan/drawing/format.h"

#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

namespace coldplan::drawing {
namespace {

/// A folder of its own that goes away again.
class Files : public ::testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  [[nodiscard]] std::ptrdiff_t count() const {
    return std::distance(std::filesystem::directory_iterator{folder_}, {});
  }

  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() /
      ("coldplan_drawing_" + std::to_string(getpid()) + "_" +
       ::testing::UnitTest::GetInstance()->current_test_info()->name());
};

std::string content(const std::filesystem::path& path) {
  std::ifstream stream{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

TEST(Format, IsChosenByTheEnding) {
  EXPECT_EQ(format_of("a/b.svg").value(), Format::svg);
  EXPECT_EQ(format_of("b.x.PNG").value(), Format::png);
  EXPECT_EQ(format_of("out.pdf").value(), Format::pdf);
}

TEST(Format, RefusesAnotherEndingAndNamesTheThree) {
  EXPECT_EQ(message(format_of("out.gif").error()), "out.gif: \".gif\" is not .svg, .png or .pdf");
  EXPECT_EQ(message(format_of("out").error()), "out: no ending is not .svg, .png or .pdf");
  EXPECT_FALSE(format_of(".svg").has_value());
}

TEST_F(Files, AreWrittenWholeAndReplaceEarlierOnes) {
  const auto path = folder_ / "x.svg";
  ASSERT_TRUE(write_file(path, "first, and longer").has_value());
  ASSERT_TRUE(write_file(path, std::string{"a\0b", 3}).has_value());
  EXPECT_EQ(content(path), (std::string{"a\0b", 3}));
  EXPECT_EQ(count(), 1);
}

TEST_F(Files, NeedAFolderThatExists) {
  const auto written = write_file(folder_ / "no" / "x.svg", "bytes");
  ASSERT_FALSE(written.has_value());
  EXPECT_EQ(written.error().code, ErrorCode::not_written);
  EXPECT_EQ(message(written.error()),
            (folder_ / "no" / "x.svg").string() +
                ": cannot be written (No such file or directory); choose a folder that exists and "
                "may be written to");
  EXPECT_EQ(count(), 0);
}

TEST_F(Files, LeaveNothingBehindWhereAFolderBearsTheName) {
  std::filesystem::create_directories(folder_ / "x.svg" / "inside");
  const auto written = write_file(folder_ / "x.svg", "bytes");
  ASSERT_FALSE(written.has_value());
  EXPECT_EQ(written.error().code, ErrorCode::not_written);
  EXPECT_EQ(count(), 1);
  EXPECT_TRUE(std::filesystem::is_directory(folder_ / "x.svg" / "inside"));
}

}  // namespace
}  // namespace coldplan::drawing
