#include "coldplan/study/unknowns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "coldplan/facts/ids.h"

namespace coldplan::study {
namespace {

using applicator::ContactKind;
using posterior::Score;

/// Common unknowns that columns depend on: tissue, blood flow, cloth, and how the contact of each
/// kind of pack is shifted and differs.
constexpr std::array solved{Score::dermis_conductivity,
                            Score::fat_conductivity,
                            Score::muscle_conductivity,
                            Score::dermis_flow,
                            Score::fat_flow,
                            Score::muscle_flow,
                            Score::local_constriction,
                            Score::onset_time,
                            Score::recovery_time,
                            Score::muscle_flow_q10,
                            Score::skin_thickness,
                            Score::elastic_wrap,
                            Score::wet_towel,
                            Score::dry_towel,
                            Score::limb_artery_in_water,
                            Score::contact_shift_ice_bag,
                            Score::contact_shift_wetted,
                            Score::contact_shift_frozen_pack,
                            Score::contact_shift_machine,
                            Score::contact_spread_ice_bag,
                            Score::contact_spread_wetted,
                            Score::contact_spread_frozen_pack,
                            Score::contact_spread_machine};

/// Scores of which studies have a part of their own.
constexpr std::array shared{Score::limb_artery, Score::flow_of_limb_muscle, Score::covered_share,
                            Score::skin_sensor, Score::delay_local,         Score::probe_depth,
                            Score::wire,        Score::muscle_settling};

/// Common unknowns that say what the model misses in a study, and how people differ.
constexpr std::array missed{Score::discrepancy_skin, Score::discrepancy_muscle,
                            Score::discrepancy_flow, Score::person_skin, Score::person_muscle};

bool reads_muscle(const Target& target) {
  return std::any_of(target.blocks.begin(), target.blocks.end(),
                     [](const Block& block) { return block.missed == Missed::muscle; });
}

const applicator::Contact* contact_in(const LocalArm& arm) {
  return arm.cold.is_water ? nullptr : applicator::contact_of(arm.cold.session.form.source);
}

std::vector<Own> own_of(const Target& target) {
  std::vector<Own> own;
  if (target.arms.empty()) {
    return own;
  }
  for (const Score each : shared) {
    const bool of_muscle =
        each == Score::probe_depth || each == Score::wire || each == Score::muscle_settling;
    if (!of_muscle || reads_muscle(target)) {
      own.push_back({each, ContactKind::own});
    }
  }
  std::set<ContactKind> kinds;
  for (const LocalArm& arm : target.arms) {
    if (const auto* contact = contact_in(arm); contact != nullptr) {
      kinds.insert(contact->kind);
    }
  }
  for (const ContactKind kind : kinds) {
    own.push_back({Score::contact, kind});
  }
  return own;
}

Common common_of(Score score, bool needs_solving, std::span<const Loosened> loosened) {
  const auto found = std::find_if(loosened.begin(), loosened.end(),
                                  [score](const Loosened& each) { return each.score == score; });
  return found == loosened.end() ? Common{score, 0.0, 1.0, needs_solving}
                                 : Common{score, found->mean, found->sd, needs_solving};
}

}  // namespace

Unknowns unknowns_of(std::span<const Target> targets, std::span<const Loosened> loosened) {
  Unknowns unknowns;
  for (const Score each : solved) {
    unknowns.common.push_back(common_of(each, true, loosened));
  }
  for (const Score each : shared) {
    unknowns.common.push_back(common_of(each, true, loosened));
  }
  for (const Score each : missed) {
    unknowns.common.push_back(common_of(each, false, loosened));
  }
  unknowns.size = unknowns.common.size();
  for (const Target& target : targets) {
    unknowns.first.push_back(unknowns.size);
    unknowns.own.push_back(own_of(target));
    unknowns.size += unknowns.own.back().size();
  }
  return unknowns;
}

std::size_t place_in(const Unknowns& unknowns, Score score) {
  const auto found = std::find_if(unknowns.common.begin(), unknowns.common.end(),
                                  [score](const Common& each) { return each.score == score; });
  return found == unknowns.common.end() ? unknowns.size
                                        : static_cast<std::size_t>(found - unknowns.common.begin());
}

Score score_of(facts::Id fact) {
  return posterior::parameters()[posterior::parameter_of(fact)].score;
}

posterior::Draw draw_for(const Unknowns& unknowns, std::size_t target_number, const LocalArm* arm,
                         std::span<const double> state) {
  posterior::Scores scores{};
  for (std::size_t i = 0; i < unknowns.common.size(); ++i) {
    const Score score = unknowns.common[i].score;
    scores[posterior::place_of(score)] =
        has_own_part(score) ? weight_of_common() * state[i] : state[i];
  }
  const auto* contact = arm == nullptr ? nullptr : contact_in(*arm);
  for (std::size_t i = 0; i < unknowns.own[target_number].size(); ++i) {
    const Own& own = unknowns.own[target_number][i];
    const double value = state[unknowns.first[target_number] + i];
    double& score = scores[posterior::place_of(own.score)];
    if (own.score != Score::contact) {
      score += weight_of_own() * value;
    } else if (contact != nullptr && contact->kind == own.kind) {
      score = value;
    }
  }
  return posterior::draw_of(scores);
}

std::vector<double> scores_of_next(const Unknowns& unknowns, std::span<const double> state,
                                   std::span<const double> fresh) {
  std::vector<double> scores;
  for (std::size_t i = 0; i < unknowns.common.size(); ++i) {
    scores.push_back(has_own_part(unknowns.common[i].score)
                         ? weight_of_common() * state[i] + weight_of_own() * fresh[i]
                         : state[i]);
  }
  return scores;
}

double log_prior(const Unknowns& unknowns, std::span<const double> state) {
  double squares = 0.0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const bool is_common = i < unknowns.common.size();
    const double scaled =
        is_common ? (state[i] - unknowns.common[i].mean) / unknowns.common[i].sd : state[i];
    squares += scaled * scaled;
  }
  return -0.5 * squares;
}

double weight_of_own() {
  return std::sqrt(facts::value(facts::id::observation::between_studies_share));
}

double weight_of_common() {
  return std::sqrt(1.0 - facts::value(facts::id::observation::between_studies_share));
}

bool has_own_part(Score score) {
  return std::find(shared.begin(), shared.end(), score) != shared.end();
}

}  // namespace coldplan::study
