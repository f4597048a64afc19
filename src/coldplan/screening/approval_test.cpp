#include "coldplan/screening/approval.h"

#include <string>

#include <gtest/gtest.h>

#include "coldplan/screening/tables.h"

namespace coldplan::screening {
namespace {

std::string file_of(std::string_view rules, std::string_view date) {
  return R"({"approved_by": "Dr A. Example", "profession": "physiotherapist", "licence": "12 of Ohio", )"
         R"("date": ")" +
         std::string{date} + R"(", "rules": ")" + std::string{rules} + "\"}";
}

TEST(Approval, NamesWhoStandsForTheRulesInUse) {
  const auto read = read_approval(file_of(rules_hash(), "2026-11-27"));
  ASSERT_TRUE(read) << message(read.error());
  EXPECT_EQ(
      approval_line(*read),
      "Rules approved by Dr A. Example, physiotherapist (licence 12 of Ohio), on 2026-11-27.");
}

TEST(Approval, IsOfNoOtherRulesThanThoseInUse) {
  const auto read = read_approval(file_of(std::string(64, 'a'), "2026-11-27"));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().place, "rules");
}

TEST(Approval, RefusesAFileThatIsNotOne) {
  EXPECT_FALSE(read_approval("{}"));
  EXPECT_FALSE(read_approval(file_of(rules_hash(), "27 November")));
  EXPECT_FALSE(read_approval("approved"));
}

TEST(Approval, SaysThatNobodyApprovedWhereNobodyDid) {
  EXPECT_EQ(approval_line(std::nullopt), "Rules not approved by a clinician.");
}

}  // namespace
}  // namespace coldplan::screening
