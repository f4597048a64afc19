#include "coldplan/app/program.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coldplan::app {
namespace {

using ::testing::HasSubstr;

struct Ran {
  int status;
  std::string out;
  std::string err;
};

Ran run(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "coldplan");
  std::ostringstream out;
  std::ostringstream err;
  const int status = run_program(static_cast<int>(arguments.size()), arguments.data(), out, err,
                                 [](const CohortOptions&) { return std::string{"a cohort\n"}; });
  return {status, out.str(), err.str()};
}

TEST(Program, HelpsWithEveryVerbByAnExample) {
  for (const auto* verb :
       {"compare", "simulate", "cohort", "bath", "oxygen", "forms", "facts", "explain", "doctor"}) {
    const Ran help = run({verb, "--help"});
    EXPECT_EQ(help.status, 0) << verb;
    EXPECT_THAT(help.out, HasSubstr(std::string{"coldplan "} + verb)) << verb;
    EXPECT_THAT(help.out, HasSubstr("--json")) << verb;
  }
}

TEST(Program, AnswersBadInputWithOneLineAndStatusTwo) {
  for (const auto& arguments :
       std::vector<std::vector<const char*>>{{"compare", "no-such-file.json"},
                                             {"compare"},
                                             {"compere", "case.json"},
                                             {"simulate", "--form", "ice_bag"},
                                             {"simulate", "--form", "ice_bag", "--minutes", "soon"},
                                             {"facts", "--subject", "magic"},
                                             {"explain", "magic"},
                                             {}}) {
    const Ran refused = run(arguments);
    EXPECT_EQ(refused.status, 2);
    EXPECT_TRUE(refused.out.empty());
    EXPECT_EQ(std::count(refused.err.begin(), refused.err.end(), '\n'), 1) << refused.err;
  }
}

TEST(Program, NamesTheWordThatIsNoVerbAndTheVerbThatItLooksLike) {
  EXPECT_EQ(run({"compere", "case.json"}).err,
            "coldplan: \"compere\" is not a verb; did you mean compare?\n");
  EXPECT_EQ(run({"bogus"}).err, "coldplan: \"bogus\" is not a verb; see coldplan --help\n");
  EXPECT_EQ(run({"--bogus"}).err, "coldplan: \"--bogus\" is not an option; see coldplan --help\n");
}

TEST(Program, RefusesAPictureWithoutAName) {
  const Ran refused = run({"compare", "no-such-file.json", "--picture", ""});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("--picture: needs the name of a file"));
}

TEST(Program, KeepsItsHelpToEightyColumns) {
  for (const auto* verb :
       {"compare", "simulate", "cohort", "bath", "oxygen", "forms", "facts", "explain", "doctor"}) {
    std::istringstream help{run({verb, "--help"}).out};
    for (std::string line; std::getline(help, line);) {
      const auto characters = std::count_if(line.begin(), line.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
      });
      EXPECT_LE(characters, 80) << line;
    }
  }
}

TEST(Program, PrintsItsVersion) {
  EXPECT_EQ(run({"--version"}).status, 0);
}

}  // namespace
}  // namespace coldplan::app
