#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coldplan/evidence/bias_rules.h"
#include "coldplan/evidence/questions.h"
#include "coldplan/quantity/error.h"

/// A reader's own judgements in place of ours: schema/judgements.schema.json,
/// docs/evidence-methods.md.
namespace coldplan::evidence {

/// A domain judged otherwise: outright, or by its signalling answers, which the rules then judge.
struct BiasOverrule {
  std::optional<Judgement> judgement;
  Signals signals;
  std::string why;
};

struct TrialOverrule {
  std::array<std::optional<BiasOverrule>, domain_count> domains;
  std::optional<BiasOverrule> overall;
};

struct Overrules {
  std::string by;
  std::map<std::string, TrialOverrule> trials;
  /// Question, domain of GRADE ("risk of bias", "inconsistency", …), steps and why.
  std::map<std::string, std::map<std::string, GivenStep>> questions;
};

/// Reads a file of judgements. Errors name the place: a trial or question that is not there (with
/// the nearest known name), a signal of another domain, what breaks the schema.
[[nodiscard]] Expected<Overrules> read_overrules(std::string_view json_text,
                                                 const std::vector<Trial>& trials,
                                                 const std::vector<Question>& questions);

/// What was changed, for the reader: "Garra 2010, D1 randomisation process: low (was some
/// concerns): …".
struct Change {
  std::string what;
  std::string from;
  std::string to;
  std::string why;
};

/// The trials with their judgements replaced; an overall judgement is made anew by the rules where
/// a domain was overruled and the whole was not. Says what changed.
[[nodiscard]] std::vector<Change> apply(const Overrules& overrules, const BiasRules& rules,
                                        std::vector<Trial>& trials);

}  // namespace coldplan::evidence
