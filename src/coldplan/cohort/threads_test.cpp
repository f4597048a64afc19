#include "coldplan/cohort/threads.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace coldplan::cohort {
namespace {

TEST(Threads, CallEveryIndexOnce) {
  for (const int threads : {1, 2, 7}) {
    std::vector<int> calls(100, 0);
    for_each_index(calls.size(), threads, [&calls](std::size_t i) { ++calls[i]; });
    EXPECT_EQ(std::count(calls.begin(), calls.end(), 1), 100);
  }
}

TEST(Threads, HandOnAnException) {
  const auto fails = [](std::size_t i) {
    if (i == 5) {
      throw std::runtime_error("no");
    }
  };
  EXPECT_THROW(for_each_index(10, 2, fails), std::runtime_error);
}

TEST(Threads, FindAProcessor) {
  EXPECT_GE(usable_processors(), 1);
}

}  // namespace
}  // namespace coldplan::cohort
