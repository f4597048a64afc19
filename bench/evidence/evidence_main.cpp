// bench/run evidence [--json]: microseconds of a random-effects pool (REML, Knapp and Hartung's
// test) of 40 trials, here and in metafor, in one run, and how far the results are apart. Fails
// above 100 microseconds here.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "coldplan/evidence/model.h"

namespace coldplan {
namespace {

using evidence::Effect;
using evidence::Fit;

constexpr int trial_count = 40;
constexpr double most_microseconds = 100.0;

// Spread over the plane without a random number: multiples of the plastic number's powers (Roberts
// 2018).
std::vector<Effect> forty_trials() {
  std::vector<Effect> trials;
  for (int i = 1; i <= trial_count; ++i) {
    const double first = std::fmod(0.5 + 0.7548776662466927 * i, 1.0);
    const double second = std::fmod(0.5 + 0.5698402909980532 * i, 1.0);
    trials.push_back({1.6 * first - 1.1, 0.02 + 0.3 * second * second});
  }
  return trials;
}

Fit fit_once(const std::vector<Effect>& trials) {
  evidence::ModelOptions options;
  options.method = evidence::Method::REML;
  options.test = evidence::Test::knha;
  return evidence::pool(trials, options).value();
}

double microseconds_a_fit(std::vector<Effect> trials) {
  using Clock = std::chrono::steady_clock;
  constexpr int fits = 2000;
  double best = 1e300;
  for (int round = 0; round < 7; ++round) {
    const auto start = Clock::now();
    for (int i = 0; i < fits; ++i) {
      trials[0].estimate += 1e-9;  // no two fits are the same
      (void)fit_once(trials);
    }
    const std::chrono::duration<double, std::micro> spent = Clock::now() - start;
    best = std::min(best, spent.count() / fits);
  }
  return best;
}

// metafor's microseconds and results; empty where R or metafor is not installed.
std::optional<std::vector<double>> ask_metafor(const std::vector<Effect>& trials) {
  const auto folder = std::filesystem::temp_directory_path();
  const std::string input = folder / fmt::format("coldplan-trials-{}.txt", getpid());
  const std::string output = folder / fmt::format("coldplan-metafor-{}.txt", getpid());
  std::ofstream table(input);
  table << "yi vi\n";
  for (const Effect& trial : trials) {
    table << fmt::format("{:.17g} {:.17g}\n", trial.estimate, trial.variance);
  }
  table.close();
  std::vector<std::string> words{"Rscript", METAFOR_SCRIPT, input, output};
  std::vector<char*> arguments;
  for (std::string& word : words) {
    arguments.push_back(word.data());
  }
  arguments.push_back(nullptr);
  pid_t process = 0;
  int status = 1;
  if (posix_spawnp(&process, "Rscript", nullptr, nullptr, arguments.data(), environ) != 0 ||
      waitpid(process, &status, 0) < 0 || status != 0) {
    std::filesystem::remove(input);
    std::filesystem::remove(output);
    return std::nullopt;
  }
  std::ifstream answer(output);
  std::vector<double> numbers;
  for (double number = 0.0; answer >> number;) {
    numbers.push_back(number);
  }
  std::filesystem::remove(input);
  std::filesystem::remove(output);
  return numbers;
}

double largest_difference(const Fit& fit, const std::vector<double>& theirs) {
  const auto& mean = fit.coefficients.front();
  const std::array ours{mean.estimate,         mean.standard_error,
                        mean.confidence.lower, mean.confidence.upper,
                        mean.p_value,          fit.tau2,
                        fit.I2_percent,        fit.residual_heterogeneity.statistic};
  double largest = 0.0;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    largest = std::max(largest, std::abs(ours[i] / theirs.at(i + 1) - 1.0));
  }
  return largest;
}

int run(bool as_json) {
  const auto trials = forty_trials();
  const Fit fit = fit_once(trials);
  const double ours = microseconds_a_fit(trials);
  const auto theirs = ask_metafor(trials);
  nlohmann::ordered_json report{{"trials", trial_count}, {"coldplan_us", ours}};
  if (theirs) {
    report["metafor_us"] = theirs->at(0);
    report["ratio"] = theirs->at(0) / ours;
    report["largest_relative_difference"] = largest_difference(fit, *theirs);
  }
  const int status = ours > most_microseconds ? 1 : 0;
  if (as_json) {
    fmt::print("{}\n", report.dump(2));
    return status;
  }
  fmt::print("REML with Knapp and Hartung's test, {} trials, one thread\n", trial_count);
  fmt::print("coldplan {:>12.1f} us a fit\n", ours);
  if (theirs) {
    fmt::print("metafor  {:>12.1f} us a fit\n", theirs->at(0));
    fmt::print("ratio    {:>12.0f}\n", theirs->at(0) / ours);
    fmt::print("results differ by {:.1e} at most, relative\n", largest_difference(fit, *theirs));
  } else {
    fmt::print(
        "metafor was not measured: Rscript did not run it; apt-get install r-cran-metafor\n");
  }
  return status;
}

}  // namespace
}  // namespace coldplan

int main(int argc, char** argv) {
  CLI::App app{"A random-effects pool of 40 trials, here and in metafor"};
  bool as_json = false;
  app.add_flag("--json", as_json, "print JSON");
  CLI11_PARSE(app, argc, argv);
  return coldplan::run(as_json);
}
