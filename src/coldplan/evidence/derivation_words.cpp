#include <algorithm>
#include <array>

#include "coldplan/evidence/derivation.h"

namespace coldplan::evidence {
namespace {

struct Words {
  Derivation derivation = Derivation::printed;
  std::string_view name;
  std::string_view sentence;
  std::string_view source;
};

constexpr std::string_view handbook_sd = "Cochrane Handbook 6.5.2.2";
constexpr std::string_view handbook_difference = "Cochrane Handbook 6.5.2.3";
constexpr std::string_view handbook_change = "Cochrane Handbook 6.5.2.8";
constexpr std::string_view borenstein =
    "Borenstein 2009, Introduction to Meta-Analysis, chapter 7; Hedges 1981";

constexpr std::array all_words{
    Words{Derivation::printed, "printed", "The number stands in the paper.", "the paper itself"},
    Words{Derivation::sd_from_se, "sd_from_se",
          "The SD is the printed standard error times the root of the arm's size.", handbook_sd},
    Words{Derivation::sd_from_mean_ci_t, "sd_from_mean_ci_t",
          "The SD is taken back from the interval of the arm's mean, by t with n - 1 degrees of "
          "freedom.",
          handbook_sd},
    Words{Derivation::sd_from_mean_ci_normal, "sd_from_mean_ci_normal",
          "The SD is taken back from the interval of the arm's mean, by the normal distribution, "
          "as fits large arms.",
          handbook_sd},
    Words{Derivation::effect_from_ci_t, "effect_from_ci_t",
          "The standard error of the difference is half its interval over the quantile of t.",
          handbook_difference},
    Words{Derivation::effect_from_ci_normal, "effect_from_ci_normal",
          "The standard error of the difference is half its interval over the normal quantile.",
          "Cochrane Handbook 6.3.1"},
    Words{Derivation::log_ratio_from_ci, "log_ratio_from_ci",
          "Ratio and interval were taken to logarithms; the standard error is half the interval "
          "over the normal quantile.",
          "Cochrane Handbook 6.3.2"},
    Words{Derivation::effect_from_p, "effect_from_p",
          "The standard error is the difference over the t that the exact two-sided p stands for.",
          handbook_difference},
    Words{Derivation::effect_from_t, "effect_from_t",
          "The standard error is the difference over the printed t.", handbook_difference},
    Words{Derivation::smd_from_t, "smd_from_t",
          "The standardised difference is t times the root of 1/n1 + 1/n2, corrected for small "
          "samples.",
          borenstein},
    Words{Derivation::smd_from_F, "smd_from_F",
          "The standardised difference comes from F with one degree of freedom, whose root is t; "
          "its sign is the one that the paper describes.",
          borenstein},
    Words{Derivation::smd_from_p, "smd_from_p",
          "The standardised difference comes from the t that the exact two-sided p stands for; "
          "its sign is the one that the paper describes.",
          borenstein},
    Words{Derivation::change_as_printed, "change_as_printed",
          "Mean and SD are those of the change from baseline, as printed.", handbook_change},
    Words{Derivation::sd_of_change, "sd_of_change",
          "The SD of the change is computed from the SDs before and after and their correlation.",
          handbook_change},
    Words{Derivation::correlation_from_sds, "correlation_from_sds",
          "The correlation is the one that the SDs before, after and of the change imply.",
          handbook_change},
    Words{Derivation::events_from_percent, "events_from_percent",
          "The count is the whole number of people whose share rounds to the printed percentage.",
          "Cochrane Handbook 6.4.1"},
    Words{Derivation::combined_arms, "combined_arms",
          "Two arms were put together as if they had been one.", "Cochrane Handbook table 6.5.a"}};

const Words& words_of(Derivation derivation) {
  return *std::find_if(all_words.begin(), all_words.end(),
                       [derivation](const Words& each) { return each.derivation == derivation; });
}

}  // namespace

std::string_view to_string(Derivation derivation) {
  return words_of(derivation).name;
}

std::string_view sentence(Derivation derivation) {
  return words_of(derivation).sentence;
}

std::string_view source(Derivation derivation) {
  return words_of(derivation).source;
}

}  // namespace coldplan::evidence
