// Analyses that look at each study in turn, by the method and test that a data set names.
#include <string>
#include <vector>

#include "metafor/agreement.h"
#include "metafor/reference_sets.h"
#include <gtest/gtest.h>

#include "coldplan/evidence/sensitivity.h"

namespace metafor {
namespace {

using coldplan::evidence::Fit;
using coldplan::evidence::Influence;
using coldplan::evidence::ModelOptions;

ModelOptions options_of_set(const Set& set) {
  return options_of(set.answers.at("method"), set.answers.at("test"));
}

nlohmann::json answer(const Set& set, const std::string& analysis) {
  const nlohmann::json told = set.answers.value(analysis, nlohmann::json());
  return told.is_object() && !has_failed(told) ? told : nlohmann::json();
}

void check_refits(const Set& set, const std::vector<Fit>& fits, const nlohmann::json& told) {
  const Agreement agreement(set.scale);
  for (std::size_t i = 0; i < fits.size(); ++i) {
    SCOPED_TRACE(std::to_string(i));
    const auto& mean = fits[i].coefficients.front();
    agreement.check("estimate", mean.estimate, told.at("estimate").at(i), Unit::effect);
    agreement.check("se", mean.standard_error, told.at("se").at(i), Unit::effect);
    agreement.check("Q", fits[i].residual_heterogeneity.statistic, told.at("Q").at(i), Unit::one);
    if (told.contains("tau2")) {  // not of EE
      agreement.check("tau2", fits[i].tau2, told.at("tau2").at(i), Unit::variance);
      agreement.check("I2", fits[i].I2_percent, told.at("I2").at(i), Unit::percent);
    }
    agreement.check("lower", mean.confidence.lower, told.at("ci.lb").at(i), Unit::effect);
    agreement.check("upper", mean.confidence.upper, told.at("ci.ub").at(i), Unit::effect);
  }
}

TEST(AgreesWithMetafor, OnLeavingOneOut) {
  int compared = 0;
  for (const Set& set : sets()) {
    const nlohmann::json told = answer(set, "leave1out");
    if (!told.is_null() && set.effects.size() > 2) {
      SCOPED_TRACE(set.name);
      const auto fits = coldplan::evidence::leave_one_out(set.effects, options_of_set(set));
      ASSERT_TRUE(fits) << coldplan::message(fits.error());
      check_refits(set, *fits, told);
      ++compared;
    }
  }
  EXPECT_GT(compared, 60);
}

TEST(AgreesWithMetafor, OnAccumulating) {
  int compared = 0;
  for (const Set& set : sets()) {
    const nlohmann::json told = answer(set, "cumul");
    if (!told.is_null()) {
      SCOPED_TRACE(set.name);
      const auto fits = coldplan::evidence::accumulate(set.effects, options_of_set(set));
      ASSERT_TRUE(fits) << coldplan::message(fits.error());
      check_refits(set, *fits, told);
      ++compared;
    }
  }
  EXPECT_GT(compared, 60);
}

void check_deletion(const Agreement& agreement, const Influence& one,
                    const std::vector<std::string>& moderators, const nlohmann::json& told,
                    std::size_t i) {
  const auto& deletion = one.deletion.value();
  agreement.check("rstudent", deletion.rstudent, told.at("rstudent").at(i), Unit::one);
  agreement.check("dffits", deletion.dffits, told.at("dffits").at(i), Unit::one);
  agreement.check("Cook", deletion.cooks_distance, told.at("cook.d").at(i), Unit::one);
  agreement.check("covariance", deletion.covariance_ratio, told.at("cov.r").at(i), Unit::one);
  agreement.check("tau2", deletion.tau2, told.at("tau2.del").at(i), Unit::variance);
  agreement.check("QE", deletion.QE, told.at("QE.del").at(i), Unit::one);
  std::vector<std::string> names{"intrcpt"};
  names.insert(names.end(), moderators.begin(), moderators.end());
  for (std::size_t j = 0; j < names.size(); ++j) {
    agreement.check("dfbetas " + names[j], deletion.dfbetas.at(j),
                    told.at("dfbetas").at(names[j]).at(i), Unit::one);
  }
}

TEST(AgreesWithMetafor, OnInfluence) {
  int compared = 0;
  int impossible = 0;
  for (const Set& set : sets()) {
    const nlohmann::json told = answer(set, "influence");
    if (told.is_null()) {
      continue;
    }
    SCOPED_TRACE(set.name);
    const auto all =
        coldplan::evidence::influence(set.effects, options_of_set(set), set.moderators);
    ASSERT_TRUE(all) << coldplan::message(all.error());
    const Agreement agreement(set.scale);
    for (std::size_t i = 0; i < all->size(); ++i) {
      SCOPED_TRACE(std::to_string(i));
      const Influence& one = all->at(i);
      agreement.check("hat", one.hat, told.at("hat").at(i), Unit::one);
      agreement.check("weight", one.weight_percent, told.at("weight").at(i), Unit::percent);
      if (one.deletion) {
        check_deletion(agreement, one, set.moderators.names, told, i);
        ++compared;
      } else {
        ++impossible;
      }
    }
  }
  EXPECT_GT(compared, 600);
  EXPECT_LT(impossible, compared / 10);
}

}  // namespace
}  // namespace metafor
